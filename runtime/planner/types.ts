import type { Condition, Rule } from "../validation/rule.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** The requests to send instead of a body that exceeds the limits of one request. Plain data. */
export interface Plan<Request> {
  /**
   * The requests, oldest days first. Run them in this order, because the oldest days leave
   * Pinterest's window first. Empty if nothing can be requested.
   */
  readonly requests: readonly Request[];
  /** Requested days and values that no request of the plan covers. */
  readonly dropped: readonly Dropped[];
  /** Notes for whoever reads the rows: invalid sums, assumptions, lists that were split. */
  readonly notes: readonly string[];
  /**
   * Problems that planning cannot fix, as validators report them. If one is an error, there are no
   * requests; a warning also applies to the requests.
   */
  readonly problems: readonly Violation[];
}

/**
 * The type of a planned request: the body's type with other days and shorter lists. The list
 * `UnsplitField` keeps its type if all of `Conditions` are true. It is `Request` if the body is not
 * certainly a request.
 */
export type Planned<
  Request,
  Body,
  UnsplitField = never,
  Conditions extends readonly boolean[] = [],
> = 0 extends 1 & Body
  ? Request
  : Body extends Request
    ? {
        readonly [Key in keyof Body]: Body[Key] extends readonly (infer Item)[]
          ? Key extends (false extends Conditions[number] ? never : UnsplitField)
            ? Body[Key]
            : readonly Item[]
          : Key extends keyof Request
            ? string extends Request[Key]
              ? string
              : Body[Key]
            : Body[Key];
      }
    : Request;

/**
 * The type of a planner's argument: a body of any type. For a literal whose `columns` has an
 * unknown value, it is `Request`, so that the compiler reports the value.
 */
export type Plannable<
  Request extends { readonly columns?: readonly unknown[] | null },
  Body,
> = Body extends {
  readonly columns: readonly (infer Column)[];
}
  ? string extends Column
    ? Body
    : [Column] extends [NonNullable<Request["columns"]>[number]]
      ? Body | Request
      : Request
  : Body | Request;

/** Days or values of the body that no request of the plan covers. */
export type Dropped = DroppedDays | DroppedValues;

/** Days that a rule does not allow. */
export interface DroppedDays {
  /** First day, as `YYYY-MM-DD`. */
  readonly start_date: string;
  /** Last day, as `YYYY-MM-DD`, which is dropped too. */
  readonly end_date: string;
  /** Number of days, both ends counted. */
  readonly days: number;
  /** The rule's id. */
  readonly reason: string;
}

/** Values of a list, such as columns, that a rule forbids for this body. */
export interface DroppedValues {
  readonly field: string;
  readonly values: readonly (string | number)[];
  /** The rule's id. */
  readonly reason: string;
}

/** Options of planners. */
export interface PlanOptions extends ValidateOptions {
  /**
   * Whether a report over the whole range, as with TOTAL, may be split. You can add up counts and
   * money of the parts, but not rates, users or frequency. Default: false.
   */
  readonly splitTotal?: boolean | undefined;
}

/**
 * Facts about a flow that a planner needs besides its rules. The generator makes them from the
 * contract.
 */
export interface PlanFacts {
  readonly rules: readonly Rule[];
  /** The flow's validator, which checks every request. */
  validate(body: unknown, options?: ValidateOptions): readonly Violation[];
  /** Values that the API assumes for fields that conditions read. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  /** Lists with a maximum length whose values may go into different requests. */
  readonly lists: readonly ListFacts[];
  /**
   * The field that groups days, and where each value allows a split. With any other value a range
   * is never split.
   */
  readonly grouping?: {
    readonly field: string;
    readonly buckets: Readonly<Record<string, Bucket>>;
  };
  /**
   * Whether a report is about all of its days at once. A list of top Pins, for example: several of
   * them cannot be combined into one.
   */
  readonly undivided?: true;
  /** Response fields with totals over all days, besides the fields for each day. */
  readonly totals?: readonly string[];
  /**
   * Fields of the body that filter rows. The API applies them to each request separately, so
   * splitting can change which rows they select.
   */
  readonly filters: readonly string[];
  /**
   * The field that selects a page of the response. It belongs to one request and means nothing in
   * another.
   */
  readonly bookmark?: string;
}

/** One list of the body. */
export interface ListFacts {
  readonly field: string;
  readonly maxItems: number;
  readonly minItems: number;
  /** Condition under which the values only make sense together, and so are not split. */
  readonly together?: Condition;
  /** Whether each value has rows of its own; otherwise the values select rows. */
  readonly splitsRows: boolean;
}

/**
 * Where a span of days may be cut. That is between any two days, before a Monday, before the first
 * of a month, or nowhere.
 */
export type Bucket = "day" | "week" | "month" | "total";

/** A request body as an object with unchecked fields. */
export type Body = Readonly<Record<string, unknown>>;

/** A body and what is needed to plan it. */
export interface PlanContext {
  readonly body: Body;
  readonly facts: PlanFacts;
  /** Day number. */
  readonly today: number;
  readonly splitTotal: boolean;
}

/** Findings of one planning step, besides its result. */
export interface PlanFindings {
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
  readonly problems: readonly Violation[];
}
