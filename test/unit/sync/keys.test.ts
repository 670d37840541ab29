import fc from "fast-check";
import { expect, it } from "vitest";
import { Keys } from "../../../runtime/sync/keys.js";
import type { TargetTable } from "../../../runtime/sync/target.js";
import { runs } from "../../support/effort.js";

const TABLE: TargetTable = {
  name: "made_up",
  columns: ["SPEND", "ACCOUNT", "DATE", "ID"].map((name) => ({
    name,
    type: "text",
    nullable: false,
    comment: null,
  })),
  primaryKey: ["ACCOUNT", "ID", "DATE"],
  accountColumn: "ACCOUNT",
  dayColumn: "DATE",
};

it("a row is rejected if and only if an earlier row has the same key", () => {
  const text = fc.string({ maxLength: 3 });
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text, text), { maxLength: 60 }), (rows) => {
      const keys = new Keys(TABLE);
      const seen = new Set<string>();
      for (const [spend, date, id] of rows) {
        const key = JSON.stringify([date, id]);
        const add = () => keys.add([spend, "1", date, id]);
        if (seen.has(key)) expect(add).toThrow(`two rows have the same ID ${id}, DATE ${date}`);
        else expect(add).not.toThrow();
        seen.add(key);
      }
    }),
    { numRuns: runs(300) },
  );
});

it("two keys are equal if and only if their text is the same in UTF-8", () => {
  // Unpaired surrogates, alone and together.
  const unit = fc.constantFrom("\ud800", "\udbff", "\udc00", "\udfff", "\ufffd", "a", "😀");
  const text = fc.string({ unit, maxLength: 4 });
  const bytes = (value: string) => Buffer.from(value, "utf8").toString("hex");
  fc.assert(
    fc.property(fc.array(fc.tuple(text, text), { maxLength: 40 }), (rows) => {
      const keys = new Keys(TABLE);
      const seen = new Set<string>();
      for (const [date, id] of rows) {
        const key = `${bytes(id)} ${bytes(date)}`;
        const add = () => keys.add([null, "1", date, id]);
        if (seen.has(key)) expect(add).toThrow("two rows have the same ID");
        else expect(add).not.toThrow();
        seen.add(key);
      }
    }),
    { numRuns: runs(300) },
  );
});

it("a duplicate is found among many rows, even if the first row is repeated", () => {
  const keys = new Keys(TABLE);
  const row = (at: number) => [
    null,
    "1",
    `2026-06-${10 + (at % 20)}`,
    String(626_700_000_000 + Math.floor(at / 20)),
  ];
  for (let at = 0; at < 300_000; at++) keys.add(row(at));
  for (const at of [0, 1, 299_999])
    expect(() => keys.add(row(at))).toThrow("two rows have the same ID 6267");
});
