// Plain sentences about two fields, in several wordings each, for fields of various names. Every
// wording is read for every pair of fields.
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { proposeRules } from "../../../generator/prose/classify.js";
import { sentencesOf } from "../../../generator/prose/sentences.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines } from "./read.js";

const text = { type: "string" };
const whole = { type: "integer" };

interface Words {
  readonly a: string;
  readonly b: string;
}

function rulesOf(
  words: string,
  { self, schemas }: { self: string | null; schemas: Readonly<Record<string, JsonObject>> },
): readonly string[] {
  const fields = Object.entries(schemas).map(([name, schema]) => ({ name, where: "body", schema }));
  const vocabulary = wordedAs([...fields, { name: "region", where: "body", schema: text }], {});
  const source = { label: "body:x", pointer: "/x", text: words, field: self };
  const rules = sentencesOf(source).flatMap((sentence) =>
    inLines(proposeRules(sentence, vocabulary)),
  );
  return [...new Set(rules)].sort();
}

/** Every wording with every pair. */
function cases<Pair extends Words>(
  pairs: readonly Pair[],
  wordings: readonly ((pair: Pair) => string)[],
): readonly (readonly [string, Pair])[] {
  return pairs.flatMap((pair) => wordings.map((words) => [words(pair), pair] as const));
}

const ofTexts = ({ a, b }: Words): Readonly<Record<string, JsonObject>> => ({
  [a]: text,
  [b]: text,
});
const PAIRS: readonly Words[] = [
  { a: "cover_url", b: "frame_time" },
  { a: "amount", b: "percent" },
  { a: "COUNTRY", b: "METRO_AREA" },
];

describe("two fields that exclude each other", () => {
  it.each(
    cases(PAIRS, [
      ({ a, b }) =>
        `Use either \`${a}\` or \`${b}\` to narrow the search, a search with both is invalid.`,
      ({ a, b }) =>
        `Please use only one of \`${a}\` and \`${b}\`, the call fails if both are present.`,
      ({ a, b }) => `Send \`${a}\` or \`${b}\`, an offer with both is rejected.`,
      ({ a, b }) => `Use \`${a}\` or \`${b}\`. An object that holds both of them is invalid.`,
      ({ a, b }) => `Set either \`${a}\` or \`${b}\`. Setting both results in an error.`,
      ({ a, b }) =>
        `You can narrow the list with \`${a}\` or with \`${b}\`, but not at the same time.`,
      ({ a, b }) => `In every entry, fill in \`${a}\` or \`${b}\`, but just one of the two.`,
      ({ a, b }) => `Send \`${a}\` or \`${b}\`, but no more than one of them.`,
      ({ a, b }) => `Never specify \`${a}\` and \`${b}\` within the same entry.`,
      ({ a, b }) => `To say which box it is, set exactly one of \`${a}\` and \`${b}\`.`,
      ({ a, b }) => `Filter by \`${a}\` or by \`${b}\`, filtering by both is not supported.`,
      ({ a, b }) => `Either \`${a}\` or \`${b}\`, do not set the two in one object.`,
      ({ b }) => `Do not combine with \`${b}\`, the request fails if both are given.`,
      ({ b }) => `Belongs to one shop and cannot be requested along with \`${b}\`.`,
      ({ a, b }) => `For now, parameters '${a}' and '${b}' cannot be combined until we support it.`,
      ({ b }) => `Skip this when \`${b}\` is provided, an offer with two prices cannot be created.`,
    ]),
  )("are recognized: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: a, schemas: ofTexts({ a, b }) })).toEqual([
      `forbidden-when ${a} {field:${b},present:true}`,
    ]);
  });
});

describe("a list of fields of which one must be given", () => {
  it.each(PAIRS)("is recognized in bullets: %j", ({ a, b }) => {
    const words = `Choose exactly one way of setting the cover:\n\n- \`${a}\`\n- \`${b}\``;
    expect(rulesOf(words, { self: null, schemas: ofTexts({ a, b }) })).toEqual([
      `at-least-one-of [[${a}],[${b}]]`,
      `forbidden-when ${a} {field:${b},present:true}`,
    ]);
  });
});

describe("the order of two numbers", () => {
  const schemas = { own_bid: whole, budget: whole };

  it.each([
    ["Pick a value smaller than `budget`; equal values are rejected, too.", " 1"],
    ["Choose a value that is not higher than `budget`.", ""],
    ["A bid that exceeds the shop's own `budget` is rejected.", ""],
  ])("is recognized: %s", (words, apart) => {
    expect(rulesOf(words, { self: "own_bid", schemas })).toEqual([
      `number-order own_bid budget${apart}`,
    ]);
  });
});

