import { readFileSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { build as bundle, transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import { compareModels, type Named } from "../../../generator/diff/compare.js";
import type { Model, Operation } from "../../../generator/model/model.js";
import { parseFlows } from "../../../generator/parse/config.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { ownFile, packageRoot } from "../../../generator/workspace.js";
import type { Operation as RuntimeOperation } from "../../../runtime/client/operation.js";
import * as support from "../../../runtime/support.js";
import * as supportClient from "../../../runtime/support-client.js";
import type { Violation } from "../../../runtime/validation/violation.js";
import { compile, compiled } from "../../support/compile.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { maximalInput } from "../../support/maximal-input.js";
import { type Described, type Json, minimalInput, operationsIn } from "../../support/minimal-input.js";
import { expected, wire } from "./wire.js";

const ROOT = fileURLToPath(packageRoot);
const today = "2026-03-08";
const NEWEST = "5.28.0";

// What the prose demands beyond the schema, for the smallest request of each operation that needs more.
const MORE: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  "ads/analytics": { ad_ids: ["1"] },
  "analytics/create_conversion_product_report": { end_date: "2026-03-08" },
};

interface Made {
  readonly model: Model;
  readonly output: ReadonlyMap<string, string>;
  /** The operations by a reading of the description that the generator has no part in. */
  readonly described: readonly Described[];
  /** The smallest request of an operation. */
  smallest(single: Operation): Record<string, Json>;
  /** One with all that an operation can be given, whether or not its rules let all of it stand together. */
  largest(single: Operation): Record<string, Json>;
}

const made = new Map<string, Promise<Made>>();

/** All that a description has, as another repository asks for it: `operations: all`. Made once. */
function everything(version: string): Promise<Made> {
  const known = made.get(version) ?? makeAll(version);
  made.set(version, known);
  return known;
}

async function makeAll(version: string): Promise<Made> {
  const flows = parseFlows("operations: all\n");
  const annotations = { ...readAnnotations(ownFile), flows };
  const text = descriptionText(version);
  const pulled = contractOf(text, { ...flows, prose: "tolerant" }, annotations.skipped);
  const { model, output } = await build({ document: pulled.document, source: pulled.source, annotations }, "elsewhere");
  const document = parseYaml(text, "description").value as { readonly [key: string]: Json };
  const described = operationsIn(document);
  const found = (id: string) => described.find((one) => one.id === id) as Described;
  const smallest = ({ call, bodyField }: Operation) => ({ ...minimalInput(document, found(call.id), bodyField), ...MORE[call.id] });
  const largest = ({ call, bodyField }: Operation) => maximalInput(document, found(call.id), bodyField);
  return { model, output, described, smallest, largest };
}

const counts = { "5.3.0": 45, "5.4.0": 70, "5.5.0": 86, "5.6.0": 97, "5.8.0": 129, "5.10.0": 136, "5.11.0": 142, "5.12.0": 156 };
const later = { "5.14.0": 204, "5.15.0": 211, "5.16.0": 221, "5.17.0": 223, "5.20.0": 223, "5.21.0": 223, "5.23.0": 231, [NEWEST]: 231 };
const there = Object.entries({ ...counts, ...later }).filter(([version]) => versions.includes(version));

describe.skipIf(descriptions === null)("operations: all (skipped without PINTEREST_SPECS)", () => {
  it("has versions to be made of", () => {
    expect(there.map(([version]) => version)).toContain(NEWEST);
  });

  describe.each(there)("of %s", (version, count) => {
    it("drops no operation", { timeout: 60_000 }, async () => {
      const { model, output, described } = await everything(version);
      expect(described).toHaveLength(count);
      expect(model.operations.map(({ call }) => call.id).sort()).toEqual(described.map(({ id }) => id).sort());
      for (const { name } of model.operations)
        for (const part of ["types", "call", "validate"]) expect(output.has(`operations/${name}/${part}.ts`)).toBe(true);
    });

    it("takes the smallest request of each operation, and no field that it does not have", { timeout: 60_000 }, async () => {
      const { model, output, smallest } = await everything(version);
      const wrong = model.operations.flatMap((single) => {
        const input = smallest(single);
        const errors = judged(output, single, input);
        if (single.body.additionalProperties === undefined)
          expect(judged(output, single, { ...input, no_such_field: 1 }), single.call.id).toContainEqual(
            expect.stringContaining("/no_such_field unknown-field"),
          );
        return errors.length === 0 ? [] : [`${single.call.id} ${JSON.stringify(input)}: ${errors.join("; ")}`];
      });
      expect(wrong).toEqual([]);
    });
  });

  const typed = (output: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
    new Map([...output].filter(([path]) => path.endsWith(".ts")));

  it.each(there)("of %s compiles as strictly as consumers may ask", { timeout: 120_000 }, async (version) => {
    const { output } = await everything(version);
    expect(compile(typed(output))).toEqual([]);
  });

  // Chosen by a discriminator in a schema that an answer puts its items together of, and in a part of a schema.
  it.runIf(versions.includes("5.17.0"))("have all forms that an answer may have", { timeout: 60_000 }, async () => {
    const typesOf = async (version: string, name: string): Promise<string> =>
      (await everything(version)).output.get(`operations/${name}/types.ts`) ?? "";
    for (const version of ["5.17.0", NEWEST])
      expect(await typesOf(version, "feeds-list")).toContain(
        "FeedsListAnswerItem = FeedsListAnswerItemRetail | FeedsListAnswerItemHotel | FeedsListAnswerItemCreativeAssets;",
      );
    expect(await typesOf("5.17.0", "pins-get")).toContain("images?: PinsGetAnswerValueMediaImageImages");
  });

  it(`of ${NEWEST} compiles cheaply`, { timeout: 120_000 }, async () => {
    const { model, output } = await everything(NEWEST);
    const { errors, instantiations } = compiled(typed(output));
    expect(errors).toEqual([]);
    expect(instantiations / model.operations.length, "a compiler's work per operation").toBeLessThan(3_000);
  });

  it("misses each parameter that is left out and needed", { timeout: 60_000 }, async () => {
    const { model, output, described, smallest } = await everything(NEWEST);
    for (const single of model.operations) {
      const { parameters } = described.find(({ id }) => id === single.call.id) as Described;
      for (const { name } of parameters.filter(({ required }) => required === true)) {
        const { [String(name)]: _, ...rest } = smallest(single);
        expect(judged(output, single, rest), `${single.call.id} without ${String(name)}`).toContainEqual(
          expect.stringContaining(`/${String(name)} required`),
        );
      }
    }
  });

  it.runIf(versions.includes("5.21.0"))(
    "has a body that may not be left out any more, and no fields that only moved",
    { timeout: 60_000 },
    async () => {
      const [old, now] = await Promise.all(["5.21.0", NEWEST].map(async (name) => ({ name, model: (await everything(name)).model })));
      const { changes } = compareModels(old as Named, now as Named);
      const bodies = changes.filter(({ place, step }) => place === "body" && step === "major");
      expect(bodies.map(({ flow, text }) => [flow, text])).toEqual([
        ["ad-groups-audience-sizing", "required now, its fields stand in the request, were in the field body"],
        ["audiences-update", "required now"],
        ["integrations-commerce-post", "required now, its fields stand in the request, were in the field body"],
        ["integrations-commerce-patch", "required now, its fields stand in the request, were in the field body"],
      ]);
      expect(changes.filter(({ flow, kind }) => flow.startsWith("integrations-commerce-p") && kind === "field")).toEqual([]);
    },
  );

  // The older one has lists inside an object of a query.
  const sent = ["5.14.0", NEWEST].filter((version) => versions.includes(version));
  it.each(sent)(
    "sends all of %s, with the least and the most of input, as the description has it",
    { timeout: 60_000 },
    async (version) => {
      const { model, output, described, smallest, largest } = await everything(version);
      let answer: Json | undefined;
      await using server = await wire(() => answer);
      const clock = { now: Date.now, date: () => Date.parse(today), sleep: async () => {}, random: () => 0 };
      const shared = { baseUrl: server.url, clock, rateLimits: false } as const;
      const connection = supportClient.connect({ ...shared, accessToken: "token" });
      const wrong: unknown[] = [];
      for (const single of model.operations) {
        const one = described.find(({ id }) => id === single.call.id) as Described;
        const operation = callable(output, single);
        const client = one.basic
          ? supportClient.appClient({ ...shared, clientId: "1", clientSecret: "secret" }, operation)
          : supportClient.operationClient(connection, operation);
        answer = one.answer === null ? undefined : one.answer.type === "array" ? [] : {};
        // All at once breaks rules between fields.
        for (const [input, validate] of [[smallest(single), "error"] as const, [largest(single), false] as const]) {
          const thrown = await client(input, { validate }).then(
            () => null,
            (error: unknown) => String(error),
          );
          const should = expected(one, single.bodyField, input);
          const arrived = server.arrived();
          if (thrown !== null || !isDeepStrictEqual(arrived, [should])) wrong.push({ id: one.id, input, thrown, should, arrived });
        }
      }
      expect(wrong).toEqual([]);
    },
  );

  it("brings into a bundle the one operation that is imported, not the others", { timeout: 60_000 }, async () => {
    const { model, output } = await everything(NEWEST);
    const entry = [
      'import { connect, operationClient } from "pinterest-reports/support/client";',
      'import { boardsList, catalogsProductGroupsCreate } from "./operations.js";',
      'export const boards = operationClient(connect({ accessToken: "x" }), boardsList);',
    ].join("\n");
    const text = await bundled(output, entry);
    expect(text).toContain("boards-list");
    expect(text).not.toContain("catalogs-product-groups-create");
    expect(model.operations.filter(({ name }) => text.includes(`name: "${name}"`)).map(({ name }) => name)).toEqual(["boards-list"]);
    // The runtime and one validator; all validators together are megabytes.
    expect(text.length).toBeLessThan(150_000);
  });

  it("brings no client along with a validator", { timeout: 60_000 }, async () => {
    const { output } = await everything(NEWEST);
    const text = await bundled(output, 'export { validateBoardsList } from "./validators.js";');
    expect(text).not.toContain("openapi");
    expect(text.length).toBeLessThan(15_000);
  });
});

type Validate = (input: unknown, options: object) => readonly Violation[];
const modules = new Map<string, Record<string, unknown>>();

/** The errors of an operation's generated validator. */
function judged(output: ReadonlyMap<string, string>, { name }: Operation, input: unknown): readonly string[] {
  const validate = Object.entries(evaluated(output, `operations/${name}/validate.ts`)).find(([key]) => key.startsWith("validate"))?.[1];
  const found = (validate as Validate)(input, { today });
  return found.filter(({ severity }) => severity === "error").map(({ path, rule, message }) => `${path} ${rule} ${message}`);
}

/** An operation as its generated file exports it. */
function callable(output: ReadonlyMap<string, string>, { name }: Operation): RuntimeOperation<object, unknown> {
  return Object.values(evaluated(output, `operations/${name}/call.ts`))[0] as RuntimeOperation<object, unknown>;
}

/** What a generated file exports. One of the same text is the same. */
function evaluated(output: ReadonlyMap<string, string>, path: string): Record<string, unknown> {
  const text = output.get(path) ?? "";
  const known = path.endsWith("validate.ts") ? modules.get(text) : undefined;
  if (known !== undefined) return known;
  const { code } = transformSync(text, { loader: "ts", format: "cjs" });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const required = (name: string): unknown => {
    if (name.startsWith(".")) return evaluated(output, posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    return name.endsWith("client") ? supportClient : support;
  };
  new Function("module", "exports", "require", code)(module, module.exports, required);
  modules.set(text, module.exports);
  return module.exports;
}

/** What esbuild makes of an entry beside the generated files, which lie nowhere. */
async function bundled(output: ReadonlyMap<string, string>, entry: string): Promise<string> {
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
  const statuses = { pending: [], done: [], failed: [] };
  expect(parseFlows("operations: all\n")).toEqual({
    flows: [],
    others: { except: [] },
    statuses,
    statusesAt: "spec/flows.yaml:1",
    file: "spec/flows.yaml",
  });
  expect(readFileSync(new URL("spec/flows.yaml", packageRoot), "utf8")).not.toContain("operations: all");
});
