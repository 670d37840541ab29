import { appendFileSync, rmSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { bin } from "../../support/bin.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { workingCopy } from "../../support/working-copy.js";

/** What GitHub's runner reads in a line: blanks before it do not count, and three signs stand for others. */
function commandOf(line: string): { readonly name: string; readonly properties: Record<string, string>; readonly message: string } | null {
  const [, name = "", given = "", message = ""] = /^\s*::([\w-]+)(?: (.*?))?::(.*)$/.exec(line) ?? [];
  if (name === "") return null;
  const plain = (text: string): string =>
    text.replace(/%(0D|0A|3A|2C|25)/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  const properties = given === "" ? [] : given.split(",").map((one) => [one.split("=")[0] ?? "", plain(one.slice(one.indexOf("=") + 1))]);
  return { name, properties: Object.fromEntries(properties), message: plain(message) };
}

describe("--format", () => {
  const broken = temporaryFolder();
  writeFileSync(new URL("openapi.yaml", broken), "openapi: 3.0.3\ninfo: { title: A, title: B }\n");
  it.concurrent("github: of check, each file that differs", async () => {
    const copy = workingCopy();
    appendFileSync(new URL("generated/report/flow.ts", copy), "// by hand\n");
    writeFileSync(new URL("generated/notes.md", copy), "mine\n");
    rmSync(new URL("docs/rules.md", copy));
    const { exit, stdout } = await bin(["check", "--format", "github"], {}, copy);
    expect(exit).toBe(1);
    expect(stdout.split("\n").map((line) => commandOf(line)?.properties)).toEqual([
      { file: "generated/report/flow.ts", title: "changed file: +0 -1" },
      { file: "generated/notes.md", title: "foreign file: not generated; generated/ holds only generated files" },
      { file: "docs/rules.md", title: "missing file: does not exist" },
      undefined,
    ]);
  });
});
