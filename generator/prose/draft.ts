import type { StatedLimits } from "../lower/stated-limits.js";
import type { Condition, RuleSource } from "../model/model.js";
import type { Problem } from "../problem.js";

/**
 * A rule without a name: the statement of one sentence, resolved against the fields and values of
 * its version.
 */
export interface Draft {
  readonly kind: string;
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}

/** Where a rule is stated. */
export interface Source extends RuleSource {
  /** Set if no pattern knew the wording, and the proposed rule was accepted. */
  readonly proposed?: true;
}

/** A rule as the contract stores it. */
export interface NamedRule extends Draft {
  readonly id: string;
  readonly sources: readonly Source[];
  /**
   * For a rule whose sentence is gone: the last version that stated it. The rule then only warns.
   */
  readonly until?: string;
}

/**
 * A prohibition of something that the schema does not have: reported as a remark, with nothing to
 * check.
 */
export interface NotInSchema {
  readonly missing: string;
}

/** An unknown word where a pattern expects one of a few. */
export interface UnknownValue {
  /** Message with the word and the known ones. */
  readonly unknown: string;
}

/**
 * Result of a pattern: null if the words fit and do not resolve, "elsewhere" if they are about
 * something that a request does not have.
 */
export type PatternResult = readonly Draft[] | NotInSchema | UnknownValue | "elsewhere" | null;

/** Limits of a parameter, or of a property of a schema. */
export interface ProposedLimit {
  readonly field: string;
  readonly limits: StatedLimits;
}

/** Whether something is proposed for a sentence. */
export function isProposal({
  proposed,
  limit,
}: Pick<UnreadSentence, "proposed" | "limit">): boolean {
  return proposed.length > 0 || limit !== undefined;
}

/**
 * A sentence that may bind and gives no rule: it is not understood, or its rule is only proposed.
 */
export interface UnreadSentence {
  /** JSON pointer of its text, and the number of the sentence in it. */
  readonly location: string;
  readonly fingerprint: string;
  readonly text: string;
  /** Why it gives no rule, in one clause. */
  readonly reason: string;
  /** Proposed rules, which bind when they are accepted; empty if the sentence could not be read. */
  readonly proposed: readonly Draft[];
  /** Limits of one field that it may state, which bind when they are accepted. */
  readonly limit?: ProposedLimit;
  /** What else it may state, judged only by what it names: for a person to correct. */
  readonly guessed: readonly Draft[];
  /** The same as a problem, for commands that stop at it. */
  readonly problem: Problem;
}
