import { describe, expect, it } from "vitest";
import { framedDrafts } from "../../../generator/prose/frame.js";
import { readContextOf, wordedAs } from "../../../generator/prose/vocabulary.js";
import { inLines, sentenceOf } from "./read.js";

const text = { type: "string" };
const whole = { type: "integer" };
const vocabulary = wordedAs(
  [
    ...["shop_id", "shelf_id", "crate_id", "note"].map((name) => ({ name, schema: text })),
    ...["low_bid", "top_bid"].map((name) => ({ name, schema: whole })),
    { name: "box_id", schema: text, isRequired: true },
    { name: "low_rate", schema: { type: "number" } },
    { name: "lids", schema: { type: "array", items: { ...text, enum: ["ROUND", "FLAT"] } } },
    { name: "is_open", schema: { type: "boolean" } },
    { name: "kind", schema: { ...text, enum: ["PLAIN", "FANCY", "RARE"] } },
    { name: "size", schema: { ...text, enum: ["SMALL", "LARGE"] } },
  ].map((field) => ({ ...field, where: "body" })),
  {},
);

function framed(words: string, self: string | null): readonly string[] {
  const sentence = sentenceOf(words, self);
  return inLines(framedDrafts(sentence, readContextOf(sentence, vocabulary)));
}

type Rows = readonly (readonly [
  rules: readonly string[],
  self: string | null,
  sentence: string,
  words: string,
])[];

const EXCLUSIVE = ["forbidden-when shelf_id {field:shop_id,present:true}"];
const NEEDED = ["requires-present shop_id {field:shelf_id,present:true}"];
const PAIRED = [...NEEDED, "requires-present shelf_id {field:shop_id,present:true}"];
const ONE_OF_THREE = [
  "forbidden-when shelf_id {field:shop_id,present:true}",
  "forbidden-when shelf_id {field:crate_id,present:true}",
  "forbidden-when shop_id {field:crate_id,present:true}",
];
const ANY = ["at-least-one-of [[shelf_id],[shop_id],[crate_id]]"];
const WITHOUT_NOTE = ["requires-present note {field:kind,is:[RARE]}"];
const NO_NOTE = ["forbidden-when note {field:kind,is:[PLAIN]}"];
const ONLY_NOTE = ["forbidden-when note {field:kind,isNot:[RARE]}"];

