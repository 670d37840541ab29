import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseOwnRules, parseSkipped } from "../../../generator/parse/annotations.js";
import { idsOf, parseFlows } from "../../../generator/parse/config.js";
import {
  type Description,
  readDescription,
  readDescriptionUnindexed,
} from "../../../generator/parse/description.js";
import { entriesOf, getOwn, type Json, type JsonObject } from "../../../generator/parse/json.js";
import { findOperations, slice } from "../../../generator/parse/slice.js";
import { parseYaml, printYaml } from "../../../generator/parse/yaml.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { fingerprint } from "../../../generator/prose/sentences.js";
import { followed } from "../../support/descriptions.js";
import { isAll, tried } from "../../support/effort.js";
import { readSentences, specOf, specs, versionsHere } from "../../support/labelled-rules.js";

const here = new URL("../../../", import.meta.url);
const committed = (path: string): string => readFileSync(new URL(path, here), "utf8");
// Includes the sentences that have rules in spec/rules.yaml.
const flows = {
  ...parseFlows(committed("spec/flows.yaml")),
  rules: parseOwnRules(committed("spec/rules.yaml")),
};
const skipped = parseSkipped(committed("spec/skipped.yaml"));
const offered = new Set([...flows.flows, ...(flows.operations ?? [])].flatMap(idsOf));
const OLD = "test/fixtures/contract-5.12.0.yaml";
const contracts = ["spec/contract.yaml", OLD];

const parsed = new Map<string, JsonObject>();

/** Reads a committed contract. Each is parsed once. */
function contractAt(path: string): JsonObject {
  const document = parsed.get(path) ?? (parseYaml(committed(path), path).value as JsonObject);
  parsed.set(path, document);
  return document;
}

const minorOf = (version: string): number => Number(version.split(".")[1]);

function fingerprintsOf(version: string): ReadonlySet<string> {
  return new Set(readSentences(version, offered).map(([, { written }]) => fingerprint(written)));
}

/** The fields of the report's body, each with its number of values. */
function fieldsOf(document: Json): Map<string, number> {
  const fields = new Map<string, number>();
  const resolve = (reference: Json | undefined): Json | undefined =>
    String(reference)
      .split("/")
      .slice(1)
      .reduce<Json | undefined>((node, step) => getOwn(node, step), document);
  const values = (node: Json | undefined): number => {
    if (getOwn(node, "$ref") !== undefined) return values(resolve(getOwn(node, "$ref")));
    const parts = getOwn(node, "allOf") as readonly Json[] | undefined;
    const list = getOwn(node, "enum") as readonly Json[] | undefined;
    return Math.max(
      list?.length ?? 0,
      getOwn(node, "items") ? values(getOwn(node, "items")) : 0,
      ...(parts ?? []).map(values),
    );
  };
  const walk = (node: Json | undefined): void => {
    if (getOwn(node, "$ref") !== undefined) walk(resolve(getOwn(node, "$ref")));
    for (const part of (getOwn(node, "allOf") as readonly Json[] | undefined) ?? []) walk(part);
    for (const [name, property] of entriesOf(getOwn(node, "properties")))
      fields.set(name, values(property));
  };
  walk(resolve("#/components/schemas/AdsAnalyticsCreateAsyncRequest"));
  return fields;
}

