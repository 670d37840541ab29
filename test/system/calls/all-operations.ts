import { posix } from "node:path";
import { fileURLToPath } from "node:url";
import { transformSync } from "esbuild";
import { describe, expect, it } from "vitest";
import type { Model, Operation } from "../../../generator/model/model.js";
import { parseFlows } from "../../../generator/parse/config.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import type { Operation as RuntimeOperation } from "../../../runtime/client/operation.js";
import * as support from "../../../runtime/support.js";
import type { Violation } from "../../../runtime/validation/violation.js";
import { compile } from "../../support/compile.js";
import { descriptionText, versions } from "../../support/descriptions.js";
import { keyOf } from "../../support/generated-code.js";
import { tooLong } from "../../support/long-lines.js";
import { maximalInput } from "../../support/maximal-input.js";
import {
  type Described,
  type Json,
  minimalInput,
  operationsIn,
} from "../../support/minimal-input.js";

export const ROOT = fileURLToPath(packageRoot);
export const today = "2026-03-08";
export const NEWEST = "5.28.0";

// Fields that the prose requires but the schema does not, for the smallest request of each
// operation.
const MORE: Readonly<Record<string, Readonly<Record<string, Json>>>> = {
  "ads/analytics": { ad_ids: ["1"] },
  "analytics/create_conversion_product_report": { end_date: "2026-03-08" },
};

export interface Made {
  readonly model: Model;
  readonly output: ReadonlyMap<string, string>;
  /** The operations, read without the generator. */
  readonly described: readonly Described[];
  /** The smallest request of an operation. */
  smallest(single: Operation): Record<string, Json>;
  /** A request with every field of an operation, whether or not its rules allow them together. */
  largest(single: Operation): Record<string, Json>;
}

const made = new Map<string, Promise<Made>>();

/**
 * Generates all operations of a version as another repository would (`operations: all`). Each
 * version is generated once.
 */
export function everything(version: string): Promise<Made> {
  const known = made.get(version) ?? makeAll(version);
  made.set(version, known);
  return known;
}

async function makeAll(version: string): Promise<Made> {
  const flows = parseFlows("operations: all\n");
  const annotations = { ...readAnnotations(shippedFile), flows };
  const text = descriptionText(version);
  const pulled = contractOf(text, { ...flows, prose: "tolerant" }, annotations.skipped);
  const { model, output } = await build(
    { document: pulled.document, source: pulled.source, annotations },
    "elsewhere",
    { schema: true },
  );
  const document = parseYaml(text, "description").value as { readonly [key: string]: Json };
  const described = operationsIn(document);
  const found = (id: string) => described.find((one) => one.id === id) as Described;
  const smallest = ({ call, bodyField }: Operation) => ({
    ...minimalInput(document, found(call.id), bodyField),
    ...MORE[call.id],
  });
  const largest = ({ call, bodyField }: Operation) =>
    maximalInput(document, found(call.id), bodyField);
  return { model, output, described, smallest, largest };
}

const counts = {
  "5.3.0": 45,
  "5.4.0": 70,
  "5.5.0": 86,
  "5.6.0": 97,
  "5.8.0": 129,
  "5.10.0": 136,
  "5.11.0": 142,
  "5.12.0": 156,
};
const later = {
  "5.14.0": 204,
  "5.15.0": 211,
  "5.16.0": 221,
  "5.17.0": 223,
  "5.20.0": 223,
  "5.21.0": 223,
  "5.23.0": 231,
  [NEWEST]: 231,
};
/** The available versions and their numbers of operations. */
export const there: readonly (readonly [version: string, count: number])[] = Object.entries({
  ...counts,
  ...later,
}).filter(([version]) => versions.includes(version));

/** The files that a compiler reads. */
export const typed = (output: ReadonlyMap<string, string>): ReadonlyMap<string, string> =>
  new Map([...output].filter(([path]) => path.endsWith(".ts")));

/** Declares the tests that run for each of these versions. */
export function holdsOf(chosen: typeof there): void {
  describe.each(chosen)("all operations of %s", (version, count) => {
    it("are all generated", async () => {
      const { model, output, described } = await everything(version);
      expect(described).toHaveLength(count);
      expect(model.operations.map(({ call }) => call.id).sort()).toEqual(
        described.map(({ id }) => id).sort(),
      );
      for (const { name } of model.operations)
        for (const part of ["schema", "call"])
          expect(output.has(`operations/${name}/${part}.ts`)).toBe(true);
    });

    it("have no line of code that is too long", async () => {
      const { output } = await everything(version);
      const found = [...typed(output)].filter(([path]) => path !== "schema.ts");
      expect(
        found.flatMap(([path, text]) => tooLong(text).map((line) => `${path}: ${line}`)),
      ).toEqual([]);
    });

    it("accept the smallest request of each operation, and reject an unknown field", async () => {
      const { model, output, smallest } = await everything(version);
      const wrong = model.operations.flatMap((single) => {
        const input = smallest(single);
        const errors = judged(output, single, input);
        if (single.body.additionalProperties === undefined)
          expect(
            judged(output, single, { ...input, no_such_field: 1 }),
            single.call.id,
          ).toContainEqual(expect.stringContaining("/no_such_field unknown-field"));
        return errors.length === 0
          ? []
          : [`${single.call.id} ${JSON.stringify(input)}: ${errors.join("; ")}`];
      });
      expect(wrong).toEqual([]);
    });
  });

  it.each(chosen)(
    "the generated code of %s compiles under the strictest options",
    async (version) => {
      const { output } = await everything(version);
      expect(compile(typed(output))).toEqual([]);
    },
  );
}

type Validate = (input: unknown, options: object) => readonly Violation[];
const modules = new Map<string, Record<string, unknown>>();

/** The errors that an operation's generated validator reports for an input. */
export function judged(
  output: ReadonlyMap<string, string>,
  { name }: Operation,
  input: unknown,
): readonly string[] {
  const validate = Object.entries(evaluated(output, `operations/${name}/schema.ts`)).find(([key]) =>
    key.startsWith("validate"),
  )?.[1];
  const found = (validate as Validate)(input, { today });
  return found
    .filter(({ severity }) => severity === "error")
    .map(({ path, rule, message }) => `${path} ${rule} ${message}`);
}

/** An operation as its generated file exports it, ready to call. */
export function callable(
  output: ReadonlyMap<string, string>,
  { name }: Operation,
): RuntimeOperation<object, unknown> {
  return Object.values(evaluated(output, `operations/${name}/call.ts`))[0] as RuntimeOperation<
    object,
    unknown
  >;
}

/** The exports of a generated file. Files with the same text and imports share one evaluation. */
function evaluated(output: ReadonlyMap<string, string>, path: string): Record<string, unknown> {
  const text = output.get(path) ?? "";
  const key = keyOf(output, path);
  const known = modules.get(key ?? "");
  if (known !== undefined) return known;
  const { code } = transformSync(text, { loader: "ts", format: "cjs" });
  const module: { exports: Record<string, unknown> } = { exports: {} };
  const required = (name: string): unknown => {
    if (name.startsWith("."))
      return evaluated(output, posix.join(posix.dirname(path), name).replace(/\.js$/, ".ts"));
    if (name === "pinterest-reports/support") return support;
    throw new Error(`generated code imports ${name}`);
  };
  new Function("module", "exports", "require", code)(module, module.exports, required);
  if (key !== null) modules.set(key, module.exports);
  return module.exports;
}
