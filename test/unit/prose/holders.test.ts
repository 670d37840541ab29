// Sentences at a field of an object that also name a field of the enclosing object.
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { jsonSchema } from "../../../generator/emit/json-schema.js";
import { lower } from "../../../generator/lower/lower.js";
import { parseOwnRules } from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf, type Pulled } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";
import { describedBodies } from "../../support/described-bodies.js";
import { validatorsOf } from "../../support/generated-code.js";

const flows = parseFlows("operations: all\n");
const object = (properties: JsonObject, more: JsonObject = {}): JsonObject => ({
  type: "object",
  properties,
  ...more,
});
const list = (items: JsonObject): JsonObject => ({ type: "array", items });

/** How the object with the described field is held: directly, deeper, as an item, in a list. */
const PLACES = {
  direct: (inner: JsonObject) => ({ host: inner }),
  deep: (inner: JsonObject) => ({ plan: object({ host: inner }) }),
  inList: (inner: JsonObject) => ({ hosts: list(inner) }),
};
type Place = keyof typeof PLACES;

/** A drop with a `kind`, and inside it a host with `card_id`, which this sentence describes. */
function drop(sentence: string, place: Place, card: JsonObject = {}): JsonObject {
  const inner = object({
    card_id: { type: "string", ...card, description: `A card. ${sentence}` },
    tone: { type: "string", enum: ["WARM", "COLD"], description: "How it is written." },
    language: { type: "string", description: "What it is written in." },
  });
  return object({
    kind: { type: "string", enum: ["SALE", "GIFT"], description: "What it is for." },
    end_note: { type: "string", description: "A last line." },
    locale: { type: "string", description: "Where it is shown." },
    ...PLACES[place](inner),
  });
}

function pulled(body: JsonObject, { rules = "[]", acceptProposed = false } = {}): Pulled {
  const operations = {
    "drops-create": { body },
    "parties-create": { body: list(body) },
  };
  return contractOf(describedBodies(operations, {}), {
    ...flows,
    rules: parseOwnRules(rules),
    acceptProposed,
    prose: "tolerant",
    undecided: [],
  });
}

function contractFrom({ document, source }: Pulled, rules = "[]"): Contract {
  return {
    document,
    source,
    annotations: { ...noAnnotations, flows, rules: parseOwnRules(rules) },
  };
}

const proposedIn = ({ unread }: Pulled): readonly string[] => [
  ...new Set(unread.flatMap(({ proposed }) => proposed.map((one) => JSON.stringify(one)))),
];

type Case = readonly [kind?: string, note?: string, card?: string, tone?: string];
/** Sentences, with the combinations of kind, end note, card and tone that they refuse. */
const SENTENCES: readonly (readonly [string, (one: Case) => boolean])[] = [
  ["Required for the SALE `kind`.", ([kind, , card]) => kind === "SALE" && card === undefined],
  ["Mandatory if `kind` is GIFT.", ([kind, , card]) => kind === "GIFT" && card === undefined],
  ["Only allowed when `kind` is SALE.", ([kind, , card]) => kind !== "SALE" && card !== undefined],
  [
    "Cannot be used together with `end_note`.",
    ([, note, card]) => note !== undefined && card !== undefined,
  ],
  [
    "Only supported when `tone` is set to `WARM` and `kind` is set to `SALE`.",
    ([kind, , card, tone]) => card !== undefined && (tone !== "WARM" || kind !== "SALE"),
  ],
  ["This field requires `end_note`.", ([, note, card]) => card !== undefined && note === undefined],
];
const CASES: readonly Case[] = [undefined, "SALE", "GIFT"].flatMap((kind) =>
  [undefined, "x"].flatMap((note) =>
    [undefined, "c"].flatMap((card) =>
      [undefined, "WARM", "COLD"].map((tone): Case => [kind, note, card, tone] as Case),
    ),
  ),
);

