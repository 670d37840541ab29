import type { Condition, Rule } from "../validation/rule.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** What to send instead of a body that asks for more than one request may. Plain data. */
export interface Plan<Request> {
  /** The requests, oldest days first: run them in this order, because the oldest leave Pinterest's window first. Empty when nothing can be asked. */
  readonly requests: readonly Request[];
  /** What was asked for and is in no request. */
  readonly dropped: readonly Dropped[];
  /** What a reader of the rows must know, in sentences: sums that cannot be made, assumptions, lists that were split. */
  readonly notes: readonly string[];
  /** What planning cannot mend, as validators say it. With an error there are no requests; a warning is true of the requests too. */
  readonly problems: readonly Violation[];
}

/** What the requests of a plan do not ask for, though the body did. */
export type Dropped = DroppedDays | DroppedValues;

/** Days that a rule does not let anyone ask for. */
export interface DroppedDays {
  /** First day, as `YYYY-MM-DD`. */
  readonly start_date: string;
  /** Last day, as `YYYY-MM-DD`; it is dropped too. */
  readonly end_date: string;
  /** How many days, both ends counted. */
  readonly days: number;
  /** The rule's id. */
  readonly because: string;
}

/** Values of a list, such as columns, that a rule bars for this body. */
export interface DroppedValues {
  readonly field: string;
  readonly values: readonly (string | number)[];
  /** The rule's id. */
  readonly because: string;
}

/** What planners take beside the body. */
export interface PlanOptions extends ValidateOptions {
  /**
   * Whether what is answered for the whole range at once, as with TOTAL, may become several. Their counts and money can be added up; rates, users and frequency
   * cannot, which is why it is refused unless asked for. Default: false.
   */
  readonly splitTotal?: boolean;
}

/** What a planner must know of a flow besides its rules. Made by the generator from the contract. */
export interface PlanFacts {
  readonly rules: readonly Rule[];
  /** The flow's validator: has the last word on every request. */
  validate(body: unknown, options?: ValidateOptions): readonly Violation[];
  /** What the API assumes for fields that conditions read. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  /** Lists with a longest length, whose values may go to different requests. */
  readonly lists: readonly ListFacts[];
  /** The field that says how days are grouped, and where each of its values may be cut. A value that is not here is never cut. */
  readonly grouping?: { readonly field: string; readonly cut: Readonly<Record<string, Bucket>> };
  /** Whether an answer is about all of its days at once, such as a list of the first Pins, so that several do not make one. */
  readonly undivided?: true;
  /** Sums in an answer over all of its days, beside what it says day by day. */
  readonly summed?: readonly string[];
  /** Fields that the API judges request by request, so that splitting can change what they let through. */
  readonly judged: readonly string[];
}

/** One list of the body. */
export interface ListFacts {
  readonly field: string;
  readonly most: number;
  readonly least: number;
  /** When this holds, the values mean something only together. */
  readonly together?: Condition;
  /** Whether the values split the rows; otherwise they choose among them. */
  readonly splitsRows: boolean;
}

/** Where a span of days may be cut: between any two days, before a Monday, before the first of a month, nowhere. */
export type Bucket = "day" | "week" | "month" | "total";

export type Body = Readonly<Record<string, unknown>>;

/** A body and what it is planned with. */
export interface PlanContext {
  readonly body: Body;
  readonly facts: PlanFacts;
  /** Day number. */
  readonly today: number;
  readonly splitTotal: boolean;
}

/** One step's findings, besides its own result. */
export interface PlanFindings {
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
  readonly problems: readonly Violation[];
}

/** `1 day`, `2 days`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
