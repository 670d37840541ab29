import fs, {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Problems } from "../../../generator/problem.js";
import { compareFolder, filesIn } from "../../../generator/write/compare.js";
import { WORK } from "../../../generator/write/lock.js";
import { writeFolder } from "../../../generator/write/write.js";
import { NO_PROCESS } from "../../support/no-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const OURS =
  "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n";
const output = new Map([
  ["a.ts", `${OURS}export const a = 1;\n`],
  ["in/b.ts", `${OURS}export const b = 2;\n`],
]);

function folderWith(files: Readonly<Record<string, string>>): URL {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(new URL(".", at(folder, path)), { recursive: true });
    writeFileSync(at(folder, path), text);
  }
  return folder;
}

/** The URL of a file, whatever characters are in its name. */
const at = (folder: URL, path: string): URL =>
  new URL(path.split("/").map(encodeURIComponent).join("/"), folder);
const kinds = (folder: URL) =>
  compareFolder(folder, output).map(({ kind, path }) => `${kind} ${path}`);
const read = (folder: URL, path: string) => readFileSync(at(folder, path), "utf8");
const into = (folder: URL, patience?: number) =>
  writeFolder(folder, output, {
    label: "out",
    ...(patience !== undefined && { maxWaitMs: patience }),
  });
const made = ["a.ts", "in/b.ts"];

/** The text of the problems, with their locations. */
async function refused(writing: Promise<unknown>): Promise<string> {
  const error = await writing.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(Problems);
  return (error as Problems).message;
}

describe("writing the output", () => {
  it("makes the folder match the output, and changes nothing the second time", async () => {
    const folder = new URL("new/deep/", temporaryFolder());
    expect((await into(folder)).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
    expect(filesIn(folder)).toEqual(made);
    expect(read(folder, "in/b.ts")).toBe(output.get("in/b.ts"));
    expect(await into(folder)).toEqual([]);
    expect(existsSync(new URL(WORK, folder))).toBe(false);
  });

  it("removes our orphaned files, and folders that become empty", async () => {
    const folder = folderWith({
      "old/one/flow.ts": OURS,
      "old.ts": OURS,
      "kept/notes.md": "mine\n",
      "kept/flow.ts": OURS,
    });
    await into(folder);
    expect(filesIn(folder)).toEqual([...made, "kept/notes.md"]);
    expect(existsSync(new URL("old/", folder))).toBe(false);
  });

  it("ignores other folders: hidden ones, packages, repositories, and the output of another run", async () => {
    const others = {
      "node_modules/x/old.ts": OURS,
      ".cache/old.ts": OURS,
      "own/package.json": "{}",
      "own/old.ts": OURS,
    };
    const nearer = { "nearer/model.json": "{}", "nearer/old.ts": OURS, "nearer/deep/old.ts": OURS };
    const folder = folderWith({
      ...others,
      ...nearer,
      "module/.git": "gitdir: elsewhere\n",
      "module/old.ts": OURS,
    });
    expect((await into(folder)).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
    for (const path of Object.keys({ ...others, ...nearer, "module/old.ts": OURS }).filter((one) =>
      one.endsWith("old.ts"),
    ))
      expect(read(folder, path)).toBe(OURS);
  });

  it("never changes a foreign file next to our own, whatever the foreign file's name", async () => {
    const names = [
      "notes.md",
      "a#b.md",
      "a?b.md",
      "100%.md",
      "http:x.md",
      "é #1/n.md",
      "a b%20c/n.md",
      "%2e%2e/precious.ts",
    ];
    const folder = folderWith(Object.fromEntries(names.map((name) => [`out/${name}`, "mine\n"])));
    writeFileSync(new URL("precious.ts", folder), OURS);
    const out = new URL("out/", folder);
    expect(
      (await into(out)).filter(({ kind }) => kind === "foreign").map(({ path }) => path),
    ).toEqual(names.sort());
    for (const name of names) expect(read(out, name)).toBe("mine\n");
    expect(read(folder, "precious.ts")).toBe(OURS);
  });

  it("removes an orphaned file in a folder with an odd name, and nothing next to the output folder", async () => {
    const folder = folderWith({
      "precious.ts": OURS,
      "out/%2e%2e/precious.ts": OURS,
      "out/a b#/old.ts": OURS,
    });
    await into(new URL("out/", folder));
    expect(filesIn(folder)).toEqual(["out/a.ts", "out/in/b.ts", "precious.ts"]);
  });

  it("treats a file that only mentions the generator as foreign", async () => {
    const sentence = "Generated from Pinterest's API description.";
    const theirs = {
      "README.md": `# Pinterest\n\n${sentence} See our wiki.\n`,
      "copy.ts": `// mine now\n${OURS}`,
      "old.ts": `// ${sentence} Do not edit.\n`,
      "old.txt": OURS,
      "data.json": `{\n "a": "${sentence}"\n}\n`,
    };
    const folder = folderWith(theirs);
    await into(folder);
    for (const [path, text] of Object.entries(theirs)) expect(read(folder, path)).toBe(text);
  });
});

describe("an obstacle at a file's path", () => {
  it("is never overwritten, and nothing else is written either", async () => {
    const folder = folderWith({ "in/b.ts": "export const mine = 1;\n", "old.ts": OURS });
    expect(await refused(into(folder))).toBe(
      "out/in/b.ts: a generated file belongs here, but something else is in its place",
    );
    expect(filesIn(folder)).toEqual(["in/b.ts", "old.ts"]);
    expect(read(folder, "in/b.ts")).toBe("export const mine = 1;\n");
  });

  it.each<[string, (folder: URL) => void, string]>([
    ["a folder", (folder) => mkdirSync(new URL("a.ts/", folder)), "a.ts"],
    [
      "a file where a folder goes",
      (folder) => writeFileSync(new URL("in", folder), "mine\n"),
      "in",
    ],
    ["a link to a file", (folder) => symlinkSync("nowhere", new URL("a.ts", folder)), "a.ts"],
    ["a link to a folder", (folder) => symlinkSync("../elsewhere", new URL("in", folder)), "in"],
    ["a link to a folder inside", (folder) => symlinkSync("other", new URL("in", folder)), "in"],
    ["a package of its own", (folder) => packageIn(new URL("in/", folder)), "in"],
  ])("is rejected by name before anything is written: %s", async (_, put, name) => {
    const folder = folderWith({
      "elsewhere/b.ts": "mine\n",
      "out/old.ts": OURS,
      "out/other/b.ts": "mine\n",
    });
    const out = new URL("out/", folder);
    put(out);
    expect(kinds(out)).toContain(`obstacle ${name}`);
    expect(await refused(into(out))).toBe(
      `out/${name}: a generated file belongs here, but something else is in its place`,
    );
    expect(filesIn(out).filter((path) => path.endsWith("old.ts") || path === "a.ts")).toEqual([
      "old.ts",
    ]);
    expect([read(folder, "elsewhere/b.ts"), read(out, "other/b.ts")]).toEqual(["mine\n", "mine\n"]);
  });

  it("is reported once for any number of files, and a link that leads elsewhere is not touched", () => {
    const folder = folderWith({ "elsewhere/c.ts": OURS });
    symlinkSync("elsewhere", new URL("in", folder));
    symlinkSync(fileURLToPath(temporaryFolder()), new URL("away", folder));
    const two = new Map([...output, ["in/c.ts", `${OURS}export const c = 3;\n`]]);
    expect(compareFolder(folder, two).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
      "missing a.ts",
      "obstacle in",
      "foreign away",
      "orphan elsewhere/c.ts",
    ]);
  });

  it("can be the output folder itself, or its parent", async () => {
    const folder = folderWith({ file: "mine\n" });
    symlinkSync("nowhere", new URL("link", folder));
    expect(await refused(into(new URL("file/", folder)))).toBe("out: the output folder is a file");
    expect(await refused(into(new URL("link/", folder)))).toBe(
      "out: the output folder is a link whose target does not exist",
    );
    expect(await refused(into(new URL("file/out/", folder)))).toContain(
      "out: the output folder cannot be read: there is a file where a folder is needed",
    );
    expect(read(folder, "file")).toBe("mine\n");
  });
});

describe("a failed step", () => {
  it("is rolled back along with all other steps and the folders that were created", async () => {
    const folder = folderWith({
      "a.ts": `${OURS}old\n`,
      "index.ts": `${OURS}old index\n`,
      "z.ts": OURS,
    });
    const more = new Map([
      ["index.ts", `${OURS}new index\n`],
      ...output,
      ["new/deep/c.ts", `${OURS}export const c = 3;\n`],
    ]);
    const real = fs.renameSync;
    fs.renameSync = (from, to) => {
      if (String(to).endsWith("c.ts"))
        throw Object.assign(new Error("ENOSPC"), { code: "ENOSPC", syscall: "rename" });
      real(from, to);
    };
    syncBuiltinESMExports();
    try {
      const says = await refused(writeFolder(folder, more, { label: "out" }));
      expect(says).toBe("out/new/deep/c.ts: cannot be written: no space left on the device");
    } finally {
      fs.renameSync = real;
      syncBuiltinESMExports();
    }
    expect(filesIn(folder)).toEqual(["a.ts", "index.ts", "z.ts"]);
    expect([read(folder, "a.ts"), read(folder, "index.ts")]).toEqual([
      `${OURS}old\n`,
      `${OURS}old index\n`,
    ]);
    for (const left of [WORK, "in", "new"])
      expect(existsSync(new URL(left, folder)), left).toBe(false);
  });

  it("can be caused by a name that the file system rejects, and is reported with the file's path", async () => {
    const name = `${"a".repeat(300)}.ts`;
    const folder = new URL("new/", temporaryFolder());
    const says = await refused(
      writeFolder(folder, new Map([...output, [name, OURS]]), { label: "out" }),
    );
    expect(says).toMatch(/^out\/?.*: .*a file name is too long for this file system$/);
    expect(existsSync(folder)).toBe(false);
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "may be caused by a read-only folder",
    async () => {
      const folder = folderWith({ "a.ts": `${OURS}old\n` });
      chmodSync(folder, 0o500);
      expect(await refused(into(folder))).toBe("out: cannot be written: permission denied");
      chmodSync(folder, 0o700);
      expect(filesIn(folder)).toEqual(["a.ts"]);
      expect(read(folder, "a.ts")).toBe(`${OURS}old\n`);
    },
  );
});

describe("two runs at once", () => {
  const holder = (folder: URL, pid: number) => {
    mkdirSync(new URL(`${WORK}/`, folder));
    writeFileSync(
      new URL(`${WORK}/holder.json`, folder),
      JSON.stringify({ pid, host: hostname(), id: "another" }),
    );
    writeFileSync(new URL(`${WORK}/0.new`, folder), "half");
  };

  it("wait for each other, and both succeed", async () => {
    const folder = temporaryFolder();
    await Promise.all([into(folder), into(folder), into(folder)]);
    expect(filesIn(folder)).toEqual(made);
  });

  it("make the second run fail if the first does not finish", async () => {
    const folder = temporaryFolder();
    // A process that lives as long as this test does.
    holder(folder, process.ppid);
    expect(await refused(into(folder, 100))).toContain(
      `another run is writing here: process ${process.ppid} on`,
    );
    expect(filesIn(folder)).toEqual([]);
    expect(read(folder, `${WORK}/0.new`)).toBe("half");
  });

  it("let the second run succeed if the first died before it could record its process", async () => {
    for (const name of [null, "holder.json"]) {
      const folder = folderWith(name === null ? {} : { [`${WORK}/${name}`]: "" });
      mkdirSync(new URL(`${WORK}/`, folder), { recursive: true });
      expect(await refused(into(folder, 100))).toContain("another run is writing here");
      utimesSync(new URL(`${WORK}/`, folder), new Date(), new Date(Date.now() - 10_000));
      await into(folder, 100);
      expect(filesIn(folder)).toEqual(made);
    }
  });

  it("let the second run succeed if the first died, or has not made progress for a long time", async () => {
    const [dead, slow] = [temporaryFolder(), temporaryFolder()];
    holder(dead, NO_PROCESS);
    holder(slow, process.ppid);
    utimesSync(new URL(`${WORK}/`, slow), new Date(0), new Date(0));
    for (const folder of [dead, slow]) {
      await into(folder, 100);
      expect(filesIn(folder)).toEqual(made);
      expect(existsSync(new URL(WORK, folder))).toBe(false);
    }
  });

  it("leave files alone that no run created", async () => {
    const folder = folderWith({ [`${WORK}/precious.txt`]: "mine\n" });
    utimesSync(new URL(`${WORK}/`, folder), new Date(0), new Date(0));
    expect(await refused(into(folder, 100))).toContain(
      "the work folder contains files that no run wrote",
    );
    expect(read(folder, `${WORK}/precious.txt`)).toBe("mine\n");
    const linked = temporaryFolder();
    symlinkSync(fileURLToPath(folder), new URL(WORK, linked));
    expect(await refused(into(linked, 100))).toContain(
      "the work folder contains files that no run wrote",
    );
    expect(lstatSync(new URL(WORK, linked)).isSymbolicLink()).toBe(true);
  });
});

describe("a comparison with the folder", () => {
  it("lists changed, missing, orphaned and foreign files, and counts the changed lines in ours", () => {
    const folder = folderWith({
      "a.ts": `${OURS}export const a = 2;\nmore\n`,
      "old.ts": OURS,
      "notes.md": "mine\n",
    });
    expect(
      compareFolder(folder, output).map(
        ({ kind, path, added, removed }) => `${kind} ${path} +${added} -${removed}`,
      ),
    ).toEqual([
      "changed a.ts +1 -2",
      "missing in/b.ts +2 -0",
      "foreign notes.md +0 -0",
      "orphan old.ts +0 -1",
    ]);
  });

  it("ignores Windows line endings, which git may create", async () => {
    const folder = temporaryFolder();
    await into(folder);
    writeFileSync(new URL("a.ts", folder), read(folder, "a.ts").replaceAll("\n", "\r\n"));
    expect(kinds(folder)).toEqual([]);
    writeFileSync(new URL("a.ts", folder), read(folder, "a.ts").replace("1;", "2;"));
    expect(kinds(folder)).toEqual(["changed a.ts"]);
  });
});

function packageIn(folder: URL): void {
  mkdirSync(folder);
  writeFileSync(new URL("package.json", folder), "{}");
}
