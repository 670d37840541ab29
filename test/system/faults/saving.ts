import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { cut, type FileAnswer, whole } from "../../support/file-host.js";
import { comes, refuses } from "./bare.js";
import { all, type Case } from "./scene.js";

const text = "A,B\n1,2\n3,4\n";

async function inFolder(work: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  try {
    await work(folder);
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
}

const page = `<html><body>${"Sign in. ".repeat(500)}</body></html>`;
const noReports = [
  [page, "JSON"],
  [page, "CSV"],
  ['<?xml version="1.0"?><Error/>', "CSV"],
  ["Internal error", "JSON"],
  ["Internal error", "CSV"],
  ["Try again\nlater", "CSV"],
  ['{"code":7,"message":"no"}', "CSV"],
  ['{"code":7,"message":"no"}', "JSON"],
  ['\ufeff {"error":{"code":7}}', "JSON"],
  ['{ "errors" : [1]}', "JSON"],
  ["A,B\n1,2\n", "JSON"],
  ["Sorry, an error occurred, try again later", "CSV"],
  ["Please wait, then try again.\n", "CSV"],
] as const;

/** Disks that cannot store the file, and files that must not be stored. */
export const saving: readonly Case[] = [
  {
    name: "D4 text() and download() reject content that is not a report, and replace no file",
    run: () =>
      inFolder(async (folder) => {
        const path = join(folder, "report");
        await writeFile(path, "before");
        for (const [value, report_format] of noReports) {
          // The second file starts like a report, is cut off, and has changed when it is requested
          // again.
          const begun =
            report_format === "JSON"
              ? `{"1":[{"A":"${"1".repeat(3_000)}`
              : `A,B\n${"1,2\n".repeat(900)}`;
          const later: FileAnswer = (response, request, number) =>
            (number === 1 ? cut(begun, 2_000) : whole(value))(response, request, number);
          for (const file of [whole(value), later]) {
            const asked = { file, body: { report_format } };
            await refuses(
              { ...asked, read: (report) => report.download(path) },
              { message: expect.stringContaining("is damaged: ") },
            );
            await refuses({ ...asked, read: (report) => report.text() });
          }
          await refuses({
            file: whole(value),
            body: { report_format },
            read: (report) => all(report),
          });
          expect(await readFile(path, "utf8")).toBe("before");
        }
        // A report is saved as it is, even if it is short, has spaces in its cells or has no rows.
        for (const value of [
          "A, B\n1, 2\n",
          "A,B\n",
          '"A,\nB", C\n',
          `A,B\n${"1,2\n".repeat(600)}`,
          " \n",
        ]) {
          expect((await comes({ file: whole(value), read: (report) => report.text() })).value).toBe(
            value,
          );
          await comes({ file: whole(value), read: (report) => report.download(path) });
          expect(await readFile(path, "utf8")).toBe(value);
        }
      }),
  },
  {
    name: "D16 a path that cannot be written to is rejected before the download",
    run: () =>
      inFolder(async (folder) => {
        await writeFile(join(folder, "file"), "before");
        for (const path of [
          folder,
          join(folder, "new/"),
          join(folder, "no/report.csv"),
          join(folder, "file/report.csv"),
        ]) {
          const message = expect.stringContaining(JSON.stringify(path));
          const { ranges } = await refuses(
            { file: whole(text), read: (report) => report.download(path) },
            { message },
          );
          expect(ranges).toEqual([]);
        }
        expect(await readFile(join(folder, "file"), "utf8")).toBe("before");
      }),
  },
  {
    name: "D16 if the finished file cannot be renamed, the cause is the system's error",
    run: () =>
      inFolder(async (folder) => {
        const path = join(folder, "report.csv");
        const file: FileAnswer = (response) => {
          response.writeHead(200, { "content-length": text.length }).write(text.slice(0, 5));
          // Put a folder in the file's place after the path was checked.
          mkdir(path).then(() => response.end(text.slice(5)));
        };
        const match = {
          received: text.length,
          cause: expect.objectContaining({ syscall: "rename" }),
        };
        await refuses({ file, read: (report) => report.download(path) }, match);
      }),
  },
];