describe("a sentence that names a field of the enclosing object", () => {
  it.each(
    SENTENCES.flatMap(([sentence, isRefused]) =>
      (["direct", "deep"] as const).map((place) => [sentence, place, isRefused] as const),
    ),
  )(
    "becomes a rule with paths, checked like Ajv checks the JSON Schema: %s (%s)",
    (sentence, place, isRefused) => {
      const contract = contractFrom(pulled(drop(sentence, place), { acceptProposed: true }));
      const checks = validatorsOf(contract);
      const { operations } = lower(contract).model;
      const accepts = operations.map((one) => ({
        name: one.name,
        isAccepted: new Ajv2020({ strict: false }).compile(jsonSchema(one)),
      }));
      const path = place === "direct" ? "/host" : "/plan/host";
      for (const one of CASES) {
        const [kind, end_note, card_id, tone] = one;
        const host = JSON.parse(JSON.stringify({ card_id, tone }));
        const held = place === "direct" ? { host } : { plan: { host } };
        const item = JSON.parse(JSON.stringify({ kind, end_note, ...held }));
        for (const { name, isAccepted } of accepts) {
          const [body, at] = name === "drops-create" ? [item, ""] : [{ body: [item] }, "/body/0"];
          const found = checks(name)(body);
          expect(found.length, JSON.stringify(body)).toBe(isRefused(one) ? 1 : 0);
          expect(isAccepted(body), JSON.stringify(body)).toBe(!isRefused(one));
          const broken = sentence.startsWith("This field requires")
            ? "/end_note"
            : `${path}/card_id`;
          for (const { path: where } of found) expect(where).toBe(`${at}${broken}`);
        }
      }
    },
  );

  it("requires nothing of an object that is not sent", () => {
    const body = drop("Required for the SALE `kind`.", "direct");
    const contract = contractFrom(pulled(body, { acceptProposed: true }));
    expect(validatorsOf(contract)("drops-create")({ kind: "SALE" })).toEqual([]);
  });

  it("gets an entry with the path that can be pasted into rules.yaml", () => {
    const body = drop("Required for the SALE `kind`.", "direct");
    const { unread } = pulled(body);
    const lines = unread.flatMap(({ entries }) =>
      entries.filter(({ file }) => file === "rules.yaml").map(({ line }) => line),
    );
    const rules = `${[...new Set(lines)].join("\n")}\n`;
    expect(rules).toContain("field: host.card_id");
    const after = pulled(body, { rules });
    expect(proposedIn(after)).toEqual([]);
    const contract = contractFrom(after, rules);
    expect(lower(contract).notices.filter(({ kind }) => kind === "dormant")).toEqual([]);
    const found = validatorsOf(contract)("drops-create")({ kind: "SALE", host: {} });
    expect(found.map(({ path, message }) => `${path} ${message}`)).toEqual([
      "/host/card_id is required when host is given and kind is SALE",
    ]);
  });

  it("only requires a value beside the field if the object is sent", () => {
    const tone = {
      type: "string",
      enum: ["WARM", "COLD"],
      description: "Must be WARM if `end_note` is set.",
    };
    const body = object({
      end_note: { type: "string", description: "A last line." },
      host: object({ tone }),
    });
    const check = validatorsOf(contractFrom(pulled(body, { acceptProposed: true })))(
      "drops-create",
    );
    const counts = [{}, { host: {} }, { host: { tone: "COLD" } }, { host: { tone: "WARM" } }].map(
      (held) => check({ end_note: "x", ...held }).length,
    );
    expect([counts[0], counts[2], counts[3]]).toEqual([0, 1, 0]);
  });

  it.each([
    "Cannot be a card whose `kind` is SALE.",
    "The `kind` field of the card must be SALE.",
    "This field requires the card's `end_note`.",
    "Cannot be set unless the parent's `kind` is SALE.",
  ])("does not become a rule if it is about a field of something else: %s", (sentence) => {
    const named = proposedIn(pulled(drop(sentence, "direct"))).filter((rule) =>
      rule.includes("host"),
    );
    expect(named).toEqual([]);
  });

  it.each([
    ["a name with a dot", "my.host", {}],
    ["an object that can be null", "host", { nullable: true }],
  ])("does not become a rule for a path through %s", (_, name, more) => {
    const card_id = { type: "string", description: "A card. Required for the SALE `kind`." };
    const body = object({
      kind: { type: "string", enum: ["SALE", "GIFT"], description: "What it is for." },
      [name]: object({ card_id }, more),
    });
    const operations = { "drops-create": { body } };
    const { unread } = contractOf(describedBodies(operations, {}), {
      ...flows,
      prose: "tolerant",
      undecided: [],
    });
    expect(unread.flatMap(({ proposed }) => proposed)).toEqual([]);
    expect(unread.map(({ text }) => text)).toContain("Required for the SALE `kind`.");
  });

  it.each([
    ["is in a list, whose items have no path", "Required for the SALE `kind`.", "inList", {}],
    ["has a default", "Only allowed when `kind` is SALE.", "direct", { default: "a" }],
    ["is only described with an everyday word", "Must be a locale code.", "direct", {}],
  ] as const)("does not become a rule if the field %s", (_, sentence, place, card) => {
    expect(proposedIn(pulled(drop(sentence, place, card)))).toEqual([]);
  });
});
