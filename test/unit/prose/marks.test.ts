// What the words of a sentence refer to in a request, and which words suggest a demand.
import { describe, expect, it } from "vitest";
import { bindingWordIn } from "../../../generator/prose/informational.js";
import { type Mention, markMentions } from "../../../generator/prose/mentions.js";
import { readContextOf, type Vocabulary, wordedAs } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";
import { allWordings } from "./wordings.js";

const TARGETING = wordedAs(
  [
    {
      name: "level",
      where: "body",
      schema: { type: "string", enum: ["SHOP", "SHELF", "SHOP_TARGETING", "SHELF_TARGETING"] },
    },
    { name: "start_date", where: "body", schema: { type: "string" } },
    { name: "end_date", where: "body", schema: { type: "string" } },
    {
      name: "granularity",
      where: "body",
      schema: { type: "string", enum: ["HOUR", "DAY", "WEEK", "MONTH"] },
    },
    { name: "is_open", where: "body", schema: { type: "boolean" } },
    {
      name: "moods",
      where: "body",
      schema: {
        type: "array",
        items: { type: "string", enum: ["A_MOOD", "B_MOOD", "SALE_A", "SALE_B"] },
      },
    },
  ],
  {},
);

function inWords(mention: Mention | undefined): string {
  if (mention === undefined) return "?";
  switch (mention.kind) {
    case "F":
      return mention.field.name;
    case "C": {
      const { field, values, isNegated, isDemanded, isNamed } = mention.group;
      const marks = `${isNegated ? " not" : ""}${isDemanded ? " must" : ""}${isNamed ? " named" : ""}`;
      return `${field.name}=${values.join(",")}${marks}`;
    }
    case "D":
      return `${mention.amount} ${mention.unit}`;
    case "N":
      return String(mention.amount);
    case "T":
      return mention.date;
    case "S":
      return mention.word;
  }
}

/** The sentence, with what it mentions in angle brackets. */
function marked(text: string, words: Vocabulary = TARGETING, self: string | null = null): string {
  const sentence = sentenceOf(text, self);
  const { text: marks, mentions } = markMentions(sentence.text, readContextOf(sentence, words));
  return marks
    .replaceAll(/<[A-Z](\d+)>/g, (_, at: string) => `<${inWords(mentions[Number(at)])}>`)
    .trim();
}

