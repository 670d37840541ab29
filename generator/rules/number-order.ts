import { joined, literal, local } from "../code.js";
import type { Field } from "../model/model.js";
import { FIELD, isList, type ParameterSchema, pathTo, type RuleKind, readText } from "./kind.js";

interface NumberOrder {
  readonly lower: string;
  readonly upper: string;
  /** Minimum difference between the numbers. Default: 0, so that both may be equal. */
  readonly apart?: number;
}

const APART: ParameterSchema = {
  type: "integer",
  minimum: 1,
  description: "Minimum difference between the numbers. Without it, the numbers can be equal.",
};

/**
 * A number must not be less than another. With `apart`, it must exceed the other by at least that
 * much.
 */
export const numberOrder: RuleKind<NumberOrder> = {
  name: "number-order",
  when: "applies",
  parameters: {
    lower: { ...FIELD, description: "The field with the smaller number." },
    upper: { ...FIELD, description: "The field with the larger number." },
    apart: APART,
  },
  optional: ["apart"],
  parse(entry) {
    const { apart } = entry;
    if (apart !== undefined && !(Number.isSafeInteger(apart) && Number(apart) > 0))
      throw new TypeError("needs `apart`: a whole number above 0");
    return {
      lower: readText(entry, "lower"),
      upper: readText(entry, "upper"),
      ...(apart !== undefined && { apart: Number(apart) }),
    };
  },
  fields: ({ lower, upper }) => [lower, upper],
  days: () => [],
  check: ({ lower, upper, apart }, shape) =>
    [lower, upper].flatMap((name) => {
      const { type } = shape.field(name) as Field;
      const { kind } = type.kind === "nullable" ? type.of : type;
      const needsWhole = apart !== undefined;
      const isOfKind = kind === "integer" || (kind === "number" && !needsWhole);
      const hasSuchValues = shape
        .values(type)
        ?.every((value) => (needsWhole ? Number.isInteger(value) : typeof value === "number"));
      if ((isOfKind || hasSuchValues === true) && !isList(type)) return [];
      return [`${name} is not a ${needsWhole ? "whole " : ""}number`];
    }),
  message: ({ lower, upper, apart }) =>
    apart === undefined
      ? `${upper} must not be less than ${lower}`
      : `${upper} must be at least ${apart} more than ${lower}`,
  view: ({ lower, upper, apart = 0 }, shape) => ({
    lower: local(lower),
    upper: local(upper),
    isTooLow: joined`${local(upper)} - ${local(lower)} < ${literal(apart)}`,
    path: pathTo(upper, shape),
  }),
  type: () => null,
  breaches: ({ lower, upper, apart }) => [
    {
      edge: false,
      body: {
        from: { number: lower },
        to: { number: upper },
        ...(apart === undefined ? { below: 0 } : { max: apart - 1 }),
      },
    },
  ],
  uses: ["violation"],
  today: false,
};
