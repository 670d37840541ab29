import { describe, expect, it } from "vitest";
import { reportSentences } from "../../../generator/prose/classify.js";
import type { Field } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";

const RULES = [
  "you can get data from up to 40 days before the current date, with a maximum time range of 9 days",
  "the maximum time range is 5 days",
  "a max of 7 days is allowed between the start and end date",
  "a 3 days minimum time window is required",
  "start_date must be after 2020-01-01",
  "shelf_ids are not allowed",
];
const CONDITIONS = [
  ["If granularity is HOUR", "granularity"],
  ["If granularity is not HOUR", "granularity"],
  ["If level is SHOP and granularity is HOUR", "granularity"],
  ["For hourly reports", "granularity"],
  ["If level is CRATE_ITEM", "level"],
  ["For Crate Item level reports", "level"],
] as const;

/** The reason why a sentence is unread where its field is another one, or undefined if it is read. */
function reasonWith(text: string, name: string, change: Partial<Field> | null): string | undefined {
  const fields = new Map(vocabulary.fields);
  const before = fields.get(name);
  if (change === null || before === undefined) fields.delete(name);
  else fields.set(name, { ...before, ...change });
  const decisions = { skipped: new Map(), acceptProposed: false };
  return reportSentences([sentenceOf(text)], { fields }, decisions).unread[0]?.reason;
}

describe("a known sentence whose field has changed", () => {
  const cases = RULES.flatMap((rule) =>
    CONDITIONS.map(([condition, name]) => [`${condition}, ${rule}.`, name] as const),
  );

  it.each(cases)("is reported, with what the field no longer has: %s", (text, name) => {
    expect(reasonWith(text, name, {})).toBeUndefined();
    const without = reasonWith(text, name, { values: [] });
    expect(without).toContain(`${name} has no known values`);
    const other = reasonWith(text, name, { values: ["MORE", "LESS"] });
    expect(other).toMatch(new RegExp(`${name} is never (?:HOUR|CRATE_ITEM|Crate Item)`));
    const none = reasonWith(text, name, null);
    expect(none).toContain(`no field is called ${name}`);
    for (const reason of [without, other, none]) expect(reason).not.toContain("in a new way");
  });
});
