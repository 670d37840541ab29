import type { Problem } from "../problem.js";

/** What a change means for who uses the generated code, the worst first. */
export const STEPS = ["major", "minor", "patch", "none"] as const;
export type Step = (typeof STEPS)[number];

/** One thing that is not as it was. */
export interface Change {
  /** The report or the single call, by its name in `spec/flows.yaml`. */
  readonly flow: string;
  /** Where in it: `columns`, `metrics_filters[].field`, `answer.items[].id`, the id of a rule; empty for the whole. */
  readonly place: string;
  readonly kind: ChangeKind;
  readonly step: Exclude<Step, "none">;
  /** In words; long lists cut short. */
  readonly text: string;
  /** As it was, whole; null for what was not there. */
  readonly old: Data;
  /** As it is now, whole; null for what is gone. */
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
  | "wire"
  | "docs";

export type Data = null | boolean | number | string | readonly Data[] | { readonly [key: string]: Data };

/** All that changed from one model to another. */
export interface Diff {
  /** The versions of the descriptions, or the files where they do not say. */
  readonly old: string;
  readonly new: string;
  readonly step: Step;
  readonly changes: readonly Change[];
  /** What a person has to decide before either can be generated; until then more may have changed than is told. */
  readonly undecided: readonly Problem[];
}

/** A change before it is known whose it is. */
export type Found = Omit<Change, "flow">;

/** The worst of several. */
export function worst(steps: readonly Step[]): Step {
  return STEPS.find((step) => steps.includes(step)) ?? "none";
}

/** Whether a step is as bad as another, or worse. */
export function reaches(step: Step, bar: Step): boolean {
  return STEPS.indexOf(step) <= STEPS.indexOf(bar);
}

/** Requests are closed: nobody may send what is not there. Answers are open, and nobody may count on what may be missing. */
export type Side = "request" | "answer";

/** More values than before, fewer, or others. */
export type Effect = "wider" | "narrower" | "other";

/** What it means that a type takes in more or less than before: who asks needs all of the old, who reads is ready for no more than that. */
export function stepOf(effect: Effect, side: Side): "major" | "minor" {
  return effect === (side === "request" ? "wider" : "narrower") ? "minor" : "major";
}