describe("a field that another field requires", () => {
  it.each(
    cases(PAIRS, [
      ({ b }) => `Required with \`${b}\`.`,
      ({ b }) => `Mandatory together with \`${b}\`.`,
      ({ a, b }) => `\`${a}\` is required with \`${b}\`.`,
      ({ a, b }) => `You must specify \`${a}\` for \`${b}\` to be evaluated.`,
      ({ a, b }) => `A \`${b}\` cannot be sent without the \`${a}\` it belongs to.`,
      ({ a, b }) => `If you've set \`${b}\`, \`${a}\` is required.`,
    ]),
  )("is recognized: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: a, schemas: ofTexts({ a, b }) })).toEqual([
      `requires-present ${a} {field:${b},present:true}`,
    ]);
  });

  it.each(PAIRS)("is recognized if the other one is rejected on its own: %j", ({ a, b }) => {
    const words = `To sort the cards, pass \`${a}\` along with this field; a card sent on its own is rejected.`;
    expect(rulesOf(words, { self: b, schemas: ofTexts({ a, b }) })).toEqual([
      `requires-present ${a} {field:${b},present:true}`,
    ]);
  });

  it.each(
    cases(PAIRS, [
      ({ a, b }) => `If you override the defaults, both \`${a}\` and \`${b}\` have to be provided.`,
      ({ a, b }) =>
        `\`${a}\` and \`${b}\` can be used to override the defaults and have to be sent as a pair.`,
      ({ a, b }) => `An offer needs both \`${a}\` and \`${b}\`.`,
      ({ a, b }) => `\`${a}\` and \`${b}\`: send both or none.`,
      ({ a, b }) => `Provide \`${a}\` and \`${b}\` together or leave out both.`,
    ]),
  )("can also require the other field: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: null, schemas: ofTexts({ a, b }) })).toEqual(
      [
        `requires-present ${a} {field:${b},present:true}`,
        `requires-present ${b} {field:${a},present:true}`,
      ].sort(),
    );
  });
});

describe("a field that excludes a list of others", () => {
  const schemas = { crate_template_ids: text, lid: text, label: text, ink: text };

  it("is recognized even if the sentence only mentions the field's purpose", () => {
    const words = "To use crate templates, do not set any other fields: `lid`, `label`, `ink`.";
    expect(rulesOf(words, { self: "crate_template_ids", schemas })).toEqual([
      "forbidden-when ink {field:crate_template_ids,present:true}",
      "forbidden-when label {field:crate_template_ids,present:true}",
      "forbidden-when lid {field:crate_template_ids,present:true}",
    ]);
  });

  it("is not mistaken for a rule that requires one of the others", () => {
    const words = "To do so, do not set any of the other fields: `lid`, `label`, `ink`.";
    expect(rulesOf(words, { self: "crate_template_ids", schemas })).toEqual([]);
  });
});

describe("the requirement of one of several fields", () => {
  it.each([
    "Every log carries a message, an error or a request; entries having none of these are invalid.",
    "A log must have a message, an error or a request.",
    "At least one of message, error and request must be set.",
  ])("is recognized: %s", (words) => {
    const schemas = { message: text, error: text, request: text };
    expect(rulesOf(words, { self: null, schemas })).toEqual([
      "at-least-one-of [[message],[error],[request]]",
    ]);
  });

  it("is recognized for a name of two letters", () => {
    const schemas = { em: text, phone: text, device_id: text };
    expect(
      rulesOf("Each event must have at least one of em, phone or device_id.", {
        self: null,
        schemas,
      }),
    ).toEqual(["at-least-one-of [[em],[phone],[device_id]]"]);
  });

  it("identifies fields by the last words of their names", () => {
    const schemas = { click_goal: text, view_goal: text, name: text };
    expect(
      rulesOf("Only one type of goal can be set per ad group.", { self: null, schemas }),
    ).toEqual(["forbidden-when click_goal {field:view_goal,present:true}"]);
  });
});

const TIMES: readonly Words[] = [
  { a: "start_time", b: "end_time" },
  { a: "created_at", b: "expires_at" },
];

