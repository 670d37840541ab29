import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../generator/parse/json.js";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import type { Draft } from "../../../generator/prose/draft.js";
import { type Sentence, sentencesOf } from "../../../generator/prose/sentences.js";
import { type Vocabulary, wordedAs } from "../../../generator/prose/vocabulary.js";
import { runs } from "../../support/effort.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";

interface Given {
  /** Rules that bind, each in one line. */
  readonly certain: readonly string[];
  /** Rules that bind when they are accepted. */
  readonly proposed: readonly string[];
  readonly label: string;
}

function given(sentence: Sentence, words: Vocabulary = vocabulary): Given {
  const verdict = classifySentence(sentence, words);
  const lines = (drafts: readonly Draft[]): readonly string[] => [...inLines(drafts)].sort();
  return {
    certain: verdict.label === "rule" ? lines(verdict.drafts) : [],
    proposed: verdict.label === "unknown" ? lines(proposeRules(sentence, words)) : [],
    label: verdict.label,
  };
}

const settings = { numRuns: runs(1_000, 150), seed: Number(process.env.SEED ?? 7) };
const oneOf = <Item>(...items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);

const elliptic = fc.oneof(
  fc
    .tuple(
      oneOf("Not", "Only"),
      oneOf("available", "supported", "allowed", "valid"),
      oneOf("for hourly reports", "for Crate Item level reports", "when level is SHOP"),
    )
    .map((words) => `${words.join(" ")}.`),
  fc
    .tuple(
      oneOf("The maximum time range is", "The date range cannot exceed", "The max date range of"),
      fc.integer({ min: 2, max: 400 }),
    )
    .map(([words, amount]) => `${words} ${amount} days.`),
  fc
    .integer({ min: 2, max: 400 })
    .map((amount) => `Cannot be more than ${amount} days back from today.`),
  oneOf("SHOP", "SHELF or SHOP").map((values) => `Requires level to be ${values}.`),
);

/** Sentences about something else than the field that their text belongs to. */
const other = fc
  .tuple(
    oneOf("Sales", "Totals", "Ratings", "The clerks of a shop", "Archived crates", "WEATHER"),
    oneOf("are counted twice", "include returns", "come from the till", "show what was sold"),
  )
  .map((words) => `${words.join(" ")}.`);

describe("a sentence without a subject", () => {
  it("creates no certain rule after other sentences, in a list, under a heading or for a single value", () => {
    const frames: fc.Arbitrary<(text: string, before: string) => string> = oneOf(
      (text, before) => `${before} ${text}`,
      (text, before) => `${before}\n\n${text}`,
      (text, before) => `${before}\n- ${text}`,
      (text) => `# Shelves\n\n${text}`,
      (text) => `Details:\n- ${text}`,
    );
    fc.assert(
      fc.property(
        elliptic,
        other,
        frames,
        oneOf("shelf_ids", "columns", "start_date", "clerk_ids"),
        (text, before, frame, self) => {
          expect(given(sentenceOf(frame(text, before), self)).certain, text).toEqual([]);
        },
      ),
      settings,
    );
    fc.assert(
      fc.property(elliptic, oneOf("AGE", "CITY"), (text, value) => {
        const [, last] = sentencesOf({
          label: `body:split_types#${value}`,
          pointer: "#/here",
          text: `${value} - by ${value}. ${text}`,
          field: "split_types",
        });
        expect(given(last as Sentence).certain, text).toEqual([]);
      }),
      settings,
    );
  });

  it("refers to its field if only the field's definition and recognized sentences come before it", () => {
    const before = ["List of shelf ids.", "The shelf ids to look at. Default is 7."];
    for (const text of before)
      expect(given(sentenceOf(`${text} Not available for hourly reports.`, "shelf_ids"))).toEqual({
        certain: ["forbidden-when shelf_ids {field:granularity,is:[HOUR]}"],
        proposed: [],
        label: "rule",
      });
  });

  it("does not refer to dates in the description of another field", () => {
    fc.assert(
      fc.property(elliptic, oneOf("columns", "split_types", "place_types"), (text, self) => {
        const { certain } = given(sentenceOf(text, self));
        expect(certain.filter((rule) => /^m(?:ax|in)-/.test(rule))).toEqual([]);
      }),
      settings,
    );
  });
});

/** Rules in every wording that the reading knows, without their condition. */
const statements = fc.oneof(
  fc
    .integer({ min: 2, max: 400 })
    .chain((amount) =>
      oneOf(
        `you can pull data from up to ${amount} days before today`,
        `the maximum time range is ${amount} days`,
        `the time range must be at least ${amount} days`,
        `data is limited to the last ${amount} days`,
        `start_date and end_date must be no more than ${amount} days apart`,
      ),
    ),
  oneOf(
    "shelf_ids are not allowed when level is SHOP",
    "if level is SHOP, clerk_ids are not supported",
    "shelf_ids or clerk_ids must be set",
    "either shelf_ids, clerk_ids or crate_ids is required",
    "start_hour is only allowed for hourly reports",
    "only one of shelf_ids and clerk_ids can be set",
    "end_date must not be before start_date",
  ),
);
const ranks = oneOf("trial", "managed", "verified", "new", "allow-listed", "standard", "some");
const callers = oneOf("apps", "accounts", "advertisers", "partners", "agencies", "merchants");
const places = oneOf("Japan", "Brazil", "the EU", "the US", "New Zealand");

