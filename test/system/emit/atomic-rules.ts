import type { Condition, Model } from "../../../generator/model/model.js";
import type { LabelledCondition, LabelledRule } from "../../support/descriptions.js";

/**
 * The rules that a model takes from its description, each as a comparable line, sorted. Advice is
 * omitted because the labels count it as informational.
 */
export function atomicOf({ flows }: Model, name = "report"): readonly string[] {
  const stated = flows
    .filter((flow) => flow.name === name)
    .flatMap(({ rules }) => rules)
    .filter(({ reason, kind }) => reason === undefined && kind !== "no-data-when");
  return lines(
    stated.map(({ kind, when, params }) => ({
      kind,
      when: when.map(condition),
      ...params,
      ...required(params.requires),
    })),
  );
}

/** The labelled rules in the same form: one line per field, without duplicates. */
export function labelledAtomic(
  labelled: readonly { readonly rule: LabelledRule }[],
): readonly string[] {
  const atomic = labelled.flatMap(
    ({ rule: { fields, anchor: _, format: __, when, requires, ...rule } }) => {
      const one = {
        ...rule,
        when: when === undefined ? [] : [labelledCondition(when)],
        ...(requires ? { requires: labelledCondition(requires) } : {}),
      };
      return fields === undefined ? [one] : fields.map((field) => ({ ...one, field }));
    },
  );
  return [...new Set(lines(atomic))];
}

function required(requires: unknown): object {
  return requires === undefined ? {} : { requires: condition(requires as Condition) };
}

function condition(one: Condition): string {
  if ("present" in one) return `${one.field} present ${one.present}`;
  const values = "is" in one ? one.is : one.isNot;
  return `${one.field} ${"is" in one ? "in" : "notIn"} ${[...values].sort()}`;
}

function labelledCondition({ f, op, v }: LabelledCondition): string {
  return `${f} ${op} ${[...v].sort()}`;
}

/** Each object as a line of JSON with sorted keys and values. */
function lines(rules: readonly object[]): readonly string[] {
  return rules
    .map((rule) =>
      Object.entries(rule)
        .sort(([one], [other]) => (one < other ? -1 : 1))
        .map(([name, value]) => `${name}: ${Array.isArray(value) ? [...value].sort() : value}`)
        .join("; "),
    )
    .sort();
}
