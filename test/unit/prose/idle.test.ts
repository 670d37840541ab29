import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { type Sentence, sentencesOf } from "../../../generator/prose/sentences.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { runs } from "../../support/effort.js";
import { inLines, vocabulary } from "./read.js";

const settings = { numRuns: runs(2_000, 300), seed: Number(process.env.SEED ?? 7) };
const oneOf = <Item>(...items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);

/** Words in a row, the first with a capital, with a full stop. */
const inWords = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => {
    const text = words
      .filter((word) => word !== "")
      .join(" ")
      .replaceAll(" ,", ",");
    const isName = /^[a-z]+_/.test(text);
    return isName ? `${text}.` : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  });

type Place = "field" | "nested" | "operation";

/** The last sentence of a text in such a place. */
function placed(text: string, place: Place): Sentence {
  const field = place === "field" ? "window" : null;
  const label = {
    field: "body:window",
    nested: "body:shops[].owner.mood",
    operation: "op.description",
  };
  const [sentence] = sentencesOf({ label: label[place], pointer: "#", text, field }).slice(-1);
  if (sentence === undefined) throw new Error(`no sentence in ${text}`);
  return sentence;
}

const labelOf = (text: string, place: Place): string =>
  classifySentence(placed(text, place), vocabulary).label;

const amount = fc.integer({ min: 2, max: 900 }).map(String);
const thing = oneOf("the board", "the campaign", "your catalog", "each product", "the Pin");
const demand = fc.oneof(
  amount.map((most) => `requests with more than ${most} shelves will be rejected`),
  amount.map((most) => `at most ${most} characters will be accepted`),
  oneOf(
    "this field will no longer be supported",
    "an owner will have to be given",
    "an owner will be required",
    "exactly one crate will be allowed",
    "this value will become invalid",
  ),
);
const day = oneOf(
  ...["from version 7 on", "starting in 2027", "as of March 2027", "from next year on", "soon"],
  ...["in a later version", "by the end of the year", "after June 2028", "with version 6"],
);

const HARMLESS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "that demands nothing of a request": oneOf(
    "A cover is required for some shelves and is made from the first page.",
    "It is shown on each bill and must not be mistaken for the order number.",
    "See the guide for the approval that is required before the shop opens.",
    "Covers must pass our safety checks before anybody sees them.",
    "Closed boards may not appear in search results.",
    "Hashed names cannot be turned back into plain ones by us.",
    "Names are discarded after a while, as the law requires.",
    "Reports only contain what has been sold.",
    "Names longer than the tile are cut off at its end.",
  ),
  "that announces a demand": fc.oneof(
    inWords(day, oneOf(","), demand),
    inWords(demand, day),
    inWords(
      amount.map((most) => `a limit of ${most} characters`),
      oneOf("is going to be", "is planned to be", "is scheduled to be"),
      oneOf("introduced", "added", "enforced"),
      day,
    ),
    inWords(
      oneOf("SALES", "the mood", "this value"),
      oneOf("will no longer be"),
      oneOf("supported", "accepted", "allowed"),
      day,
    ),
  ),
  "about rows": fc.oneof(
    inWords(
      oneOf("a", "each", "every"),
      oneOf("", "WEEK", "daily", "returned"),
      oneOf("row has", "row is dated with", "row carries", "row holds", "row begins with"),
      oneOf("the start of the week", "the first day", "the last hour"),
      oneOf(", at most 6 days before the sale", ", up to 23 hours later", ""),
    ),
    inWords(
      oneOf("with true,", "then"),
      oneOf("the chosen types", "all shops", "both crates"),
      oneOf("share one row", "have a single row", "get one row"),
      oneOf("instead of one row each", "and date", ""),
    ),
  ),
  "that says what a choice does": inWords(
    oneOf("choosing", "selecting", "setting", "using", "enabling", "leaving out"),
    oneOf("it", "unknown", "this mood", "this field"),
    oneOf("only reaches", "shows", "targets", "changes", "includes", "excludes", "affects"),
    oneOf(
      "people who have not stated a mood",
      "what was sold before",
      "all crates without a label",
    ),
  ),
  "about what only the API can see": fc.oneof(
    inWords(
      thing,
      oneOf("must be", "has to be", "must not be", "must have been", "must not have been"),
      oneOf("public", "approved", "deleted", "archived", "published", "verified"),
    ),
    inWords(
      oneOf("the file", "images", "a video", "the picture"),
      oneOf(
        "must be smaller than",
        "cannot exceed",
        "must not be larger than",
        "should be at least",
      ),
      amount,
      oneOf("GB", "MB", "kilobytes", "pixels", "seconds"),
    ),
    inWords(
      oneOf("the list must have at least"),
      amount,
      oneOf("matched people", "users", "members"),
    ),
  ),
};

