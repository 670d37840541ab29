import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { runs } from "../../support/effort.js";
import { judged, sentenceOf, vocabulary } from "./read.js";

const settings = { numRuns: runs(2_000, 300), seed: Number(process.env.SEED ?? 5) };
const oneOf = <Item>(...items: readonly Item[]): fc.Arbitrary<Item> => fc.constantFrom(...items);

/** Words in a row, the first with a capital, with a full stop. */
const inWords = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map((words) => {
    const text = words.filter((word) => word !== "").join(" ");
    return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
  });

const amount = fc.integer({ min: 2, max: 900 }).map(String);
const span = fc
  .tuple(fc.integer({ min: 2, max: 90 }), oneOf("hours", "days", "weeks", "minutes"))
  .map(([many, unit]) => `${many} ${unit}`);

const HARMLESS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  "what people do": inWords(
    oneOf("clerks and customers", "a visitor", "the owner", "your colleagues", "we", "nobody"),
    oneOf("only see", "never learn", "must first find", "may not remember", "can only read"),
    oneOf("the name", "what was sold", "the newest shelves", "half of it"),
    oneOf("", "before the shop opens", "after that night"),
  ),
  "what comes back": inWords(
    oneOf("a row", "the response", "each line of the file", "the figures", "the average"),
    oneOf("never has", "must be expected to have", "can only show", "cannot be taken for"),
    oneOf("the newest sales", "a final result", "more than it shows", "the whole truth"),
  ),
  "what becomes of data and reports later": fc.oneof(
    inWords(
      oneOf("finished reports", "old files", "the links in the answer", "unused drafts"),
      oneOf("are kept for", "are deleted after", "expire after", "must be renewed within"),
      span,
      oneOf("", "at most", "and cannot be restored", "unless they are downloaded before"),
    ),
    inWords(
      oneOf("figures of the last", "numbers from the past"),
      span,
      oneOf("are not final", "must be treated as estimates", "may still change, but never shrink"),
    ),
  ),
  "what is so": inWords(
    oneOf("the mood", "a shelf", "this name", "a window", "the crate"),
    oneOf(
      "does not hide",
      "has no bearing on",
      "cannot outshine",
      "only pleases",
      "is never part of",
    ),
    oneOf("the taste of others", "what clerks think", "the weather", "its neighbours"),
  ),
  "what holds if something else is so": inWords(
    oneOf("if the crawler has not answered in time,", "once the review is finished,"),
    oneOf("the crate", "this shelf", "a draft"),
    oneOf("must be tidied", "can only be opened again", "must not be trusted"),
  ),
  "what state things are in": inWords(
    oneOf("the shop", "both drawers", "a clerk", "the lamps above it"),
    oneOf("must be", "has to be", "need to be", "must already be", "may not be"),
    oneOf("complete", "ready", "running", "in stock", "yours", "up to date"),
    oneOf("", "before the doors open", "to be seen from afar"),
  ),
  "what is perhaps not so": inWords(
    oneOf("some prices", "today's numbers", "the newest shelves", "drinks without a label"),
    oneOf("may not be filled", "may not be complete", "may not appear in the report"),
    oneOf("", "yet", "for old shops", "in the first days"),
  ),
  "what something is for": inWords(
    oneOf(
      "to win a race,",
      "to keep visitors,",
      "for your crate to be seen,",
      "in order to shine,",
    ),
    oneOf(
      "the lamp must be bright",
      "the paint has to dry",
      "it must be loud",
      "shops only need air",
    ),
  ),
  "what is done later, or by others": inWords(
    oneOf("an old crate", "a drawer that was refused", "the basket", "the badge"),
    oneOf("must be", "can only be", "cannot be", "may not be", "has to be"),
    oneOf("mended", "painted", "repaired", "opened"),
    oneOf("by hand", "again", "by the crawler", "by a visitor", "afterwards"),
  ),
  "what need not be": inWords(
    oneOf("there is no reason to", "it is enough to", "you rarely need to", "you do not need to"),
    oneOf("set this twice", "repeat the name", "use more than one", "send it again"),
    oneOf("", "if the shop has one", "when nothing changed"),
  ),
  "what is meant by a relative clause": inWords(
    oneOf("crates that", "moods which"),
    oneOf("you did not choose", "you have not listed", "were not sent"),
    oneOf("can be moved as well", "may also be reached", "are painted, too"),
  ),
  "how much happens, and how often": inWords(
    oneOf("a delivery", "the server", "a review", "each file in the answer"),
    oneOf("takes", "waits", "is kept for"),
    oneOf("at most", "up to", "no more than"),
    span,
    oneOf("", "before it is given up", "on a busy day"),
  ),
  "what was": inWords(
    oneOf("until last year", "before that day", "in its early days"),
    oneOf("this field", "the mood", "a shelf"),
    oneOf("was only open to some", "had to be ordered by letter", "was never counted"),
  ),
};

