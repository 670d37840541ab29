import { describe, expect, it } from "vitest";
import { classifySentence } from "../../../generator/prose/classify.js";
import { fingerprint, sentencesOf } from "../../../generator/prose/sentences.js";
import { wordedAs } from "../../../generator/prose/vocabulary.js";
import { pumped } from "../../support/pumped.js";

const split = (text: string): readonly string[] =>
  sentencesOf({ label: "here", pointer: "#/here", text, field: null }).map((each) => each.text);

// What takes the square of a text's length, or its cube, is not through within a test's time.
it("splitting the longest prose takes time proportional to its length", () => {
  for (const text of pumped(49_000)) expect(split(text).join("").length).toBeLessThan(100_000);
});

describe("prose", () => {
  it.each<readonly [string, string, readonly string[]]>([
    ["at full stops", "One shop. Two shelves! Three?", ["One shop.", "Two shelves!", "Three?"]],
    [
      "not where a line was wrapped",
      "One shop\nwith shelves.\nTwo shops.",
      ["One shop with shelves.", "Two shops."],
    ],
    ["at an empty line", "One shop\n\nTwo shops", ["One shop", "Two shops"]],
    [
      "at a bullet before a capital",
      "One shop. - Two. * `a_third`",
      ["One shop.", "Two.", "`a_third`"],
    ],
    ["at bullets", "Shops:\n- one.\n  - two\n* three", ["Shops:", "one.", "two", "three"]],
    [
      "at <br> before a capital",
      "One shop<br> Two shops<br/>Three",
      ["One shop", "Two shops", "Three"],
    ],
    [
      "not at <br> before a small letter",
      "One shop <br> and its shelves",
      ["One shop and its shelves"],
    ],
    [
      "before a remark in brackets",
      "List of shops [This list is short]",
      ["List of shops", "[This list is short]"],
    ],
    [
      "at a list in brackets, even without a blank",
      'Ends in `_X`.["Y"] is new. ["Z"] too.',
      ["Ends in `_X`.", '["Y"] is new.', '["Z"] too.'],
    ],
    ["after a badge", "[Closed](/a/b) Names the shop.", ["Closed", "Names the shop."]],
    [
      "after a badge in HTML",
      '<a href="/a">Closed</a>\nNames the shop.',
      ["Closed", "Names the shop."],
    ],
    [
      "not within a link",
      "See [the shop](/a) or <a href='/b'>The shelf</a>.",
      ["See the shop or The shelf."],
    ],
    [
      "not at abbreviations",
      'Some (e.g. "SHOP") are, i.e. All are.',
      ['Some (e.g. "SHOP") are, i.e. All are.'],
    ],
    [
      "not before small letters",
      "For XYZ,(1/2, or 0.5). it's a half.",
      ["For XYZ,(1/2, or 0.5). it's a half."],
    ],
    [
      "not at dates and decimals",
      "From 2020-01-01 to 2.5 years. 7 days.",
      ["From 2020-01-01 to 2.5 years.", "7 days."],
    ],
    [
      "without its marks",
      "**Note:** the <code>HOUR</code> &amp; <strong>day</strong>.",
      ["Note: the `HOUR` & day."],
    ],
    ["into nothing", " \n<p/>", []],
  ])("is split into sentences: %s", (_, text, sentences) => {
    expect(split(text)).toEqual(sentences);
  });

  it("is split before a sentence that starts with a lower-case field name", () => {
    expect(
      split("See below. start_date must be set. `end_date` too, e.g. to_day. that is all."),
    ).toEqual([
      "See below.",
      "start_date must be set.",
      "`end_date` too, e.g. to_day. that is all.",
    ]);
  });

  it("keeps the text that introduces a bullet as its context", () => {
    const [one, two, three] = sentencesOf({
      label: "here",
      pointer: "#/here",
      text: "- One. Two.\n- Three.",
      field: null,
    });
    expect([one?.before, two?.before?.text, three?.before, three?.number]).toEqual([
      null,
      "One.",
      null,
      3,
    ]);
  });
});

describe("a contraction", () => {
  it.each([
    ["It can\u2019t be empty.", "It cannot be empty."],
    ["It can not be empty.", "It cannot be empty."],
    ["Can't be empty.", "Cannot be empty."],
    ["It isn't, hasn't, doesn't and mustn't.", "It is not, has not, does not and must not."],
    ["It won't.", "It will not."],
    ["Other codes come back as an error.", "Other codes will be rejected."],
    ["Longer lists are turned down.", "Longer lists are rejected."],
    ["You can not only read it.", "You can not only read it."],
    ["The owner's \u201cpins\u201d.", 'The owner\'s "pins".'],
  ])("is read in full, while the sentence is shown as written: %s", (text, read) => {
    const sentences = sentencesOf({ label: "here", pointer: "#/here", text, field: null });
    expect(sentences).toEqual([expect.objectContaining({ text: read, written: text })]);
  });
});

describe("a fingerprint", () => {
  it("ignores the spacing of its sentence", () => {
    expect(fingerprint("One  shop.\n")).toBe(fingerprint("One shop."));
    expect(fingerprint("One shop.")).not.toBe(fingerprint("One shop"));
    expect(fingerprint("One shop.")).toMatch(/^[0-9a-f]{16}$/);
  });
});

describe("a sentence", () => {
  // As a pattern, the last would try for hours.
  it.each(["a.b", "*/ x", ")}]>", "[a", "a\\", "(?<x", "(x+x+)+y"])(
    "mentions a field named %s only if it contains exactly that name",
    (name) => {
      const vocabulary = wordedAs([{ name, where: "body", schema: { type: "string" } }], {});
      const verdict = (text: string) =>
        classifySentence(
          sentencesOf({ label: "here", pointer: "#/here", text, field: null })[0] as never,
          vocabulary,
        ).label;
      expect(verdict(`Hello \`${name}\` friend.`)).toBe("unknown");
      expect(verdict(`Hello axb ${"x".repeat(60)}z friend.`)).toBe("informational");
    },
  );
});
