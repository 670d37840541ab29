import type { Formula } from "../../runtime/validation/rule.js";
import type { Condition, Operation, Request, Rule } from "../model/model.js";
import { breachesOf } from "./breaches.js";
import { negateCondition } from "./condition.js";
import type { Shape } from "./kind.js";
import { fieldsOf, kindOf } from "./parse.js";
import { whyUnbreakable } from "./unbreakable.js";

/** Whether a request is a PATCH or PUT, in which omitted fields keep their values. */
export function isUpdate({ call }: Partial<Pick<Operation, "call">> & Request): boolean {
  return call?.method === "patch" || call?.method === "put";
}

/**
 * Whether a type is for updates, judged by its name, such as `CampaignUpdateRequest`. The call does
 * not matter, because one call can both create and update objects. A bulk upsert, for example, has
 * one list for each; only the names of the lists' types tell them apart.
 */
export function isOfUpdates(type: string): boolean {
  return /(?:Updat(?:e|es|able)|Patch|Edit|(?<!Bulk)Upsert)(?![a-z])/.test(type);
}

/**
 * The rules that apply in an update instead of this one.
 *
 * The object may already have the fields that an update omits, so the rule applies only if all its
 * fields are sent. Empty if no update can then break the rule. A rule that says when a field is
 * allowed can become several rules, one for each condition. Rules that the schema itself states are
 * returned unchanged. `isParameter` returns whether a field is a parameter, for example in the
 * query, rather than part of the object.
 */
export function inUpdate(
  rule: Rule,
  shape: Shape,
  isParameter: (field: string) => boolean = () => false,
): readonly Rule[] {
  const isSent = (field: string): boolean =>
    isParameter(field) || shape.field(field)?.required === true;
  if (rule.inUpdates) return [rule];
  if (kindOf(rule).when === "allows" && !rule.when.every(({ field }) => isSent(field)))
    return rule.when.flatMap((condition, index) =>
      inUpdate(
        {
          ...rule,
          ...(index > 0 && { id: `${rule.id}-${index + 1}` }),
          kind: "forbidden-when",
          when: [negateCondition(condition)],
        },
        shape,
        isParameter,
      ),
    );
  const certain = breachesOf(rule).map(({ guard, body }) =>
    givenIn({ all: [...guard, body] }, shape),
  );
  const open = [...new Set(fieldsOf(rule))].filter(
    (field) => !isSent(field) && !certain.every((given) => given.has(field)),
  );
  if (open.length === 0) return [rule];
  const given = open.map((field): Condition => ({ field, present: true }));
  const updated = { ...rule, when: [...rule.when, ...given] };
  return whyUnbreakable(updated, shape) === null ? [updated] : [];
}

/** The fields that a body must have for the formula to hold. */
function givenIn(formula: Formula, shape: Shape): ReadonlySet<string> {
  if ("all" in formula) return new Set(formula.all.flatMap((part) => [...givenIn(part, shape)]));
  if ("any" in formula) {
    const [first = new Set<string>(), ...others] = formula.any.map((part) => givenIn(part, shape));
    return new Set([...first].filter((field) => others.every((given) => given.has(field))));
  }
  if ("from" in formula)
    return new Set(
      [formula.from, formula.to].flatMap((point) => {
        if (point === "today" || "date" in point) return [];
        return "day" in point ? point.day : point.number;
      }),
    );
  const { field } = formula;
  const assumed = shape.field(field)?.default;
  const isGiven =
    "present" in formula
      ? formula.present
      : "is" in formula
        ? assumed === undefined || !formula.is.includes(assumed)
        : "isNot" in formula
          ? assumed !== undefined && formula.isNot.includes(assumed)
          : true;
  return new Set(isGiven ? [field] : []);
}
