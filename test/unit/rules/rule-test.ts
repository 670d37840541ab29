import { beforeAll, describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Contract } from "../../../generator/parse/contract.js";
import { formatViolation, type Violation } from "../../../runtime/validation/violation.js";
import { importedValidatorOf, type Validate } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

/** The value of `today` in every table. */
export const TODAY = "2024-06-15";

type Body = Readonly<Record<string, unknown>>;
type Entry = Readonly<Record<string, unknown>>;

export interface RuleTable {
  /** The rule's entry without `id` and `kind`. */
  readonly rule: Entry;
  /** Valid bodies. */
  readonly fine: readonly Body[];
  /** Bodies that only cause a warning, because the description can be read in several ways. */
  readonly warns?: readonly Body[];
  /** Bodies that break the rule. */
  readonly wrong: readonly Body[];
  /** The message of each violation of the first wrong body. */
  readonly says: string;
  /** The path of the first wrong body's violation. */
  readonly path: string;
  /** Entries that stop generation, each with part of the error message. */
  readonly refuses?: readonly (readonly [entry: Entry, reason: string])[];
}

const day = { type: "string", pattern: "^(\\d{4})-(\\d{2})-(\\d{2})$" };
const hour = { type: "integer", minimum: 0, maximum: 23 };

/** A body with a field of every type that rules use. No field is required. */
const SCHEMA = {
  type: "object",
  properties: {
    start_date: day,
    end_date: day,
    start_hour: hour,
    end_hour: hour,
    granularity: { type: "string", enum: ["DAY", "HOUR", "WEEK"] },
    level: {
      type: "string",
      enum: ["CAMPAIGN", "PRODUCT_ITEM", "AD_TARGETING", "ITEM_TARGETING", "KEYWORD_TARGETING"],
    },
    sort: { type: "string", enum: ["BY_ID", "BY_DATE"], default: "BY_ID" },
    combine: { type: "boolean", default: false },
    window: { type: "integer", enum: [1, 7, 30], default: 30 },
    columns: { type: "array", items: { type: "string", enum: ["ID", "NAME", "SPEND"] } },
    ids: { type: "array", items: { type: "string" } },
    label: { type: "string" },
    score: { type: "number" },
    best_score: { type: "number" },
  },
};

/**
 * Runs a table through the real pipeline: lowers the entry, generates its validator and checks the
 * bodies.
 */
export function ruleTest(kind: string, table: RuleTable): void {
  describe(`${kind} ${inOneLine(table.rule)}`, () => {
    let validate: Validate;
    beforeAll(async () => {
      validate = await importedValidatorOf(contractWith({ kind, ...table.rule }));
    });
    // If the schema alone rejected the body, the rule would not be tested.
    const found = (body: Body) => {
      const violations = validate(body, { today: TODAY });
      expect(
        violations
          .filter(({ rule, severity }) => rule !== RULE && severity === "error")
          .map(formatViolation),
      ).toEqual([]);
      return violations.filter(({ rule }) => rule === RULE);
    };

    it.each(rows(table.fine))("passes %s", (_, body) => {
      expect(found(body).map(formatViolation)).toEqual([]);
    });

    it.each(rows(table.warns ?? []))("warns about %s", (_, body) => {
      expect([...new Set(found(body).map(({ severity }) => severity))]).toEqual(["warning"]);
    });

    it.each(rows(table.wrong))("rejects %s", (_, body) => {
      const expected = table.rule.severity ?? "error";
      expect([...new Set(found(body).map(({ severity }) => severity))]).toEqual([expected]);
    });

    it("says what is wrong and where", () => {
      const first = table.wrong.flatMap(found)[0] as Violation;
      expect({ says: first.message, path: first.path }).toEqual({
        says: table.says,
        path: table.path,
      });
    });

    it.each(
      (table.refuses ?? []).map(([entry, because]) => [inOneLine(entry), entry, because] as const),
    )("cannot be written as %s", (_, entry, because) => {
      expect(problemsOf({ kind, ...entry })).toContain(because);
    });
  });
}

const RULE = "the-rule";

function contractWith(entry: Entry): Contract {
  return smallContract({ body: SCHEMA, rules: [{ id: RULE, ...entry }] as never });
}

function problemsOf(entry: Entry): string {
  const { model, notices } = lower(contractWith(entry));
  expect(model.flows.flatMap(({ rules }) => rules)).toEqual([]);
  return notices.map(({ kind, what }) => `${kind}: ${what}`).join("\n");
}

function rows(bodies: readonly Body[]): readonly (readonly [string, Body])[] {
  return bodies.map((body) => [inOneLine(body), body]);
}

function inOneLine(value: unknown): string {
  return JSON.stringify(value).replaceAll('"', "");
}
