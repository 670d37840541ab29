// Sentences that state a rule for a case that no request shows: "… in the pilot".
import { describe, expect, it } from "vitest";
import { classifySentence, proposeRules } from "../../../generator/prose/classify.js";
import { inLines, sentenceOf, vocabulary } from "./read.js";

/** The rules of a sentence at `clerk_ids`: those that bind, and those that are proposed. */
function rulesOf(text: string): readonly string[] {
  const sentence = sentenceOf(text, "clerk_ids");
  const verdict = classifySentence(sentence, vocabulary);
  return inLines(verdict.label === "rule" ? verdict.drafts : proposeRules(sentence, vocabulary));
}

const RULES = [
  "Not allowed for `SHOP`",
  "Required if `level` is `SHOP`",
  "Only allowed if `level` is `SHOP`",
  "Only available for `SHOP` reports",
  "Cannot be combined with `crate_ids`",
  "`clerk_ids` and `crate_ids` are mutually exclusive",
  "Requires `crate_ids`",
  "Must be given together with `crate_ids`",
  "Either `clerk_ids` or `crate_ids` must be set",
  "If `level` is `SHOP`, `clerk_ids` is required",
  "If `level` is `SHOP`, `clerk_ids` must not be given",
  "If `crate_ids` is given, `clerk_ids` is required",
  "`SHELF_NAME` is not allowed in `columns` for `SHOP`",
  "`HOUR` cannot be used for `SHOP`",
  "`start_hour` must be given if `granularity` is `HOUR`",
  "Send exactly one of `clerk_ids` and `crate_ids`",
  "You must provide `clerk_ids`, `crate_ids` or both",
];

const CASES = `
in the pilot | at the weekend | on Sundays | until it is verified | after the launch | during sales
while the shop is closed | for night shops | for the two text types | with the basic plan
in the first month | outside of opening hours | in small shops | once the shop is open
if the shop is closed | when the sale has ended | unless the shop agrees | for shops with a licence
for new clerks | from 2027 on | by agencies | as long as the sale runs | in the EU | for drafts
in the sandbox | as of the next version | except on Sundays | in most shops | within the first hour
per shop and day | for managed accounts | under the new rules | starting next year
where the law demands it | in some cases | before the launch | at night | in busy weeks | by night
thanks to the new law | with a red label | without a licence | in the northern branch
against a fee | upon request | through the app | via the app | apart from Sundays
assuming the shop agrees | when possible | if possible | among friends | across shops
throughout the sale | following a sale | pending approval | subject to approval
from time to time | to some extent | (in winter) | only in winter | with the old till | on weekdays
`
  .split(/\||\n/)
  .map((words) => words.trim())
  .filter((words) => words !== "");

/** They add nothing: the rule holds for every request. */
const EMPTY = ["in the same request", "in one report", "at the same time", "in this call"];

describe("a sentence with a case that no request shows", () => {
  it.each(CASES)("creates no rule: … %s", (words) => {
    for (const rule of RULES) expect([rule, rulesOf(`${rule} ${words}.`)]).toEqual([rule, []]);
  });

  it.each([
    "Allowed for `SHOP`, and refused for night levels.",
    "Refused for night levels, but fine for `SHOP`.",
    "Required if `level` is `SHOP` or `SHELF`, and forbidden for the two text types.",
    "Mandatory for `SHOP` reports, but not allowed with text ones.",
    "Not allowed for the two text types, and required for `SHOP`.",
    "Must be given when `level` is `SHOP`, and must not be given with text splits.",
    "Must not be given with text splits, and has to be given if `level` is `SHOP`.",
    "If `level` is `SHOP`, this is required, and for text splits it is refused.",
    "Needed with `SHOP` and refused with the textual levels.",
    "Only for `SHOP`, and never for night shops.",
  ])("creates no rule for the case that is understood: %s", (text) => {
    expect(rulesOf(text)).toEqual([]);
  });

  it.each(["in the EU", "in small shops"])("does not hide a sentence: … %s", (words) => {
    const label = (text: string) =>
      classifySentence(sentenceOf(text, "clerk_ids"), vocabulary).label;
    for (const rule of RULES.slice(0, 6))
      expect(label(`${rule} ${words}.`)).toMatch(/^(?:unknown|server-side)$/);
  });
});

describe("a sentence with words that add nothing", () => {
  it.each(EMPTY)("creates its rule: … %s", (words) => {
    for (const rule of [RULES[4], RULES[7]])
      expect(rulesOf(`${rule} ${words}.`)).toEqual(rulesOf(`${rule}.`));
  });

  it("creates its rule if all cases are understood", () => {
    expect(rulesOf("Not allowed for `SHOP`, and not for `SHELF`.")).toEqual([
      "forbidden-when clerk_ids {field:level,is:[SHOP]}",
      "forbidden-when clerk_ids {field:level,is:[SHELF]}",
    ]);
    expect(rulesOf("Required for `SHOP`, and not allowed for `SHELF`.")).toEqual([
      "requires-present clerk_ids {field:level,is:[SHOP]}",
      "forbidden-when clerk_ids {field:level,is:[SHELF]}",
    ]);
  });
});