/** Names of fields inside the body, which an operation has no name for. */
const inner = oneOf("shop_color", "crate_size", "owner_mood", "shelf_label");
const value = oneOf("RED", "ROUGH", "`round`", '"wide"');
const values = fc
  .tuple(value, value, oneOf(" or ", " and ", ", or "))
  .filter(([first, last]) => first !== last)
  .map((parts) => `${parts[0]}, GREEN${parts[2]}${parts[1]}`);

/** Sentences that demand something of an object inside the body. */
const DEMANDS: fc.Arbitrary<string> = fc.oneof(
  inWords(
    oneOf("do not", "never", "don't"),
    oneOf("include", "send", "use"),
    oneOf("the protocol", "blanks", "a label", "markup"),
  ),
  inWords(
    oneOf("valid", "supported", "allowed", "possible", "accepted"),
    oneOf("colors", "values", "moods", "sizes"),
    oneOf("are", "are:"),
    values,
  ),
  inWords(oneOf("one of", "either", "must be one of"), values),
  inWords(
    inner,
    oneOf("is mandatory", "is required", "has to be sent", "must be present"),
    oneOf("whenever", "if", "when"),
    inner,
    oneOf("is sent", "is set", "is given"),
  ),
  inWords(
    oneOf("supported", "allowed", "permitted"),
    oneOf("exclusively", "solely", "only"),
    oneOf("where", "when", "if"),
    inner,
    oneOf("equals", "is"),
    value,
  ),
  inWords(
    oneOf("an owner without any of", "a shop without"),
    inner,
    oneOf("and"),
    inner,
    oneOf("is invalid", "is rejected", "is not valid", "is refused"),
  ),
  inWords(
    inner,
    oneOf("can be changed only if", "may be sent only when", "can only be set if"),
    inner,
    oneOf("is sent in the same request", "is given"),
  ),
  inWords(oneOf("make sure that", "make sure", "ensure that"), inner, oneOf("is set to"), value),
  inWords(oneOf("an integer ranging", "a number"), oneOf("from 0 to", "between 1 and"), amount),
  inWords(
    oneOf("accepted", "supported", "allowed"),
    oneOf("formats: .csv, .tsv", "formats are A and B"),
  ),
  inWords(amount, oneOf("limit", "character limit")),
  inWords(oneOf("values are"), values),
);

describe("a harmless sentence", () => {
  it.each(Object.entries(HARMLESS))("is ignored: %s", (_, texts) => {
    fc.assert(
      fc.property(texts, oneOf<Place>("field", "nested", "operation"), (text, place) => {
        expect(labelOf(text, place), `${place}: ${text}`).toMatch(
          /^(?:informational|server-side)$/,
        );
      }),
      settings,
    );
  });

  it("is ignored in a heading above the field's own values", () => {
    fc.assert(
      fc.property(
        oneOf("Not available for", "Not supported for:", "Not allowed for"),
        oneOf("SHOP", "SHELF", "CRATE_ITEM"),
        oneOf("**", "# ", ""),
        (words, level, mark) => {
          const text = `Level.\n\n${mark}${words} ${level}${mark === "**" ? mark : ""}`;
          const [sentence] = sentencesOf({
            label: "body:level",
            pointer: "#",
            text,
            field: "level",
          }).slice(-1);
          expect(classifySentence(sentence as Sentence, vocabulary).label, text).toBe(
            "informational",
          );
        },
      ),
    );
  });
});

