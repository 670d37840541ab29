import type { Problem } from "../problem.js";

/** Semver bumps for users of the generated code, largest first. */
const STEPS = ["major", "minor", "patch", "none"] as const;
export type Step = (typeof STEPS)[number];

/** One change. */
export interface Change {
  /** Name of the report or single call in `spec/flows.yaml`. */
  readonly flow: string;
  /**
   * Location in the report or call, such as `columns`, `metrics_filters[].field`,
   * `response.items[].id`, or a rule's id. For a rule of a nested object, the object's location
   * precedes the id. Empty for the report or call as a whole.
   */
  readonly path: string;
  readonly kind: ChangeKind;
  readonly step: Exclude<Step, "none">;
  /** The change in words; long lists are shortened. */
  readonly text: string;
  /** Complete old value; null if there was none. */
  readonly old: Data;
  /** Complete new value; null if it was removed. */
  readonly new: Data;
}

export type ChangeKind =
  | "operation"
  | "field"
  | "required"
  | "type"
  | "values"
  | "columns"
  | "limit"
  | "default"
  | "rule"
  | "statuses"
  | "access"
  | "transport"
  | "docs";

export type Data =
  | null
  | boolean
  | number
  | string
  | readonly Data[]
  | { readonly [key: string]: Data };

/** All changes from one model to another. */
export interface Diff {
  /** Versions of the descriptions, or file names if a description has no version. */
  readonly old: string;
  readonly new: string;
  readonly step: Step;
  readonly changes: readonly Change[];
  /**
   * Problems that must be resolved before the models can be generated. Until then `changes` may be
   * incomplete.
   */
  readonly undecided: readonly Problem[];
}

/** A change without the name of its report or call. */
export type FlowChange = Omit<Change, "flow">;

/** The largest of several steps; "none" for an empty list. */
export function largestStep(steps: readonly Step[]): Step {
  return STEPS.find((step) => steps.includes(step)) ?? "none";
}

/**
 * Whether `step` is at least as large as `bar`. In descending order, the steps are major, minor,
 * patch and none.
 */
export function isAtLeast(step: Step, bar: Step): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(bar);
}

/**
 * Whether a value is sent or received. Requests are closed: they may contain only listed fields.
 * Responses are open: they may contain other fields, and code cannot rely on a field that may be
 * missing.
 */
export type Side = "request" | "response";

/** Whether a type now accepts more values, fewer values, or partly different ones. */
export type Effect = "wider" | "narrower" | "other";

/**
 * The semver bump for a type that now accepts more, fewer or different values. It is minor for a
 * wider request or a narrower response, otherwise major.
 */
export function stepOf(effect: Effect, side: Side): "major" | "minor" {
  return effect === (side === "request" ? "wider" : "narrower") ? "minor" : "major";
}

/**
 * Whether users lose something, although none of their code breaks. True if:
 * * a rule is removed or no longer stated by the description,
 * * a limit is no longer checked,
 * * a response has lost an enum value or a union member.
 */
export function isLoss({ kind, step, text, old, new: current }: Change): boolean {
  if (step === "major") return false;
  if (kind === "rule") return current === null || text.startsWith("rule no longer stated: ");
  return step === "minor" && kind !== "access" && old !== null && current === null;
}
