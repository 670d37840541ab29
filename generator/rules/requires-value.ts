import type { Condition } from "../model/model.js";
import {
  checkCondition,
  narrowedCondition,
  negateCondition,
  negatedAsCode,
  parseConditions,
  valuesInWords,
} from "./condition.js";
import { FIELD, givenAsCode, pathTo, type RuleKind, readText } from "./kind.js";

interface RequiresValue {
  readonly field: string;
  readonly requires: Condition & { readonly is: readonly (string | number | boolean)[] };
}

/** A field that is allowed only if another field has certain values. */
export const requiresValue: RuleKind<RequiresValue> = {
  name: "requires-value",
  when: "applies",
  parameters: { field: FIELD, requires: { $ref: "#/definitions/valueCondition" } },
  parse(entry, shape) {
    const [requires] = parseConditions([entry.requires], shape);
    if (requires === undefined || !("is" in requires))
      throw new TypeError("needs `requires`: a field and its required values");
    return { field: readText(entry, "field"), requires };
  },
  fields: ({ field, requires }) => [field, requires.field],
  days: () => [],
  check: ({ requires }, shape) => checkCondition(requires, shape),
  narrow({ field, requires }, shape) {
    const { condition, lacks } = narrowedCondition(requires, shape);
    return { params: { field, requires: condition as RequiresValue["requires"] }, lacks };
  },
  message: ({ field, requires }, shape) =>
    `${field} requires ${requires.field} to be ${valuesInWords(requires.is, requires.field, shape)}`,
  view: ({ field, requires }, shape) => ({
    isGiven: givenAsCode(field, shape),
    path: pathTo(field, shape),
    isOtherValue: negatedAsCode([requires], shape),
  }),
  type: ({ field, requires }) => ({
    clauses: [[{ field, present: true }], [negateCondition(requires)]],
    at: field,
  }),
  breaches: ({ field, requires }) => [
    {
      edge: false,
      body: {
        all: [
          { field, present: true },
          { field: requires.field, isNot: requires.is },
        ],
      },
    },
  ],
  uses: ["violation"],
  today: false,
};
