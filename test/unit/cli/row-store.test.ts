import { chown, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RowStore } from "../../../cli/commands/run/row-store.js";

const MARK = ".pinterest-reports-rows";

let parent: string;
/** The process named by the store of an ended process: no process has this id. */
let ENDED: Readonly<Record<string, unknown>>;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "row-store-"));
  const store = await RowStore.temporary(parent, {});
  const { of, host } = JSON.parse(await readFile(join(store.folder, MARK), "utf8"));
  await store.remove();
  ENDED = { of, pid: 2 ** 30, host, id: "ended" };
});
afterEach(() => rm(parent, { recursive: true }));

/** A folder next to the output with these files. */
async function folder(name: string, files: Readonly<Record<string, string>>): Promise<void> {
  await mkdir(join(parent, name));
  for (const [file, text] of Object.entries(files)) await writeFile(join(parent, name, file), text);
}

describe("a temporary store of rows", () => {
  it("removes the files of a dead process on this machine, and nothing else", async () => {
    await folder(".rows-ended1", {
      [MARK]: JSON.stringify(ENDED),
      "1.ndjson": "{}\n",
      "2.ndjson.part": "{",
    });
    await folder(".rows-alive1", {
      [MARK]: JSON.stringify({ ...ENDED, pid: process.ppid }),
      "1.ndjson": "{}\n",
    });
    await folder(".rows-remote", {
      [MARK]: JSON.stringify({ ...ENDED, host: "elsewhere" }),
      "1.ndjson": "{}\n",
    });
    await folder(".rows-folder", {
      [MARK]: JSON.stringify(ENDED),
      "0.ndjson": "{}\n",
      "2.ndjson": "{}\n",
    });
    await folder(".rows-folder/1.ndjson", { "notes.txt": "" });
    await folder(".rows-mixed1", { [MARK]: JSON.stringify(ENDED), "notes.txt": "" });
    await folder(".rows-noname", { "1.ndjson": "{}\n" });
    await folder(".rows-format", {
      [MARK]: JSON.stringify({ ...ENDED, of: "another" }),
      "1.ndjson": "{}\n",
    });
    await folder(".rows-longer1", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n" });
    await folder("my-rows-dir", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n" });
    await symlink("my-rows-dir", join(parent, ".rows-linked"));
    const before = await readdir(parent);
    const store = await RowStore.temporary(parent, {});
    await store.remove();
    expect(await readdir(parent)).toEqual(before.filter((name) => name !== ".rows-ended1"));
    expect(await readdir(join(parent, ".rows-folder"))).toHaveLength(4);
  });

  it.runIf(process.platform === "linux")(
    "keeps the files of a container that has the same host name but other process ids",
    async () => {
      for (const [name, host] of [
        [".rows-inside", `${hostname()} pid:[1]`],
        [".rows-beside", hostname()],
      ] as const)
        await folder(name, { [MARK]: JSON.stringify({ ...ENDED, host }), "1.ndjson": "{}\n" });
      await (await RowStore.temporary(parent, {})).remove();
      expect((await readdir(parent)).sort()).toEqual([".rows-beside", ".rows-inside"]);
    },
  );

  it.skipIf(process.getuid?.() !== 0)(
    "keeps another user's files (skipped without permission to create such a folder)",
    async () => {
      await folder(".rows-theirs", { [MARK]: JSON.stringify(ENDED), "1.ndjson": "{}\n" });
      await chown(join(parent, ".rows-theirs"), 65_534, 65_534);
      await (await RowStore.temporary(parent, {})).remove();
      expect(await readdir(parent)).toEqual([".rows-theirs"]);
    },
  );

  it("contains the id of its process until the store is retained", async () => {
    const store = await RowStore.temporary(parent, {});
    expect(await readdir(store.folder)).toEqual([MARK]);
    expect(await readdir(store.retain())).toEqual([]);
    // Runs that start in the meantime touch neither.
    const other = await RowStore.temporary(parent, {});
    await (await RowStore.temporary(parent, {})).remove();
    expect(await readdir(parent)).toHaveLength(2);
    await other.remove();
  });
});