/** Rules, the field that the text belongs to, a sentence with a gap, and words for the gap. */
const STATED: Rows = [
  [
    EXCLUSIVE,
    "shelf_id",
    "Near the door, this … `shop_id`.",
    "excludes|rules out|clashes with|conflicts with|comes instead of|is not combinable with|cancels|is an alternative to|is exclusive of|rivals|has no room for|has no place beside|has no place next to",
  ],
  [
    EXCLUSIVE,
    "shelf_id",
    "Near the door, this and `shop_id` ….",
    "exclude each other|exclude one another|rule each other out|rule one another out|are rivals|are in conflict|are alternatives|may not be sent together|can not be sent together|must not both be sent|should not stand beside each other|will not do both|do not stand alongside each other|must not come next to each other|must not be sent at once|cannot be sent both|cannot be sent together|cannot stand beside each other|cannot be sent at once|can never stand side by side|are never both sent|are not two things|are never the two of them sent|leave room for at most one|leave room for only one|leave room for just one",
  ],
  [
    EXCLUSIVE,
    "shelf_id",
    "…: this or `shop_id`.",
    "One or the other|At most one of them|Only one|Never both",
  ],
  [
    PAIRED,
    "shelf_id",
    "This and `shop_id` ….",
    "go together|belong together|are a pair|come in pairs|make no sense one without the other|appear both or neither|appear both or none|appear all or none|appear all or nothing|like each other's company|appear together or not at all",
  ],
  [NEEDED, "shelf_id", "It … hand in hand with `shop_id`.", "goes|walks"],
  [
    NEEDED,
    "shelf_id",
    "Near the door, it … `shop_id`.",
    "requires|required|needs|must name|owes you|takes a|takes an|takes the|calls for|asks for|wants|expects|relies on|rests on|hinges on|depends on|presupposes|comes with|goes with|goes along with|is due with",
  ],
  [
    NEEDED,
    "shelf_id",
    "Near the door, it is … to name `shop_id`.",
    "mandatory|compulsory|obligatory|indispensable",
  ],
  [
    NEEDED,
    "shelf_id",
    "It stands somewhere, … `shop_id`.",
    "there is no shelf without|there is no open shelf without",
  ],
  [
    NEEDED,
    "shelf_id",
    "Unless `shop_id` is named, it ….",
    "is an error|errors|is refused|is rejected|fails|is a failure|failed|is invalid|is incomplete|is a 400|is not processed|is not accepted|is not allowed|is not permitted|is not valid|is not possible|is not served|is not answered|is not enough|is not let through|is sent back|is forbidden|is pointless|is meaningless|is useless|makes no sense|is no use|is no good|gives no way to find it|gives us no idea of its place|has nothing to stand on",
  ],
  [
    NEEDED,
    "shelf_id",
    "A call that sends it … `shop_id` fails.",
    "without|without naming|without sending|without giving|without setting|without a|without the|without its|without any|without some sort of",
  ],
  [
    NEEDED,
    "shelf_id",
    "It … without `shop_id`.",
    "never stands|does not stand|cannot stand|stands in no place",
  ],
  [
    ONE_OF_THREE,
    null,
    "Name … of `shelf_id`, `shop_id` or `crate_id`.",
    "only one|just one|no more than one|at most one|not more than one",
  ],
  [
    ONE_OF_THREE,
    null,
    "…: `shelf_id`, `shop_id` or `crate_id`.",
    "Pick one|Choose one way|Choose one option|Choose one of these|Choose one of them|One of the three, never all|One of these three, not more|Either of them, never all",
  ],
  [
    [...ANY, ...ONE_OF_THREE],
    null,
    "Name … of `shelf_id`, `shop_id` or `crate_id`.",
    "exactly one|precisely one|one and only one",
  ],
  [
    ANY,
    null,
    "A box is found by … `shelf_id`, `shop_id` or `crate_id`.",
    "at least one of|at a minimum one of|at the minimum one of|at the very least one of|at the least one of|a minimum of one of|one or more of|one or several of|some place out of",
  ],
  [
    ANY,
    null,
    "A box is found by `shelf_id`, `shop_id` or `crate_id`: … fails.",
    "none of them|neither of them|a box without any|not one of them",
  ],
  [
    ANY,
    null,
    "A box is found by `shelf_id`, `shop_id` or `crate_id`: ….",
    "one is a must|one of these is due|one of them must be there|one of the three must be there|any of these must be there",
  ],
  [
    WITHOUT_NOTE,
    "note",
    "A `RARE` drop … fails.",
    "without this|without it|without one|without that",
  ],
  [
    WITHOUT_NOTE,
    "note",
    "A `RARE` drop … this.",
    "requires|needs|must name|calls for|asks for|wants|expects|relies on|rests on|hinges on|depends on|presupposes|comes with|goes with|goes along with|owes you|takes an extra word:",
  ],
  [
    NO_NOTE,
    "note",
    "With a `PLAIN` drop, this ….",
    "is not named|is never named|says no word|cannot stand|says nothing, nor does it stand|is absent|is off limits|is out of place|has no business here|is unwelcome|is an error|is refused|is invalid|is forbidden|is pointless|stays out|stays away|stays empty",
  ],
  [
    NO_NOTE,
    "note",
    "With a `PLAIN` drop, ….",
    "leave this out|keep it out|keep it off|keep this away|keep out|omit this|drop it|skip it|drop this",
  ],
  [
    ONLY_NOTE,
    "note",
    "It is there for `RARE` drops ….",
    "only|solely|exclusively|alone|and just those",
  ],
  [
    ONLY_NOTE,
    "note",
    "It is … `RARE` drops.",
    "reserved for|for nobody but|for none but|limited to|found nowhere else than in",
  ],
  [
    ["forbidden-values-when kind [RARE] {field:size,isNot:[LARGE]}"],
    "kind",
    "`RARE` is … `LARGE`.",
    "there for none but|reserved for|limited to|solely for",
  ],
  [
    ["number-order low_bid top_bid"],
    "low_bid",
    "Whatever you enter, this … `top_bid`.",
    "cannot outgrow|must not exceed|may not surpass|must never overtake|never gets larger than|is not above|goes no higher than|does not go beyond|never outnumbers|does not outlast",
  ],
  [
    ["number-order low_bid top_bid 1"],
    "low_bid",
    "Whatever you enter, this … `top_bid`.",
    "must fall short of|must be less than|is always smaller than|always lies below|must stay under|must be lower than",
  ],
  [
    ["number-order top_bid low_bid"],
    "low_bid",
    "Whatever you enter, this … `top_bid`.",
    "cannot fall short of|must not be less than|is never smaller than|never lies below|may not be under",
  ],
  [["forbidden-when shop_id {field:box_id,present:true}"], "box_id", "This … `shop_id`.", "rivals"],
  [
    EXCLUSIVE,
    "shelf_id",
    "A box stands in one place, so this … `shop_id`.",
    "does not go with|may not stand beside|can not be set with|will not work next to|must not come together with|should not be sent with|may not stand alongside|may not in boxes go with|cannot stand next to|cannot stand alongside|cannot be sent with|cannot in boxes go with|is in conflict with",
  ],
  [
    EXCLUSIVE,
    "shelf_id",
    "A box stands in one place, so send this or `shop_id`, ….",
    "never both|not both|not the two|never the two|only one|just one|at most one|one or the other|either of them, not both",
  ],
  [
    EXCLUSIVE,
    "shelf_id",
    "A shelf or a shop: this and `shop_id` …: one of the two is sent back.",
    "clash|conflict",
  ],
  [PAIRED, "shelf_id", "This … with `shop_id`, one without the other is useless.", "goes|comes"],
  [PAIRED, "shelf_id", "A shelf … together with its `shop_id`.", "goes"],
  [
    [
      ...NEEDED,
      "requires-present crate_id {field:shelf_id,present:true}",
      "requires-present shelf_id {field:shop_id,present:true}",
      "requires-present crate_id {field:shop_id,present:true}",
      "requires-present shelf_id {field:crate_id,present:true}",
      "requires-present shop_id {field:crate_id,present:true}",
    ],
    null,
    "`shelf_id`, `shop_id` and `crate_id` ….",
    "belong together|are sent all or none",
  ],
  [
    [
      "requires-present shop_id {field:shelf_id,present:true}",
      "requires-present shelf_id {field:shop_id,present:true}",
      "requires-present shelf_id {field:box_id,present:true}",
      "requires-present shop_id {field:box_id,present:true}",
    ],
    null,
    "`shelf_id`, `shop_id` and `box_id` ….",
    "belong together",
  ],
  [
    [
      "forbidden-when shelf_id {field:box_id,present:true}",
      "forbidden-when shop_id {field:box_id,present:true}",
      "forbidden-when shelf_id {field:shop_id,present:true}",
    ],
    null,
    "Name … of `box_id`, `shelf_id` or `shop_id`.",
    "only one|exactly one",
  ],
  [
    ONE_OF_THREE,
    "shop_id",
    "Its `kind` aside, name …: `shelf_id`, `shop_id` or `crate_id`.",
    "only one|at most one",
  ],
  [
    ONE_OF_THREE,
    null,
    "Send `shelf_id`, … `shop_id` or the `crate_id`, but only one of these.",
    "the|a|an",
  ],
  [
    ANY,
    null,
    "A box is found by `shelf_id`, `shop_id` or `crate_id`. A box … is refused.",
    "with none of these|with none of them|with none of those|without any of these|without any of them|without any of those",
  ],
  [
    ["forbidden-when shelf_id {field:shop_id,present:true}"],
    "shelf_id",
    "A box stands on `shelf_id` or in `shop_id`. …",
    "Never both.|Not both.|never both.",
  ],
  [
    NO_NOTE,
    "note",
    "Welcome with `FANCY`… an error with `PLAIN`.",
    ";|,|:| and| but| while| whereas",
  ],
  [
    NO_NOTE,
    "note",
    "In the case of `PLAIN`, this must be ….",
    "left out|omitted|absent|empty|left empty",
  ],
  [NO_NOTE, "note", "It is wanted by most; …", "`PLAIN` refuses it."],
  [
    ["number-order low_rate top_bid"],
    "low_rate",
    "Whatever you enter, this … `top_bid`.",
    "never exceeds",
  ],
  [
    ["number-order low_bid top_bid"],
    "low_bid",
    "Whatever you enter, this … than `top_bid`.",
    "is never more|is never greater|is never bigger|is never wider|is never longer|is never later|is never higher",
  ],
  [
    ["number-order low_bid top_bid 1"],
    "low_bid",
    "Whatever you enter, this … than `top_bid`.",
    "is always narrower|is always shorter|is always fewer|is always earlier",
  ],
  [
    ["requires-present shop_id {field:is_open,is:[true]}"],
    "is_open",
    "This … `shop_id`.",
    "rests on",
  ],
];

