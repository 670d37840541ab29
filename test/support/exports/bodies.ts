import fc from "fast-check";
import type { Limits, ObjectType, Request, Rule, Type } from "../../../generator/model/model.js";
import { kindOf } from "../../../generator/rules/parse.js";
import { shapeOf } from "../../../generator/rules/shape.js";

/** The date that counts as today for every body. */
export const TODAY = "2024-06-15";

type Body = Readonly<Record<string, unknown>>;

/**
 * Random bodies that are almost valid and close to the limits of the request's rules. Some are
 * invalid in each possible way.
 */
export function bodies(request: Request): fc.Arbitrary<Body> {
  const { oneOf } = request.body;
  return oneOf === undefined
    ? plainBodies(request)
    : (unionOf(oneOf, request) as fc.Arbitrary<Body>);
}

function plainBodies(request: Request): fc.Arbitrary<Body> {
  const inRules = new Set(
    request.rules.flatMap((rule) => [
      ...kindOf(rule).fields(rule.params),
      ...rule.when.map(({ field }) => field),
    ]),
  );
  const days = [...new Set(request.rules.flatMap((rule) => kindOf(rule).days(rule.params)))];
  const fields = request.body.fields.map((field) => {
    const value = days.includes(field.name)
      ? fc.constant("")
      : anyValue(field.type, field.limits, request);
    const [given, left] = field.required ? [40, 1] : inRules.has(field.name) ? [1, 1] : [1, 7];
    return fc.oneof(
      { weight: given, arbitrary: value },
      { weight: left, arbitrary: fc.constant(undefined) },
    );
  });
  const dates = fc.tuple(...days.map((_, index) => dateOf(index, request.rules)));
  const stranger = fc.oneof(
    { weight: 40, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom("levels", "colums") },
  );
  return fc.tuple(fc.tuple(...fields), dates, stranger).map(([values, made, other]) => {
    const written = dated(made);
    const entries = request.body.fields.map(({ name }, index): [string, unknown] => {
      const at = days.indexOf(name);
      return [name, at >= 0 && values[index] !== undefined ? written[at] : values[index]];
    });
    return Object.fromEntries(
      [...entries, ...(other === undefined ? [] : [[other, 1] as [string, unknown]])].filter(
        ([, value]) => value !== undefined,
      ),
    );
  });
}

/** Occasionally used in place of a value of the right type. */
const junk = fc.constantFrom<unknown>(null, 0, 1.5, "", "x", true, {}, [], [null], ["x"]);

function rarely(fine: fc.Arbitrary<unknown>, odd: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  return fc.oneof({ weight: 150, arbitrary: fine }, { weight: 1, arbitrary: odd });
}

function anyValue(type: Type, limits: Limits, request: Request): fc.Arbitrary<unknown> {
  return rarely(fineValue(type, limits, request), junk);
}

function fineValue(type: Type, limits: Limits, request: Request): fc.Arbitrary<unknown> {
  switch (type.kind) {
    case "enum": {
      const values = shapeOf(request).values(type) ?? [];
      const told = values.filter((value) =>
        JSON.stringify(request.rules).includes(JSON.stringify(value)),
      );
      return fc.oneof(
        fc.constantFrom(...values),
        ...(told.length === 0 ? [] : [{ weight: 3, arbitrary: fc.constantFrom(...told) }]),
      );
    }
    case "array": {
      const item = anyValue(type.items, type.each, request);
      const least = limits.minItems ?? 0;
      const most = Math.min(limits.maxItems ?? 3, 6);
      const many = fc.array(item, { minLength: Math.max(0, least - 1), maxLength: most + 1 });
      return fc.oneof(
        {
          weight: 15,
          arbitrary: fc.array(item, { minLength: least, maxLength: Math.max(least, 3) }),
        },
        { weight: 1, arbitrary: many },
      );
    }
    case "object":
      return objectOf(
        request.objects.find(({ name }) => name === type.name) ?? { fields: [] },
        request,
      );
    case "union":
      return unionOf(type.name, request);
    case "constant":
      return fc.constant(type.value);
    case "nullable":
      return fc.oneof(fineValue(type.of, limits, request), fc.constant(null));
    case "boolean":
      return fc.boolean();
    case "string":
      if (limits.format === "date")
        return rarely(fc.constantFrom("2024-06-01", "2024-02-29"), fc.constantFrom(...ODD_DAYS));
      return rarely(fittingText(limits), oddText(limits));
    default: {
      const { exclusiveMinimum = -6 } = limits;
      const {
        minimum: least = Math.floor(exclusiveMinimum) + 1,
        maximum: most = Math.max(50, least),
      } = limits;
      return rarely(
        fc.integer({ min: Math.ceil(least), max: Math.floor(most) }),
        fc.constantFrom(least - 1, most + 1, 0.5),
      );
    }
  }
}