describe("the order of two times", () => {
  it.each(
    cases(TIMES, [
      ({ a }) => `Must be at least 24 hours later than \`${a}\`.`,
      ({ a }) => `Must be at least one day after \`${a}\`.`,
      ({ a }) => `Cannot be earlier than 24 hours after \`${a}\`.`,
      ({ a, b }) => `\`${a}\` must be at least 1 day before \`${b}\`.`,
    ]),
  )("is compared in seconds: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: b, schemas: { [a]: whole, [b]: whole } })).toEqual([
      `number-order ${a} ${b} 86400`,
    ]);
  });

  it.each(
    cases(
      [
        { a: "start_date", b: "end_date" },
        { a: "first_due_date", b: "last_due_date" },
      ],
      [
        ({ a }) => `Same day as ${a} or later.`,
        ({ a }) => `The same day as \`${a}\` or a later one.`,
      ],
    ),
  )("is compared in days: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: b, schemas: { [a]: text, [b]: text } })).toEqual([
      `date-order ${a} ${b}`,
    ]);
  });

  it("is compared in hours of one day", () => {
    const schemas = { start_date: text, end_date: text, start_hour: whole, end_hour: whole };
    const words = "Must be greater than `start_hour` if `start_date` and `end_date` are the same.";
    expect(rulesOf(words, { self: "end_hour", schemas })).toHaveLength(1);
  });
});

const SOURCES: readonly Words[] = [
  { a: "app_id", b: "action_source" },
  { a: "label", b: "grant_type" },
];

describe("a condition on the value of another field", () => {
  const schemasOf = ({ a, b }: Words, values?: readonly string[]): Record<string, JsonObject> => ({
    [a]: text,
    [b]: values === undefined ? text : { ...text, enum: [...values] },
  });

  it.each(
    cases(SOURCES, [
      ({ b }) => `Required for events where ${b} = app_ios.`,
      ({ b }) => `Required if ${b} is app_ios.`,
      ({ b }) => `Only needed if \`${b}\` is \`app_ios\`.`,
    ]),
  )("can require the field: %s", (words, pair) => {
    for (const values of [undefined, ["app_ios", "web"]])
      expect(rulesOf(words, { self: pair.a, schemas: schemasOf(pair, values) })).toEqual([
        `requires-present ${pair.a} {field:${pair.b},is:[app_ios]}`,
      ]);
  });

  it.each(
    cases(SOURCES, [
      ({ b }) => `Only used, and then required, if ${b} is app_ios.`,
      ({ b }) => `Required if ${b} is app_ios, must not be sent for others.`,
    ]),
  )("can require the field and otherwise forbid it: %s", (words, pair) => {
    const schemas = schemasOf(pair, ["app_ios", "web"]);
    expect(rulesOf(words, { self: pair.a, schemas })).toEqual([
      `only-when ${pair.a} {field:${pair.b},is:[app_ios]}`,
      `requires-present ${pair.a} {field:${pair.b},is:[app_ios]}`,
    ]);
  });

  it("treats a word as the value if the value has the same name as the field", () => {
    const schemas = schemasOf({ a: "token", b: "grant_type" }, ["token", "code"]);
    expect(rulesOf("Required for the `token` grant type.", { self: "token", schemas })).toEqual([
      "requires-present token {field:grant_type,is:[token]}",
    ]);
  });

  it("can also forbid the field for a second value", () => {
    const schemas = { bid: whole, bid_type: { ...text, enum: ["FIXED", "AUTOMATIC"] } };
    const words = "Must be provided if `bid_type` is FIXED, and left out if it is AUTOMATIC.";
    expect(rulesOf(words, { self: "bid", schemas })).toEqual([
      "forbidden-when bid {field:bid_type,is:[AUTOMATIC]}",
      "requires-present bid {field:bid_type,is:[FIXED]}",
    ]);
  });

  it.each([
    "Cannot be left out for FIXED offers.",
    "FIXED offer lines must include a bid.",
    "Required for FIXED order lines.",
  ])("can require the field for one kind of object: %s", (words) => {
    const schemas = { bid: whole, bid_type: { ...text, enum: ["FIXED", "AUTOMATIC"] } };
    expect(rulesOf(words, { self: "bid", schemas })).toEqual([
      "requires-present bid {field:bid_type,is:[FIXED]}",
    ]);
  });

  it.each([
    "Make sure the `bid` type of your offer is set to `FIXED`.",
    "Ensure that `bid_type` is FIXED.",
  ])("can require it wherever the field is set: %s", (words) => {
    const schemas = { amount: whole, bid_type: { ...text, enum: ["FIXED", "AUTOMATIC"] } };
    expect(rulesOf(words, { self: "amount", schemas })).toEqual([
      "requires-value amount {field:bid_type,is:[FIXED]}",
    ]);
  });

  it("can allow the optional field for one value only", () => {
    const words = "Id of the frame, optional and only applicable when the bid type is FIXED.";
    const schemas = { frame_id: text, bid_type: { ...text, enum: ["FIXED", "AUTOMATIC"] } };
    expect(rulesOf(words, { self: "frame_id", schemas })).toEqual([
      "only-when frame_id {field:bid_type,is:[FIXED]}",
    ]);
  });

  it.each([
    "Make sure the `bid` type of the linked offer is set to `FIXED`.",
    "Required if `bid_type` of the linked offer is FIXED.",
    "Required if `bid_type` on your account is FIXED.",
    "Cannot be set unless the parent offer's `bid_type` is FIXED.",
    "Cannot be set unless the offer's `bid_type` is FIXED.",
  ])("creates no rule if the other field belongs to something else: %s", (words) => {
    const schemas = { amount: whole, bid_type: { ...text, enum: ["FIXED", "AUTOMATIC"] } };
    expect(rulesOf(words, { self: "amount", schemas })).toEqual([]);
  });

  it("can allow only one value of the field", () => {
    const schemas = {
      level: { ...text, enum: ["SHOP", "SHELF"] },
      period: { ...text, enum: ["WEEK", "MONTH"] },
    };
    expect(
      rulesOf("With level SHELF the report can only be WEEK.", { self: "period", schemas }),
    ).toEqual(["forbidden-values-when period [MONTH] {field:level,is:[SHELF]}"]);
  });
});