/** Sentences that state no rule, or one that the words leave open. */
const OPEN: readonly (readonly [self: string | null, sentence: string, words: string])[] = [
  [
    "shelf_id",
    "… instead of `shop_id`.",
    "Returned|Shown|Displayed|Recommended|A recommendation|We suggest it|A suggestion|You should consider it|It can be used|It may also be sent|It can also be sent|It was sent|They were sent|It had been sent|It used to be sent|Formerly sent|Previously sent|Deprecated, send it|In the response, it comes|Ignored if sent|By default, it is sent|It is optional and comes|It need not come|There is no need to send it|We use it|We then take it|We choose it|We then pick it|Otherwise we send it|Inherited, it is sent|It inherits a place|For example, it is sent|It is sent, e.g. for fun,|Names such as these are sent|It has no effect if sent|It wins if sent|Any combination is sent|It will be removed, it comes|It will be replaced, it comes|It replaces the shop, it comes|It takes precedence, it comes|It overrides the shop, it comes|We fall back on it|It falls back on the shop|It defaults to the shop|You do not have to send it",
  ],
  ["shelf_id", "It no longer … `shop_id`.", "needs|requires"],
  ["shelf_id", "It is no longer … to name `shop_id`.", "needed|required|necessary|mandatory"],
  ["shelf_id", "They clash, it … `shop_id`.", "says whether or not you named a"],
  [
    "shelf_id",
    "It … `shop_id`.",
    "has the same length as|equals|is identical to|agrees with|matches|adds up to the sum of|counts the number of|is as long as|comes before|comes after|is a multiple of",
  ],
  [
    "low_bid",
    "Whatever you enter, this … `top_bid`.",
    "must not exceed the sum of|must not exceed 2 times|must not exceed what is the same as|must not exceed as many as|may exceed|is less or more than|never outgrows, if open,|does not outgrow, unless open,|never exceeds, while open,|never exceeds, where open,|never exceeds, when open,|never exceeds the number of",
  ],
  [
    null,
    "… of `shelf_id`, `shop_id` or `crate_id`.",
    "If open, name at least one|When open, name only one|Whenever open, name at most one|Unless open, name at least one|While open, name at least one|Where open, name at least one|You may name at least one|You can name one or more|You could name one or more",
  ],
  [
    "note",
    "It is there for `RARE` drops only, ….",
    "unless they are small|except small ones|other than small ones|but not small ones|apart from small ones|with more than one word|with less than a page|with fewer than all words|with longer than usual words|with at most a word|with at least a word",
  ],
  [
    "kind",
    "`RARE` is there for none but `LARGE` …; it stands there.",
    "if you wish|when you wish|unless you wish|and must be|and requires it|and needs it",
  ],
  ["note", "With a drop … `PLAIN`, this is an error.", "that is not|other than|unlike"],
  ["box_id", "With a `PLAIN` drop, this is ….", "an error|required"],
  ["note", "With a `ROUND` lid, this is ….", "an error|required"],
  ["size", "`LARGE` is … `ROUND`.", "reserved for"],
  ["note", "With a `PLAIN` drop …, this is an error.", "and a `SMALL` one|that has a `shop_id`"],
  ["note", "It is there … for `RARE` drops.", "not only"],
  ["kind", "`RARE` is … for `LARGE`.", "not there only|never only there|refused only"],
  ["shelf_id", "This … `box_id`.", "rests on|asks for"],
  ["shelf_id", "This … `is_open`.", "rests on|asks for"],
  ["note", "Whatever you enter, this … `top_bid`.", "never exceeds|outgrows"],
  ["low_rate", "Whatever you enter, this … `top_bid`.", "must stay under|always lies below"],
  ["low_bid", "Whatever you enter, this … `note`.", "never exceeds|must stay under"],
  [null, "Every box … `shop_id`.", "rests on|excludes|asks for"],
  [null, "A box has … `box_id`, `shelf_id` or `shop_id`.", "at least one of|one or more of"],
  [null, "A box clashes … `shelf_id` has, and `shop_id`, and knows `crate_id`.", "with what"],
  [
    null,
    "Of `shelf_id`, `shop_id`, `crate_id`, `note`, `low_bid`, `top_bid` and `low_rate`, name ….",
    "only one of these",
  ],
  ["shelf_id", "Every shelf rests on … shop id.", "a|the"],
  ["shelf_id", "Every `shelf` rests on … shop id.", "a|the"],
  ["shelf_id", "With … doors, this excludes `shop_id`.", "2|12"],
  ["shelf_id", "Since …, this excludes `shop_id`.", "2020-02-29"],
  [
    "shelf_id",
    "Boxes are placed by hand. … `shop_id`.",
    "It excludes|They exclude|These exclude|Those exclude",
  ],
  [
    "shelf_id",
    "This excludes `shop_id`… and so on.",
    ", as boxes stand in one place only, which is a shelf or a shop or a crate, as it was decided by those who own them and by those who carry them, on the day on which the first box came, which no one who works here likes to remember",
  ],
];

const filled = (sentence: string, words: string): readonly string[] =>
  words.split("|").map((word) => sentence.replace("…", () => word));

describe("a sentence in free words about the fields and values that it names", () => {
  it.each(
    STATED.flatMap(([rules, self, sentence, words]) =>
      filled(sentence, words).map((text) => ({ rules, self, text })),
    ),
  )("leads to the same proposal with words that mean the same: $text", ({ rules, self, text }) => {
    expect(framed(text, self)).toEqual(rules);
  });

  it("leads to no proposal if the text is not part of the request", () => {
    const sentence = sentenceOf("This rivals `shop_id`.", "shelf_id");
    const aside = { ...sentence, source: { ...sentence.source, isAside: true as const } };
    const context = readContextOf(sentence, vocabulary);
    expect(framedDrafts(sentence, context)).toHaveLength(1);
    expect(framedDrafts(aside, context)).toEqual([]);
  });

  it.each(
    OPEN.flatMap(([self, sentence, words]) =>
      filled(sentence, words).map((text) => ({ self, text })),
    ),
  )("leads to no proposal if the words leave it open: $text", ({ self, text }) => {
    expect(framed(text, self)).toEqual([]);
  });
});
