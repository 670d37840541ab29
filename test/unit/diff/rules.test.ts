import fc from "fast-check";
import { expect, it } from "vitest";
import { isLoss } from "../../../generator/diff/change.js";
import { compareModels } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { many } from "../../support/effort.js";
import { validatorOf } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

const today = "2026-03-08";
const LEVELS = ["A", "B", "C"];
const LIST = ["X", "Y", "Z"];
const body: JsonObject = {
  type: "object",
  required: ["level"],
  properties: {
    level: { type: "string", enum: LEVELS },
    other: { type: "string", enum: LEVELS },
    grain: { type: "string", enum: ["HOUR", "DAY"], default: "DAY" },
    name: { type: "string" },
    note: { type: "string" },
    list: { type: "array", items: { type: "string", enum: LIST } },
    start: { type: "string" },
    end: { type: "string" },
    from: { type: "integer" },
    to: { type: "integer" },
  },
};

const DAYS = [
  undefined,
  "2025-03-05",
  "2025-03-06",
  "2025-03-08",
  "2026-02-30",
  ...[3, 4, 5, 7, 8, 9, 10, 12].map((day) => `2026-03-${String(day).padStart(2, "0")}`),
];
const LISTS = [
  undefined,
  [],
  ["X"],
  ["Y"],
  ["Z"],
  ["X", "Y"],
  ["X", "Z"],
  ["Y", "Z"],
  ["X", "Y", "Z"],
];

type Body = Readonly<Record<string, unknown>>;

/** All bodies that differ in the fields of a rule. Other fields are omitted. */
function bodiesFor(rules: readonly JsonObject[]): readonly Body[] {
  const named = (field: string): boolean =>
    rules.some((rule) => JSON.stringify(rule).includes(`"${field}"`));
  const axes: readonly (readonly [string, readonly unknown[]])[] = [
    ["level", LEVELS],
    ["other", named("other") ? [undefined, ...LEVELS] : [undefined]],
    ["grain", named("grain") ? [undefined, "HOUR", "DAY"] : [undefined]],
    ["name", named("name") ? [undefined, "a"] : [undefined]],
    ["list", named("list") ? LISTS : [undefined]],
    ["start", named("start") ? DAYS : [undefined]],
    ["end", named("end") ? DAYS : [undefined]],
    ["from", named("from") ? [undefined, 1, 3] : [undefined]],
    ["to", named("to") ? [undefined, 1, 2, 3] : [undefined]],
  ];
  return axes.reduce<readonly Body[]>(
    (all, [field, values]) =>
      all.flatMap((one) =>
        values.map((value) => (value === undefined ? one : { ...one, [field]: value })),
      ),
    [{}],
  );
}

const some = <Value>(values: readonly Value[]): fc.Arbitrary<Value[]> =>
  fc.subarray([...values], { minLength: 1 });
const condition: fc.Arbitrary<JsonObject> = fc.oneof(
  some(LEVELS).map((is) => ({ field: "level", is })),
  some(LEVELS).map((isNot) => ({ field: "level", isNot })),
  fc.constantFrom("HOUR", "DAY").map((value) => ({ field: "grain", is: [value] })),
  fc.boolean().map((present) => ({ field: "name", present })),
);
const when = fc.array(condition, { maxLength: 2 }).map((all) => ({ when: all }));
const needed = fc.array(condition, { minLength: 1, maxLength: 2 }).map((all) => ({ when: all }));
const span = fc.oneof(
  fc.integer({ min: 1, max: 4 }).map((amount) => ({ amount, unit: "day" })),
  fc.constant({ amount: 1, unit: "year" }),
);
/** A condition that none of these rules has. */
const NOTE_GIVEN: JsonObject = { field: "note", present: true };
const dates = { start: "start", end: "end" };

/**
 * Random rules of each kind. Two rules from one arbitrary count as changed versions of the same
 * rule.
 */
