import type { View } from "../code.js";
import type { Field, Type } from "../model/model.js";
import type { Condition, Severity } from "../model/rule.js";
import type { Breach } from "./breach.js";

/** One kind of cross-field rule. Adding one: a module here, a partial in templates/rules, a test in test/rules, a line in kinds.ts. */
export interface RuleKind<Params extends object = object> {
  /** As written in `x-rules` and rules.yaml, and the name of its partial. */
  readonly name: string;
  /** Whether `when` says when the rule applies, or when the field is allowed. */
  readonly when: "applies" | "allows";
  /** There where rules of the kind never stop a request, however sure they are. */
  readonly severity?: "warning";
  /** The YAML entry as parameters, nothing else in them. Throws a TypeError that says what is missing. */
  parse(entry: Entry, shape: Shape): Params;
  /** The fields that it reads, besides those of `when`. A field that the body does not have stops generation. */
  fields(params: Params): readonly string[];
  /** Those among the fields that it reads as calendar days. */
  days(params: Params): readonly string[];
  /** What else is wrong with the rule for this body, which has its fields, such as a value that the enum does not have. */
  check(params: Params, shape: Shape): readonly string[];
  /** The parameters without values that this body does not have, and what they are then without; by default they have none. */
  narrow?(params: Params, shape: Shape): { readonly params: Params; readonly lacks: readonly string[] };
  /** Whether the schema of this body says the same already, so that the rule would say it twice; never, by default. */
  implied?(params: Params, shape: Shape): boolean;
  /** The rule as a clause: fields and limit; a warning says what may happen. The condition follows by itself ("… when granularity is HOUR"). */
  message(params: Params, shape: Shape, severity: Severity): string;
  /** What its partial is given, besides `id`, `severity` and `says`. */
  view(params: Params, shape: Shape, severity: Severity): Readonly<Record<string, View>>;
  /** How the compiler refuses what certainly breaks the rule; null where types cannot see it, as with days. */
  type(params: Params): TypeCheck | null;
  /** The ways to break the rule, for notations that others read. What a notation cannot say is left out there by name. */
  breaches(params: Params): readonly Breach[];
  /** Of some columns those that it is about, where it bars none of them. */
  concerns?(params: Params, names: readonly string[]): readonly string[];
  /** What its partial calls from the support entry. */
  readonly uses: readonly ("isDayShaped" | "onEdge" | "violation")[];
  /** Whether its partial reads `today`. */
  readonly today: boolean;
}

/** A certain violation in terms of types. The rule's own `when` comes on top. */
export interface TypeCheck {
  /** Each list must have at least one condition that surely holds. */
  readonly certain: readonly (readonly Condition[])[];
  /** The field at which the compiler complains; null for the request itself. */
  readonly at: string | null;
  /** For a list: the items that it complains about; otherwise the whole field. */
  readonly items?: { readonly values: readonly string[]; readonly says: string };
}

export type Entry = Readonly<Record<string, unknown>>;

/** The body that a rule is about. */
export interface Shape {
  field(name: string): Field | undefined;
  /** The values that a field, or an array field's items, may have; null where any goes. */
  values(type: Type): readonly (string | number)[] | null;
}

/** Whether a field is a list, which may be null. */
export function isList(type: Type | undefined): boolean {
  return type?.kind === "nullable" ? isList(type.of) : type?.kind === "array";
}