const DEMANDS: fc.Arbitrary<string> = fc.oneof(
  inWords(
    oneOf("a name", "this text", "the label", "it"),
    oneOf("must not exceed", "may have", "cannot contain more than", "can run to"),
    amount,
    oneOf("characters", "letters", "digits"),
  ),
  inWords(
    oneOf("labels", "crates", "filters of this kind", "two moods"),
    oneOf("cannot be", "must never be", "may not be", "can only be"),
    oneOf("mixed", "combined", "nested", "repeated", "given twice", "left empty"),
  ),
  inWords(
    oneOf("sending it", "giving a mood", "a crate with a mood", "every shop in the list"),
    oneOf("rules out", "must leave out", "cannot set", "must name"),
    oneOf("`shelf_ids`", "`clerk_ids` and `crate_ids`", "`start_hour`"),
  ),
  inWords(
    oneOf("the lowest", "the highest", "the smallest"),
    oneOf("price that you can send is", "bid is", "amount that is accepted is"),
    amount,
  ),
  // No word expresses a requirement.
  inWords(
    oneOf("a crate", "each shelf", "this mood", "such a list"),
    oneOf("is made up of", "takes", "consists of", "offers", "may have"),
    oneOf("at most 9", "two to six", "exactly 3", "no more than twelve"),
    oneOf("lamps", "words", "entries"),
  ),
  inWords(
    oneOf("pick", "name", "choose", "please list"),
    oneOf("one or two", "between 2 and 5", "exactly three"),
    oneOf("of them", "moods", "crates"),
  ),
  inWords(
    oneOf("separate", "join", "delimit"),
    oneOf("the moods", "several of them", "all names"),
    oneOf("with commas", "by single spaces", "with commas and spaces"),
  ),
  inWords(
    oneOf("upper-case letters", "letters and digits", "digits"),
    oneOf("without spaces", "and hyphens", ""),
  ),
  inWords(
    oneOf("old crates", "shops of this kind", "a drawer"),
    oneOf("do not take", "never have", "does not accept", "cannot have"),
    oneOf("a", "the", "any"),
    oneOf("start_hour", "place_types", "`clerk_ids`"),
  ),
  inWords(
    oneOf("the first shelf", "a crate", "this name"),
    oneOf("must have", "has to have", "should have"),
    oneOf("another color than", "the same size as", "a different owner from"),
    oneOf("the second one", "its neighbour"),
  ),
  inWords(
    oneOf("names", "a label", "codes"),
    oneOf("may contain letters and digits", "have capital letters", "hold digits"),
    oneOf("and nothing else", "at the very most", "but never spaces"),
  ),
);

describe("a sentence that says nothing about the request", () => {
  it.each(Object.entries(HARMLESS))("is ignored if it states %s", (_, texts) => {
    fc.assert(
      fc.property(texts, oneOf(null, "window", "start_date"), (text, self) => {
        expect(judged(text, self).label, text).not.toMatch(/^(?:rule|unknown)$/);
      }),
      settings,
    );
  });

  it.each([
    "In the file, moods only appear below the last row.",
    "The price of a crate must be regarded as a guess (up to a week old).",
    "Each element of the answer has either a mood or a reason, never both.",
    "Unknown moods do not cause an error.",
    "A mood makes no difference, however long it is.",
  ])("is ignored: %s", (text) => {
    expect(judged(text).label).not.toMatch(/^(?:rule|unknown)$/);
  });
});

describe("a sentence about the request", () => {
  it("is reported if it requires something from the request", () => {
    fc.assert(
      fc.property(DEMANDS, oneOf("crate_ids", "shop_split_kind"), (text, self) => {
        expect(judged(text, self).label, text).toMatch(/^(?:rule|unknown)$/);
      }),
      settings,
    );
  });

  it.each([
    ["The oldest day is 40 days before today.", "start_date"],
    ["Data is kept for 90 days.", "start_date"],
    ["The report cannot end after yesterday.", "end_date"],
    ["500 is the largest window.", "shelf_ids"],
    ["Only digits unless the shop is new.", "window"],
    ["Only digits and optional hyphens.", "window"],
    ["Send a plain number, without a currency symbol or blanks.", "window"],
    ["May be used for SHELF alone.", "shelf_ids"],
    ["Reports can start on 2025-05-01 at the earliest.", "start_date"],
    ["Splitting by CITY is impossible for hourly reports.", "split_types"],
    ["Sales come back empty if granularity is HOUR.", "columns"],
    ["The lowest bid that you can send is 50 (a cent, if the shop is in Europe).", "window"],
  ])("is reported: %s", (text, self) => {
    const sentence = sentenceOf(text, self);
    const isProposed = proposeRules(sentence, vocabulary).length > 0;
    expect(`${isProposed || classifySentence(sentence, vocabulary).label}`).toMatch(
      /^(?:true|unknown|rule)$/,
    );
  });
});