const KINDS: Readonly<Record<string, fc.Arbitrary<JsonObject>>> = {
  "max-range": fc.tuple(when, span).map(([one, two]) => ({ ...dates, ...one, ...two })),
  "min-range": fc.tuple(when, span).map(([one, two]) => ({ ...dates, ...one, ...two })),
  "max-lookback": fc.tuple(when, span).map(([one, two]) => ({ field: "start", ...one, ...two })),
  "not-after-today": fc
    .tuple(when, fc.integer({ min: 0, max: 3 }))
    .map(([one, grace]) => ({ field: "end", grace, ...one })),
  "min-date": fc
    .tuple(when, fc.constantFrom("2026-03-04", "2026-03-05", "2025-03-06"))
    .map(([one, after]) => ({ field: "start", after, ...one })),
  "date-order": when.map((one) => ({ ...dates, ...one })),
  "date-format": when.map((one) => ({ field: "start", ...one })),
  "hour-order": when.map((one) => ({ ...dates, startHour: "from", endHour: "to", ...one })),
  "forbidden-when": when.map((one) => ({ field: "list", ...one })),
  "only-when": needed.map((one) => ({ field: "list", ...one })),
  "requires-present": when.map((one) => ({ field: "list", ...one })),
  "requires-value": fc
    .tuple(when, some(LEVELS))
    .map(([one, is]) => ({ field: "list", requires: { field: "level", is }, ...one })),
  "forbidden-values-when": fc
    .tuple(when, some(LIST))
    .map(([one, values]) => ({ field: "list", values, ...one })),
  // Two of the fields have the same values, so the order matters.
  "known-combinations": fc
    .tuple(
      when,
      fc.constantFrom("level other", "other level", "level grain"),
      fc.subarray(
        LEVELS.flatMap((one) => LEVELS.map((two): readonly [string, string] => [one, two])),
        { minLength: 1 },
      ),
    )
    .map(([one, fields, values]): JsonObject => {
      const grain = (two: string): string => (two === "A" ? "HOUR" : "DAY");
      const isGrain = fields.endsWith("grain");
      return {
        fields: fields.split(" "),
        values: values.map(([first, two]) => [first, isGrain ? grain(two) : two]),
        ...one,
      };
    }),
  "inaccurate-when-older": fc.tuple(when, some(LIST), span).map(([one, values, age]) => ({
    field: "list",
    values,
    date: "start",
    severity: "warning",
    ...age,
    ...one,
  })),
};

const severity = fc.constantFrom("error", "error", "warning");
const pair = fc.constantFrom(...Object.keys(KINDS)).chain((kind) => {
  const rule = fc
    .tuple(KINDS[kind] as fc.Arbitrary<JsonObject>, severity)
    .map(([one, how]): JsonObject => ({ id: kind, kind, severity: how, ...one }));
  // Some rules are only added or removed.
  return fc.tuple(fc.option(rule, { freq: 8 }), fc.option(rule, { freq: 8 }));
});

const RANKS = { error: 2, warning: 1 } as const;

it('"stricter" and "looser" agree with the validators for every body', () => {
  const told = new Map<string, number>();
  fc.assert(
    fc.property(pair, ([was, is]) => {
      const [old, now] = [was, is].map((rule) =>
        smallContract({ body, rules: rule === null ? [] : [rule] }),
      );
      if (old === undefined || now === undefined) return;
      const [before, after] = [validatorOf(old), validatorOf(now)];
      const rank = (found: ReturnType<typeof before>): number =>
        Math.max(0, ...found.map((one) => RANKS[one.severity]));
      const ranks = bodiesFor([was, is].filter((rule) => rule !== null)).map(
        (one) => [rank(before(one, { today })), rank(after(one, { today }))] as const,
      );
      const worse = Math.max(0, ...ranks.map(([then, here]) => (here > then ? here : 0)));
      const isBetter = ranks.some(([then, here]) => here < then);
      const expected =
        worse === 2
          ? "stricter"
          : worse === 1
            ? "warns about more"
            : isBetter
              ? "looser"
              : "no other";
      const { changes } = compareModels(
        { name: "1", model: lower(old).model },
        { name: "2", model: lower(now).model },
      );
      const [change, ...more] = changes;
      expect(more).toEqual([]);
      const said =
        change === undefined || change.step === "patch"
          ? "no other"
          : change.step === "major"
            ? "stricter"
            : sayIn(change.text, worse);
      told.set(expected, (told.get(expected) ?? 0) + 1);
      expect({ said, was, is }).toEqual({ said: expected, was, is });
    }),
    { numRuns: many(150, 15), seed: 20_260_309 },
  );
  for (const verdict of ["stricter", "warns about more", "looser", "no other"])
    expect(told.get(verdict) ?? 0, verdict).toBeGreaterThan(many(3, 0));
});

/** What the text of a change says. For a new or removed rule, the first words say it. */
function sayIn(text: string, worse: number): string {
  if (text.startsWith("new rule")) return "warns about more";
  if (text.startsWith("rule removed")) return "looser";
  return /^rule (warns about more|looser)/.exec(text)?.[1] ?? `neither, at ${worse}: ${text}`;
}

