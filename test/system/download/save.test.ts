import { execFileSync } from "node:child_process";
import {
  chmod,
  type FileHandle,
  lstat,
  mkdir,
  mkdtemp,
  open,
  readdir,
  readFile,
  readlink,
  rm,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { loadDisk, save, writeTargetFor } from "../../../runtime/download/save.js";
import { type FileHost, fileHost, whole } from "../../support/file-host.js";
import { account, bodyFor, createClient } from "../../support/flow.js";
import { DOWNLOADS } from "../../support/hints.js";

const text = '{"1":[{"A":1}]}';
const posix = process.platform !== "win32";

let folder = "";
let host: FileHost;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  host = await fileHost(whole(text));
});
afterEach(async () => {
  await host[Symbol.asyncDispose]();
  // No write left a temporary file behind.
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  await rm(folder, { recursive: true, force: true });
  expect(names.filter((name) => name.endsWith(".part"))).toEqual([]);
});

const inFolder = (name: string) => join(folder, name);
async function download(path: unknown): Promise<unknown> {
  const clock = { date: () => Date.parse("2026-03-10T12:00:00Z") };
  const client = createClient({ accessToken: "a-token", baseUrl: host.baseUrl, validate: false });
  const report = await client.report.run(account, bodyFor({ clock } as never));
  return report.download(path as string).catch((error: unknown) => error);
}
const modeOf = async (path: string) => (await stat(path)).mode & 0o777;

describe("a saved report", () => {
  it("has the permissions that the process gives to new files", async () => {
    const path = inFolder("report.json");
    expect(await download(path)).toBe(text.length);
    await writeFile(inFolder("usual"), "");
    expect(await modeOf(path)).toBe(await modeOf(inFolder("usual")));
  });

  it.runIf(posix)("keeps the permissions of an existing file", async () => {
    for (const mode of [0o600, 0o666, 0o440]) {
      const path = inFolder(`report-${mode}.json`);
      await writeFile(path, "before");
      await chmod(path, mode);
      expect(await download(path)).toBe(text.length);
      expect([await modeOf(path), await readFile(path, "utf8")]).toEqual([mode, text]);
    }
  });

  it.runIf(posix)(
    "replaces the target of a link and keeps the link, even if the target does not exist yet",
    async () => {
      await mkdir(inFolder("data"));
      await mkdir(inFolder("other"));
      await writeFile(inFolder("data/old"), "before");
      await symlink("data/old", inFolder("old"));
      await symlink("../data/new", inFolder("other/new"));
      await symlink(inFolder("other/new"), inFolder("new"));
      await symlink("other", inFolder("folder"));
      for (const [name, target, leads] of [
        ["old", "data/old", "data/old"],
        ["new", "data/new", inFolder("other/new")],
        ["folder/new", "data/new", "../data/new"],
      ] as const) {
        expect(await download(inFolder(name))).toBe(text.length);
        expect(await readlink(inFolder(name))).toBe(leads);
        expect([
          (await lstat(inFolder(target))).isFile(),
          await readFile(inFolder(target), "utf8"),
        ]).toEqual([true, text]);
      }
    },
  );

  it("can have the longest name that the file system allows", async () => {
    for (const name of [
      "x".repeat(255),
      "x".repeat(240),
      posix ? "é".repeat(127) : "y".repeat(250),
    ]) {
      expect(await download(inFolder(name))).toBe(text.length);
      expect(await readFile(inFolder(name), "utf8")).toBe(text);
    }
  });

  it("is written to the path of a file: URL", async () => {
    expect(await download(pathToFileURL(inFolder("a b.json")))).toBe(text.length);
    expect(await readFile(inFolder("a b.json"), "utf8")).toBe(text);
  });

  it.each([undefined, null, 5, "", "a\0b", {}, new URL("https://127.0.0.1/a")])(
    "is not downloaded to %j",
    async (path) => {
      expect(await download(path)).toMatchObject({
        code: "invalid_argument",
        handle: { adAccountId: account },
      });
      expect(host.asked).toEqual([]);
    },
  );

  it("is not downloaded to a path that is not a file", async () => {
    const cases: [string, string][] = [
      [folder, "it is a folder"],
      [inFolder("new/"), "it is the name of a folder"],
    ];
    const socket = createServer();
    if (posix) {
      execFileSync("mkfifo", [inFolder("pipe")]);
      await new Promise<void>((resolve) => socket.listen(inFolder("socket"), resolve));
      await symlink("pipe", inFolder("link"));
      for (const name of ["pipe", "socket", "link"])
        cases.push([inFolder(name), "it is a device, a pipe or a socket"]);
    }
    const names = await readdir(folder);
    for (const [path, why] of cases) {
      const message = `the report cannot be written to ${JSON.stringify(path)}: ${why}${DOWNLOADS}`;
      expect(await download(path)).toMatchObject({
        code: "download",
        message,
        handle: { adAccountId: account },
      });
    }
    expect([host.asked, await readdir(folder)]).toEqual([[], names]);
    socket.close();
  });

  it("fails with the file system's error and the given path if it cannot be written", async () => {
    const path = inFolder("no/report.json");
    const message = `the report cannot be written to ${JSON.stringify(path)}: ENOENT: no such file or directory${DOWNLOADS}`;
    expect(await download(path)).toMatchObject({
      code: "download",
      message,
      cause: { code: "ENOENT" },
      handle: { adAccountId: account },
    });
    await writeFile(inFolder("file"), "before");
    expect(await download(inFolder("file/report.json"))).toMatchObject({
      code: "download",
      cause: { code: posix ? "ENOTDIR" : "ENOENT" },
    });
    if (posix) {
      await symlink("loop", inFolder("loop"));
      expect(await download(inFolder("loop"))).toMatchObject({
        code: "download",
        cause: { code: "ELOOP" },
      });
    }
    expect(host.asked).toEqual([]);
  });
});

