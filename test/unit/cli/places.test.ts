import {
  chmod,
  type FileHandle,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  stat,
  symlink,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { RowStore } from "../../../cli/commands/run/row-store.js";
import { replaceFile } from "../../../cli/terminal/replace-file.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";

const ONE = ["run", "549755885175", "body.json", "--since", "2d"];
const MANY = ["run", "--accounts", "ids.txt", "body.json", "--since", "2d"];
const posix = process.platform !== "win32";

async function made(): Promise<Place> {
  const one = await place();
  await writeFile(join(one.folder, "ids.txt"), "549755885175\n549755885176\n");
  await writeFile(join(one.folder, "body.json"), JSON.stringify(BODY));
  return one;
}

describe("two options that name the same file", () => {
  it.each<[string, string[]]>([
    [
      "--out x.json and --journal ./x.json are the same file",
      [...MANY, "--out", "x.json", "--journal", "./x.json"],
    ],
    ["the body body.json and --out body.json are the same file", [...ONE, "--out", "body.json"]],
    [
      "--accounts ids.txt and --out ids.txt are the same file",
      [...MANY, "--out", "ids.txt", "--format", "csv"],
    ],
    [
      "--out x.env and --tokens x.env are the same file",
      [...ONE, "--out", "x.env", "--format", "csv", "--tokens", "x.env"],
    ],
    [
      "--out z.rows/a.csv is within the journal's rows",
      [...MANY, "--out", "z.rows/a.csv", "--journal", "z"],
    ],
    [
      "--out z.lock and the journal's lock",
      [...MANY, "--out", "z.lock", "--format", "csv", "--journal", "z"],
    ],
  ])("are rejected before anything is sent: %s", async (words, args) => {
    await using one = await made();
    await mkdir(join(one.folder, "z.rows"));
    const { exit, stderr } = await one.call(args);
    expect(exit, stderr).toBe(2);
    expect(stderr).toContain(`error  ${words}`);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
    expect(one.server.requests).toEqual([]);
    expect((await readdir(one.folder)).sort()).toEqual(["body.json", "ids.txt", "z.rows"]);
  });

  it.runIf(posix)(
    "are detected despite hard and symbolic links, even if the file does not exist yet",
    async () => {
      await using one = await made();
      await symlink("night.journal", join(one.folder, "soft"));
      await link(join(one.folder, "body.json"), join(one.folder, "hard.json"));
      for (const args of [
        ["--out", "soft", "--journal", "night.journal"],
        ["--out", "hard.json"],
      ]) {
        const { exit, stderr } = await one.call([...MANY, ...args]);
        expect(exit, stderr).toBe(2);
        expect(stderr).toMatch(/are the same file$/m);
      }
      const resumed = await one.call(["run", "--resume", "body.json", "--out", "hard.json"]);
      expect(resumed).toMatchObject({
        exit: 2,
        stderr: expect.stringContaining(
          "the handle body.json and --out hard.json are the same file",
        ),
      });
      expect(one.server.requests).toEqual([]);
    },
  );
});

describe("a folder for temporary rows", () => {
  it("is neither used nor removed if it was not created by a run", async () => {
    await using one = await made();
    await mkdir(join(one.folder, "night.rows"));
    await writeFile(join(one.folder, "night.rows", "mine.txt"), "mine");
    const { exit, stderr } = await one.call([...MANY, "--out", "y.csv", "--journal", "night"]);
    expect(exit, stderr).toBe(2);
    expect(stderr).toMatch(
      /^error {2}.*night\.rows contains files that were not written by a run$/m,
    );
    expect(await readdir(join(one.folder, "night.rows"))).toEqual(["mine.txt"]);
    expect(one.server.requests).toEqual([]);
  });

  it("is not emptied of the user's own files", async () => {
    await using one = await made();
    await mkdir(join(one.folder, "night.rows"));
    await writeFile(join(one.folder, "night.rows", ".pinterest-reports-rows"), "");
    await writeFile(join(one.folder, "night.rows", "mine.txt"), "mine");
    const { exit, stderr } = await one.call([...MANY, "--out", "y.csv", "--journal", "night"]);
    expect(exit, stderr).toBe(0);
    expect(await readdir(join(one.folder, "night.rows"))).toContain("mine.txt");
  });
});

describe.runIf(posix)("--out", () => {
  it("writes to the target of a link and keeps the link", async () => {
    await using one = await made();
    await writeFile(join(one.folder, "old.csv"), "old");
    await symlink("old.csv", join(one.folder, "link.csv"));
    await symlink("new.csv", join(one.folder, "dangling.csv"));
    await mkdir(join(one.folder, "far/deep"), { recursive: true });
    await symlink("far/deep", join(one.folder, "near"));
    await symlink("../beside.csv", join(one.folder, "far/deep/up.csv"));
    for (const [named, behind] of [
      ["link.csv", "old.csv"],
      ["dangling.csv", "new.csv"],
      ["near/up.csv", "far/beside.csv"],
    ] as const) {
      const { exit, stderr } = await one.call([...ONE, "--out", named]);
      expect(exit, stderr).toBe(0);
      expect((await lstat(join(one.folder, named))).isSymbolicLink()).toBe(true);
      expect(await readFile(join(one.folder, behind), "utf8")).toMatch(/^CAMPAIGN_ID,/);
    }
  });

  it("keeps the permissions of an existing file", async () => {
    await using one = await made();
    const file = join(one.folder, "private.csv");
    for (const mode of [0o600, 0o666]) {
      await writeFile(file, "old");
      await chmod(file, mode);
      const { exit, stderr } = await one.call([...ONE, "--out", "private.csv"]);
      expect(exit, stderr).toBe(0);
      expect(await readFile(file, "utf8")).toMatch(/^CAMPAIGN_ID,/);
      expect((await stat(file)).mode & 0o777).toBe(mode);
    }
  });
});

describe("a file that cannot be written", () => {
  it.runIf(process.platform === "linux")("is reported before a report is created", async () => {
    await using one = await made();
    const { exit, stderr } = await one.call([...ONE, "--out", "/proc/x.csv"]);
    expect(exit, stderr).toBe(2);
    expect(stderr).toMatch(
      /^error {2}\/proc\/x\.csv cannot be written: ENOENT: [^']*\n {2}fix {2}.*--out/,
    );
    expect(one.server.requests).toEqual([]);
  });

  it.runIf(posix)("is also reported if it is in the folder of buffered rows", async () => {
    vi.stubEnv("TMPDIR", "/nowhere");
    await expect(RowStore.temporary(undefined, {})).rejects.toMatchObject({
      message: "rows cannot be buffered in /nowhere: ENOENT: no such file or directory",
      hint: expect.stringContaining("TMPDIR"),
    });
    vi.unstubAllEnvs();
  });

  it.runIf(posix && process.getuid?.() !== 0)("is reported if it is write-protected", async () => {
    await using one = await made();
    await writeFile(join(one.folder, "old.csv"), "old", { mode: 0o444 });
    const { exit, stderr } = await one.call([...ONE, "--out", "old.csv"]);
    expect(exit, stderr).toBe(2);
    expect(stderr).toContain("old.csv cannot be written: EACCES");
    expect(one.server.requests).toEqual([]);
  });

  it.each(["rows.csv.gz", "rows.xlsx", "rows.TSV"])(
    "is reported if its extension contradicts the format: %s",
    async (out) => {
      await using one = await made();
      const { exit, stderr } = await one.call([...ONE, "--out", out]);
      expect(exit, stderr).toBe(2);
      expect(stderr).toMatch(
        /^error {2}--out .* has an unknown extension: \.\w+\n {2}fix {2}Choose a format with --format: json, ndjson, csv, parquet, html, table\.\n$/,
      );
      const told = await one.call([...ONE, "--out", out, "--format", "csv"]);
      expect(told.exit, told.stderr).toBe(0);
    },
  );

  it("is reported if it is a folder", async () => {
    await using one = await made();
    const { exit, stderr } = await one.call([...ONE, "--out", tmpdir()]);
    expect(exit, stderr).toBe(2);
    expect(stderr).toContain("is a folder");
  });
});

describe("replacing a file", () => {
  it("keeps the old content if it is aborted between the last byte and the rename", async () => {
    await using one = await made();
    const path = join(one.folder, "rows.csv");
    await writeFile(path, "old");
    const stop = new AbortController();
    const write = async (file: FileHandle): Promise<void> => {
      await file.writeFile("new");
      stop.abort(new Error("stopped"));
    };
    await expect(replaceFile(path, 0o600, write, stop.signal)).rejects.toThrow("stopped");
    expect(await readFile(path, "utf8")).toBe("old");
    expect((await readdir(one.folder)).sort()).toEqual(["body.json", "ids.txt", "rows.csv"]);
  });
});