const TEXTS = ["1", "42", "549755885175"] as const;
const OTHER_TEXTS = ["name_1", "https://127.0.0.1/a", "en-US", "a@example.com"] as const;

/** Digits, which match nearly every pattern; otherwise a string generated from the pattern. */
function fittingText({
  pattern = "",
  minLength = 0,
  maxLength = Number.POSITIVE_INFINITY,
}: Limits): fc.Arbitrary<string> {
  const expression = new RegExp(pattern);
  const fits = (text: string): boolean =>
    [...text].length >= minLength && [...text].length <= maxLength && expression.test(text);
  // The maximum length, using characters that count twice in JavaScript.
  const longest = maxLength < 10_000 ? ["😀".repeat(maxLength)] : [];
  const short = maxLength === Number.POSITIVE_INFINITY ? TEXTS : TEXTS.slice(0, 2);
  for (const texts of [short, OTHER_TEXTS])
    if (texts.some(fits)) return fc.constantFrom(...[...texts, ...longest].filter(fits));
  return pattern === ""
    ? fc.string({ minLength, maxLength: Math.min(maxLength, minLength + 5) })
    : fc.stringMatching(expression).filter(fits);
}

function oddText({ minLength = 0, maxLength }: Limits): fc.Arbitrary<string> {
  const short = minLength > 0 ? ["9", "😀"].map((one) => one.repeat(minLength - 1)) : [];
  return maxLength === undefined
    ? fc.constantFrom("1x", "-1", " ", "١", ...short)
    : fc.constantFrom("9".repeat(maxLength + 1), ...short);
}

function objectOf(
  {
    fields,
    additionalProperties,
    minProperties = 0,
  }: Pick<ObjectType, "fields" | "additionalProperties" | "minProperties">,
  request: Request,
): fc.Arbitrary<unknown> {
  const requiredKeys = fields.filter(({ required }) => required).map(({ name }) => name);
  const listed = fc.record(
    Object.fromEntries(
      fields.map(({ name, type, limits }) => [name, anyValue(type, limits, request)]),
    ),
    {
      requiredKeys,
    },
  );
  const odd = fc.constantFrom({}, { value: 1, other: 2 });
  if (additionalProperties === undefined) return rarely(listed, odd);
  const keys = fc
    .constantFrom("1", "549755885175", "x y", "__proto__")
    .filter((key) => !fields.some(({ name }) => name === key));
  const entry = fc.tuple(
    keys,
    anyValue(additionalProperties.type, additionalProperties.limits, request),
  );
  const rest = fc.uniqueArray(entry, {
    minLength: Math.min(minProperties, 3),
    maxLength: 3,
    selector: ([key]) => key,
  });
  const both = fc
    .tuple(listed, rest)
    .map(([one, more]) => Object.fromEntries([...Object.entries(one), ...more]));
  return rarely(both, odd);
}

/** A value that fits one of the variants, or has another variant's fields. */
function unionOf(name: string, request: Request): fc.Arbitrary<unknown> {
  const members = (request.unions ?? []).flatMap((union) =>
    union.name === name ? union.members : [],
  );
  return fc.oneof(...members.map(({ type, limits }) => anyValue(type, limits, request)));
}

const ODD_DAYS = [
  "2023-02-29",
  "2024-02-30",
  "2024-02-29",
  "2100-02-29",
  "2024-13-01",
  "2024-00-10",
  "2024-6-1",
  "soon",
  "9999-12-31",
  "0100-01-01",
] as const;

/**
 * A date, given as days from today or from the previous date in the list, or a string that is not a
 * date.
 */
type Made = number | string;

function dateOf(index: number, rules: readonly Rule[]): fc.Arbitrary<Made> {
  const amounts = rules.flatMap(({ params: { amount, unit, after } }) => [
    ...(typeof amount === "number"
      ? unit === "year"
        ? [Math.floor(amount * 365), Math.ceil(amount * 366)]
        : [amount]
      : []),
    ...(typeof after === "string" ? [dayOf(TODAY) - dayOf(after)] : []),
  ]);
  // The first date is relative to today, the others to the first.
  const near = fc
    .tuple(fc.constantFrom(0, 0, ...amounts), fc.integer({ min: -3, max: 3 }))
    .map(([amount, by]) => (index === 0 ? -amount : amount) + by);
  const within = index === 0 ? fc.integer({ min: -7, max: 0 }) : fc.integer({ min: 0, max: 2 });
  const odd = fc.constantFrom(...ODD_DAYS);
  return fc.oneof(
    { weight: 20, arbitrary: near },
    { weight: 20, arbitrary: within },
    { weight: 1, arbitrary: odd },
  );
}

function dated(made: readonly Made[]): readonly string[] {
  const [first] = made;
  const start = dayOf(TODAY) + (typeof first === "number" ? first : 0);
  return made.map((one, index) =>
    typeof one === "string" ? one : dateOfDay(index === 0 ? start : start + one),
  );
}

function dayOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

function dateOfDay(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