it("a download writes to the path as resolved at the start, even after the working directory changes", async () => {
  const [home, other, program] = [inFolder("home"), inFolder("other"), inFolder("program.mjs")];
  await Promise.all([mkdir(home), mkdir(other)]);
  const entry = new URL("./other-folder.ts", import.meta.url).pathname;
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  const said = JSON.parse(
    execFileSync(process.execPath, [program, home, other], { encoding: "utf8", timeout: 60_000 }),
  );
  expect(said).toEqual({
    bytes: expect.any(Number),
    items: "done",
    home: ["report.json", "run.ndjson"],
    other: [],
  });
});

describe("a file that is saved", () => {
  const pieces = ["first ", "", "second ", "third"].map((piece) => new TextEncoder().encode(piece));
  async function* bytes() {
    yield* pieces;
  }

  /** Runs `work` while some methods of open files are replaced. */
  async function withFiles(
    replaced: (own: FileHandle) => Partial<FileHandle>,
    work: () => Promise<void>,
  ): Promise<void> {
    const probe = await open(inFolder("probe"), "w");
    const files = Object.getPrototypeOf(probe);
    await probe.close();
    const own = { ...Object.getOwnPropertyDescriptors(files) };
    try {
      for (const [name, value] of Object.entries(replaced(files)))
        Object.defineProperty(files, name, { ...own[name], value });
      await work();
    } finally {
      for (const name of Object.keys(replaced(files)))
        Object.defineProperty(files, name, own[name] as PropertyDescriptor);
    }
  }

  it("is complete on a disk that accepts only a few bytes at a time", async () => {
    const few = (own: FileHandle) => {
      const write = own.write as (...given: readonly unknown[]) => unknown;
      return {
        write(this: FileHandle, piece: Uint8Array, at: number, length: number, position: number) {
          return write.call(this, piece, at, Math.min(length, 4), position);
        },
      } as Partial<FileHandle>;
    };
    await withFiles(few, async () => {
      expect(await save(bytes, inFolder("a"))).toBe(18);
      expect(await readFile(inFolder("a"), "utf8")).toBe("first second third");
    });
  });

  it("is written again from the first byte if the download restarts", async () => {
    async function* twice(restart: () => Promise<void>) {
      yield* pieces;
      await restart();
      yield new TextEncoder().encode("again");
    }
    expect(await save(twice, inFolder("a"))).toBe(5);
    expect(await readFile(inFolder("a"), "utf8")).toBe("again");
  });

  it.each(["truncate", "write", "sync"] as const)(
    "leaves nothing behind if the disk fails to %s",
    async (name) => {
      const fails = () =>
        ({
          [name]: () => Promise.reject(new Error("ENOSPC: no space left on device, write")),
        }) as Partial<FileHandle>;
      async function* anew(restart: () => Promise<void>) {
        yield* bytes();
        await restart();
      }
      await withFiles(fails, async () => {
        const error = await save(anew, inFolder("a")).catch((thrown: unknown) => thrown);
        const received = name === "truncate" ? 18 : 0;
        expect(error).toMatchObject({
          received,
          message: `the report cannot be written to ${JSON.stringify(inFolder("a"))}: ENOSPC: no space left on device${DOWNLOADS}`,
        });
        expect(await readdir(folder)).toEqual(["probe"]);
      });
    },
  );

  it("is written under a temporary name, which begins with its own name if that is short enough", async () => {
    const disk = await loadDisk();
    const nameOf = async (name: string) =>
      basename((await writeTargetFor(inFolder(name), disk)).part);
    for (const [name, stays] of [
      ["a", true],
      ["a".repeat(240), true],
      ["a".repeat(241), false],
      ["é".repeat(120), true],
      ["é".repeat(121), false],
    ] as const) {
      expect(await nameOf(name)).toMatch(new RegExp(`^${stays ? name : ""}\\.[0-9a-f]{8}\\.part$`));
    }
    const { target, part, mode } = await writeTargetFor(inFolder("a"), disk);
    expect([target, dirname(part), mode]).toEqual([inFolder("a"), folder, null]);
    for (const folderName of [`${inFolder("new")}/`, folder])
      await expect(writeTargetFor(folderName, disk)).rejects.toThrow(
        /it is (the name of )?a folder/,
      );
  });
});