describe("a sentence about certain callers", () => {
  it("leads to no rule and no proposal", () => {
    const subjects = fc.oneof(
      fc.tuple(ranks, callers).map(([rank, caller]) => `for ${rank} ${caller}`),
      fc.tuple(callers, places).map(([caller, place]) => `for ${caller} in ${place}`),
      callers.map((caller) => `for ${caller} with standard access`),
      oneOf("if your app has trial access", "if you are an agency", "during the beta"),
    );
    fc.assert(
      fc.property(subjects, statements, fc.boolean(), (subject, statement, isFirst) => {
        const text = isFirst ? `${subject}, ${statement}.` : `${statement} ${subject}.`;
        const sentence = text.charAt(0).toUpperCase() + text.slice(1);
        const { certain, proposed } = given(sentenceOf(sentence));
        expect([...certain, ...proposed], sentence).toEqual([]);
      }),
      settings,
    );
  });

  it("leads to no rule or proposal if a heading or a neighboring sentence names the callers", () => {
    fc.assert(
      fc.property(
        fc.tuple(ranks, callers).map((words) => words.join(" ")),
        statements.filter((statement) => !/^(?:if|when)/.test(statement)),
        oneOf<(about: string, statement: string) => readonly [string, number]>(
          (about, statement) => [`# ${about}\n\n${statement}`, -1],
          (about, statement) => [`For ${about}:\n- ${statement}`, -1],
          (about, statement) => [`The limits are lower for ${about}. ${statement}`, -1],
          (about, statement) => [`${statement} This applies only to ${about}.`, -2],
        ),
        (about, statement, frame) => {
          const capital = `${statement.charAt(0).toUpperCase()}${statement.slice(1)}.`;
          const [text, at] = frame(about, capital);
          const place = { label: "op.description", pointer: "#/here", text, field: null };
          const { certain, proposed } = given(sentencesOf(place).at(at) as Sentence);
          expect([...certain, ...proposed], text).toEqual([]);
        },
      ),
      settings,
    );
  });
});

const name = fc
  .array(fc.stringMatching(/^[a-z]{3,7}$/), { minLength: 2, maxLength: 3 })
  .map((words) => words.join("_"))
  .filter(
    (text) =>
      !/(?:^|_)(?:the|and|for|not|all|any|one|max|min|let|end|can|may|has|per)(?:_|$)/.test(text),
  );
const text = (value: JsonObject): JsonObject => ({ type: "string", ...value });

describe("a value with the same name as its field", () => {
  it("is read as the value, and leads to no rule about the field", () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(name, { minLength: 3, maxLength: 4 }),
        oneOf<(value: string) => string>(
          (value) => `If granularity is HOUR, ${value} is not allowed.`,
          (value) => `${value} is only supported when granularity is HOUR.`,
          (value) => `For hourly reports, \`${value}\` must not be used.`,
          (value) => `Only support ${value} when granularity is HOUR.`,
          (value) => `${value} cannot be set if granularity is HOUR.`,
        ),
        ([own = "", ...others], sentence) => {
          const words = wordedAs(
            [
              { name: own, where: "query", schema: text({ enum: ["PLAIN", ...others] }) },
              ...others.map((each) => ({ name: each, where: "query", schema: text({}) })),
              { name: "granularity", where: "query", schema: text({ enum: ["HOUR", "DAY"] }) },
            ],
            {},
          );
          for (const value of others) {
            const { certain, proposed } = given(sentenceOf(sentence(value), own), words);
            for (const rule of [...certain, ...proposed])
              expect(rule.split(" ").slice(0, 2), sentence(value)).toEqual([
                "forbidden-values-when",
                own,
              ]);
          }
        },
      ),
      settings,
    );
  });
});

const lists = ["shelf_ids", "clerk_ids", "crate_ids", "split_types", "columns"];
const some = fc.shuffledSubarray(lists, { minLength: 2, maxLength: 4 });

/** "A, B or C", with a comma before the last or without. */
const joined = (names: readonly string[], word: string, comma: string): string =>
  `${names.slice(0, -1).join(", ")}${names.length > 2 ? comma : ""} ${word} ${names.at(-1)}`;

