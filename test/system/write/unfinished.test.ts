import { lstatSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { packageRoot } from "../../../generator/workspace.js";
import { unfinishedEntry } from "../../../generator/write/unfinished.js";
import { bin } from "../../support/bin.js";
import { compile } from "../../support/compile.js";
import { KILLING } from "../../support/killing.js";
import { smallContract } from "../../support/small-contract.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const USE = `import { createClient } from "./index.js";\nexport const client: ReturnType<typeof createClient> = createClient();\n`;
const SAYS =
  "This folder is incomplete: a run was stopped or is still writing. Run `pinterest-reports generate` again.";

describe("the entry file while other files are being written", () => {
  let whole: ReadonlyMap<string, string>;
  let unfinished: string;

  beforeAll(async () => {
    const { output } = await build(
      smallContract({ body: { type: "object", properties: { a: { type: "string" } } } }),
      "elsewhere",
    );
    whole = new Map([...output].filter(([path]) => path.endsWith(".ts")));
    unfinished = unfinishedEntry(whole.get("index.ts") ?? "");
  });

  it("does not compile, and says why and which command to run", () => {
    expect(compile(whole)).toEqual([]);
    const errors = compile(new Map([...whole, ["index.ts", unfinished]]));
    expect(errors).toEqual([expect.stringMatching(/^index\.ts\(\d+,\d+\): error TS2322: /)]);
    expect(errors[0]).toContain(SAYS);
  });

  it("makes every program that imports it fail to compile", () => {
    expect(compile(new Map([...whole, ["use.ts", USE]]))).toEqual([]);
    const errors = compile(new Map([...whole, ["index.ts", unfinished], ["use.ts", USE]])).join(
      "\n",
    );
    expect(errors).toMatch(/use\.ts\(1,10\): error TS2305: /);
  });

  it("throws if an uncompiled program imports it", async () => {
    const { transformSync } = await import("esbuild");
    const { code } = transformSync(unfinished, { loader: "ts" });
    await expect(import(`data:text/javascript,${encodeURIComponent(code)}`)).rejects.toThrow(SAYS);
  });
});

describe("a run that was stopped while writing", () => {
  const SPEC = fileURLToPath(new URL("spec/contract.yaml", packageRoot));
  const made = (
    cwd: string,
    more: readonly string[] = [],
    env: Readonly<Record<string, string>> = {},
  ) =>
    bin(["generate", "--spec", SPEC, "--out", "out", "--flows", "flows.yaml", ...more], {
      cwd,
      env,
    });
  const filesOf = (cwd: string) =>
    readdirSync(cwd, { recursive: true, encoding: "utf8", withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((file) => [file, readFileSync(file, "utf8"), lstatSync(file).mtimeMs]);

  it("is reported by --check, which changes nothing, and completed by the next run", async () => {
    const cwd = fileURLToPath(temporaryFolder());
    writeFileSync(join(cwd, "flows.yaml"), "operations: { ad-accounts: ad_accounts/list }\n");
    expect(await made(cwd)).toMatchObject({ exit: 0 });
    writeFileSync(
      join(cwd, "flows.yaml"),
      "operations: { ad-accounts: ad_accounts/list, campaigns: campaigns/list }\n",
    );
    // Killed right after the entry file was replaced for the first time.
    const env = { NODE_OPTIONS: KILLING, KILL_AFTER: "index.ts", KILL_AT: "2" };
    expect(await made(cwd, [], env)).toMatchObject({ exit: null });
    const left = filesOf(cwd);
    const { exit, stderr } = await made(cwd, ["--check"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(
      /^error {2}process \d+ on \S+ was stopped while writing here after [01] of \d+ files\n/,
    );
    expect(stderr).toContain("Run the same command without --check to complete the files.");
    expect(filesOf(cwd)).toEqual(left);
    const next = await made(cwd);
    expect(next).toMatchObject({
      exit: 0,
      stderr: expect.stringMatching(/^finished {3}out: an interrupted run/),
    });
    expect(await made(cwd, ["--check"])).toMatchObject({ exit: 0 });
  });
});
