import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { linksOf } from "../../support/markdown.js";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const text = await readFile(join(ROOT, "CONTRIBUTING.md"), "utf8");
const { scripts } = JSON.parse(await readFile(join(ROOT, "package.json"), "utf8"));
// npm runs these scripts by itself.
const BY_NPM = /^pre|^post/;

describe("CONTRIBUTING.md", () => {
  it("lists each script, and no others", () => {
    const told = [...text.matchAll(/`npm (?:run )?([a-z][a-z:]*)(?= --|`)/g)]
      .map(([, name = ""]) => name)
      .filter((name) => name !== "ci");
    const names = Object.keys(scripts).filter((name) => !BY_NPM.test(name));
    expect([...new Set(told)].sort()).toEqual(names.sort());
  });

  it("names existing files and folders", () => {
    const named = [
      ...text.matchAll(
        /`((?:bench|cli|generator|templates|spec|runtime|generated|docs|test|\.github|\.ci)\/[^`\s<]*)`/g,
      ),
    ].map(([, path = ""]) => path);
    expect(named.length).toBeGreaterThan(10);
    // `x` stands for the name of a new rule.
    expect(named.filter((path) => !/\/x\./.test(path) && !existsSync(join(ROOT, path)))).toEqual(
      [],
    );
  });

  it("has working links", () => {
    expect(linksOf(text).filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });
});