/** What wordings say in marks, with the wordings. */
const SAME: readonly (readonly [marks: string, templates: readonly string[]])[] = [
  [
    "<level=SHOP,SHELF> x",
    ["{SHOP / SHELF|SHOP/SHELF|`SHOP`/`SHELF`|SHOP & SHELF|SHOP&SHELF|`SHOP` & `SHELF`} x"],
  ],
  ["for <level=SHOP named> x", ["For {SHOP-level|SHOP level} x"]],
  ["max <5> x", ["{Max. |Max.|Max }5 x"]],
  ["min <5> x", ["{Min. |Min.}5 x"]],
  ["a <5 day> range", ["A {5-day|5d|5 d|5 days|5-days} range"]],
  ["a <5 week> range", ["A {5-week|5-weeks|5 weeks} range"]],
  ["a <5 month> range", ["A {5-month|5-months|5 months} range"]],
  ["a <5 year> range", ["A {5-year|5-years|5 years} range"]],
  ["a <5 hour> range", ["A {5-hour|5-hours|5h|5 h|5hr|5 hrs|5hrs} range"]],
  [
    "<granularity=HOUR named> x",
    [
      "{By hour|By the hour|Per hour|Per the hour|On an hour basis|At an hour basis|On an hour-by-hour basis|Hour-level|Hour level|Hourly} x",
    ],
  ],
  ["<granularity=DAY named> x", ["{By day|By the day|Day-by-day|Day-level|Day level|Daily} x"]],
  ["<granularity=WEEK named> x", ["{By week|By the week|Week-level|Week level|Weekly} x"]],
  ["<granularity=MONTH named> x", ["{By month|By the month|Month-level|Month level|Monthly} x"]],
  ["it is not available", ["It is {N/A|not applicable|not available}"]],
  ["<start_date> and <end_date> x", ["{Both dates|The two dates} x"]],
  [
    "after a day x",
    [
      "After a day{, for example,| for example|, for instance,|, such as|, e.g.|, e.g.,} 2020-01-01 x",
    ],
  ],
  ["after a day; x", ["After a day {e.g. |e. g. |e.g., }this; x"]],
  ["after a day x", ["After a day (such as {this|a.b|a; b|5 days}) x"]],
  [
    "for <level=SHOP_TARGETING,SHELF_TARGETING named>, x",
    [
      "For {targeting levels|targeting-level|targeting reports|targeting report|*targeting levels|...targeting levels|…targeting levels|*_TARGETING}, x",
    ],
  ],
  ["<5 day> or more", ["{5 or more days|5 days or more|5 or more day}"]],
  ["<5 day> or less", ["5 or less {days|day}"]],
  ["<5 day> or fewer", ["5 or fewer {days|day}"]],
  ["<5 week> or more", ["5 or more {weeks|week}"]],
  ["<5 month> or more", ["5 or more {months|month}"]],
  ["<5 year> or more", ["5 or more {years|year}"]],
  ["<6 month> x", ["Half a year x"]],
  ["<3 month> x", ["{A quarter of a year|One quarter|A quarter} x"]],
  ["<12 month> x", ["Twelve-month x"]],
  [
    "<level=SHOP named> x",
    [
      "Level {is|are|be|being|was|were|equals|equal|sets|set to|one of|any of|either|in|has|have|with|as|the|a|an|=|==|:|needs|need|only|both|stays|stay|remains|remain|becomes|become|selected|chosen|picked|contains|contain|includes|include|containing|including|lists|list|ends|end|ending|suffix|something|but|from|whose|name|names|those|that|which|specified|configured|currently|always|and|then|therefore|takes|take|taken|reads|read|->|requested|split|broken|down|by|column|columns|metric|metrics|dimension|dimensions|field|fields|parameter|parameters|filter|setting|value|values} SHOP x",
      "SHOP{ for| for the|, as| as|, as the| as the|, value of| values of| values for| value for the| value of the|, for the value of the} level x",
    ],
  ],
  [
    "<level=SHOP must named> x",
    ["Level {must be|should be|shall be|can only be|can be|must only be} SHOP x"],
  ],
  [
    "<level=SHOP not named> x",
    [
      "Level {is not|other than|except|is anything but|is different from|neither|nor|!=|is !=|<>|is ! =} SHOP x",
      "Level!=SHOP x",
    ],
  ],
  ["<level=SHOP not must named> x", ["Level {cannot be|must not be|must be other than} SHOP x"]],
  [
    "<is_open=true named> x",
    ["`is_open` {is|=|:|is set to|equals|is  |is : } {true|enabled|on} x"],
  ],
  ["<is_open=false named> x", ["`is_open` is {false|disabled|off} x"]],
  ["<is_open=true not named> x", ["`is_open` is not {true|enabled|on} x"]],
  ["<is_open=false must named> x", ["`is_open` must be {false|disabled|off} x"]],
  [
    "<level=SHOP,SHELF> x",
    [
      "SHOP{, | and | and also |, and also | or |, or | as well as | plus | nor | to |,}{|the |a |an |by |at |in |for |with }SHELF x",
    ],
  ],
  [
    "any <level=SHOP_TARGETING,SHELF_TARGETING named>, x",
    [
      "Any level {that ends in|that ends with|which ends on|that end in|ending in|ending with|with the suffix|with suffix|whose name ends in|whose names end in|whose suffix|ends in the suffix} _TARGETING, x",
      "Any {one of |any of |a |the |those |one of those }{values|value|names|name} that end in _TARGETING, x",
    ],
  ],
  [
    "any <moods=SALE_A,SALE_B named>, x",
    [
      "Any value {that starts with|that start with|starting with|that begins with|that begin with|beginning with|with the prefix|with prefix} SALE_, x",
    ],
  ],
  [
    "<granularity=HOUR,DAY named> x",
    [
      "Hourly{| report| reports| data}{ or|, or| and|, and| or at| and at| or for| and for|,} daily x",
    ],
  ],
  ["<level=SHOP,SHELF named> x", ["Shop {and|or} shelf level x", "Shop, and shelf level x"]],
  [
    "<level=SHOP> x",
    [
      "SHOP{| report| reports| data| breakdown| breakdowns| request| requests| content} (SHOP) x",
      "SHOP reports{,|} {that is|i.e.|i. e.|i.e.,} all of the SHOP x",
    ],
  ],
  ["<500> names x", ["500 names x"]],
  ["zero names x", ["0 names x"]],
];