describe("the committed contracts", () => {
  /** How many fields, columns, levels, targeting types and rules the report has. */
  const sizesOf = (path: string): readonly (number | undefined)[] => {
    const value = contractAt(path);
    const fields = fieldsOf(value);
    const item = getOwn(getOwn(value, "paths"), "/ad_accounts/{ad_account_id}/reports");
    const rules = getOwn(getOwn(item, "post"), "x-rules") as readonly Json[];
    return [
      fields.size,
      ...["columns", "level", "targeting_types"].map((name) => fields.get(name)),
      rules.length,
    ];
  };

  it("contain the whole report", () => {
    expect(sizesOf(OLD)).toEqual([23, 561, 12, 12, 12]);
    // The followed contract changes with each pull. Fewer than 5.28.0 had would need a look.
    const now = sizesOf("spec/contract.yaml");
    for (const [index, size] of [30, 613, 13, 17, 16].entries())
      expect(now[index]).toBeGreaterThanOrEqual(size);
  });

  it.each(contracts)("stay unchanged when %s is pulled from itself", (path) => {
    expect(printYaml(contractOf(committed(path), flows, skipped).document, "contract")).toBe(
      committed(path),
    );
  });

  it.each(contracts)("contain no text from Pinterest: %s", (path) => {
    const texts: string[] = [];
    const walk = (node: Json): void => {
      if (typeof node === "string" && /\s/.test(node)) texts.push(node);
      else if (typeof node === "object" && node !== null)
        for (const inside of Object.values(node)) walk(inside);
    };
    walk(contractAt(path));
    expect(
      [...new Set(texts)].filter(
        (text) =>
          !/^(Response \d+|Any other response|conversion metrics|Pinterest REST API)$/.test(text),
      ),
    ).toEqual([]);
  });
});

const committedIn = [[followed, "spec/contract.yaml"] as const, ["5.12.0", OLD] as const];
// Unless every case runs, only versions with a committed contract are pulled. A pull takes a
// second.
const pulledHere = isAll
  ? versionsHere()
  : tried(versionsHere().filter((version) => committedIn.some(([known]) => known === version)));
const pulls = new Map<string, ReturnType<typeof contractOf>>();

/**
 * Pulls the contract of a version. If a contract of that version is committed, rules that are no
 * longer stated are kept.
 */
function pulled(version: string): ReturnType<typeof contractOf> {
  const known = pulls.get(version);
  if (known !== undefined) return known;
  const path = committedIn.find(([known]) => known === version)?.[1];
  const before = path === undefined ? {} : { before: contractAt(path) };
  const made = contractOf(specOf(`${version}.yaml`), { ...flows, ...before }, skipped);
  pulls.set(version, made);
  return made;
}

describe.skipIf(!specs)("the original descriptions (skipped without PINTEREST_SPECS)", () => {
  it.each(isAll ? versionsHere() : versionsHere().slice(-1))(
    "produce the same excerpt of %s from an index of blocks as from a full parse",
    (version) => {
      const text = specOf(`${version}.yaml`);
      const sliced = (description: Description) =>
        slice(description, findOperations(description, offered)).document;
      expect(sliced(readDescription(text))).toEqual(sliced(readDescriptionUnindexed(text)));
    },
  );

  it.runIf(isAll)("produce the same bytes from YAML as from JSON for 5.23.0", () => {
    // `x-source` identifies the description's own bytes, so it always differs.
    const print = (document: JsonObject): string =>
      printYaml({ ...document, "x-source": "" }, "contract");
    expect(print(contractOf(specOf("5.23.0.json"), flows, skipped).document)).toBe(
      print(pulled("5.23.0").document),
    );
  });

  it.each(
    tried(
      committedIn
        .toSorted(([one], [other]) => minorOf(one) - minorOf(other))
        .filter(([version]) => versionsHere().includes(version)),
    ),
  )("of %s still produce the committed contract %s", (version, path) => {
    expect(printYaml(pulled(version).document, "contract")).toBe(committed(path));
  });

  it("contain each skipped sentence, up to the version recorded as its last one", () => {
    // The last version that contains a skipped sentence is always checked.
    const last = [...skipped.values()].map(({ until }) => until);
    const looked = [...tried(versionsHere()), ...last];
    const pulled = versionsHere()
      .filter((version) => looked.includes(version))
      .map((version) => ({ version, fingerprints: fingerprintsOf(version) }));
    for (const [fingerprint, { until }] of skipped) {
      const found = pulled
        .filter(({ fingerprints }) => fingerprints.has(fingerprint))
        .at(-1)?.version;
      expect([fingerprint, found]).toEqual([fingerprint, until ?? pulled.at(-1)?.version]);
    }
  });

  it.each(pulledHere)("have every sentence accounted for: %s", (version) => {
    const { ledger } = pulled(version);
    for (const { sentences, ...sums } of Object.values(ledger))
      expect(Object.values(sums).reduce((all, sum) => all + sum)).toBe(sentences);
  });
});