describe("alternative fields", () => {
  it("are recognized by their names, with or without commas", () => {
    fc.assert(
      fc.property(
        some,
        oneOf("", ","),
        oneOf<(list: string) => string>(
          (list) => `The request must contain either ${list}.`,
          (list) => `Either ${list} must be provided.`,
          (list) => `Either ${list} is required.`,
          (list) => `One of ${list} must be set.`,
          (list) => `At least one of ${list} must be specified.`,
        ),
        (names, comma, frame) => {
          const sentence = frame(joined(names, "or", comma));
          const { certain, proposed } = given(sentenceOf(sentence));
          const groups = names.map((each) => `[${each}]`).join(",");
          expect(certain.length > 0 ? certain : proposed, sentence).toEqual([
            `at-least-one-of [${groups}]`,
          ]);
        },
      ),
      settings,
    );
  });

  it('are each forbidden by "neither … nor"', () => {
    fc.assert(
      fc.property(some, oneOf("", ","), oneOf("is allowed", "may be set"), (names, comma, verb) => {
        const sentence = `Neither ${joined(names, "nor", comma)} ${verb} when level is SHOP.`;
        const { certain, proposed } = given(sentenceOf(sentence));
        expect(certain.length > 0 ? certain : proposed, sentence).toEqual(
          names.map((each) => `forbidden-when ${each} {field:level,is:[SHOP]}`).sort(),
        );
      }),
      settings,
    );
  });

  it("exclude each other in pairs if only one may be given", () => {
    fc.assert(
      fc.property(
        some,
        oneOf("", ","),
        fc.boolean(),
        oneOf<readonly [word: string, frame: (list: string) => string]>(
          ["or", (list) => `Provide only ${list}.`],
          ["or", (list) => `Only one of ${list} can be set.`],
          ["and", (list) => `Only one of ${list} is allowed.`],
          ["and", (list) => `${list} are mutually exclusive.`],
          ["or", (list) => `Provide only ${list}. Do not provide both.`],
          ["or", (list) => `Provide only ${list}. Do not provide more than one type.`],
        ),
        (names, comma, isSingular, [word, frame]) => {
          const spelt = names.map((each) => (isSingular ? each.replace(/s$/, "") : each));
          const sentence = frame(joined(spelt, word, comma));
          const { certain } = given(sentenceOf(sentence));
          const pairs = names.flatMap((first, index) =>
            names
              .slice(index + 1)
              .map((second) => `forbidden-when ${first} {field:${second},present:true}`),
          );
          expect(certain, sentence).toEqual(pairs.sort());
        },
      ),
      settings,
    );
  });
});

it("the first day of a week and the start of a month are not look-backs", () => {
  fc.assert(
    fc.property(
      oneOf(
        "the first day of",
        "the start of",
        "the last day of",
        "the beginning of",
        "the end of",
      ),
      oneOf("a week", "a month", "a year", "the week", "the month", "each week", "every month"),
      oneOf<(day: string) => string>(
        (day) => `Must be ${day}.`,
        (day) => `Use ${day}.`,
        (day) => `Rows are dated by ${day}.`,
        (day) => `A row stands for ${day} if granularity is WEEK.`,
        (day) => `Data is available from ${day}.`,
        (day) => `The date is ${day}.`,
      ),
      oneOf("start_date", "end_date", null),
      (day, period, frame, self) => {
        const sentence = frame(`${day} ${period}`);
        const { certain, proposed } = given(sentenceOf(sentence, self));
        expect([...certain, ...proposed], sentence).toEqual([]);
      },
    ),
    settings,
  );
});

describe("a comparison of two dates", () => {
  const bounds: readonly (readonly [words: string, isAfter: boolean])[] = [
    ["must be after", true],
    ["must be later than", true],
    ["must be on or after", true],
    ["must not be before", true],
    ["cannot be earlier than", true],
    ["must be before", false],
    ["must be earlier than", false],
    ["must be no later than", false],
    ["must not be later than", false],
    ["cannot be after", false],
  ];

  it('follows the order that "later" and "earlier" state', () => {
    for (const [words, isAfter] of bounds)
      for (const names of [
        ["start_date", "end_date"],
        ["end_date", "start_date"],
        ["stated_date", "nullable_date"],
      ])
        for (const self of [null, names[0] ?? null]) {
          const subject = self === null ? `The ${names[0]} ` : "";
          const phrase = `${subject}${words} ${names[1]}.`;
          const sentence = phrase.charAt(0).toUpperCase() + phrase.slice(1);
          const [start, end] = isAfter ? names.toReversed() : names;
          expect(given(sentenceOf(sentence, self)).certain, sentence).toEqual([
            `date-order ${start} ${end}`,
          ]);
        }
  });

  it("limits the first date if the second is today", () => {
    for (const text of ["must not be after", "cannot be later than", "must be no later than"])
      for (const today of ["today", "the current date"])
        expect(given(sentenceOf(`The end date ${text} ${today}.`)).certain).toEqual([
          "not-after-today end_date 1",
        ]);
    expect(given(sentenceOf("Must not be in the future.", "end_date")).certain).toEqual([
      "not-after-today end_date 1",
    ]);
  });
});
