import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { build as bundle, transformSync } from "esbuild";
import { beforeAll, describe, expect, it } from "vitest";
import { parseFlows } from "../generator/load/flows.js";
import { readKnowledge } from "../generator/load/load.js";
import { parseYaml } from "../generator/load/yaml.js";
import type { Model, Single } from "../generator/model/model.js";
import { build } from "../generator/pipeline.js";
import { own, specFile } from "../generator/place.js";
import { contractOf } from "../generator/prose/contract.js";
import * as support from "../runtime/support.js";
import type { Violation } from "../runtime/violation.js";
import { type Described, type Json, minimalInput, operationsIn } from "./operations/minimal-input.js";
import { compile } from "./pipeline/compile.js";
import { descriptions, descriptionText } from "./pipeline/descriptions.js";

const VERSION = "5.23.0";
const ROOT = fileURLToPath(own);
const today = "2026-03-08";

// What the prose demands beyond the schema, for the smallest request of each operation that needs more.
const MORE: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  "ads/analytics": { ad_ids: ["1"] },
  "analytics/create_conversion_product_report": { end_date: "2026-03-08" },
};

let model: Model;
let output: ReadonlyMap<string, string>;
let described: readonly Described[];
let document: { readonly [key: string]: Json };
let took = 0;

/** All that a description has, as another repository asks for it: `operations: all`. */
async function everything(): Promise<void> {
  const flows = parseFlows("operations: all\n");
  const knowledge = { ...readKnowledge((name) => specFile(name, own)), flows };
  const text = descriptionText(VERSION);
  const began = performance.now();
  const pulled = contractOf(text, flows, knowledge.skipped);
  ({ model, output } = await build({ document: pulled.document, source: pulled.source, knowledge }, "elsewhere"));
  took = performance.now() - began;
  document = parseYaml(text, "description").value as typeof document;
  described = operationsIn(document);
}

describe.skipIf(descriptions === null)(`operations: all, of ${VERSION} (skipped without PINTEREST_SPECS)`, () => {
  beforeAll(everything, 120_000);

  it("drops no operation", () => {
    expect(described).toHaveLength(231);
    expect(model.operations.map(({ call }) => call.id).sort()).toEqual(described.map(({ id }) => id).sort());
    for (const { name } of model.operations)
      for (const part of ["types", "call", "validate"]) expect(output.has(`operations/${name}/${part}.ts`)).toBe(true);
  });

  it("takes some seconds at most", () => {
    expect(took).toBeLessThan(30_000);
  });

  it("compiles as strictly as consumers may ask", { timeout: 300_000 }, () => {
    const files = new Map([...output].filter(([path]) => path.endsWith(".ts")));
    expect(compile(files, { isolatedDeclarations: true, declaration: true })).toEqual([]);
  });

  it("takes the smallest request of each operation, and no field that it does not have", () => {
    const wrong = model.operations.flatMap((single) => {
      const found = described.find(({ id }) => id === single.call.id) as Described;
      const input = { ...minimalInput(document, found, single.bodyField), ...MORE[single.call.id] };
      const errors = judged(single, input);
      return errors.length === 0 ? [] : [`${single.call.id} ${JSON.stringify(input)}: ${errors.join("; ")}`];
    });
    expect(wrong).toEqual([]);
  });

  it("misses each parameter that is left out and needed", () => {
    for (const single of model.operations) {
      const found = described.find(({ id }) => id === single.call.id) as Described;
      const input = { ...minimalInput(document, found, single.bodyField), ...MORE[single.call.id] };
      for (const { name } of found.parameters.filter(({ required }) => required === true)) {
        const { [String(name)]: _, ...rest } = input;
        expect(judged(single, rest), `${single.call.id} without ${String(name)}`).toContainEqual(
          expect.stringContaining(`/${String(name)} required`),
        );
      }
      if (single.body.others === undefined)
        expect(judged(single, { ...input, no_such_field: 1 }), single.call.id).toContainEqual(
          expect.stringContaining("/no_such_field unknown-field"),
        );
    }
  });

  it("brings into a bundle the one operation that is imported, not the others", { timeout: 60_000 }, async () => {
    const entry = [
      'import { connect, operationClient } from "pinterest-reports/support/client";',
      'import { boardsList, catalogsProductGroupsCreate } from "./operations.js";',
      'export const boards = operationClient(connect({ accessToken: "x" }), boardsList);',
    ].join("\n");
    const text = await bundled(entry);
    expect(text).toContain("boards-list");
    expect(text).not.toContain("catalogs-product-groups-create");
    expect(model.operations.filter(({ name }) => text.includes(`name: "${name}"`)).map(({ name }) => name)).toEqual(["boards-list"]);
    // The runtime and one validator; all validators together are megabytes.
    expect(text.length).toBeLessThan(150_000);
  });

  it("brings no client along with a validator", async () => {
    const text = await bundled('export { validateBoardsList } from "./validators.js";');
    expect(text).not.toContain("openapi");
    expect(text.length).toBeLessThan(15_000);
  });
});

/** The errors of an operation's generated validator. */
function judged({ name }: Single, input: unknown): readonly string[] {
  const { code } = transformSync(output.get(`operations/${name}/validate.ts`) ?? "", { loader: "ts", format: "cjs" });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  new Function("module", "exports", "require", code)(module, module.exports, () => support);
  const [, validate] = Object.entries(module.exports).find(([key]) => key.startsWith("validate")) ?? [];
  const found = (validate as (input: unknown, options: object) => readonly Violation[])(input, { today });
  return found.filter(({ severity }) => severity === "error").map(({ path, rule, message }) => `${path} ${rule} ${message}`);
}

/** What esbuild makes of an entry beside the generated files, which lie nowhere. */
async function bundled(entry: string): Promise<string> {
  const { outputFiles } = await bundle({
    stdin: { contents: entry, resolveDir: ROOT, sourcefile: "entry.ts", loader: "ts" },
    bundle: true,
    format: "esm",
    platform: "node",
    write: false,
    plugins: [
      {
        name: "made",
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /^pinterest-reports\// }, ({ path }) => ({
            path: join(ROOT, path.endsWith("client") ? "runtime/support-client.ts" : "runtime/support.ts"),
          }));
          onResolve({ filter: /^\.\.?\// }, ({ path, importer, namespace }) => {
            if (namespace !== "made" && !importer.endsWith("entry.ts"))
              return { path: join(dirname(importer), path).replace(/\.js$/, ".ts") };
            const from = namespace === "made" ? posix.dirname(importer) : ".";
            return { path: posix.join(from, path).replace(/\.js$/, ".ts"), namespace: "made" };
          });
          onLoad({ filter: /.*/, namespace: "made" }, ({ path }) => ({ contents: output.get(path) ?? "", loader: "ts", resolveDir: ROOT }));
        },
      },
    ],
  });
  return outputFiles[0]?.text ?? "";
}

it("needs no more than a line in flows.yaml", () => {
  expect(parseFlows("operations: all\n")).toEqual({ flows: [], operations: "all", statuses: { pending: [], done: [], failed: [] } });
  expect(readFileSync(new URL("spec/flows.yaml", own), "utf8")).not.toContain("operations: all");
});
