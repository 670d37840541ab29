import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** The files that a script of test/bench lists, by coverage, before it prints their number. */
function filesOf(script: string): readonly string[] {
  const printed = execFileSync(process.execPath, ["--import", "tsx", `test/bench/${script}.ts`], { cwd: ROOT, encoding: "utf8" });
  const lines = printed.trimEnd().split("\n");
  expect(lines.at(-1)).toBe(`${lines.length - 1} files`);
  return lines.slice(0, -1);
}

describe("the files that a reader opens", () => {
  it("to follow one JSON report are at most 35", () => {
    const files = filesOf("entered-files");
    expect(files).toContain("runtime/client/report-client.ts");
    expect(files.length, files.join("\n")).toBeLessThanOrEqual(35);
  });

  it("to follow a field from the contract to its check are at most 20", () => {
    const files = filesOf("field-files");
    expect(files).toContain("templates/validate.hbs");
    expect(files.length, files.join("\n")).toBeLessThanOrEqual(20);
  });
});
