import { Ajv2020 } from "ajv/dist/2020.js";
import { beforeAll, describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import { type OwnRule, parseOwnRules } from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import type { Contract } from "../../../generator/parse/contract.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import type { Notice } from "../../../generator/problem.js";
import { contractOf, type Pulled } from "../../../generator/prose/contract.js";
import { noAnnotations } from "../../support/annotations.js";
import { describedBodies } from "../../support/described-bodies.js";
import { inTurn } from "../../support/effort.js";
import { type Validate, validatorsOf } from "../../support/generated-code.js";

const flows = parseFlows("operations: all\n");
const TYPES: Readonly<Record<string, JsonObject>> = {
  text: { type: "string" },
  number: { type: "integer" },
  decimal: { type: "number" },
  texts: { type: "array", items: { type: "string" } },
  numbers: { type: "array", items: { type: "number" } },
  mood: { type: "string", enum: ["CALM", "GAY", "SAD"] },
};

/** A schema for drops of which the shape, a field of this type, is described by a sentence. */
function dropOf(type: string, sentence: string): JsonObject {
  const shape = { ...TYPES[type], description: `How a drop is shown to visitors. ${sentence}` };
  return { type: "object", properties: { shape } };
}

/** What is read of these schemas. For each, there is an operation that creates a list of them. */
function pulledAll(schemas: JsonObject, options: object = {}): Pulled {
  const operations = Object.keys(schemas).map((name) => {
    const items = { $ref: `#/components/schemas/${name}` };
    return [creating(name), { body: { type: "array", items } }] as const;
  });
  return contractOf(describedBodies(Object.fromEntries(operations), schemas), {
    ...flows,
    prose: "tolerant",
    undecided: [],
    ...options,
  });
}

const creating = (schema: string): string => `${schema.toLowerCase()}-create`;

/** What is read from a sentence in the description of a field of this type. */
function pulled(type: string, sentence: string): Pulled {
  return pulledAll({ Drop: dropOf(type, sentence) });
}

const characters = (length: number): string => "x".repeat(length);
const items = (length: number): readonly string[] =>
  Array.from({ length }, (_, index) => `item ${index}`);

/** Sentences with values that they refuse, and that they accept. */
const SENTENCES: readonly (readonly [string, string, readonly Json[], readonly Json[]])[] = [
  ["text", "Whatever you call it, never go over 12 letters.", [characters(13)], [characters(12)]],
  ["text", "Visitors see a shape whose name spans at most 12 chars.", [characters(13)], ["x"]],
  ["text", "**Note:** it runs to a maximum of twelve characters.", [characters(13)], ["x"]],
  ["text", "Must be https.", ["http://a"], ["https://a"]],
  ["text", "Stick to digits only.", ["a1"], ["12"]],
  ["text", "Shapes no longer than 6 letters are ok.", [characters(7)], [characters(6)]],
  ["text", "Shapes with over 6 characters are too long.", [characters(7)], [characters(6)]],
  [
    "text",
    "We cut nothing, so an answer with over 5 characters is an error.",
    ["abcdef"],
    ["abcde"],
  ],
  ["text", "Sixteen hexadecimal digits in upper case.", ["ABCDEF012345678a"], ["ABCDEF0123456789"]],
  ["text", "4 to 6 letters, starting with a letter.", ["abc", "abcdefg"], ["abcd"]],
  ["texts", "No more than 3 shapes are allowed for one drop.", [items(4)], [items(3)]],
  ["texts", "List no shape twice.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Repeating a shape is an error.", [["a", "a"]], [["a", "b"]]],
  ["text", "One-letter shapes are not sold, please draw two letters or more.", ["x"], ["xy"]],
  ["text", "Shapes are engraved, so use at most 6 characters.", [characters(7)], [characters(6)]],
  [
    "texts",
    "The wall needs two shapes or more, e.g. a big one and a small one.",
    [items(1)],
    [items(2)],
  ],
  ["number", "Minimum value is 3 (one unit of the currency of the shop).", [2], [3]],
  ["texts", "Room for 3 shapes in one window.", [items(4)], [items(3)]],
  ["texts", "For now only one shape per wall is supported.", [items(2)], [items(1)]],
  [
    "texts",
    "A wall carries two, three or four shapes.",
    [items(1), items(5)],
    [items(2), items(4)],
  ],
  [
    "texts",
    "Longer lists than 3 shapes are bounced, for every wall separately.",
    [items(4)],
    [items(3)],
  ],
  ["text", "We refuse names of more than 6 characters.", [characters(7)], [characters(6)]],
  ["text", "Absolute http or https address.", ["a.example", "ftp://a"], ["http://a", "https://a"]],
  ["text", "Made of letters, digits and underscores and nothing else.", ["a-b"], ["a_1"]],
  ["number", "Floor 3, ceiling 9.", [2, 10], [3, 9]],
  ["number", "Degrees, 3 (south) up to 9 (north).", [2, 10], [3, 9]],
  ["number", "Begins at 3 and goes up to 9.", [2, 10], [3, 9]],
  ["number", "Weight of a drop, greater than 3 and up to 9.", [3, 10], [4, 9]],
  ["number", "Above 3 and below 9.", [3, 9], [4, 8]],
  ["number", "Not less than 3 and under 9.", [2, 9], [3, 8]],
  ["number", "A drop is light, so it stays under 12.", [12], [11]],
  ["number", "Sold in packs of 6.", [7], [12]],
  ["number", "Drops move in steps of one cent, so it must be divisible by 25.", [30], [50]],
  ["number", "The amount divides evenly by 25.", [30], [50]],
  ["number", "Two, five, nine: those and nothing else.", [3], [2, 5, 9]],
  ["text", "Shapes that do not begin with `a:` will be rejected.", ["b:x"], ["a:x"]],
  ["text", "Draw it without `a:` or `b:`.", ["a:x"], ["c:x"]],
  ["text", "The signs < and > are forbidden.", ["a<"], ["a"]],
  ["text", "May contain capital letters (A-Z) and digits, nothing else.", ["a"], ["A1"]],
  ["text", "A valid e-mail address is what the shop wants.", ["a at b"], ["a@b.example"]],
  ["number", "Should be 1 or more.", [0], [1]],
  ["mood", "`GAY` is reserved for internal use and will be rejected.", ["GAY"], ["SAD", "CALM"]],
  ["mood", "New drops can be either CALM or SAD.", ["GAY"], ["SAD", "CALM"]],
  ["mood", "A drop cannot be created as `GAY`.", ["GAY"], ["SAD"]],
  ["text", "The shop software understands nothing but lowercase letters.", ["A"], ["abc"]],
  ["text", "A shape is a `%` followed by exactly two digits.", ["%1", "12"], ["%12"]],
  ["text", "Give it as three uppercase letters, such as `ABC`.", ["abc", "ABCD"], ["ABC"]],
  ["text", "Anything that starts with `old:` is refused by the shop.", ["old:x"], ["new:x"]],
  ["text", "Shapes beginning with `a:` or `b:` are what the shop takes.", ["c:x"], ["a:x", "b:x"]],
  ["text", "Shapes that do not begin with `a:` are rejected.", ["b:x"], ["a:x"]],
  ["text", "The shop throws out shapes that must not include `::` or `//`.", ["a//b"], ["a/b"]],
  ["text", "Shoppers cannot type a shape that begins or ends with a space.", [" x", "x "], ["x y"]],
  ["text", "Shapes are drawn without leading or trailing blanks.", [" x", "x "], ["x y"]],
  ["text", "Typed in lower case and without trailing spaces.", ["X", "x "], [" x"]],
  ["text", "Shops want a letter, followed by 2-4 digits.", ["1", "a1", "a12345"], ["a12", "a1234"]],
  ["text", "It is two capital letters, a hyphen and 3 digits.", ["A-123", "AB123"], ["AB-123"]],
  ["text", "Exactly three characters: a hash sign and two digits.", ["123", "#1"], ["#12"]],
  ["text", "Shops take neither commas nor quotation marks.", ["a,b", 'a"b'], ["a b"]],
  ["text", "The signs `<` and `|` may not be drawn.", ["a<", "|"], ["a > b"]],
  ["text", "A shape made up only of digits is refused by the shop.", ["12"], ["1a", "a"]],
  ["text", "Consists of letters and spaces; anything else is refused.", ["a1"], ["a b"]],
  ["text", "Shops follow only links that use `https`.", ["http://a.b"], ["https://a.b"]],
  ["text", "Shops want no shape that has a path or a fragment.", ["a/b", "a#b"], ["a.b"]],
  ["number", "Shops draw it in 4 up to 20 strokes.", [3, 21], [4, 20]],
  ["number", "Enter a number above 0 and not above 20.", [0, 21], [1, 20]],
  ["number", "The highest value that shops can draw is 20.", [21], [20]],
  ["texts", "A drop can show up to 3 of them side by side.", [items(4)], [items(3)]],
  ["texts", "Shops with more than three shapes get a 400 error.", [items(4)], [items(3)]],
  ["texts", "Any one of them stays below 13 characters.", [[characters(13)]], [[characters(12)]]],
  ["mood", "For now, `CALM` is the only mood that can be drawn.", ["SAD"], ["CALM"]],
  ["mood", "`SAD` and GAY can't be used for new drops.", ["SAD", "GAY"], ["CALM"]],
  ["mood", "GAY is no longer accepted; send CALM in its place.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "Never send `SAD`.", ["SAD"], ["CALM", "GAY"]],
  ["mood", "New drops can be either CALM or SAD at this time.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "New drops support CALM and SAD only.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "Use CALM or SAD; other shapes are rejected.", ["GAY"], ["CALM", "SAD"]],
  ["texts", "Limited to 3 shapes per shop window.", [items(4)], [items(3)]],
  ["texts", "At least one shape and no more than 3 shapes per wall.", [[], items(4)], [items(3)]],
  ["texts", "Every wall needs a minimum of two and a maximum of three.", [items(1)], [items(2)]],
  ["texts", "Should hold 2 to 4 shapes, one for each wall.", [items(1), items(5)], [items(2)]],
  [
    "texts",
    "For now a wall takes a single shape, walls with more than one are rejected.",
    [items(2)],
    [items(1)],
  ],
  ["texts", "A wall can be built from no more than five shapes.", [items(6)], [items(5)]],
  [
    "texts",
    "Each one has to be a whole URL beginning with https://.",
    [["a:x"]],
    [["https://a.b"]],
  ],
  ["numbers", "Values are at most 2.", [[3]], [[2], [1, 1, 1]]],
  ["numbers", "Values must be greater than or equal to 2.", [[3, 1]], [[2], []]],
  ["number", "Whole amount, greater than 0 and less than 20.", [0, 20], [1, 19]],
  ["number", "Greater than 0, and 20 at most.", [0, 21], [1, 20]],
  ["number", "No shapes below 5.", [4], [5]],
  ["number", "The longest drop we support is 20.", [21], [20]],
  ["number", "Max is 20 (5 windows of the shop).", [21], [20]],
  ["number", "Zero-based, so the highest value is 4.", [5], [4]],
  [
    "text",
    "Please cut the shape to 12 characters, anything longer fails.",
    [characters(13)],
    ["x"],
  ],
  ["text", "Must use https, we stopped taking http links.", ["http://a.b"], ["https://a.b"]],
  ["text", "Only letters and numbers, spaces are not supported.", ["a b"], ["a1"]],
  ["text", "Use lowercase letters, numbers or underscores.", ["A"], ["a_1"]],
  ["text", "Allowed characters are letters, digits, `-` and `_`.", ["a b"], ["a_1-"]],
  ["number", "A whole or decimal amount greater than 0 and not higher than 20.", [0, 21], [1, 20]],
  ["mood", "Drops support CALM, SAD. Other values return an error.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "Shapes can only be given CALM or SAD.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "GAY is not offered for drops.", ["GAY"], ["CALM", "SAD"]],
  ["mood", "GAY cannot be used anymore; all other shapes can.", ["GAY"], ["CALM", "SAD"]],
  ["text", "Shapes are uppercase.", ["a"], ["A1"]],
  ["texts", "SHA-256 hashes of what visitors call it.", [["ab"]], [["0f".repeat(32)]]],
  ["text", "It must be hashed with MD5 before it is sent.", ["round"], ["0f".repeat(16)]],
  ["text", "Should be a SHA-1 hash.", ["round"], ["0f".repeat(20)]],
  ["text", "Its address, in IPv4 or IPv6 format.", ["a.b"], ["10.0.0.1", "2001:db8::1"]],
  ["text", "Must be a valid IPv4 address.", ["::1"], ["10.0.0.1"]],
  ["texts", "ISO 639-1 format.", [["eng"]], [["en", "DE"]]],
  ["text", "Use the ISO 4217 currency code.", ["EURO"], ["EUR"]],
  ["text", "60 limit.", [characters(61)], [characters(60)]],
  ["texts", "Up to three shapes can be used to show a drop.", [items(4)], [items(3)]],
  ["text", "The way of a drop, must begin with a slash.", ["way"], ["/way"]],
  ["text", "Upper case three-letter code.", ["abc", "AB"], ["ABC"]],
  ["text", "The upper bound as 3 letters.", ["ab"], ["abc", "ABC"]],
  ["texts", "Each one is 4 lowercase hex digits, anything else is rejected.", [["A0"]], [["00ff"]]],
  ["text", "It doesn't accept anything but letters.", ["a1"], ["ab"]],
  ["texts", "At most 3 of them can be used for drawing.", [items(4)], [items(3)]],
  ["texts", "List of tongues, as lowercase two-letter codes.", [["EN"]], [["en"]]],
  ["text", "Trade number, which must have 8, 12 or 13 digits.", ["1".repeat(9)], ["1".repeat(12)]],
  [
    "text",
    "A drop whose shape is longer than 6 characters makes the whole request fail.",
    [characters(7)],
    [characters(6)],
  ],
  ["text", "If the shape is longer than 6 characters, the request fails.", [characters(7)], ["x"]],
  ["number", "An error is returned if it's above 20.", [21], [20]],
  ["texts", "If you list more than 3 shapes, the API returns an error.", [items(4)], [items(3)]],
  ["text", "We reject drops whose shape exceeds 6 characters.", [characters(7)], [characters(6)]],
  ["texts", "The call is rejected if the list has more than 3 shapes.", [items(4)], [items(3)]],
  ["texts", "Listing more than 3 shapes results in an error.", [items(4)], [items(3)]],
  ["number", "Since drops are sold in packs, the amount has to be a multiple of 6.", [7], [12]],
  ["text", "As codes are compared by machines, the code must be lowercase.", ["A"], ["a-1"]],
  [
    "text",
    "Names of countries aren't accepted; provide the ISO 3166-1 alpha-2 code in capital letters instead.",
    ["gr", "Greece"],
    ["GR"],
  ],
  ["text", "Send the ISO 4217 code, not the symbol.", ["E"], ["EUR"]],
  ["text", "Only ISO 3166-1 alpha-3 codes are accepted.", ["GR"], ["GRC"]],
  ["text", "Provide the ISO 639-1 code in lowercase.", ["EN", "eng"], ["en"]],
  ["text", "Neither commas nor exclamation points are permitted in it.", ["a!", "a,"], ["a?"]],
  ["text", "No commas, no question marks, no colons.", ["a?", "a,", ":"], ["a!"]],
  ["text", "Leave out commas and semicolons.", ["a,", "a;"], ["a"]],
  ["text", "Spaces are not allowed at the beginning or end.", [" x", "x "], ["x y"]],
  ["text", "Anything but digits is rejected.", ["a1"], ["12"]],
  ["text", "No characters other than letters are accepted.", ["a1"], ["ab"]],
  ["text", "Non-digits lead to an error.", ["a1"], ["12"]],
  ["text", "Shapes have 8, 12, or 13 digits, with no spaces.", ["1".repeat(9)], ["1".repeat(12)]],
  [
    "number",
    "Permitted are values above 0, with 9 being the highest possible setting.",
    [0, 10],
    [1, 9],
  ],
  [
    "number",
    "Values run from -9 at the left wall to 9 at the right wall, and anything outside this span is rejected.",
    [-10, 10],
    [-9, 9],
  ],
  ["text", "Allowed characters: lowercase letters, digits and the underscore.", ["A"], ["a_1"]],
  [
    "text",
    "It becomes part of a file name, hence the ceiling of 8 characters.",
    [characters(9)],
    ["x"],
  ],
  [
    "text",
    "It's printed, so use at most 8 characters for obvious reasons.",
    [characters(9)],
    ["x"],
  ],
  ["number", "Counting starts at 1; zero or a negative number gets the drop rejected.", [0], [1]],
  [
    "texts",
    "We call trackers over TLS only: every URL in this list starts with `https://`.",
    [["http://a"]],
    [["https://a"]],
  ],
  ["text", "It is a list; blanks anywhere in it lead to an error.", ["a b"], ["ab"]],
  ["number", "The scale goes from 1 (round) to 5 (square).", [0, 6], [1, 5]],
  [
    "text",
    "It is printed on a label; therefore, use at most 12 characters.",
    [characters(13)],
    ["x"],
  ],
  [
    "texts",
    "One call can address no more than 4 shapes; longer lists are refused.",
    [items(5)],
    [items(4)],
  ],
  ["texts", "Listing the same shape twice is an error.", [["a", "a"]], [["a", "b"]]],
  ["texts", "A list that names a shape twice is refused.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Repeating the same shape fails.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Listing more than 3 shapes results in a validation error.", [items(4)], [items(3)]],
  ["texts", "Should hold 2 to 4 shapes, one per wall.", [items(1), items(5)], [items(2)]],
  ["texts", "The maximum length is 5 characters for all values.", [["abcdef"]], [["abcde"]]],
  ["numbers", "Each value must be at least 2.", [[1]], [[2]]],
  ["numbers", "Values must be at least 2 and at most 4.", [[1], [5]], [[2, 4], []]],
  ["number", "It lies in the interval [3,9].", [2, 10], [3, 9]],
  ["number", "It lies in the interval [ 3, 9 ].", [2, 10], [3, 9]],
  ["text", "Consists of letters and spaces; the rest is not accepted.", ["a1"], ["a b"]],
  ["text", "Consists of letters; all other special characters are rejected.", ["a1"], ["ab"]],
  ["text", "May contain capital letters and digits (A-Z, 0-9), nothing else.", ["a"], ["A1"]],
  ["text", "A full https or http address.", ["a.example", "ftp://a"], ["http://a", "https://a"]],
  ["text", "Draw it (digits only).", ["a1"], ["12"]],
  ["text", "Shapes begin with a letter followed by a hyphen.", ["ab"], ["a-b"]],
  ["text", "Each shape has to end with a hyphen followed by 2 digits.", ["a-1"], ["ab-12"]],
  ["text", "Shapes must not consist only of digits.", ["12"], ["1a"]],
  ["text", "Draw anything but do not use commas.", ["a,"], ["a"]],
  ["text", "No commas and no colons.", ["a,", "a:"], ["a"]],
  ["text", "10 to 12 digits, not more.", ["1".repeat(9), "1".repeat(13)], ["1".repeat(12)]],
  ["text", "Shops want 3-5 digits.", ["12", "123456"], ["123", "12345"]],
  ["text", "Round or square, it always has 4 letters.", ["abc"], ["abcd"]],
  ["text", "Typed in lowercase and without trailing spaces.", ["X", "x "], [" x"]],
  ["text", "3 to 5 letters or digits, the first one is a letter.", ["1ab", "a1"], ["a12"]],
  ["text", "4 to 6 letters starting with a letter.", ["abc", "abcdefg"], ["abcd"]],
  ["text", "3 to 5 letters or digits, the first of which is a letter.", ["1ab"], ["a12"]],
  ["text", "3 to 5 letters or digits, where the first is a letter.", ["1ab"], ["a12"]],
  ["text", "2 letters in lower-case.", ["AB", "abc"], ["ab"]],
  ["text", "3 letters in upper case.", ["abc", "ABCD"], ["ABC"]],
  ["text", "As shops print it, it must be 3 letters in upper case.", ["abc"], ["ABC"]],
  ["number", "Weight of a diesel drop, greater than 3 and up to 9.", [3, 10], [4, 9]],
  ["texts", "Using a shape more than once leads to an error.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Sending the same shape twice causes a validation error.", [["a", "a"]], [["a"]]],
  ["texts", "Lists with duplicates are rejected.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Duplicates lead to an error.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Repeated shapes get refused.", [["a", "a"]], [["a", "b"]]],
  ["texts", "Never list a shape twice.", [["a", "a"]], [["a", "b"]]],
  ["decimal", "Weights go in steps of 0.25: 0.25, 0.5, 0.75, 1.", [0.3], [0.5, 1.75]],
  ["number", "In steps of 15, so 15, 30, 45 and so forth.", [20], [45]],
  ["number", "Available: 1, 2 and 5.", [3], [1, 2, 5]],
  ["number", "Available: 1, 2 and 5, there are no other values.", [3], [1, 2, 5]],
  ["number", "Offered: 1, 2 and 5, and that is all.", [3], [1, 2, 5]],
  ["number", "1, 2 and 5, and there are no other values.", [3], [1, 2, 5]],
  ["number", "A drop weighs at least 20, and 0 is rejected.", [19], [20]],
  ["number", "Counting starts from 2; zero and negative numbers are not allowed.", [1], [2]],
  ["number", "Important: should be divisible by 6.", [7], [12]],
  ["number", "Should be a multiple of 6.", [7], [12]],
  ["number", "Attention: should be non-negative.", [-1], [0]],
  ["number", "Should be a nonnegative integer.", [-1], [0]],
  ["number", "It cannot be below 3, nor can it be above 9.", [2, 10], [3, 9]],
  ["number", "It must not be below 3 nor may it exceed 9.", [2, 10], [3, 9]],
  ["texts", "Only a single shape per wall is accepted.", [items(2)], [items(1)]],
  ["texts", "A wall can hold a single shape.", [items(2)], [items(1)]],
  ["texts", "Every request can name up to 4 shapes.", [items(5)], [items(4)]],
  ["texts", "Any batch may hold at most 4 shapes.", [items(5)], [items(4)]],
  ["number", "Shops draw it in 9, 10 or 11 strokes.", [8, 12], [9, 11]],
  ["number", "Shops draw it in 10 or 11 strokes.", [9, 12], [10, 11]],
  [
    "texts",
    "At most 4 shapes, and any number outside of this range is not accepted.",
    [items(5)],
    [[]],
  ],
  ["text", "Not wider than 12 characters, eg round (or square).", [characters(13)], ["x"]],
  ["text", "Cut it to 12 characters, a longer shape is refused.", [characters(13)], ["x"]],
  ["text", "Cut it to 12 characters, and larger ones fail on the wall.", [characters(13)], ["x"]],
  ["texts", "If your list has more than 3 shapes, an error is returned.", [items(4)], [[]]],
  ["number", "More than 20 returns an HTTP status 400 error.", [21], [20]],
  ["texts", "Only 3 shapes per wall are accepted.", [items(4)], [items(3)]],
];

describe("a sentence about one field in unfamiliar words", () => {
  // One contract for all of them, because generating is what takes time.
  // Named "AaDrop", "AbDrop" and so on, because the sentences speak of drops.
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const cases = SENTENCES.map(
    (one, index) =>
      [
        ...one,
        `${letters[Math.floor(index / 26)]?.toUpperCase()}${letters[index % 26]}Drop`,
      ] as const,
  );
  const schemas = Object.fromEntries(
    cases.map(([type, sentence, , , name]) => [name, dropOf(type, sentence)]),
  );
  let asked: Pulled;
  let pasted: Checked;
  let accepted: Checked;
  beforeAll(() => {
    asked = pulledAll(schemas);
    const lines = asked.unread.flatMap(({ limit, entries }) =>
      limit === undefined ? [] : entries.filter(({ file }) => file === "rules.yaml").slice(0, 1),
    );
    const rules = parseOwnRules(lines.map(({ line }) => `${line}\n`).join(""));
    pasted = checked(pulledAll(schemas, { rules }), rules);
    accepted = checked(pulledAll(schemas, { acceptProposed: true }));
  });

  it.each(cases)("leads to a proposal for a %s: %s", (_type, _sentence, refused, taken, name) => {
    const [proposed, ...others] = limitsOn(asked, name);
    expect([proposed?.limit?.field, others]).toEqual(["shape", []]);
    expect(proposed?.reason).toBe("a sentence may limit shape, so a limit is proposed");
    const { own = {}, items: inside = {} } = proposed?.limit?.limits ?? {};
    const accepts = new Ajv2020({ strict: false }).compile({ ...own, items: inside });
    expect(refused.map((value) => accepts(value))).toEqual(refused.map(() => false));
    expect(taken.map((value) => accepts(value))).toEqual(taken.map(() => true));
  });

  it("binds nothing before a person has seen it", () => {
    expect(asked.limits).toEqual([]);
  });

  it.each(cases)(
    "creates a rule for a %s when its entry is pasted: %s",
    (_type, _sentence, refused, taken, name) => {
      const { read, notices, validators } = pasted;
      expect([limitsOn(read, name), notices]).toEqual([[], []]);
      holds(validators(creating(name)), refused, taken);
    },
  );

  it.each(cases)(
    "creates a rule for a %s when all proposals are accepted: %s",
    (_type, _sentence, refused, taken, name) => {
      const { read, validators } = accepted;
      expect(read.accepted.filter((one) => one.startsWith(`schema:${name} `))).toEqual([
        `schema:${name} limits on shape`,
      ]);
      expect(limitsOn(read, name)).toEqual([]);
      holds(validators(creating(name)), refused, taken);
    },
  );

  it.each([
    ["mood", "`SAD` is not supported for round drops."],
    ["mood", "`SAD` and `GAY` cannot be used together."],
    ["mood", "CALM drops cannot be edited."],
    ["text", "At most 12 letters are shown if the visitor has a small screen."],
    ["text", "Shops usually keep to digits only."],
    ["text", "Names of only one or two letters seldom sell; prefer longer ones."],
    ["text", "Longer ones are cut off at 12 characters."],
    ["text", "The first two letters only matter to shops."],
    ["text", "It holds ten words at most."],
    ["text", "Double spaces are not understood by shops."],
    ["text", "Begin with a name, followed by up to 3 characters."],
    ["text", "With a mood of `CALM`, at most 9 characters fit."],
    ["number", "For shops of the type `BIG`, it cannot exceed five."],
    ["number", "At most 20% of the visitors see it."],
    ["texts", "Each shape may have up to 5 colours."],
    ["texts", "Has at most one mistake per field."],
    ["text", "A number as text, no currency sign."],
    ["text", "Shapes without a dash are rejected."],
    ["text", "No shape without a dash."],
    ["text", "Use commas."],
    ["text", "Up to 5 letters per word."],
    ["texts", "Up to 5 letters per word."],
    ["number", "Extra fee above 5."],
    ["number", "Drops run from 3 in winter to 9 in summer, depending on the shop."],
    ["number", "When a drop is small: at most 5."],
    ["number", "The priority is a number, with 1 being the highest priority."],
    ["number", "The ceiling of 24 does not apply to night shops."],
    ["number", "Allowed are values above 0 in old shops."],
    ["number", "The season runs from 4 (April) to 9 (September)."],
    ["number", "At least -5, and zero is rejected."],
    ["texts", "One query may cover at most 10 days."],
    ["texts", "No more than 100 visitors can be put into one shop."],
    ["text", "Drops for shops that are closed can be short: at most 12 characters."],
    ["number", "Discount for drops greater than 5."],
    ["number", "No fee below 5."],
    ["number", "No discount for shapes less than 5."],
    ["text", "A shape without `#` is an error."],
    ["text", "We hash it with SHA256 before we store it."],
    ["text", "Can be plain text or hashed with SHA256."],
    ["text", "A SHA-256 hash of the shape, or its MD5 hash."],
    ["text", "Colours must be SHA-256 hashes."],
    ["text", "A comma-separated list of countries in ISO 3166-1 alpha-2 format."],
    ["text", "A shop address with the language in ISO 639-1 format."],
    ["text", "A range of addresses in IPv4 format."],
    ["text", "Its price and currency in ISO 4217 format."],
    ["text", "A SHA256 digest of the shape, base64-encoded."],
    ["text", "MD5 hashes of the shapes, separated by commas."],
    ["text", "The shape can have no more than two spaces."],
    ["text", "Must start with `a` and must not contain `b`."],
    ["text", "Must be one of the values at https://shop.example"],
    ["text", "Must be https or ftp."],
    ["text", "For example, a code with six letters and two digits."],
    ["texts", "Drops with three shapes or less have the highest ratings."],
    ["text", "It must not contain more than 3 hyphens."],
    ["text", "Should be an ISO 3166 code."],
    ["text", "Only visitors with a valid email address can see it."],
    ["number", "Weights up to 5 are used to mean a light drop."],
    ["text", "Shops used to take up to 5 letters."],
    ["text", "The three digit short form isn't supported."],
    ["text", "Letters aren't case-sensitive."],
    ["text", "Don't forget the hyphens."],
    ["text", "Never omit the hyphens."],
    ["text", "Spaces must not be removed."],
    ["text", "For night shops, must begin with a slash."],
    ["text", "Names run to 80 characters, spaces counted; a longer one is refused."],
    ["text", "The old limit of 80 characters is gone."],
    ["number", "Must not be 1, 2 or 3."],
    ["texts", "Only one shape per wall is supported. This applies to accounts that are new."],
    ["text", "If the shop is small, the shape is printed, so use at most 20 characters."],
    ["text", "At most 20 characters, for example when the shop is small."],
    ["number", "The number of the floor, where floor 0 is the ground floor."],
    ["number", "Must be 5 (bytes) up to 10 (kilobytes)."],
    ["text", "Visitors answering a question can enter up to 300 characters."],
    ["text", "Can only contain letters, digits, and leading slashes."],
    ["text", "Must consist of 8, 12 or 13 digits and a letter."],
    ["text", "Must not exceed 40 characters. Night shops are exempt."],
    ["text", "All names together must not be longer than 40 characters."],
    ["number", "For night shops, the maximum is 5."],
    ["number", "The maximum for the CALM kind is 5."],
    ["number", "The maximum in CALM is 5."],
    ["text", "The following applies to round drops only. At most 5 letters."],
    ["number", "Must be 30 or more. Not for round drops, these can go down to 1."],
    ["number", "Must not exceed 40. This doesn't apply to round drops."],
    ["number", "The maximum for CALM is 5."],
    ["texts", "For night shops the limit is 100."],
    ["number", "Must be at least 2 units of the shop's currency."],
    ["texts", "For the best results keep the list below 1000 shapes."],
    ["mood", "CALM and SAD cannot be drawn in the same drop."],
    ["mood", "SAD and GAY can't be used at once."],
    ["text", "As an owner, you can enter at most 12 characters."],
    ["text", "As long as the drop is round, at most 12 characters are allowed."],
    ["text", "As for round drops, at most 12 characters are allowed."],
    ["text", "If the shape has more than 6 characters and is round, the request fails."],
    ["text", "If the shape has more than 6 characters, the printer fails."],
    ["text", "If the name of the shop has more than 6 characters, a part of it is hidden."],
    ["number", "If it is at least 5, the request is rejected."],
    ["texts", "If you send more than 3 requests, an error is returned."],
    ["text", "If the shape is longer than 12 characters, it is truncated."],
    ["number", "Values not above 12 are rejected."],
    ["number", "Never let the wall get over 12."],
    ["number", "No more than two decimals are accepted."],
    ["text", "Commas are not permitted between shapes."],
    ["text", "Emoji, commas and slashes are not permitted."],
    ["text", "Round or square brackets are forbidden."],
    ["text", "Symbols other than hyphens are rejected."],
    ["text", "Letters other than A to F are rejected."],
    ["text", "Everything but digits is removed."],
    ["text", "Two hyphens in a row are not allowed."],
    ["text", "Only digits are allowed at the end."],
    ["text", "You can leave out the hyphens."],
    ["text", "Must contain at least one digit and one letter."],
    ["text", "Must be a six-digit hex code."],
    ["text", "Old codes have 8, 12 or 13 digits."],
    ["text", "ISO 4217 codes are rejected; provide the symbol."],
    ["text", "Send the ISO 4217 code or the symbol."],
    ["texts", "Using a shape twice is fine."],
    ["texts", "May contain duplicates."],
    ["texts", "Each shape may appear no more than twice."],
    ["texts", "Lists of the other shop must not be empty."],
    ["texts", "Drops with at most 3 shapes sell better."],
    ["texts", "Drops with a list of up to 3 blue shapes usually get the most visitors."],
    ["number", "There is no fee for values above 5."],
    ["text", "It is never shown and contains only digits."],
    ["text", "Must start with something other than https://."],
    ["text", "Not a full http or https address."],
    ["text", "A full http or https address or a path."],
    ["text", "May only contain emoji, commas."],
    ["text", "Can only have round shapes, double lines and commas."],
    ["text", "Commas at line ends are forbidden."],
    ["text", "Digits in it are not quoted."],
    ["text", "4 to 6 letters, where the last one is silent."],
    ["texts", "Any duplicates are fine."],
    ["texts", "Using a shape more than once is fine."],
    ["texts", "It is no problem to list shapes twice."],
    ["texts", "A list that names a shape twice is fine."],
    ["texts", "Repeating a shape is allowed."],
    ["texts", "A shape is drawn only once per day."],
    ["number", "Only in old shops: 1, 2 and 5."],
    ["number", "These are discounted: 1, 2 and 5."],
    ["number", "Not available: 1, 2 and 5."],
    ["number", "In steps of 15 by default."],
    ["texts", "A drop that is sent twice is rejected."],
    ["texts", "If the price list has more than 3 shapes, the request fails."],
    ["texts", "If the list of walls has more than 3 shapes, the request fails."],
    ["number", "At least 2 whole units of the shop's currency."],
    ["number", "At least 1 unit in full currency."],
    ["text", "Other letters are printed below, at most 2 words."],
    ["text", "The last two letters are at most 2 words."],
  ])("leads to no proposal for a %s: %s", (type, sentence) => {
    expect(pulled(type, sentence).unread.flatMap(({ limit }) => limit ?? [])).toEqual([]);
    expect(pulled(type, sentence).limits).toEqual([]);
  });

  it("is reported as unread if it is too long, and creates no limit", () => {
    const long = `Must be at most 6 characters ${"and shown to visitors ".repeat(100)}`;
    const { limits, unread } = pulled("text", `${long}.`);
    expect(limits).toEqual([]);
    expect(unread.map(({ text, limit }) => [text.length > 2_000, limit])).toEqual([
      [true, undefined],
    ]);
  });

  it("is only proposed beside a sentence that is too long to be read", () => {
    const long = `Drafts ${"and shapes of visitors ".repeat(100)} may have more`;
    const { limits, unread } = pulled("text", `At most 6 characters. ${long}.`);
    expect(limits).toEqual([]);
    expect(unread.map(({ text }) => text)).toContain("At most 6 characters.");
  });

  it.each([
    ["text", "The number of it: `D-` followed by six digits."],
    ["text", "Its price, written as amount, space and currency."],
    ["number", "For night shops, the maximum is 5."],
    ["number", "Must be set in steps of one cent."],
    ["number", "It goes up to 5 for night shops."],
    ["text", "Emoji are not permitted."],
    ["text", "Spell out all digits; short forms like `#1` are not understood."],
    ["text", "Short forms are not recognised."],
    ["text", "Leave out the scheme and begin with a slash."],
    ["text", "Drops end after they begin, so put the earlier day first."],
    ["mood", "A drop can be born as `CALM` or `GAY`, nothing else."],
    ["text", "Commas, slashes and emoji can't be used."],
    ["text", "Recognized flags are `A1` and `B2`."],
    ["text", "Separate flags with commas. Recognized flags are `A1` and `B2`."],
    ["text", "The code must be sent in lowercase before it is hashed."],
    ["text", "Uppercase codes are rejected."],
    ["text", "The rules below apply to night shops only. Must not exceed 40 characters."],
    ["texts", "The following applies to night shops only. Exactly one shape is allowed."],
  ])("is reported as unread if it is not understood: %s, %s", (type, sentence) => {
    const { unread, limits } = pulled(type, sentence);
    expect(limits).toEqual([]);
    expect(unread.at(-1)).toMatchObject({ text: expect.stringMatching(/\w+/), proposed: [] });
    expect(unread.at(-1)?.limit).toBe(undefined);
  });

  it.each([
    "Drops whose tint is longer than 6 characters make the request fail.",
    "If the tint has more than 6 characters, the request fails.",
    "As the tint is a code, it must be short, with at most 6 characters.",
    "Commas are not permitted in tints.",
  ])("leads to no proposal if it is about a field beside it: %s", (sentence) => {
    const limitsOf = (properties: JsonObject) => {
      const body = { type: "object", properties };
      const { unread } = contractOf(describedBodies({ "drops-create": { body } }, {}), {
        ...flows,
        prose: "tolerant",
        undecided: [],
      });
      return unread.map(({ limit }) => limit?.field);
    };
    const text = { type: "string" };
    const shape = { ...text, description: `How it is drawn. ${sentence}` };
    expect(limitsOf({ shape, tint: text })).toEqual([undefined]);
  });

  it("leads to no proposal if an example of the object breaks the limit", () => {
    const shape = { type: "array", items: { type: "string" }, description: "ISO 639-1 format." };
    const of = (words: JsonObject) => {
      const schemas = { Drop: { type: "object", properties: { shape }, ...words } };
      const body = { type: "array", items: { $ref: "#/components/schemas/Drop" } };
      const { unread } = contractOf(describedBodies({ "drops-create": { body } }, schemas), {
        ...flows,
        prose: "tolerant",
        undecided: [],
      });
      return unread.flatMap(({ limit }) => limit ?? []).length;
    };
    const written = (sample: string) => of({ description: `A drop, as in \`${sample}\`.` });
    expect(of({ example: { shape: ["en"] } })).toBe(1);
    expect(of({ example: { shape: ["en-US"] } })).toBe(0);
    expect(written('{"shape": ["en"]}')).toBe(1);
    expect(written('{"shape": ["en-US"]}')).toBe(0);
    expect(written('{"shape": ["en-US"')).toBe(1);
  });

  const lists = ["Possible values are `calm`, `gay`, and `sad`.", "It is one of `calm` or `sad`."];
  const ranges = ["A drop weighs between 3 and 9.", "This value is a double between 0.5 and 10.0."];
  const others = ["This field also accepts a shape of your own.", "Custom values are accepted."];
  const above = ["A drop weighs more than 0.", "Two, five, nine: those and nothing else."];
  const outside = [
    "Enter 0 to remove it.",
    "Send -1 to reset the shape.",
    "Use 20 for no limit.",
    "Set it to 0.25.",
  ];
  const pairs = (limits: readonly string[], more: readonly string[]): readonly string[] =>
    limits.flatMap((limit) => more.flatMap((one) => [`${limit} ${one}`, `${one} ${limit}`]));
  it.each([
    ...pairs(lists, others).map((sentences) => ["text", sentences] as const),
    ...pairs(above, ["Enter 0 to remove it."]).map((sentences) => ["number", sentences] as const),
    ...pairs(ranges, outside).map((sentences) => ["number", sentences] as const),
  ])("is reported without a proposal if another sentence allows more: %s: %s", (type, text) => {
    const { limits, unread } = pulled(type, text);
    expect([limits, unread.flatMap(({ limit }) => limit ?? [])]).toEqual([[], []]);
    expect(unread.length).toBeGreaterThan(0);
  });
});

/** Limits that are read if they stand alone. */
const ALONE: readonly (readonly [string, string])[] = [
  ...["8 digits", "At most 8 characters", "Must start with https://", "No commas"].map(
    (limit) => ["text", limit] as const,
  ),
  ...["Letters and digits only", "Must not contain spaces", "Commas are refused"].map(
    (limit) => ["text", limit] as const,
  ),
  ...["At least 5", "1 to 9", "Must be positive", "Cannot exceed 9"].map(
    (limit) => ["number", limit] as const,
  ),
  ...["Up to 3 shapes", "No duplicates", "Exactly two shapes"].map(
    (limit) => ["texts", limit] as const,
  ),
];
/** Cases, reasons and purposes that may restrict a limit. */
const RESTRICTING: readonly string[] = [
  ...["unless the shop is new", "in new shops", "since v5.12", "in most markets", "on weekdays"],
  ...["if you sell abroad", "until it is approved", "while it is live", "after the review"],
  ...["for video drops", "for guests", "during sales", "with a grace period", "as of March"],
  ...["so that visitors can read it", "to avoid errors", "because printers are old", "per shop"],
  ...["except in Japan", "for now"],
];

describe("a limit that a sentence restricts", () => {
  const all = ALONE.flatMap(([type, limit]) =>
    RESTRICTING.flatMap((words) => [
      [type, `${limit} ${words}.`] as const,
      [type, `${withCapital(words)}, ${limit.charAt(0).toLowerCase()}${limit.slice(1)}.`] as const,
    ]),
  );

  const sentences = inTurn(all, 0, 5);

  it("is read or reported, but never ignored", () => {
    const schemas = Object.fromEntries(
      sentences.map(([type, sentence], index) => [`Drop${index}`, dropOf(type, sentence)]),
    );
    const { unread, limits } = pulledAll(schemas);
    const noticed = new Set([...unread, ...limits].map(({ text }) => text));
    expect(sentences.filter(([, sentence]) => !noticed.has(sentence))).toEqual([]);
  });

  it.each([
    ["text", "Until it is approved, must be lowercase."],
    ["text", "Must start with https:// in new shops."],
    ["text", "In most markets, at most 8 characters."],
    ["text", "At most 8 characters during sales."],
    ["text", "Must not contain spaces since v5.12."],
    ["text", "Up to 8 characters after the review."],
    ["number", "At least 5 on weekdays."],
    ["number", "Cannot exceed 9 at launch."],
    ["texts", "Up to 3 shapes with a caption."],
    ["text", "At most 20 characters (in new shops)."],
    ["text", "At most 20 characters as long as it is a draft."],
    ["text", "Must be lowercase as soon as it is approved."],
    ["number", "Cannot exceed 9 provided that it is new."],
    ["text", "8 digits if the drop is planned."],
    ["text", "With a business name, at most 20 characters."],
    ["text", "Must be lowercase once published."],
    ["text", "At most 20 characters with label set."],
    ["texts", "Where it is forbidden, no more than 3 shapes."],
  ])("is reported without a proposal for a %s: %s", (type, sentence) => {
    const { unread, limits } = pulled(type, sentence);
    expect([limits, unread.map(({ text, limit }) => [text, limit])]).toEqual([
      [],
      [[sentence, undefined]],
    ]);
  });

  it.each([
    ["text", "Must be written in lowercase."],
    ["text", "At most 8 characters in one request."],
    ["text", "20 characters at max."],
    ["text", "3 characters at a minimum."],
    ["text", "8 characters at the very most."],
    ["text", "At most 20 characters after trimming."],
    ["text", "At most 20 characters at the moment."],
    ["number", "Must be at least 5 in cents."],
    ["number", "At least 1, in seconds since Unix epoch."],
    ["texts", "At most 5 shapes in a batch."],
    ["number", "At most 9 on the list."],
    ["texts", "At most 3 shapes in the request body."],
  ])("is read if the phrase is about the value or the request: %s: %s", (type, sentence) => {
    const { unread, limits } = pulled(type, sentence);
    const read = [...limits, ...unread.filter(({ limit }) => limit !== undefined)];
    expect(read.map(({ text }) => text)).toEqual([sentence]);
  });

  it.each([
    ["text", "Must have 8 digits for best results."],
    ["text", "Cannot exceed 8 characters for stable delivery."],
    ["number", "For reliable results, values over 9 are rejected."],
  ])("is reported for a %s even beside a reason that sounds like advice: %s", (type, sentence) => {
    const { unread, limits } = pulled(type, sentence);
    expect([...unread, ...limits].map(({ text }) => text)).toEqual([sentence]);
  });

  it("is not added to the schema, not even if proposals are accepted", () => {
    const sentence = "8 digits unless the shop is new.";
    const { unread, limits } = pulled("text", sentence);
    expect([limits, unread.map(({ text, limit }) => [text, limit])]).toEqual([
      [],
      [[sentence, undefined]],
    ]);
    const accepting = pulledAll({ Drop: dropOf("text", sentence) }, { acceptProposed: true });
    expect([accepting.limits, accepting.unread.length]).toEqual([[], 1]);
  });

  it.each([
    "For best results, use 8 digits.",
    "Titles work best with 8 characters in new shops.",
    "Shown to guests after 5 days.",
    "For example, 8 digits in new shops.",
    "A positive number to add to the total.",
    "For managed accounts, it must have 8 digits.",
    "A limit of 8 characters for names is going to be introduced.",
  ])("is ignored if the sentence states none: %s", (sentence) => {
    const { unread, limits } = pulled("text", sentence);
    expect([limits, unread]).toEqual([[], []]);
  });
});

const withCapital = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;

/** What was read, and what is generated from it. */
interface Checked {
  readonly read: Pulled;
  readonly notices: readonly Notice[];
  readonly validators: (name: string) => Validate;
}

/** The proposed limits on a schema. */
function limitsOn({ unread }: Pulled, schema: string): Pulled["unread"] {
  return unread.filter(
    ({ limit, subject }) => limit !== undefined && subject === `schema:${schema}`,
  );
}

function checked(read: Pulled, rules: readonly OwnRule[] = []): Checked {
  const { document, source } = read;
  const contract = {
    document,
    source,
    annotations: { ...noAnnotations, flows, rules },
  } as Contract;
  return { read, notices: lower(contract).notices, validators: validatorsOf(contract) };
}

function holds(validate: Validate, refused: readonly Json[], taken: readonly Json[]): void {
  const count = (shape: Json): number => validate({ body: [{ shape }] }).length;
  expect(refused.map((value) => count(value) > 0)).toEqual(refused.map(() => true));
  expect(taken.map((value) => count(value) > 0)).toEqual(taken.map(() => false));
}
