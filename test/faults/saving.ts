import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { type FileAnswer, whole } from "../runtime/made-up/file-host.js";
import { refuses } from "./bare.js";
import type { Case } from "./scene.js";

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

/** Disks that do not take the file. */
export const saving: readonly Case[] = [
  {
    name: "D16 a path at which no file can be is refused before anything is downloaded",
    run: () =>
      inFolder(async (folder) => {
        await writeFile(join(folder, "file"), "before");
        for (const path of [folder, join(folder, "new/"), join(folder, "no/report.csv"), join(folder, "file/report.csv")]) {
          const message = expect.stringContaining(JSON.stringify(path));
          const { ranges } = await refuses({ file: whole(text), read: (report) => report.download(path) }, { message });
          expect(ranges).toEqual([]);
        }
        expect(await readFile(join(folder, "file"), "utf8")).toBe("before");
      }),
  },
  {
    name: "D16 a disk that fails at the end is an error with the system's own as its cause",
    run: () =>
      inFolder(async (folder) => {
        const path = join(folder, "report.csv");
        const file: FileAnswer = (response) => {
          response.writeHead(200, { "content-length": text.length }).write(text.slice(0, 5));
          // In the file's place, after it was looked at.
          mkdir(path).then(() => response.end(text.slice(5)));
        };
        const match = { received: text.length, cause: expect.objectContaining({ syscall: "rename" }) };
        await refuses({ file, read: (report) => report.download(path) }, match);
      }),
  },
];
