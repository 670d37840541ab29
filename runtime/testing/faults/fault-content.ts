import { bytesOf, plainFile, type ReportFile } from "../long-file.js";
import { always, type SomeFaults } from "./fault-kind.js";

const FILE = ["file"] as const;
const NAME = { is: "the name", type: "text" } as const;

/** What may be in the file. The API announces the size of this one, and the host sends it as it does any other. */
export const contentFaults: SomeFaults = {
  "other-file": {
    does: "another file",
    on: FILE,
    times: always,
    value: { is: "its text, or its bytes", type: "text or bytes", usual: "" },
    content: ({ value }) => plainFile(value),
  },
  "dates-above-ids": {
    does: "JSON has dates outside and ids inside, and rows do not repeat the id",
    on: FILE,
    times: always,
    content: ({ shaped }) => shaped("dates-above-ids"),
  },
  "null-member": {
    does: "the same, and before the others an id that has null in place of rows",
    on: FILE,
    times: always,
    content: ({ shaped }) => shaped("null-member"),
  },
  "renamed-column": {
    does: "the last column of a CSV file has another name than the API says",
    on: FILE,
    times: always,
    value: { ...NAME, usual: "Renamed" },
    content: ({ file, value }) => changed(file, (header) => header.replace(/[^,]*$/, () => String(value))),
  },
  "unknown-column": {
    does: "a CSV file has one more column, empty in each row, that nobody knows",
    on: FILE,
    times: always,
    value: { ...NAME, usual: "Colour" },
    content: ({ file, value }) => changed(file, (header) => `${header},${value}`, ","),
  },
};

/** A CSV file with another header, and with this at the end of each row; null for JSON. */
function changed(file: ReportFile, header: (line: string) => string, more = ""): ReportFile | null {
  const text = new TextDecoder().decode(bytesOf(file));
  if (text.startsWith("{")) return null;
  // Names have no line ends of this kind in them.
  const [first = "", ...rows] = text.split("\r\n");
  return plainFile([header(first), ...rows.map((row) => (row === "" ? row : row + more))].join("\r\n"));
}
