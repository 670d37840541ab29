import { daysIn, type Span } from "../../runtime/validation/dates.js";
import { isShortEnough, joined, list, literal, local, localDay } from "../code.js";
import type { Field } from "../model/model.js";
import { inWords } from "./condition.js";
import {
  FIELD,
  isList,
  pathTo,
  type RuleKind,
  readSpan,
  readText,
  readTexts,
  SPAN,
  spanInWords,
  VALUES,
} from "./kind.js";

interface InaccurateWhenOlder extends Span {
  readonly field: string;
  readonly values: readonly string[];
  readonly date: string;
}

/** Values of a list that may be inaccurate if a date is too long ago. Never stops a request. */
export const inaccurateWhenOlder: RuleKind<InaccurateWhenOlder> = {
  name: "inaccurate-when-older",
  when: "applies",
  severity: "warning",
  parameters: {
    field: FIELD,
    values: { ...VALUES, description: "The values in the list that may be inaccurate." },
    date: { ...FIELD, description: "The field with the first date." },
    ...SPAN,
  },
  parse: (entry) => ({
    field: readText(entry, "field"),
    values: readTexts(entry, "values"),
    date: readText(entry, "date"),
    ...readSpan(entry),
  }),
  fields: ({ field, date }) => [field, date],
  days: ({ date }) => [date],
  check({ field, values }, shape) {
    const { type } = shape.field(field) as Field;
    if (!isList(type)) return [`${field} is not a list`];
    const known = shape.values(type);
    return known === null
      ? []
      : values
          .filter((value) => !known.includes(value))
          .map((value) => `${field} cannot contain ${value}`);
  },
  message: ({ field, values, ...age }) =>
    `${inWords(values)} in ${field} may be inaccurate if ${ageInWords(age)}`,
  valueMessage: ({ field: _, values: __, ...age }) => ({
    value: joined`item`,
    clause: ` may be inaccurate if ${ageInWords(age)}`,
  }),
  view: ({ field, values, date, ...age }, shape) => ({
    day: localDay(date),
    limit: literal(daysIn(age).max),
    value: local(field),
    lengthGuard: isShortEnough(local(field), shape.field(field)?.limits.maxItems) ?? false,
    path: pathTo(field, shape, "/"),
    isAffected: list(
      values.map((value) => joined`item === ${literal(value)}`),
      " || ",
    ),
  }),
  type: () => null,
  breaches: ({ field, values, date, ...age }) => [
    {
      edge: false,
      body: {
        all: [
          { from: { day: date }, to: "today", min: Math.floor(daysIn(age).max) + 1 },
          { field, holds: values },
        ],
      },
    },
  ],
  concerns: ({ values }) => values,
  concernedIf: ({ field: _, values: __, ...age }) => ageInWords(age),
  uses: ["violation"],
  today: true,
};

/** The age limit as a clause, such as "start_date is more than 3 days before today (UTC)". */
function ageInWords({ date, ...age }: Span & { readonly date: string }): string {
  return `${date} is more than ${spanInWords(age)} before today (UTC)`;
}