describe("a sentence", () => {
  it.each(
    SAME.flatMap(([marks, templates]) => allWordings(templates).map((text) => [text, marks])),
  )("is marked with what it mentions: %s: %s", (text, marks) => {
    expect(marked(text as string)).toBe(marks);
  });

  it.each(allWordings(["{400|599} {errors|responses|status|codes|is|was|as|means} it"]))(
    "contains an error instead of a number: %s",
    (text) => {
      expect(marked(text)).toMatch(/^error /);
    },
  );

  it.each(allWordings(["{399|600} errors", "{400|599} {names|terrors|statuses|barcodes}"]))(
    "contains a number: %s",
    (text) => {
      expect(marked(text)).toMatch(/^<\d+> /);
    },
  );
});

describe("the words before targeting levels", () => {
  it.each(
    allWordings([
      "{For|At|In|With|All|Any of|The|Any|Every|This and|This or|Up to|Other|More than|These are|It is|It is not} targeting levels.",
    ]),
  )("stand before all levels of that kind: %s", (text) => {
    expect(marked(text)).toContain("<level=SHOP_TARGETING,SHELF_TARGETING named>");
  });

  it("do not include the name of something else", () => {
    expect(marked("Small shop retargeting levels.")).not.toContain("TARGETING");
  });
});

/** Words that suggest a demand, each of them the only one in its sentence. */
const BINDING = [
  "Names {must|shall|should|cannot|may not|need|needs|needed|require|requires|required|mandatory|have to|has to|ought|make sure|be sure|ensure} x.",
  "Names {not|no|never|none|neither|nor|without|except|unless|exclude|excluded|unsupported|invalid|prohibited|forbidden} x.",
  "Names {only|exclusive|at least|at most|max|min|maximum|minimum|limit|limited|up to|more than|less than|fewer|exceed|exceeds|restrict|restricted} x.",
  "It {returns|return|gets|get|gives|give|causes|cause} {a 400|an 422|a 422|400} x.",
  "It {is|are} an error x.",
  "Names {compulsory|obligatory|nothing else|nothing but|alone|anything else|anything but|anything other|at the most|at the least|at the longest|at the shortest|at the latest|at the earliest|at the very most} x.",
  "5 is the {lowest|highest|smallest|largest|longest|shortest}.",
  "The {lowest|highest|smallest|largest|longest|shortest} name is 5.",
  "Names {rule|rules|ruled|ruling} out x.",
  "Names {avoid|duplicates|duplicate|denied|take the form|takes the form} x.",
  "Names {may|can} {hold|have|contain|carry|run to|be} few {characters|character|letters|letter|digits|digit|entries|elements|items|values}.",
  "Names {before|after|earlier|later|older|newer|back from|in advance} x.",
  "Names {either|both|together|mutually|one of|combined with|combining with|conflict|conflicts|instead of} x.",
  "Names {if|when|whenever|provided that|in case} x.",
  "Names {allowed|permitted|supported|support|supports|accepted|accept|accepts|available|unavailable|ignored|ignoring|rejected|non-empty|ending in|ending with|starting with|beginning with} x.",
  "Names {default|defaults|formatted|YYYY|format: x|format is|formats is} x.",
  "Names of {hourly|daily|weekly|monthly|level} {reports|report}.",
  "Names {solely|exclusively|in conjunction|alongside|depend|depends|dependent|conditional|as long as|rather than|other than|apart from|until|beyond|prior to|ago|future|disallow|disallowed|refuse|refused|ban|bans|banned|incompatible|reserved|between|greater|smaller|larger|longer|shorter|equal|equals} x.",
  "Names of {5|15|5.5}{ |-}{hours|hour|days|weeks|months|years|items|values|ids|characters|queries|requests|rows|columns}.",
  "Names of {one|two|three|four|five|six|seven|eight|nine|ten|dozen|sixteen|sixty|hundred|thousand|full|whole|calendar}{ |-}{hours|hour|days|weeks|months|years}.",
  "Names of a {week|month|quarter|year}.",
  "Names of {5-6|5 - 6|5–6}.",
  "Names apply 5.",
];

describe("a word that suggests a demand", () => {
  const wordOf = (text: string): string | null =>
    bindingWordIn(text, readContextOf(sentenceOf("A name."), vocabulary));

  it.each(allWordings(BINDING))("is found: %s", (text) => {
    expect(wordOf(text)).not.toBe(null);
  });

  it.each([
    "Names of x.",
    "Names of a day, 5 or so.",
    "Names of an hour.",
    "It returns 401.",
    "It returns 4000.",
    "It is error 5.",
    "Reports of shops.",
  ])("is not in every sentence: %s", (text) => {
    expect(wordOf(text)).toBe(null);
  });
});
