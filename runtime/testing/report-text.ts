import type { Cell, DataRow, ReportData } from "./report-data.js";

/** How a report is written: in sections, each a list of what every entity has there. */
export interface Layout {
  readonly head: string;
  readonly sections: readonly { readonly head: string; readonly tail: string }[];
  /** The text of an entity in each section, `between` behind each item; empty where it has none. */
  readonly parts: (number: number) => readonly string[];
  /** What stands between items and between sections, and not behind the last. */
  readonly between: string;
  readonly tail: string;
}

/** How JSON is nested: by entity or by date, as it was asked for; or ids within dates, at times with an id that has no rows. */
export type Shape = "usual" | "dates-above-ids" | "null-member";

interface Written {
  readonly csv: boolean;
  readonly byDate: boolean;
  readonly shape: Shape;
}

const EOL = "\r\n";

/** By entity, or by date when asked so; JSON without the zeros, CSV with them and with display names, as Pinterest writes them. */
export function layoutOf(data: ReportData, { csv, byDate, shape }: Written): Layout {
  // Where no column holds the id, the keys are all that tells rows apart.
  const within = shape !== "usual" || (byDate && data.ours !== undefined);
  const days = (byDate || within) && data.dates[0] !== null ? data.dates : [null];
  const isOf = (day: string | null, { date }: DataRow) => day === null || day === date;
  const split = (number: number, text: (rows: readonly DataRow[]) => string) => {
    const rows = data.rows(number);
    return days.map((day) => text(rows.filter((row) => isOf(day, row))));
  };
  if (csv) {
    const names = [...(data.ours === undefined ? [] : [data.ours]), ...data.names];
    const cellOf = ({ cells, entity }: DataRow, name: string) => (name === data.ours ? { digits: entity, quoted: true } : cells.get(name));
    return {
      head: csvLine(names.map(displayName)),
      sections: days.map(() => ({ head: "", tail: "" })),
      parts: (number) => split(number, (rows) => rows.map((row) => csvLine(names.map((name) => plain(cellOf(row, name))))).join("")),
      between: "",
      tail: "",
    };
  }
  const objects = (rows: readonly DataRow[]) => rows.map((row) => jsonRow(row, within)).join(",");
  const underId = (rows: readonly DataRow[]) => (rows[0] === undefined ? "" : `"${rows[0].entity}":[${objects(rows)}],`);
  const [open, close] = within ? [shape === "null-member" ? '{"600000000000":null,' : "{", "}"] : ["[", "]"];
  return {
    head: "{",
    sections: days.map((day) => (day === null ? { head: "", tail: "" } : { head: `"${day}":${open}`, tail: close })),
    parts: (number) => split(number, days[0] === null || within ? underId : (rows) => (rows.length === 0 ? "" : `${objects(rows)},`)),
    between: ",",
    tail: "}",
  };
}

/** Without what is zero; and, where it stands under its id, without that. */
function jsonRow({ cells, entity }: DataRow, underId: boolean): string {
  const isSaid = (value: Cell) => underId && typeof value === "object" && value.digits === entity;
  const members = [...cells]
    .filter(([, value]) => value !== 0 && !isSaid(value))
    .map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
  return `{${members.join(",")}}`;
}

function json(value: Cell): string {
  // No number begins with a zero, though an account may.
  if (typeof value === "object") return value.quoted || value.digits.startsWith("0") ? `"${value.digits}"` : value.digits;
  return JSON.stringify(value);
}

function plain(value: Cell | undefined): string {
  return typeof value === "object" ? value.digits : String(value ?? "");
}

function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(",")}${EOL}`;
}

// Seen in real files; the rest is as these are made.
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  PIN_ID: "Organic pin ID",
  TARGETING_TYPE: "Targeting Type",
  TARGETING_VALUE: "Targeting Value",
};

/** `AD_GROUP_ID` is "Ad group ID" to people. */
export function displayName(column: string): string {
  const known = KNOWN_NAMES[column];
  if (known !== undefined) return known;
  const words = column
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bid\b/g, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