describe("a requirement of one of several fields, or of a field beside another", () => {
  it.each(PAIRS)("is recognized if a request without any of them fails: %j", ({ a, b }) => {
    const words = `The box is looked up by \`${a}\`, \`${b}\` or \`box_id\`; if all three are missing, the request fails.`;
    const schemas = { ...ofTexts({ a, b }), box_id: text };
    expect(rulesOf(words, { self: null, schemas })).toEqual([
      `at-least-one-of [[${a}],[${b}],[box_id]]`,
    ]);
  });

  it.each(PAIRS)("is recognized for each of the two: %j", ({ a, b }) => {
    const words = `They are matched in pairs, which is why \`${a}\` without \`${b}\`, or \`${b}\` without \`${a}\`, is an error.`;
    expect(rulesOf(words, { self: a, schemas: ofTexts({ a, b }) })).toEqual(
      [
        `requires-present ${a} {field:${b},present:true}`,
        `requires-present ${b} {field:${a},present:true}`,
      ].sort(),
    );
  });

  it("is recognized if it is optional otherwise", () => {
    const schemas = { kind: { type: "string", enum: ["NEW", "OLD"] }, box_id: text };
    for (const words of [
      "Mandatory for boxes whose `kind` is `NEW`, optional for all others.",
      "Whoever opts for `NEW` is also obliged to supply `box_id`.",
    ])
      expect(rulesOf(words, { self: words.startsWith("M") ? "box_id" : "kind", schemas })).toEqual([
        "requires-present box_id {field:kind,is:[NEW]}",
      ]);
  });
});

describe("the order of two hours", () => {
  const schemas = {
    start_date: { type: "string", format: "date" },
    end_date: { type: "string", format: "date" },
    start_hour: whole,
    end_hour: whole,
  };
  const read = (when: string): readonly string[] =>
    rulesOf(
      `If \`start_date\` and \`end_date\` are ${when}, \`end_hour\` must be later than or equal to \`start_hour\`.`,
      {
        self: "end_hour",
        schemas,
      },
    );

  it("is recognized on the same day, but not in any other case", () => {
    expect(read("the same day")).toEqual(["hour-order start_date end_date start_hour end_hour"]);
    for (const other of ["the wrong way", "not the same day", "the last days"])
      expect(read(other)).toEqual([]);
  });
});

