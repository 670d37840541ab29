/** What several fields owe each other, or a field and the day. */
export interface Rule {
  /** The kind, then what distinguishes the rule; public, never changed. */
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  /** All must hold for the rule to apply; none: it always applies. */
  readonly when: readonly Condition[];
  /** What the kind needs: fields, amounts, values. Plain data, parsed by `generator/rules/<kind>.ts`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The last version of the description that said it, where its sentence is gone: it only warns then. */
  readonly until?: string;
  /** Why we enforce it, when the description's prose does not say it. */
  readonly because?: string;
  /** Where the description says it. */
  readonly sources: readonly RuleSource[];
}

export type Severity = "error" | "warning";

/** A sentence of the description, by place and fingerprint; never by its text. */
export interface RuleSource {
  readonly at: string;
  readonly fingerprint: string;
}

/** A field left out counts as its default, if it has one; `present` looks at what the caller wrote; `isNot` also holds for a field that is not there. */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };
