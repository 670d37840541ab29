import { appendFileSync, mkdirSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import { buildDigests } from "../../../generator/write/generator-digest.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const FILES = {
  "generator/pipeline.ts": "export const a = 1;\n",
  "generator/README.md": "The generator.\n",
  "cli/bin.ts": "start();\n",
  "cli/commands/generate/inputs.ts": "export const d = 1;\n",
  "templates/rules/date.hbs": "{{a}}\n",
  "spec/rules.yaml": "- {}\n",
  "spec/contract.yaml": "openapi: 3.0.3\n",
  "runtime/validation/dates.ts": "export const b = 1;\n",
  "runtime/http/send.ts": "export const c = 1;\n",
  "node_modules/handlebars/package.json": '{ "version": "4.0.0" }\n',
  "node_modules/yaml/package.json": '{ "version": "2.0.0" }\n',
  "dist/chunks/generate.js": "const a=1;\n",
  "dist/templates/compiled.cjs": "module.exports={};\n",
};

describe("the digests of a build", () => {
  let root: URL;
  const file = (path: string): URL => new URL(path, root);
  const digests = () => buildDigests(root, file("dist/"));

  beforeEach(() => {
    root = temporaryFolder();
    for (const [path, text] of Object.entries(FILES)) {
      mkdirSync(new URL(".", file(path)), { recursive: true });
      writeFileSync(file(path), text);
    }
  });

  it.each([
    "generator/pipeline.ts",
    "cli/commands/generate/inputs.ts",
    "templates/rules/date.hbs",
    "spec/rules.yaml",
    "runtime/validation/dates.ts",
  ])("include a different source digest after a change to %s", (path) => {
    const { sources, built } = digests();
    appendFileSync(file(path), "# more\n");
    expect(digests().built).toBe(built);
    expect(digests().sources).not.toBe(sources);
  });

  it.each(["handlebars", "yaml"])(
    "include a different source digest with another version of %s",
    (name) => {
      const { sources } = digests();
      writeFileSync(file(`node_modules/${name}/package.json`), '{ "version": "9.0.0" }\n');
      expect(digests().sources).not.toBe(sources);
    },
  );

  it.each(["generator/README.md", "spec/contract.yaml", "runtime/http/send.ts", "cli/bin.ts"])(
    "stay the same after a change to %s",
    (path) => {
      const before = digests();
      appendFileSync(file(path), "# more\n");
      expect(digests()).toEqual(before);
    },
  );

  it("stay the same with Windows line endings", () => {
    const before = digests();
    for (const [path, text] of Object.entries(FILES))
      writeFileSync(file(path), text.replaceAll("\n", "\r\n"));
    expect(digests()).toEqual(before);
  });

  it.each(["dist/chunks/generate.js", "dist/templates/compiled.cjs"])(
    "include a different result digest after a change to %s",
    (path) => {
      const { sources, built } = digests();
      appendFileSync(file(path), "\n");
      expect(digests().sources).toBe(sources);
      expect(digests().built).not.toBe(built);
    },
  );
});
