import { describe, expect, it } from "vitest";
import * as entry from "../../../generated/rules.js";
import * as validators from "../../../generated/validators.js";
import type { Rule } from "../../../runtime/validation/rule.js";
import type { Violation } from "../../../runtime/validation/violation.js";

const TODAY = Date.parse("2026-06-30");
const DAY_MS = 86_400_000;
const SPANS = [0, 1, 3, 4, 30, 31, 32, 90, 91, 92, 151, 186, 187, 400, 914, 915, 1000];

const calls = Object.entries(entry as unknown as Readonly<Record<string, readonly Rule[]>>).flatMap(
  ([name, rules]) => {
    const called = name.replace(/Rules$/, "");
    const validate = Object.entries(validators).find(
      ([one]) => one.toLowerCase() === `validate${called}`.toLowerCase(),
    )?.[1];
    return rules.some(({ kind }) => kind === "max-range")
      ? [[called, rules, validate as Validate] as const]
      : [];
  },
);

type Validate = (body: unknown, options: { readonly today: string }) => readonly Violation[];

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

describe.each(calls)("%s", (_, rules, validate) => {
  const bodies = SPANS.flatMap((span) =>
    ["DAY", "HOUR", "TOTAL"].map((granularity) => ({
      span,
      body: { start_date: day(TODAY - span * DAY_MS), end_date: day(TODAY), granularity },
    })),
  );

  it("reports no two limits of one span, and an error wherever one of its limits in days is passed", () => {
    for (const { span, body } of bodies) {
      const errors = validate(body, { today: day(TODAY) }).filter(
        ({ severity }) => severity === "error",
      );
      const asked = errors.flatMap(({ rule }) =>
        rules
          .filter(({ id }) => id === rule)
          .map(({ kind, params }) => JSON.stringify([kind, { ...params, amount: 0 }])),
      );
      expect(new Set(asked).size, JSON.stringify(body)).toBe(asked.length);
      const passed = rules.filter(({ kind, severity, when, params }) => {
        const applies = when.every((one) =>
          one.field !== "granularity"
            ? false
            : "is" in one
              ? one.is.includes(body.granularity)
              : "isNot" in one && !one.isNot.includes(body.granularity),
        );
        return (
          /^max-(?:range|lookback)$/.test(kind) &&
          severity === "error" &&
          applies &&
          params.unit === "day" &&
          span > Number(params.amount)
        );
      });
      for (const { kind } of passed)
        expect(
          errors.some(({ rule }) => rules.some((one) => one.id === rule && one.kind === kind)),
          `${kind} ${JSON.stringify(body)}`,
        ).toBe(true);
    }
  });
});
