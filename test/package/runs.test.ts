import { readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { command, consumer, ENTRIES, type Ended, ROOT, sourceOf } from "./packed.js";
import { byImport, byRequire, FIRST_DAY, RUN } from "./programs.js";

const packed = inject("packed");
let folder: string;

beforeAll(async () => {
  folder = await consumer(packed, "runs");
});

describe.each(ENTRIES)("%s", (entry) => {
  const empty = entry === "pinterest-reports/schema";

  it("exports the same names as its source", async () => {
    const { exit, stdout, stderr } = await script(
      `console.log(Object.keys(await import(${JSON.stringify(entry)})).join())`,
      "mjs",
    );
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const source = await import(join(ROOT, sourceOf(entry)));
    expect(stdout.trim().split(",").toSorted()).toEqual(
      empty ? [""] : Object.keys(source).toSorted(),
    );
  });

  // Node versions before 20.19 cannot do this, and `engines` excludes them.
  it("can be required", async () => {
    const { exit, stdout, stderr } = await script(
      `console.log(Object.keys(require(${JSON.stringify(entry)})).join())`,
      "cjs",
    );
    expect({ exit, stderr: unwarned(stderr) }).toEqual({ exit: 0, stderr: "" });
    expect(stdout.trim() === "").toBe(empty);
  });
});

describe("a report, from create to rows", () => {
  it.each([
    ["an ES module", "mjs", byImport],
    ["a CommonJS module", "cjs", byRequire],
  ])("runs in %s", async (_, extension, bring) => {
    const { exit, stdout, stderr } = await script(RUN(bring), extension);
    expect({ exit, stderr: unwarned(stderr) }).toEqual({ exit: 0, stderr: "" });
    const row = JSON.parse(stdout.split("\n")[0] ?? "");
    expect(row).toMatchObject({
      CAMPAIGN_ID: expect.stringMatching(/^\d+$/),
      DATE: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    });
    // Which days have rows depends on the current day.
    expect(row.DATE >= FIRST_DAY).toBe(true);
  });
});

describe("a validator", () => {
  it("loads no network code", () => {
    for (const entry of ["validators", "data", "planner"])
      expect(
        graph(join(packed.installed, `dist/generated/${entry}.js`)).filter(
          (name) => !name.startsWith(packed.installed),
        ),
      ).toEqual([]);
  });
});

/** Node 20 prints warnings about features that later became stable. */
function unwarned(stderr: string): string {
  return stderr.replace(
    /^\(node:\d+\) ExperimentalWarning: CommonJS module .* is loading ES Module .*\n.*\n|^\(Use `node .*\n/gm,
    "",
  );
}

/** The files that a module loads. */
function graph(entry: string): readonly string[] {
  const seen = new Set([entry]);
  for (const file of seen) {
    if (!file.startsWith(packed.installed)) continue;
    for (const [, name = ""] of readFileSync(file, "utf8").matchAll(
      /(?:from|import)\s*\(?\s*"([^"]+)"/g,
    ))
      seen.add(name.startsWith(".") ? join(dirname(file), name) : name);
  }
  return [...seen];
}

let scripts = 0;
async function script(text: string, extension: string): Promise<Ended> {
  const file = join(folder, `script-${scripts++}.${extension}`);
  await writeFile(file, text);
  return command(process.execPath, [file], folder);
}
