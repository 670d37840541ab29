import type { StatedLimits } from "../lower/stated-limits.js";
import type { Condition, RuleSource } from "../model/model.js";
import type { Problem } from "../problem.js";
import { negateCondition } from "../rules/condition.js";
import { kinds } from "../rules/kinds.js";
import type { InnerFields, Vocabulary } from "./vocabulary.js";

/** The rule that a sentence states about an operation's fields and values. It has no name yet. */
export interface Draft {
  readonly kind: string;
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}

/**
 * The fields that a rule mentions, first in its parameters, then in its conditions. Can contain
 * duplicates. For an unknown kind of rule, only the fields in its conditions.
 */
export function fieldsOf({ kind, when, params }: Draft): readonly string[] {
  return [...(kinds.get(kind)?.fields(params) ?? []), ...when.map(({ field }) => field)];
}

/**
 * Prepares rules for the contract: inner fields become paths, and false booleans count as unset.
 *
 * - The condition that a boolean is set becomes the condition that it is `true`. Conditions of
 *   `only-when` rules, and conditions on a boolean with a default, stay as they are.
 * - A `forbidden-when` rule on a boolean only forbids `true`.
 * - An `only-when` rule on a boolean becomes one `forbidden-when` rule for each of its conditions.
 * - A rule on a boolean stays as it is if it has no condition, or a condition on that boolean.
 */
export function placedDrafts(
  drafts: readonly Draft[],
  { fields, inner }: Vocabulary,
): readonly Draft[] {
  const isBoolean = (name: string): boolean => fields.get(name)?.facts.type === "boolean";
  // If a field has a default, a condition on that value also holds when the field is absent.
  const isSwitch = (name: string): boolean =>
    isBoolean(name) && fields.get(name)?.facts.default === undefined;
  return drafts
    .map((draft) => ({
      ...draft,
      when: draft.when.map((condition): Condition => {
        const isSet = "present" in condition && condition.present && isSwitch(condition.field);
        return isSet && draft.kind !== "only-when"
          ? { field: condition.field, is: [true] }
          : condition;
      }),
    }))
    .flatMap((draft) => {
      const field = String(draft.params.field);
      return isBoolean(field) ? onlyTrue(draft, field) : [draft];
    })
    .map((draft) => withPaths(draft, inner));
}

function onlyTrue(draft: Draft, field: string): readonly Draft[] {
  if (draft.when.length === 0 || draft.when.some((condition) => condition.field === field))
    return [draft];
  const forbidden = (...when: readonly Condition[]): Draft => ({
    kind: "forbidden-when",
    when: [...when, { field, is: [true] }],
    params: { field },
  });
  if (draft.kind === "forbidden-when") return [forbidden(...draft.when)];
  if (draft.kind === "only-when")
    return draft.when.map((condition) => forbidden(negateCondition(condition)));
  return [draft];
}

/** The rule parameters whose value is a field's name. */
const NAMING = new Set(["field", "start", "end", "startHour", "endHour", "lower", "upper", "date"]);

/**
 * Replaces the names of inner fields in a rule with their paths.
 *
 * Without `inner`, the rule is returned unchanged. With `inner`, the condition that the inner
 * object is set is placed before the other conditions of these rules:
 * - `requires-present` rules
 * - `at-least-one-of` rules
 * - rules that require a value of an inner field
 *
 * This condition is omitted if the object is always required, or if another condition already needs
 * an inner field to be set.
 */
export function withPaths(draft: Draft, inner: InnerFields | undefined): Draft {
  if (inner === undefined) return draft;
  const { path, names, isRequired } = inner;
  const pathOf = (name: string): string => (names.has(name) ? `${path}.${name}` : name);
  const placed = <T extends { readonly field: string }>(one: T): T => ({
    ...one,
    field: pathOf(one.field),
  });
  const params = Object.entries(draft.params).map(([key, value]) => {
    if (NAMING.has(key)) return [key, pathOf(String(value))];
    if (key === "requires") return [key, placed(value as Condition)];
    if (key === "groups")
      return [key, (value as readonly (readonly string[])[]).map((group) => group.map(pathOf))];
    return [key, value];
  });
  const needed = (draft.params.requires as Condition | undefined)?.field ?? "";
  const isNeeded = /^(?:requires-present|at-least-one-of)$/.test(draft.kind) || names.has(needed);
  const isSet = draft.when.some(
    (one) => names.has(one.field) && ("is" in one || ("present" in one && one.present)),
  );
  const guard = isNeeded && !isSet && !isRequired ? [{ field: path, present: true }] : [];
  return {
    ...draft,
    when: [...guard, ...draft.when.map(placed)],
    params: Object.fromEntries(params),
  };
}

/** Where a rule is stated. */
export interface Source extends RuleSource {
  /** Set if no pattern matched the wording and the proposed rule was accepted. */
  readonly proposed?: true;
}

/** A rule as the contract stores it. */
export interface NamedRule extends Draft {
  readonly id: string;
  readonly sources: readonly Source[];
  /**
   * The last version that stated the rule, if its sentence no longer exists. Breaking such a rule
   * only causes a warning.
   */
  readonly until?: string;
}

/**
 * A ban on something that is not in the schema. It is reported as a remark, and nothing is checked.
 */
export interface NotInSchema {
  readonly missing: string;
}

/** An unknown word where a pattern expects one of a few known words. */
export interface UnknownValue {
  /** A message that names the unknown word and lists the known ones. */
  readonly unknown: string;
}

/**
 * The result of reading a sentence with a pattern. Null if the wording fits but refers to something
 * unknown. "elsewhere" if the sentence is about something that is not in the request.
 */
export type PatternResult = readonly Draft[] | NotInSchema | UnknownValue | "elsewhere" | null;

/** Limits on a parameter, or on a property of a schema. */
export interface ProposedLimit {
  readonly field: string;
  readonly limits: StatedLimits;
}

/** Whether a rule or a limit is proposed for a sentence. Guessed rules do not count. */
export function isProposal({
  proposed,
  limit,
}: Pick<UnreadSentence, "proposed" | "limit">): boolean {
  return proposed.length > 0 || limit !== undefined;
}

/**
 * A sentence that may state a requirement but yielded no rule. It is not understood, or its rule is
 * only proposed.
 */
export interface UnreadSentence {
  /** The JSON pointer to the description, plus the number of the sentence in it. */
  readonly location: string;
  readonly fingerprint: string;
  readonly text: string;
  /** Why the sentence yielded no rule, in one clause. */
  readonly reason: string;
  /**
   * Proposed rules, which are enforced if they are accepted. There are none if the sentence could
   * not be read.
   */
  readonly proposed: readonly Draft[];
  /** Limits that the sentence may state for one field. They are enforced if they are accepted. */
  readonly limit?: ProposedLimit;
  /**
   * Other rules that the sentence may state, guessed from the names in it. They must be corrected
   * by hand.
   */
  readonly guessed: readonly Draft[];
  /** The problem to report, for commands that stop at unread sentences. */
  readonly problem: Problem;
}
