import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RowStore } from "../../../cli/run/row-store.js";

// No system has a process with this id.
const ENDED = { of: "pinterest-reports rows", pid: 2 ** 30, host: hostname(), id: "ended" };
const MARK = ".pinterest-reports-rows";

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "row-store-"));
});
afterEach(() => rm(parent, { recursive: true }));

/** A folder beside the output with these files. */
async function folder(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(parent, name));
  for (const [file, text] of Object.entries(files)) await writeFile(join(parent, name, file), text);
}

describe("a temporary store of rows", () => {
  it("removes what an ended process of this machine has left there, and nothing else", async () => {
    await folder(".rows-ended1", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n", "2.ndjson.part": "{" });
    await folder(".rows-alive1", { [MARK]: JSON.stringify({ ...ENDED, pid: process.ppid }), "1.ndjson": "{}\n" });
    await folder(".rows-remote", { [MARK]: JSON.stringify({ ...ENDED, host: "elsewhere" }), "1.ndjson": "{}\n" });
    await folder(".rows-mixed1", { [MARK]: JSON.stringify(ENDED), "notes.txt": "" });
    await folder(".rows-noname", { "1.ndjson": "{}\n" });
    await folder(".rows-format", { [MARK]: JSON.stringify({ ...ENDED, of: "another" }), "1.ndjson": "{}\n" });
    await folder(".rows-longer1", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n" });
    await folder("my-rows-dir", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n" });
    await symlink("my-rows-dir", join(parent, ".rows-linked"));
    const before = await readdir(parent);
    const store = await RowStore.temporary(parent, {});
    await store.remove();
    expect(await readdir(parent)).toEqual(before.filter((name) => name !== ".rows-ended1"));
  });

  it("names its process, and no longer once it is kept", async () => {
    const store = await RowStore.temporary(parent, {});
    expect(await readdir(store.folder)).toEqual([MARK]);
    expect(await readdir(store.retain())).toEqual([]);
    // Runs in the meantime leave both alone.
    const other = await RowStore.temporary(parent, {});
    await (await RowStore.temporary(parent, {})).remove();
    expect(await readdir(parent)).toHaveLength(2);
    await other.remove();
  });
});
