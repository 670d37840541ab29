import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { cure, generator, poison, workingCopy } from "../../support/working-copy.js";

const TOOLS = ["openapi-typescript", "typescript", "handlebars", "yaml"] as const;
const FINGERPRINT = "node_modules/.cache/pinterest-reports/fingerprint";

describe("check, in a working copy", () => {
  let copy: URL;
  const file = (path: string) => new URL(path, copy);
  const check = () => generator(copy, "generate", "--check");

  beforeAll(() => {
    copy = workingCopy();
  });

  it("looks at everything the first time, and remembers that all was well", async () => {
    expect(existsSync(file(FINGERPRINT))).toBe(false);
    expect(await check()).toEqual({ exit: 0, stderr: "generated/ is up to date with spec/ and templates/\n" });
    expect(readFileSync(file(FINGERPRINT), "utf8")).toMatch(/^[0-9a-f]{64}$/);
  });

  it("then loads no tool as long as nothing has changed", async () => {
    for (const tool of TOOLS) poison(copy, tool);
    expect(await check()).toEqual({ exit: 0, stderr: "generated/ is up to date with spec/ and templates/\n" });
    // One comment more, and the tools are needed again: here one says so.
    for (const tool of TOOLS.slice(1)) cure(copy, tool);
    appendFileSync(file("spec/flows.yaml"), "# a comment\n");
    const { exit, stderr } = await check();
    expect(exit).toBe(1);
    expect(stderr).toContain(`loaded ${TOOLS[0]}`);
    cure(copy, TOOLS[0]);
  });

  it("names what is changed, missing, orphaned and foreign, shows a difference and gives the command", async () => {
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

  it("fails again until it is mended", async () => {
    expect(await check()).toMatchObject({ exit: 1 });
  });

  it("is content after generate and moving the foreign file away", async () => {
    const { exit, stderr } = await generator(copy, "generate");
    expect(exit).toBe(0);
    expect(stderr).toMatch(/generated {2}2 of \d+ files changed, 1 removed/);
    expect(readFileSync(file("generated/notes.md"), "utf8")).toBe("mine\n");
    expect(stderr).toContain("foreign generated/notes.md");
    expect(existsSync(file("generated/old-report/"))).toBe(false);
    // What was not mended is not remembered as good.
    expect(await check()).toMatchObject({ exit: 1, stderr: expect.stringContaining("foreign  generated/notes.md") });
    rmSync(file("generated/notes.md"));
    expect(await check()).toMatchObject({ exit: 0 });
  });

  it("writes nothing when there is a problem, and says what it is", async () => {
    const before = readFileSync(file("generated/report/rules.ts"), "utf8");
    appendFileSync(file("spec/rules.yaml"), "- { operation: analytics/create_report, id: odd, kind: odd, reason: To see. }\n");
    writeFileSync(file("generated/report/rules.ts"), `${before}// by hand\n`);
    const { exit, stderr } = await generator(copy, "generate");
    expect(exit).toBe(1);
    expect(stderr).toContain("a rule has the unknown kind odd");
    expect(stderr).toContain("1 error. Nothing was written.");
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(readFileSync(file("generated/report/rules.ts"), "utf8")).toBe(`${before}// by hand\n`);
  });
});

const DRIFT = `error  generated/ is not up to date with spec/ and templates/

  missing  generated/source.ts   does not exist
  changed  generated/report/flow.ts   +1 -1
  foreign  generated/notes.md   not generated; generated/ holds only generated files
  orphan   generated/old-report/flow.ts   no longer generated

  generated/report/flow.ts  (- current, + expected)
     line -   name: "mine",
     line +   name: "report",

  fix  npm run generate; move foreign files out of generated/, then commit generated/

1 error.
`;
