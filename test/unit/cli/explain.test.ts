import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { command } from "../../support/in-process.js";
import { headingsOf, placesOf } from "../../support/markdown.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const RUNTIME = join(ROOT, "runtime");
const PAGE = readFileSync(join(ROOT, "docs/guide/errors.md"), "utf8");
const sources = readdirSync(RUNTIME, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".ts"))
  .map((path) => readFileSync(join(RUNTIME, path), "utf8"));
/** The codes set by all error classes. */
const CODES = [
  ...new Set(
    sources
      .flatMap((text) => [...text.matchAll(/readonly code(?:: [^=;]+)? = "(\w+)"/g)])
      .map(([, code = ""]) => code),
  ),
];

describe("explain", () => {
  it("covers the error codes in the sources", () => {
    expect(CODES.length).toBeGreaterThan(12);
    expect(CODES).toContain("poll_timeout");
  });

  it.each(CODES)(
    "says when %s happens and what to do, in the same words as the guide",
    async (code) => {
      const { exit, stdout, stderr } = await command(["explain", code, "--format", "json"]);
      expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
      const explained = JSON.parse(stdout);
      expect(explained.length).toBeGreaterThan(0);
      const text = (await command(["explain", code])).stdout;
      const words = PAGE.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
      const withoutPlaces = (text: string): string =>
        text.replaceAll(/ \((below|docs\/[^)]*)\)/g, "");
      for (const { error, when, whatToDo, sections } of explained) {
        for (const said of [error, when, whatToDo, ...sections]) expect(text).toContain(said);
        expect(words).toContain(withoutPlaces(`| ${when} | ${whatToDo} |`));
        for (const section of sections) expect(section).toMatch(/^## [\s\S]*\S\n$/);
      }
    },
  );

  it("is only suggested with existing codes in the runtime's messages", () => {
    const named = sources
      .flatMap((text) => [...text.matchAll(/withHint\([\s\S]*?"(\w+)",?\s*\)/g)])
      .map(([, code = ""]) => code);
    expect(named.length).toBeGreaterThan(9);
    expect(named.filter((code) => !CODES.includes(code))).toEqual([]);
  });

  it("lists each code once without an argument", async () => {
    const { stdout } = await command(["explain"]);
    const listed = stdout.trimEnd().split("\n");
    expect(listed.map((line) => line.split(" ", 1)[0]).sort()).toEqual([...CODES].sort());
  });

  it("suggests the nearest code for a misspelling", async () => {
    for (const code of CODES.filter(({ length }) => length > 4)) {
      const { exit, stderr } = await command(["explain", `${code}x`]);
      expect({ exit, stderr }).toEqual({
        exit: 2,
        stderr: `error  ${code}x is neither an error code nor a rule\n  fix  Did you mean ${code}?\n`,
      });
    }
  });

  it("says where a name that it does not know may come from", async () => {
    const { exit, stderr } = await command(["explain", "unfathomable"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("A rule is a name in brackets at the end of a violation");
  });

  it("explains every rule that a violation can name", async () => {
    const files = ["runtime/validation", "generated"].flatMap((folder) =>
      readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
        .filter((path) => /(checks|[/\\]schema)\.ts$/.test(path))
        .map((path) => readFileSync(join(ROOT, folder, path), "utf8")),
    );
    const rules = new Set(
      files
        .flatMap((text) => [...text.matchAll(/(?:iolation|outOfRange)\(\s*"([a-z-]+)"/g)])
        .map(([, rule = ""]) => rule),
    );
    for (const rule of ["enum", "unknown-field", "max-items", "no-columns", "dates-in-order"])
      expect([...rules]).toContain(rule);
    for (const rule of rules) {
      const { exit, stdout } = await command(["explain", rule]);
      expect({ exit, stdout }, rule).toEqual({
        exit: 0,
        stdout: expect.stringMatching(
          /^[a-z-]+ \(rule\)\n\n {2}when {8}\S.*\n {2}what to do {2}\S/,
        ),
      });
    }
  });

  it("says where each link leads", async () => {
    const { stdout } = await command(["explain", "invalid_body"]);
    expect(stdout).toContain("see violations (below)");
    expect(stdout).toContain("The rules page (docs/rules.md)");
  });

  it("has every heading that the guide's table links to", () => {
    const table = PAGE.split("\n").filter((line) => line.startsWith("| `"));
    for (const place of placesOf(table.join("\n")).filter((each) => each.includes("#"))) {
      const [page = "", heading] = place.split("#");
      const text = readFileSync(join(ROOT, "docs/guide", page || "errors.md"), "utf8");
      expect(headingsOf(text), place).toContain(heading);
    }
  });
});
