import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bin } from "../../support/bin.js";
import { commandOf } from "../../support/runner-command.js";
import { workingCopy } from "../../support/working-copy.js";

describe("--format", () => {
  it.concurrent("prints a GitHub annotation for each file that --check finds different", async () => {
    const copy = workingCopy();
    // The copy's generator is JavaScript, so it differs from the one in the manifest.
    await bin(["generate"], {}, copy);
    appendFileSync(new URL("generated/report/flow.ts", copy), "// by hand\n");
    writeFileSync(new URL("generated/notes.md", copy), "mine\n");
    rmSync(new URL("docs/rules.md", copy));
    const { exit, stdout } = await bin(["generate", "--check", "--format", "github"], {}, copy);
    expect(exit).toBe(1);
    expect(stdout.split("\n").map((line) => commandOf(line)?.properties)).toEqual([
      { file: "generated/report/flow.ts", title: "changed file: +0 -1" },
      {
        file: "generated/notes.md",
        title: "extra file: not generated; only generated files belong in generated/",
      },
      { file: "docs/rules.md", title: "missing file: does not exist" },
      undefined,
    ]);
  });
});
