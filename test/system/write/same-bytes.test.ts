import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { fileViews } from "../../../generator/emit/files.js";
import { renderer } from "../../../generator/emit/render.js";
import { lower } from "../../../generator/lower/lower.js";
import { build, readSpec } from "../../../generator/pipeline.js";
import { packageRoot } from "../../../generator/workspace.js";
import { compareFolder, filesIn, isGenerated } from "../../../generator/write/compare.js";
import { writeFolder } from "../../../generator/write/write.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const contract = readSpec({ root: packageRoot, home: "here" });
const { output, docs } = await build(contract, "here");
const { output: elsewhere } = await build(contract, "elsewhere");

describe("the generated output", () => {
  it("is written exactly as it was generated", async () => {
    const folder = temporaryFolder();
    await writeFolder(folder, output, { label: "one" });
    expect(filesIn(folder).toSorted()).toEqual([...output.keys()].toSorted());
    for (const [path, text] of output)
      expect(readFileSync(new URL(path, folder), "utf8"), path).toBe(text);
  });

  it("has the generator's header, so the next run recognizes its own files, in this repository and in others", async () => {
    for (const [home, made] of Object.entries({ here: new Map([...output, ...docs]), elsewhere })) {
      const folder = temporaryFolder();
      await writeFolder(folder, made, { label: home });
      expect(
        [...made.keys()].filter((path) => !isGenerated(fileURLToPath(new URL(path, folder)))),
      ).toEqual([]);
    }
  });

  it("includes schema.ts in this repository, and in others only on request, without changing any other file", async () => {
    expect([output.has("schema.ts"), elsewhere.has("schema.ts")]).toEqual([true, false]);
    const { output: requested } = await build(
      readSpec({ root: packageRoot, home: "here" }),
      "elsewhere",
      { schema: true },
    );
    expect([...requested.keys()].filter((path) => !elsewhere.has(path))).toEqual(["schema.ts"]);
    for (const [path, text] of elsewhere) expect(requested.get(path), path).toBe(text);
  });

  it("equals the committed generated/", () => {
    expect(
      compareFolder(new URL("generated/", packageRoot), output).map(
        ({ kind, path }) => `${kind} ${path}`,
      ),
    ).toEqual([]);
  });

  it("equals the generated pages in the committed docs/", () => {
    expect([...docs.keys()]).toEqual(["rules.md"]);
    const page = readFileSync(new URL("docs/rules.md", packageRoot), "utf8");
    expect(page.replaceAll("\r\n", "\n")).toBe(docs.get("rules.md"));
  });

  it("has no carriage return, byte order mark or trailing space, and ends with one newline", () => {
    for (const [path, text] of output) {
      expect(/\r|\uFEFF|[ \t]$/m.test(text), path).toBe(false);
      expect(/[^\n]\n$/.test(text), path).toBe(true);
    }
  });

  it("does not contain the time, tool or version that produced it, except in source.ts", () => {
    const { version, sha256 } = contract.source;
    for (const [path, text] of output) {
      if (path === "source.ts") continue;
      expect(text.includes(version) || text.includes(sha256), path).toBe(false);
      expect(/\b20\d\d-\d\d-\d\dT/.test(text), path).toBe(false);
    }
  });

  it("is the same for files with Windows line endings", async () => {
    const root = temporaryFolder();
    copyWithCrLf(new URL("spec/", packageRoot), new URL("spec/", root));
    const { output: other } = await build(readSpec({ root, home: "here" }), "here");
    for (const [path, text] of output) expect(other.get(path) === text, path).toBe(true);
  });

  it("is the same for templates with Windows line endings", () => {
    const folder = temporaryFolder();
    copyWithCrLf(new URL("templates/", packageRoot), folder);
    const render = renderer(folder);
    for (const { path, template, view } of fileViews(lower(contract).model, "here"))
      expect(output.get(path), path).toBe(render(template, view));
  });

  it("changes only in source.ts if only the version changes", async () => {
    const source = { ...contract.source, version: "5.99.0", sha256: "f".repeat(64) };
    const info = { ...(contract.document.info as object), version: "5.99.0" };
    const { output: other } = await build(
      { ...contract, source, document: { ...contract.document, info } },
      "here",
    );
    expect([...output.keys()].filter((path) => other.get(path) !== output.get(path))).toEqual([
      "source.ts",
    ]);
    expect([...other.keys()]).toEqual([...output.keys()]);
    expect(other.get("source.ts")).toContain('version: "5.99.0"');
  });

  it("imports the package in other repositories, and never a path outside its folder", () => {
    for (const [path, text] of elsewhere) {
      const imports = [...text.matchAll(/from "([^"]+)"/g)].map(([, name = ""]) => name);
      const depth = path.split("/").length - 1;
      const outside = imports.filter(
        (name) =>
          !/^pinterest-reports\/support(\/(report-)?client)?$/.test(name) && leaves(name, depth),
      );
      expect(outside, path).toEqual([]);
    }
  });
});

function leaves(name: string, depth: number): boolean {
  return !name.startsWith(".") || name.split("../").length - 1 > depth;
}

function copyWithCrLf(from: URL, to: URL): void {
  for (const path of filesIn(from)) {
    mkdirSync(new URL(".", new URL(path, to)), { recursive: true });
    const text = readFileSync(new URL(path, from), "utf8").replaceAll("\r\n", "\n");
    writeFileSync(new URL(path, to), text.replaceAll("\n", "\r\n"));
  }
  expect(readdirSync(to).length).toBeGreaterThan(0);
}
