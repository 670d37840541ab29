import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Model } from "../../../generator/model/model.js";
import { withoutWords } from "../../../generator/parse/json.js";
import { build } from "../../../generator/pipeline.js";
import { packageRoot } from "../../../generator/workspace.js";
import { compile } from "../../support/compile.js";
import {
  contractFrom,
  descriptions,
  descriptionText,
  followed,
  labelledRules,
  versions,
} from "../../support/descriptions.js";
import { CONSUMER, minimal, reportValidator } from "../../support/minimal-body.js";
import { typedTwice } from "../../support/typed-twice.js";
import { atomicOf, labelledAtomic } from "./atomic-rules.js";

interface Made {
  readonly model: Model;
  readonly output: ReadonlyMap<string, string>;
}

const make = (text: string): Promise<Made> =>
  build(contractFrom(text), "elsewhere", { schema: true });

/** Puts the files of several outputs into one program, each with a consumer. */
function programOf(outputs: ReadonlyMap<string, Made>): ReadonlyMap<string, string> {
  return new Map(
    [...outputs].flatMap(([name, { output }]) =>
      [...output, ["consumer.ts", CONSUMER] as const].flatMap(([path, text]) =>
        path.endsWith(".ts") ? [[`${name}/${path}`, text] as const] : [],
      ),
    ),
  );
}

function judges({ model, output }: Made): void {
  const validate = reportValidator(output);
  expect(validate(minimal)).toEqual([]);
  expect(validate({ ...minimal, columns: [...minimal.columns, "SPEND_IN_DOLAR"] })).toEqual([
    `error /columns/${minimal.columns.length} enum`,
  ]);
  expect(validate({ ...minimal, start_date: "2024-02-30" })).toContain(
    "error /start_date date-format-start-date",
  );
  const { columns: _, ...rest } = minimal;
  // Newer descriptions make the columns optional.
  const isNeeded = model.flows
    .find(({ name }) => name === "report")
    ?.body.fields.find(({ name }) => name === "columns")?.required;
  expect(validate(rest)).toEqual([
    isNeeded ? "error /columns required" : "warning /columns columns-left-out",
  ]);
}

const contracts = new Map([
  ["contract", await make(readFileSync(new URL("spec/contract.yaml", packageRoot), "utf8"))],
  [
    "contract-5.12.0",
    await make(
      readFileSync(new URL("../../fixtures/contract-5.12.0.yaml", import.meta.url), "utf8"),
    ),
  ],
]);
const described = new Map<string, Made>();
for (const version of versions) described.set(version, await make(descriptionText(version)));

// All versions are compiled as one program, because a compiler spends most of its time on shared
// files.
it("the generated code of every version compiles with the strictest options", () => {
  expect(compile(programOf(new Map([...contracts, ...described])))).toEqual([]);
});

describe("the committed contracts", () => {
  it("produce calls whose types agree with openapi-typescript's", () => {
    const typed = [...contracts].flatMap(([name, { output }]) =>
      [...typedTwice(output)].map(([path, text]) => [`${name}/${path}`, text] as const),
    );
    expect(compile(new Map(typed))).toEqual([]);
  });

  it.each([...contracts])(
    "produce a validator for %s that accepts the smallest body and rejects a misspelled field",
    (_, made) => judges(made),
  );

  it.each([
    ["contract", 16],
    ["contract-5.12.0", 12],
  ])("produce as many rules as the description states (%s: %d)", (name, count) => {
    expect(atomicOf((contracts.get(name) as Made).model)).toHaveLength(count);
  });
});

describe.skipIf(descriptions === null)("whole descriptions", () => {
  const labelled = labelledRules();

  it("are available", () => {
    expect(versions).not.toEqual([]);
  });

  it.each([...described])(
    "produce a validator for %s that accepts the smallest body and rejects a misspelled field",
    (version, one) => {
      expect(one.model.source.version).toBe(version);
      judges(one);
    },
  );

  it
    .skipIf(labelled === null)
    .each([...described].filter(([version]) => labelled?.[version] !== undefined))(
    "have exactly the rules that people found in their prose: %s",
    (version, { model }) => {
      expect(atomicOf(model)).toEqual(labelledAtomic(labelled?.[version]?.rules ?? []));
    },
  );

  it.each(
    [
      [followed, "spec/contract.yaml"],
      ["5.12.0", "test/fixtures/contract-5.12.0.yaml"],
    ].filter(([version = ""]) => described.has(version)),
  )("produce the contract that was pulled from %s", (version, file) => {
    const pulled = withoutWords(
      contractFrom(readFileSync(new URL(file, packageRoot), "utf8")).document,
    );
    expect(withoutWords(contractFrom(descriptionText(version), pulled).document)).toEqual(pulled);
  });
});
