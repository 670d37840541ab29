import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { wrapLines } from "../../../generator/emit/render.js";
import { isAll } from "../../support/effort.js";
import { tooLong } from "../../support/long-lines.js";

const ROOT = new URL("../../../generated/", import.meta.url);

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts") && path !== "schema.ts")
  .map((path) => [path, readFileSync(new URL(path, ROOT), "utf8")] as const);

describe("the lines of generated code", () => {
  it("do not change when they are wrapped a second time", () => {
    for (const [path, text] of files) expect(wrapLines(text), path).toBe(text);
  });

  it("are at most 140 columns wide, except where text or a pattern cannot be wrapped", () => {
    expect(files.length).toBeGreaterThan(100);
    expect(
      files.flatMap(([path, text]) => tooLong(text).map((line) => `${path}: ${line}`)),
    ).toEqual([]);
  });
});

const COMMENT = /\/\*\*[\s\S]*?\*\/|^\s*\/\/.*$/gm;

/**
 * A file's code without whitespace, and without the commas, semicolons and operators that a
 * formatter adds when it breaks a line.
 */
function codeOf(text: string): string {
  return text
    .replace(COMMENT, "")
    .split(/("(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`)/)
    .map((part, at) =>
      at % 2 === 1 ? part : part.replace(/\s+/g, "").replace(/[,;](?=[)\]}>])/g, ""),
    )
    .join("")
    .replace(/(?<=[=:<(,|&])[|&](?![|&])/g, "")
    .replace(/(?<=["`\w])[,;](?=[)\]}>])/g, "");
}

function commentsOf(text: string): string {
  return (text.match(COMMENT) ?? [])
    .join(" ")
    .split(/\s+/)
    .filter((word) => !/^(?:\/?\*+\/?|\/\/)$/.test(word))
    .join(" ");
}

describe.each(isAll ? [100, 40] : [40])("code wrapped at %i columns", (width) => {
  it.each(files)("has the same meaning as %s", (_, text) => {
    const broken = wrapLines(text, width);
    expect(codeOf(broken)).toBe(codeOf(text));
    expect(commentsOf(broken)).toBe(commentsOf(text));
    const parsed = ts.transpileModule(broken, {
      reportDiagnostics: true,
      compilerOptions: { target: ts.ScriptTarget.ESNext },
    });
    expect(parsed.diagnostics?.map(({ messageText }) => messageText)).toEqual([]);
  });
});