describe("a requirement that repeats the one in the previous sentence", () => {
  it("is never ignored", () => {
    const texts = inWords(
      oneOf("columns related to", "any columns of", "a level for", "the granularity of"),
      oneOf("boards", "campaigns", "a Pin", "visitors", "ads and clicks"),
      oneOf("are not either", "is not either", "may neither"),
    );
    fc.assert(
      fc.property(texts, oneOf<Place>("field", "operation"), (text, place) => {
        expect(labelOf(text, place), text).toBe("unknown");
      }),
      settings,
    );
  });
});

describe("a requirement inside the body", () => {
  it("is never ignored", () => {
    fc.assert(
      fc.property(DEMANDS, (text) => {
        expect(labelOf(text, "nested"), text).toMatch(/^(?:rule|unknown|schema-implied)$/);
      }),
      settings,
    );
  });

  it("is not ignored in the description of its operation if it names fields", () => {
    const texts = fc.oneof(
      inWords(
        inner,
        oneOf("can be changed only if", "may be sent only when", "can only be set if", "requires"),
        inner,
        oneOf("is sent in the same request", "is given"),
      ),
      inWords(
        oneOf("the request must contain", "every shop needs to have", "each object must have"),
        inner,
        oneOf("and"),
        inner,
      ),
      inWords(
        inner,
        oneOf("cannot be sent with", "must not be used with", "has to be sent with"),
        inner,
      ),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(labelOf(text, "operation"), text).toMatch(/^(?:rule|unknown)$/);
      }),
      settings,
    );
  });
});

describe("a limit on the number of items", () => {
  it("does not forbid the whole list", () => {
    const texts = inWords(
      oneOf(
        "when level is SHOP,",
        "if granularity is HOUR,",
        "for hourly reports,",
        "with columns,",
      ),
      oneOf("no more than", "at most", "not more than", "up to", "only", "a maximum of"),
      oneOf("one", "two", "a single", "5"),
      oneOf("clerk id", "crate id", "`clerk_ids`", "split type"),
      oneOf("may be listed", "can be given", "is allowed", "can be sent"),
    );
    fc.assert(
      fc.property(texts, oneOf("clerk_ids", "crate_ids", "split_types", null), (text, field) => {
        const [sentence] = sentencesOf({
          label: field === null ? "op.description" : `body:${field}`,
          pointer: "#",
          text,
          field,
        });
        const verdict = classifySentence(sentence as Sentence, vocabulary);
        expect(verdict.label, text).not.toBe("rule");
        const proposed = inLines(proposeRules(sentence as Sentence, vocabulary));
        expect(
          proposed.filter((line) => /forbidden-when|only-when/.test(line)),
          text,
        ).toEqual([]);
      }),
      settings,
    );
  });
});

describe("a comparison with another field", () => {
  it("does not mean that the other field is required", () => {
    const fields = ["shop_open", "shop_close"].map((name) => ({
      ...{ name, where: "body" },
      schema: { type: "string" },
    }));
    const ofShop = wordedAs(fields, {});
    const texts = inWords(
      oneOf("", "shop_close", "it", "this"),
      oneOf("needs to be", "has to be", "must be"),
      oneOf("after", "later than", "greater than", "before", "a week before", "smaller than"),
      oneOf("`shop_open`", "shop_open"),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const [sentence] = sentencesOf({
          ...{ label: "body:shop_close", pointer: "#", text },
          field: "shop_close",
        });
        const proposed = inLines(proposeRules(sentence as Sentence, ofShop));
        expect(proposed.filter((line) => line.startsWith("requires-present"))).toEqual([]);
      }),
      settings,
    );
  });
});