it("a rule with another condition, and therefore another id, is reported as changed", () => {
  const rule = (id: string, level: string): JsonObject => ({
    id,
    kind: "forbidden-when",
    field: "name",
    when: [{ field: "level", is: [level] }],
  });
  const model = (...rules: readonly JsonObject[]) => ({
    name: "",
    model: lower(smallContract({ body, rules })).model,
  });
  const told = (old: ReturnType<typeof model>, now: ReturnType<typeof model>) =>
    compareModels(old, now).changes.map(({ path: place, step, text }) => [place, step, text]);
  const [a, b, c] = [
    rule("name-at-a", "A"),
    rule("name-at-b", "B"),
    rule("name-at-c", "C"),
  ] as const;
  const wider = { ...b, when: [{ field: "level", is: ["A", "B"] }] };
  const says = (level: string): string => `name is not allowed when level is ${level}`;
  expect(told(model(a), model(b))).toEqual([
    ["name-at-b", "major", `rule stricter: ${says("B")}; was: ${says("A")}`],
  ]);
  expect(told(model(a), model(wider))).toEqual([
    ["name-at-b", "major", `rule stricter: ${says("A or B")}; was: ${says("A")}`],
  ]);
  expect(told(model(wider), model(a))).toEqual([
    ["name-at-a", "minor", `rule looser: ${says("A")}; was: ${says("A or B")}`],
  ]);
  // If there are several, it is unclear which rule replaced which.
  expect(told(model(a), model(b, c)).map(([place]) => place)).toEqual([
    "name-at-b",
    "name-at-c",
    "name-at-a",
  ]);
});

it.each(Object.keys(KINDS))("a covered rule of kind %s is not reported as lost", (kind) => {
  const rule = KINDS[kind] as fc.Arbitrary<JsonObject>;
  const modelWith = (...rules: readonly JsonObject[]) =>
    lower(smallContract({ body, rules })).model;
  let tried = 0;
  fc.assert(
    fc.property(rule, ({ when, ...one }) => {
      const fewer = { ...one, id: "fewer", kind, when: when as JsonObject[] };
      const more = { ...fewer, id: "more", when: [...fewer.when, NOTE_GIVEN] };
      // With more conditions, an allowed field is forbidden more often.
      const [wide, narrow] = kind === "only-when" ? [more, fewer] : [fewer, more];
      const current = modelWith(wide);
      const narrowOnes = modelWith(narrow);
      const rulesOf = ({ flows }: typeof current) => flows.flatMap(({ rules }) => rules);
      if (rulesOf(current).length === 0 || rulesOf(narrowOnes).length === 0) return;
      const old = {
        ...current,
        flows: current.flows.map((flow) => ({
          ...flow,
          rules: [...flow.rules, ...rulesOf(narrowOnes)],
        })),
      };
      const { changes } = compareModels({ name: "1", model: old }, { name: "2", model: current });
      expect(changes.filter(isLoss)).toEqual([]);
      expect(changes.map(({ path, step, text }) => [path, step, text.split(": ")[0]])).toEqual([
        [narrow.id, "patch", `rule covered by ${wide.id}`],
      ]);
      tried += 1;
      // In the opposite direction, the rule is lost.
      const without = compareModels({ name: "1", model: old }, { name: "2", model: narrowOnes });
      expect(without.changes.filter(isLoss).map(({ path }) => path)).toEqual([wide.id]);
    }),
    { numRuns: 20, seed: 20_260_308 },
  );
  expect(tried).toBeGreaterThan(3);
});

it("a combination differs from the same values in a different order", () => {
  const model = (values: JsonObject[keyof JsonObject]) => ({
    name: "",
    model: lower(
      smallContract({
        body,
        rules: [{ id: "known", kind: "known-combinations", fields: ["level", "other"], values }],
      }),
    ).model,
  });
  const [one, same, other] = [
    model([
      ["A", "B"],
      ["C", "C"],
    ]),
    model([
      ["C", "C"],
      ["A", "B"],
    ]),
    model([
      ["B", "A"],
      ["C", "C"],
    ]),
  ];
  expect(compareModels(one, same).changes).toEqual([]);
  expect(compareModels(one, other).changes.map(({ step, text }) => [step, text])).toEqual([
    ["major", "rule stricter: level/other must be B/A or C/C; was: level/other must be A/B or C/C"],
  ]);
});
