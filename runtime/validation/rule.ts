/** A cross-field rule as data: for forms, docs and planners that want to show or use it. */
export interface Rule {
  /** Public and stable; stands in every violation of the rule. */
  readonly id: string;
  /** `max-range`, `forbidden-when` and so on; says what `params` holds. */
  readonly kind: string;
  readonly severity: "error" | "warning";
  /** The rule in words. */
  readonly says: string;
  /** All must hold for the rule to apply; none: it always applies. */
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
  /** Last version of the description that states the rule. Set if a newer one no longer does; the rule is then a warning. */
  readonly until?: string;
  /** Why it is enforced, where Pinterest's description does not say it. */
  readonly because?: string;
  /** Where the description says it: JSON pointer and fingerprint of the sentence. */
  readonly sources: readonly { readonly at: string; readonly fingerprint: string }[];
}

/** About a field after defaults are filled in; `present` is about what the caller wrote. `isNot` also holds for a field that is not there. */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };
