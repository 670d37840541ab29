import { chmodSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { Problems } from "../../generator/problem.js";
import { compare, filesIn, write } from "../../generator/write.js";
import { temporaryFolder } from "./temporary.js";

const OURS = "// Generated from Pinterest's API description. Do not edit.\n";
const output = new Map([
  ["a.ts", `${OURS}export const a = 1;\n`],
  ["in/b.ts", `${OURS}export const b = 2;\n`],
]);

function folderWith(files: Readonly<Record<string, string>>): URL {
  const folder = temporaryFolder();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(new URL(".", new URL(path, folder)), { recursive: true });
    writeFileSync(new URL(path, folder), text);
  }
  return folder;
}

const kinds = (folder: URL) => compare(folder, output).map(({ kind, path }) => `${kind} ${path}`);
const read = (folder: URL, path: string) => readFileSync(new URL(path, folder), "utf8");

describe("writing", () => {
  it("makes a folder what the output says, and then has nothing to do", () => {
    const folder = new URL("new/", temporaryFolder());
    expect(write(folder, output).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
    expect(filesIn(folder)).toEqual(["a.ts", "in/b.ts"]);
    expect(read(folder, "in/b.ts")).toBe(output.get("in/b.ts"));
    expect(write(folder, output)).toEqual([]);
  });

  it("removes orphans of ours with the folder that they leave empty", () => {
    const folder = folderWith({ "old/flow.ts": OURS, "old.ts": OURS, "kept/notes.md": "mine\n", "kept/flow.ts": OURS });
    write(folder, output);
    expect(filesIn(folder)).toEqual(["a.ts", "in/b.ts", "kept/notes.md"]);
    expect(existsSync(new URL("old/", folder))).toBe(false);
  });

  it("looks into no folder of others: hidden ones, packages, the output of another run", () => {
    const others = { "node_modules/x/old.ts": OURS, ".cache/old.ts": OURS, "own/package.json": "{}", "own/old.ts": OURS };
    const folder = folderWith({ ...others, "nearer/model.json": "{}", "nearer/old.ts": OURS, "nearer/deep/old.ts": OURS });
    expect(write(folder, output).map(({ kind }) => kind)).toEqual(["missing", "missing"]);
    for (const path of ["node_modules/x/old.ts", ".cache/old.ts", "own/old.ts", "nearer/old.ts", "nearer/deep/old.ts"])
      expect(read(folder, path)).toBe(OURS);
  });

  it("follows no link, and calls it foreign", () => {
    const folder = folderWith({ "in/b.ts": output.get("in/b.ts") ?? "" });
    symlinkSync("nowhere", new URL("a.ts", folder));
    symlinkSync(fileURLToPath(temporaryFolder()), new URL("elsewhere", folder));
    expect(kinds(folder)).toEqual(["foreign a.ts", "foreign elsewhere"]);
    expect(() => write(folder, output)).toThrow("a.ts: stands where a generated file has to go and is not ours");
  });

  it("never touches a foreign file beside its own", () => {
    const folder = folderWith({ "notes.md": "mine\n" });
    write(folder, output);
    expect(read(folder, "notes.md")).toBe("mine\n");
    expect(kinds(folder)).toEqual(["foreign notes.md"]);
  });

  it("never overwrites a foreign file in the way, and writes nothing at all", () => {
    const folder = folderWith({ "in/b.ts": "export const mine = 1;\n", "old.ts": OURS });
    expect(() => write(folder, output)).toThrow(Problems);
    expect(() => write(folder, output)).toThrow("in/b.ts: stands where a generated file has to go and is not ours");
    expect(filesIn(folder)).toEqual(["in/b.ts", "old.ts"]);
    expect(read(folder, "in/b.ts")).toBe("export const mine = 1;\n");
  });

  it("leaves nothing half done where a file cannot be written", () => {
    // A folder stands where a file has to go: it is found out only while writing.
    const folder = folderWith({ "a.ts/mine.txt": "mine\n" });
    expect(() => write(folder, output)).toThrow();
    expect(filesIn(folder).filter((path) => path.endsWith(".new"))).toEqual([]);
    expect(read(folder, "a.ts/mine.txt")).toBe("mine\n");
  });

  it.skipIf(process.platform === "win32" || process.getuid?.() === 0)("leaves nothing half done in a folder that is read-only", () => {
    const folder = folderWith({ "a.ts": `${OURS}old\n` });
    chmodSync(folder, 0o500);
    expect(() => write(folder, output)).toThrow();
    chmodSync(folder, 0o700);
    expect(filesIn(folder)).toEqual(["a.ts"]);
    expect(read(folder, "a.ts")).toBe(`${OURS}old\n`);
  });
});

describe("comparing", () => {
  it("names what is changed, missing, orphaned and foreign, and counts lines", () => {
    const folder = folderWith({ "a.ts": `${OURS}export const a = 2;\nmore\n`, "old.ts": OURS, "notes.md": "mine\n" });
    expect(compare(folder, output).map(({ kind, path, added, removed }) => `${kind} ${path} +${added} -${removed}`)).toEqual([
      "changed a.ts +1 -2",
      "missing in/b.ts +2 -0",
      "foreign notes.md +0 -1",
      "orphan old.ts +0 -1",
    ]);
  });

  it("does not mind Windows line ends, which git may make", () => {
    const folder = temporaryFolder();
    write(folder, output);
    writeFileSync(new URL("a.ts", folder), read(folder, "a.ts").replaceAll("\n", "\r\n"));
    expect(kinds(folder)).toEqual([]);
  });

  it("takes a file for ours by its first words, not by a mention further down", () => {
    const folder = folderWith({ "a.ts": `${"// mine\n".repeat(60)}${OURS}` });
    expect(kinds(folder)).toEqual(["foreign a.ts", "missing in/b.ts"]);
  });
});
