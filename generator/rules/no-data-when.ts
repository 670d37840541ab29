import type { Formula } from "../../runtime/validation/rule.js";
import { identifier, isShortEnough, joined, list, literal, local } from "../code.js";
import type { Field } from "../model/model.js";
import { columnGroups, columnsIn, groupConstant } from "./column-groups.js";
import { inWords } from "./condition.js";
import {
  FIELD,
  givenAsCode,
  isList,
  pathTo,
  type RuleKind,
  readText,
  readTexts,
  VALUES,
} from "./kind.js";

interface NoDataWhen {
  readonly field: string;
  /**
   * The values of a list, or names of column groups, that the rule is about. Absent if the rule is
   * about the field itself.
   */
  readonly values?: readonly string[];
}

/**
 * A field or value that the API accepts, but for which it may return no data. Never stops a
 * request.
 */
export const noDataWhen: RuleKind<NoDataWhen> = {
  name: "no-data-when",
  when: "applies",
  severity: "warning",
  parameters: {
    field: FIELD,
    values: {
      ...VALUES,
      description:
        "Values in the list, or names of column groups such as `conversion metrics`. Without values, the rule applies to the field itself.",
    },
  },
  optional: ["values"],
  parse(entry) {
    const field = readText(entry, "field");
    return entry.values === undefined ? { field } : { field, values: readTexts(entry, "values") };
  },
  fields: ({ field }) => [field],
  days: () => [],
  check({ field, values }, shape) {
    if (values === undefined) return [];
    const { type } = shape.field(field) as Field;
    if (!isList(type)) return [`${field} is not a list`];
    const known = shape.values(type) ?? [];
    return values
      .filter((value) =>
        columnGroups.has(value) ? columnsIn(value, known).length === 0 : !known.includes(value),
      )
      .map((value) => `${field} cannot contain ${value}`);
  },
  message: ({ field, values }) =>
    values === undefined
      ? `${field} may return no data`
      : `${inWords(values)} in ${field} may return no data`,
  valueMessage: ({ values }) =>
    values === undefined ? null : { value: joined`item`, clause: " may return no data" },
  view({ field, values = [] }, shape) {
    const tests = values.map((value) => {
      if (!columnGroups.has(value)) return joined`item === ${literal(value)}`;
      const test = joined`typeof item === "string" && ${identifier(groupConstant(value))}.test(item)`;
      return values.length > 1 ? joined`(${test})` : test;
    });
    return {
      lengthGuard: isShortEnough(local(field), shape.field(field)?.limits.maxItems) ?? false,
      value: local(field),
      isGiven: givenAsCode(field, shape),
      path: pathTo(field, shape, values.length > 0 ? "/" : ""),
      hasValues: values.length > 0,
      isAffected: list(tests, " || "),
    };
  },
  groups: ({ values = [] }) => values.filter((value) => columnGroups.has(value)),
  type: () => null,
  breaches({ field, values }) {
    if (values === undefined) return [{ edge: false, body: { field, present: true } }];
    const { names, patterns } = sorted(values);
    const parts: readonly Formula[] = [
      ...(names.length > 0 ? [{ field, holds: names }] : []),
      ...patterns.map((matching) => ({ field, matching })),
    ];
    const [only] = parts;
    return [
      { edge: false, body: parts.length === 1 && only !== undefined ? only : { any: parts } },
    ];
  },
  concerns: ({ values = [] }, names) =>
    values.flatMap((value) => (columnGroups.has(value) ? columnsIn(value, names) : [value])),
  uses: ["violation"],
  today: false,
};

/** Separates plain values from the patterns of column groups. */
function sorted(values: readonly string[]): {
  readonly names: readonly string[];
  readonly patterns: readonly string[];
} {
  return {
    names: values.filter((value) => !columnGroups.has(value)),
    patterns: values.flatMap((value) => columnGroups.get(value) ?? []),
  };
}
