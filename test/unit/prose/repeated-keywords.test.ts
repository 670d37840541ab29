import { describe, expect, it } from "vitest";
import { parseFlows } from "../../../generator/parse/config.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { describedBodies } from "../../support/described-bodies.js";

const MOOD: JsonObject = { type: "string", enum: ["CALM", "SAD"] };
const DAY: JsonObject = { type: "string", format: "date" };
const TEXT: JsonObject = { type: "string" };

/** The sentences that are reported if each one describes the field `shape` of a schema. */
function reported(
  sentences: readonly string[],
  shape: JsonObject,
  isRequired: boolean,
): readonly string[] {
  const named = sentences.map((description, index) => {
    const properties = { shape: { ...shape, description }, other: TEXT };
    const required = isRequired ? ["shape"] : [];
    return [`Drop${index}`, { type: "object", properties, required }] as const;
  });
  const operations = named.map(([name]) => {
    const body = { $ref: `#/components/schemas/${name}` };
    return [`${name.toLowerCase()}-create`, { body }] as const;
  });
  const { unread } = contractOf(
    describedBodies(Object.fromEntries(operations), Object.fromEntries(named)),
    { ...parseFlows("operations: all\n"), prose: "tolerant", undecided: [] },
  );
  return unread.map(({ text }) => text);
}

const PARTICIPLES = "given set sent provided specified present supplied included passed".split(" ");
const DEMANDS: readonly string[] = [
  ...["required", "mandatory", "compulsory", "obligatory"].flatMap((word) => [
    `${word.charAt(0).toUpperCase()}${word.slice(1)}.`,
    ...["This field is", "It is", "The value is always", "A shape is", "The shape is"].map(
      (subject) => `${subject} ${word}.`,
    ),
    ...["for all drops", "for every new drop", "in each request"].map(
      (all) => `It is ${word} ${all}.`,
    ),
    `This is a ${word} field.`.replace("a obl", "an obl"),
    `How a drop looks (${word}).`,
  ]),
  ...PARTICIPLES.flatMap((word) => [`Must be ${word}.`, `This has to be ${word}.`]),
  ...["It must not be omitted.", "Cannot be left out.", "You must provide it."],
];

describe("a sentence that demands the field itself", () => {
  it("is not reported if the schema requires the field", () => {
    expect(reported(DEMANDS, TEXT, true)).toEqual([]);
  });

  it("is reported if the schema does not require the field", () => {
    expect(reported(DEMANDS, TEXT, false)).toEqual(DEMANDS);
  });

  it("is reported if it may be about another field", () => {
    const named = ["It is required.", "This must be set.", "That is mandatory."];
    const texts = named.map((text) => `How a drop looks; see \`other\`. ${text}`);
    expect(reported(texts, TEXT, true)).toEqual(named);
  });

  it("is reported if it names a case", () => {
    const cases = [
      ...["Must be set if you sell abroad.", "It must not be omitted in new shops."],
      ...["Required in most markets.", "Required for new shops.", "Required for some drops."],
    ];
    expect(reported(cases, TEXT, false)).toEqual(cases);
  });
});

describe("a sentence that demands a listed value", () => {
  const sentences = ["listed", "allowed", "supported", "enumerated"].flatMap((word) => [
    `Must be one of the ${word} values.`,
    `It must match one of the ${word} options.`,
  ]);

  it("is not reported if the schema lists the values", () => {
    expect(reported(sentences, MOOD, false)).toEqual([]);
  });

  it("is reported if the schema lists no values", () => {
    expect(reported(sentences, TEXT, false)).toEqual(sentences);
  });
});

describe("a sentence that demands a date as YYYY-MM-DD", () => {
  const sentences = [
    ...["Date in the format YYYY-MM-DD.", "Last day, formatted as YYYY-MM-DD."],
    ...["Written in YYYY-MM-DD format.", "The format must be YYYY-MM-DD."],
  ];

  it("is not reported if the schema demands a date", () => {
    expect(reported(sentences, DAY, false)).toEqual([]);
  });

  it("is reported if the schema allows any text", () => {
    expect(reported(sentences, TEXT, false)).not.toEqual([]);
  });
});

describe("a demand on a field", () => {
  it("is reported, whatever it demands", () => {
    const demands = [
      ...["a UUID", "valid JSON", "plain", "unique"].map((what) => `Must be ${what}.`),
      ...["Cannot be odd.", "Can't be odd.", "Has to be round.", "May not be used."],
      ...["The value must be a public holiday.", "It cannot be earlier than the launch."],
      ...["ASCII only.", "Plain text only.", "Only whole euros.", "Only ASCII."],
      ...["Emojis are not allowed.", "A long name is refused.", "Stickers are forbidden."],
    ];
    expect(reported(demands, TEXT, false)).toEqual(demands);
  });

  it("is not reported if it is about a later change", () => {
    expect(reported(["Cannot be changed once set.", "Can't be deleted."], TEXT, false)).toEqual([]);
  });
});