/** Reasons before a demand, which do not change it. */
const REASONS: readonly string[] = [
  "Both are printed on the box, which is why ",
  "Both are printed on the box; therefore, ",
  "Both are printed on the box, for that reason ",
  "Therefore, ",
  "This is why ",
  "As boxes have little room, ",
  "Since each box is printed twice, ",
  "Because a printer reads the label, ",
  "A box cannot be printed twice: ",
  "In every entry, ",
];
/** Cases before a demand, which may not apply otherwise. */
const CASES: readonly string[] = [
  "As long as the box is small, ",
  "As an old shop, ",
  "If the box is small, which is why it is cheap, ",
  "When the box is small: ",
  "For small boxes that are open: ",
  "Since it is printed when it is small, ",
  "Small boxes: ",
  "Food boxes: ",
  "Retailers: ",
  "For carousels, ",
  "On Sundays, please note that ",
  "As it does not hold for carousels, ",
  "Since your box is a food box, ",
  "Once it is sold it is printed, which is why ",
  "Whenever it is sold it is printed; therefore ",
  "This is so only for food boxes; therefore ",
  "It does not apply to food boxes: ",
  "The following is no longer true: ",
];

describe("a demand after other words", () => {
  const demands: readonly ((pair: Words) => string)[] = [
    ({ a, b }) => `\`${a}\` and \`${b}\` must not be sent together.`,
    ({ a, b }) => `no more than one of \`${a}\` and \`${b}\` may be present.`,
  ];
  const read = (lead: string, [demand, pair]: readonly [string, Words]): readonly string[] =>
    rulesOf(`${lead}${demand}`, { self: pair.a, schemas: ofTexts(pair) });

  it.each(REASONS)("is read if they are a reason: %s", (lead) => {
    for (const one of cases(PAIRS, demands)) expect(read(lead, one)).toEqual(read("", one));
  });

  it.each(CASES)("is not proposed if they are a case: %s", (lead) => {
    for (const one of cases(PAIRS, demands)) expect(read(lead, one)).toEqual([]);
  });
});

describe("a sentence that only resembles a relation", () => {
  it.each(
    cases(PAIRS, [
      ({ a, b }) =>
        `For carousels, \`${a}\` without \`${b}\`, or \`${b}\` without \`${a}\`, is an error.`,
      ({ a, b }) => `For carousels, you have to set \`${a}\` or \`${b}\`, but only one.`,
      ({ a, b }) => `\`${a}\` must not be sent with \`${b}\` for carousels, optional otherwise.`,
      ({ a, b }) =>
        `The box is looked up by \`${a}\` or \`${b}\`; if neither is absent, the request fails.`,
      ({ a, b }) =>
        `Carousels are looked up by \`${a}\` or \`${b}\`; if neither is given, the request fails.`,
      ({ a, b }) => `Never specify \`${a}\` and \`${b}\` within the same week.`,
    ]),
  )("yields no rule: %s", (words, { a, b }) => {
    expect(rulesOf(words, { self: a, schemas: ofTexts({ a, b }) })).toEqual([]);
  });

  it.each(["Cannot be set with `percent`.", "Required with `percent`.", "Requires `percent`."])(
    "creates no rule that counts a field as set if one of its values clears it: %s",
    (words) => {
      const schemas = ofTexts({ a: "amount", b: "percent" });
      const of = (more: string) =>
        rulesOf(`${words} ${more}`, { self: "amount", schemas }).filter((rule) =>
          rule.includes("field:amount"),
        );
      expect(of("Enter 0 to remove the amount.")).toEqual([]);
      expect(of("To clear it, set this field to ['0'].")).toEqual([]);
    },
  );

  it.each([
    ["amount", "Skipped by us when `percent` is provided, an offer with two prices is simplified."],
    ["amount", "Use either `amount` or `percent`, an offer with both shows `percent`."],
    ["amount", "Usually sent with `percent`."],
    ["amount", "Make sure `percent` is set in your account settings."],
    ["amount", "You must specify `amount` for `percent` to be ignored."],
    ["amount", "`amount` was required with `percent` until a release of last year."],
    ["amount", `${"`amount` cannot be set with `percent`"}${" until release".repeat(2_000)}\``],
    ["amount", "Use `amount` or `percent`. Setting both is fine."],
  ])("creates no rule for %s: %s", (self, words) => {
    expect(rulesOf(words, { self, schemas: ofTexts({ a: "amount", b: "percent" }) })).toEqual([]);
  });

  it("creates no day limit from a remark that figures may be corrected later", () => {
    const words = "Numbers of the last 48 hours are still estimates and may be corrected.";
    const schemas = { start_date: text, end_date: text };
    expect(rulesOf(words, { self: null, schemas })).toEqual([]);
  });
});
