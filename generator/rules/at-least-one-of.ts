import { joined, list } from "../code.js";
import { absentAsCode, FIELD, type RuleKind } from "./kind.js";

interface AtLeastOneOf {
  readonly groups: readonly (readonly string[])[];
}

/** At least one of several fields, or of several groups of fields, is required. */
export const atLeastOneOf: RuleKind<AtLeastOneOf> = {
  name: "at-least-one-of",
  when: "applies",
  parameters: {
    groups: {
      type: "array",
      minItems: 2,
      items: { type: "array", minItems: 1, items: FIELD },
      description:
        "Lists of fields that belong together. The request must contain all fields of at least one list.",
    },
  },
  parse(entry) {
    const groups = entry.groups;
    const fine =
      Array.isArray(groups) &&
      groups.length > 1 &&
      groups.every((group) => Array.isArray(group) && group.length > 0);
    if (!fine) throw new TypeError("needs `groups`: two or more lists of fields");
    return { groups };
  },
  fields: ({ groups }) => groups.flat(),
  days: () => [],
  check: () => [],
  message: ({ groups }) => `requires ${groups.map((group) => group.join(" and ")).join(", or ")}`,
  view: ({ groups }, shape) => ({
    lacksAllGroups: list(
      groups.map((group) => {
        const lacksOne = list(
          group.map((field) => absentAsCode(field, shape)),
          " || ",
        );
        return group.length > 1 ? joined`(${lacksOne})` : lacksOne;
      }),
      " && ",
    ),
  }),
  type: ({ groups }) => ({
    clauses: groups.map((group) => group.map((field) => ({ field, present: false }))),
    at: null,
  }),
  breaches: ({ groups }) => [
    {
      edge: false,
      body: {
        all: groups.map((group) => ({ any: group.map((field) => ({ field, present: false })) })),
      },
    },
  ],
  uses: ["violation"],
  today: false,
};
