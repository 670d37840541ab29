import { execFileSync } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { cure, generator, poison, workingCopy } from "../../support/working-copy.js";

const UP_TO_DATE = { exit: 0, stderr: "generated/ is up to date with spec/ and templates/\n" };
const TOOLS = ["openapi-typescript", "typescript", "handlebars", "yaml"] as const;

describe("--check in a working copy", () => {
  let copy: URL;
  const file = (path: string) => new URL(path, copy);
  const check = () => generator(copy, "generate", "--check");

  beforeAll(async () => {
    copy = workingCopy();
    // The copy's generator is JavaScript, so it differs from the one in the manifest.
    expect(await check()).toMatchObject({
      exit: 1,
      stderr: expect.stringMatching(/\n {2}changed {2}generated\/manifest\.json {3}\+2 -2\n\n/),
    });
    const { exit, stderr } = await generator(copy, "generate");
    expect([exit, stderr]).toEqual([
      0,
      expect.stringMatching(/^generated {2}1 of \d+ files changed$/m),
    ]);
  });

  it("loads no tools if nothing has changed since the manifest was written, and neither does generate", async () => {
    for (const tool of TOOLS) poison(copy, tool);
    const checked = await check();
    expect(checked, checked.exit === 0 ? "" : comparedBy(copy)).toEqual(UP_TO_DATE);
    const { exit, stderr } = await generator(copy, "generate");
    expect([exit, stderr]).toEqual([
      0,
      expect.stringMatching(/^spec {7}\S.*\ngenerated {2}nothing new since the last run\n$/),
    ]);
    // After adding a comment, the tools are needed again. Here, one of them reports that it was
    // loaded.
    for (const tool of TOOLS.slice(1)) cure(copy, tool);
    appendFileSync(file("spec/flows.yaml"), "# a comment\n");
    const changed = await check();
    expect(changed.exit).toBe(1);
    expect(changed.stderr).toContain(`loaded ${TOOLS[0]}`);
    cure(copy, TOOLS[0]);
  });

  it("compares everything if a page in docs/ has changed, and names the page", async () => {
    await generator(copy, "generate");
    const page = readFileSync(file("docs/rules.md"));
    appendFileSync(file("docs/rules.md"), "by hand\n");
    expect(await check()).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("changed  docs/rules.md"),
    });
    writeFileSync(file("docs/rules.md"), page);
    expect(await check()).toEqual(UP_TO_DATE);
  });

  it("names changed, missing, orphaned and extra files, shows a difference and prints the command", async () => {
    const flow = readFileSync(file("generated/report/flow.ts"), "utf8");
    writeFileSync(file("generated/report/flow.ts"), flow.replace('name: "report"', 'name: "mine"'));
    rmSync(file("generated/source.ts"));
    mkdirSync(file("generated/old-report/"));
    writeFileSync(file("generated/old-report/flow.ts"), flow);
    writeFileSync(file("generated/notes.md"), "mine\n");
    const { exit, stderr } = await check();
    expect(exit).toBe(1);
    expect(stderr.replace(/^ +\d+ ([+-])/gm, "     line $1")).toBe(DRIFT);
  });

  it("keeps failing until the problem is fixed", async () => {
    expect(await check()).toMatchObject({ exit: 1 });
  });

  it("passes after generate, once the extra file is moved away", async () => {
    const { exit, stderr } = await generator(copy, "generate");
    expect(exit).toBe(0);
    expect(stderr).toMatch(/generated {2}2 of \d+ files changed, 1 removed/);
    expect(readFileSync(file("generated/notes.md"), "utf8")).toBe("mine\n");
    expect(stderr).toContain("extra   generated/notes.md");
    expect(existsSync(file("generated/old-report/"))).toBe(false);
    // A file that still differs is not recorded as up to date.
    expect(await check()).toMatchObject({
      exit: 1,
      stderr: expect.stringContaining("extra    generated/notes.md"),
    });
    rmSync(file("generated/notes.md"));
    expect(await check()).toMatchObject({ exit: 0 });
  });

  it("writes nothing if there is a problem, and says what the problem is", async () => {
    const before = readFileSync(file("generated/report/rules.ts"), "utf8");
    appendFileSync(
      file("spec/rules.yaml"),
      "- { operation: analytics/create_report, id: odd, kind: odd, reason: To see. }\n",
    );
    writeFileSync(file("generated/report/rules.ts"), `${before}// by hand\n`);
    const { exit, stderr } = await generator(copy, "generate");
    expect(exit).toBe(1);
    expect(stderr).toContain("a rule has the unknown kind odd");
    expect(stderr).toContain("1 error. Nothing was written.");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(file("generated/report/rules.ts"), "utf8")).toBe(`${before}// by hand\n`);
  });
});

/** What a working copy compares to detect changes, as JSON. */
function comparedBy(copy: URL): string {
  const program = `
    import { inputsOfWorkspace } from "./cli/commands/generate/inputs.js";
    import { workspace } from "./generator/workspace.js";
    import { readManifest, stateOf } from "./generator/write/manifest.js";
    const project = workspace(process.cwd());
    const folder = new URL("generated/", project.root);
    const states = [stateOf(folder), stateOf(new URL("docs/", project.root))];
    console.log(JSON.stringify([readManifest(folder), inputsOfWorkspace(project, {}), states], null, 1));
  `;
  const words = ["--input-type=module", "--eval", program];
  return execFileSync(process.execPath, words, { cwd: copy, encoding: "utf8" });
}

const DRIFT = `error  generated/ is not up to date with spec/ and templates/

  missing  generated/source.ts   does not exist
  changed  generated/report/flow.ts   +1 -1
  extra    generated/notes.md   not generated; only generated files belong in generated/
  orphan   generated/old-report/flow.ts   no longer generated

  generated/report/flow.ts  (- current, + expected)
     line -   name: "mine",
     line +   name: "report",

  fix  npm run generate; move your own files out of generated/, then commit generated/

1 error.
`;
