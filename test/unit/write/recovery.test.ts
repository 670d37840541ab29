import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readFileSync,
  rmdirSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import { fileURLToPath } from "node:url";
import { afterEach, describe, expect, it, vi } from "vitest";
import { recoverFolders, refuseUnfinished } from "../../../cli/commands/generate/recovery.js";
import { WORK } from "../../../generator/write/lock.js";
import { testIo } from "../../support/in-process.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const OURS =
  "// Generated from Pinterest's API description. Do not edit: run `pinterest-reports generate` again.\n";
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const [OLD, NEW] = [`${OURS}old\n`, `${OURS}new\n`];

afterEach(() => vi.restoreAllMocks());

interface Left {
  readonly path: string;
  readonly is?: string;
  readonly was: string | null;
  readonly isNew: string;
  readonly meanwhile?: string;
}

/** A folder in which a process that has since died was about to rename these files. */
function leftFolder(steps: readonly Left[], record = "intent.json"): URL {
  const folder = new URL("deep/out/", temporaryFolder());
  const work = new URL(`${WORK}/`, folder);
  mkdirSync(work, { recursive: true });
  writeFileSync(
    new URL("holder.json", work),
    JSON.stringify({ pid: 2 ** 30, host: "elsewhere", id: "another" }),
  );
  const listed = steps.map(({ path, is, was, isNew, meanwhile }, index) => {
    const file = new URL(path, folder);
    mkdirSync(new URL(".", file), { recursive: true });
    if (is !== undefined) writeFileSync(file, is);
    writeFileSync(new URL(`${index}.new`, work), isNew);
    if (was !== null) writeFileSync(new URL(`${index}.old`, work), was);
    return {
      path,
      isNew: `${index}.new`,
      isOld: was === null ? null : `${index}.old`,
      was: was === null ? null : hash(was),
      becomes: hash(isNew),
      ...(meanwhile !== undefined && { meanwhile: hash(meanwhile) }),
    };
  });
  writeFileSync(new URL(record, work), JSON.stringify({ version: 1, about: null, steps: listed }));
  return folder;
}

async function settled(folder: URL): Promise<string> {
  let said = "";
  // Its holder is on another machine, so it counts as dead once it has made no progress for a long
  // time.
  utimesSync(new URL(WORK, folder), new Date(0), new Date(0));
  await recoverFolders([{ folder, called: "out" }], testIo({ stderr: (text) => (said += text) }));
  expect(existsSync(new URL(WORK, folder))).toBe(false);
  return said;
}

const text = (folder: URL, path: string): string => readFileSync(new URL(path, folder), "utf8");

describe("a check of a folder that contains an unfinished run", () => {
  const holder = { host: hostname(), id: "another" };
  const refused = (folder: URL, pid: number): unknown => {
    writeFileSync(new URL(`${WORK}/holder.json`, folder), JSON.stringify({ ...holder, pid }));
    try {
      refuseUnfinished([{ folder, called: "out" }]);
    } catch (error) {
      return error;
    }
    return undefined;
  };

  it("can be retried if the run is still writing, but not if the run was stopped", () => {
    const folder = leftFolder([{ path: "a.ts", is: NEW, was: OLD, isNew: NEW }]);
    // A process that lives as long as this test does.
    expect(refused(folder, process.ppid)).toMatchObject({
      kind: "temporary",
      list: [{ where: "out", fix: "Wait until it has finished." }],
    });
    expect(refused(folder, 2 ** 30)).toMatchObject({ kind: "refused", list: [{ where: "out" }] });
  });
});

describe("the leftovers of a run", () => {
  it("are completed, with a message", async () => {
    const folder = leftFolder([
      { path: "a.ts", is: OLD, was: OLD, isNew: NEW },
      { path: "in/b.ts", was: null, isNew: NEW },
    ]);
    expect(await settled(folder)).toBe(
      "finished   out: an interrupted run had changed only some of 2 files; the rest have now been updated too\n",
    );
    expect([text(folder, "a.ts"), text(folder, "in/b.ts")]).toEqual([NEW, NEW]);
  });

  it("are undone if the run had started to roll back", async () => {
    const steps = [
      { path: "a.ts", is: NEW, was: OLD, isNew: NEW },
      { path: "in/b.ts", is: NEW, was: null, isNew: NEW },
    ];
    const folder = leftFolder(steps, "undo.json");
    expect(await settled(folder)).toContain("undone     out: ");
    expect([text(folder, "a.ts"), existsSync(new URL("in/b.ts", folder))]).toEqual([OLD, false]);
  });

  it.each([
    ["intent.json", NEW],
    ["undo.json", OLD],
  ])(
    "set the entry file to its final state if it changed in the meantime: %s",
    async (record, final) => {
      const meanwhile = `${OURS}throw new Error();\n`;
      const steps = [
        { path: "a.ts", is: OLD, was: OLD, isNew: NEW },
        { path: "index.ts", is: meanwhile, was: OLD, isNew: NEW, meanwhile },
      ];
      const folder = leftFolder(steps, record);
      expect(await settled(folder)).toMatch(/^(finished|undone) /);
      expect([text(folder, "a.ts"), text(folder, "index.ts")]).toEqual([final, final]);
    },
  );

  it.each<[string, Left, string]>([
    [
      "a file that was changed since",
      { path: "b.ts", is: `${OURS}third\n`, was: OLD, isNew: NEW },
      "b.ts",
    ],
    [
      "a file of another program",
      { path: "b.ts", is: "mine\n", was: "mine\n", isNew: NEW },
      "b.ts",
    ],
    [
      "a path that leads out of the folder",
      { path: "../precious.ts", is: OLD, was: OLD, isNew: NEW },
      "../precious.ts",
    ],
    ["a path with an empty step", { path: "in//b.ts", is: OLD, was: OLD, isNew: NEW }, "in/b.ts"],
  ])("are dropped without touching a file for %s", async (_, step, path) => {
    const folder = leftFolder([{ path: "a.ts", is: OLD, was: OLD, isNew: NEW }, step]);
    expect(await settled(folder)).toContain("dropped    out: ");
    expect([text(folder, "a.ts"), text(folder, path)]).toEqual([OLD, step.is]);
  });

  it("are dropped if a link leads out of the folder", async () => {
    const folder = leftFolder([
      { path: "a.ts", is: OLD, was: OLD, isNew: NEW },
      { path: "link/b.ts", was: null, isNew: NEW },
    ]);
    const elsewhere = temporaryFolder();
    rmdirSync(new URL("link/", folder));
    symlinkSync(fileURLToPath(elsewhere), new URL("link", folder));
    expect(await settled(folder)).toContain("dropped    out: ");
    expect([text(folder, "a.ts"), existsSync(new URL("b.ts", elsewhere))]).toEqual([OLD, false]);
  });

  it("are removed if no step was started, even if the record is truncated", async () => {
    const folder = leftFolder([{ path: "a.ts", is: OLD, was: OLD, isNew: NEW }]);
    writeFileSync(new URL(`${WORK}/intent.json`, folder), '{"version":1,"steps":[');
    expect(await settled(folder)).toContain("cleared    out: ");
    expect(text(folder, "a.ts")).toBe(OLD);
  });
});
