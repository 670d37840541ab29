import type { Condition, Rule } from "../validation/rule.js";
import type { ValidateOptions, Violation } from "../validation/violation.js";

/** The requests to send for a body that exceeds the limits for one request. Plain data. */
export interface Plan<Request> {
  /**
   * The requests, oldest days first. Run them in this order, because Pinterest stops offering the
   * oldest days first. Empty if nothing can be requested.
   */
  readonly requests: readonly Request[];
  /** Requested days and values that no request covers. */
  readonly dropped: readonly Dropped[];
  /**
   * Notes for anyone who uses the rows. They cover numbers that cannot be summed, assumptions, and
   * lists that were split.
   */
  readonly notes: readonly string[];
  /**
   * Violations that planning cannot fix. If any of them is an error, there are no requests. A
   * warning applies to the planned requests too.
   */
  readonly problems: readonly Violation[];
}

/**
 * Type of a planned request: the body's type with other days and shorter lists. The list
 * `UnsplitField` keeps its type if all of `Conditions` are true. If the body's type does not extend
 * `Request`, the result is `Request`.
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
 * Type of a planner's argument: any body. For a literal with an unknown value in `columns`, the
 * type is `Request`, so the compiler reports the value.
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

/** Days or values that no request of the plan covers. */
export type Dropped = DroppedDays | DroppedValues;

/** Days that a rule forbids. */
export interface DroppedDays {
  /** First dropped day, in `YYYY-MM-DD` format. */
  readonly start_date: string;
  /** Last dropped day, in `YYYY-MM-DD` format. */
  readonly end_date: string;
  /** Number of days, including both ends. */
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

/** Options for planners. */
export interface PlanOptions extends ValidateOptions {
  /**
   * Whether to split a report with one row for the whole range, as with TOTAL. You can add up
   * counts and money from the parts, but not rates, users or frequency. Default: false.
   */
  readonly splitTotal?: boolean | undefined;
}

/** Facts about a flow that a planner needs. Generated from the contract. */
export interface PlanFacts {
  readonly rules: readonly Rule[];
  /** The flow's validator, which checks every request. */
  validate(body: unknown, options?: ValidateOptions): readonly Violation[];
  /** The API's defaults for fields that appear in conditions. */
  readonly defaults: Readonly<Record<string, string | number | boolean>>;
  /** Lists with a maximum length that may be split between requests. */
  readonly lists: readonly ListFacts[];
  /**
   * The field that groups days, and where each of its values allows a split. With any other value,
   * a range is never split.
   */
  readonly grouping?: {
    readonly field: string;
    readonly buckets: Readonly<Record<string, Bucket>>;
  };
  /**
   * Whether a report covers all its days at once, like a list of top Pins. Several such reports
   * cannot be combined into one.
   */
  readonly undivided?: true;
  /** Response fields that contain totals over all days. */
  readonly totals?: readonly string[];
  /**
   * Body fields that filter rows. The API applies them to each request separately, so splitting can
   * change which rows they select.
   */
  readonly filters: readonly string[];
  /** Field that selects a page of the response. Its value is valid for one request only. */
  readonly bookmark?: string;
}

/** A list in the body. */
export interface ListFacts {
  readonly field: string;
  readonly maxItems: number;
  readonly minItems: number;
  /** Condition under which the list must not be split, because its values belong together. */
  readonly together?: Condition;
  /** Whether each value has its own rows. If not, the values only filter rows. */
  readonly splitsRows: boolean;
}

/**
 * Where a range of days may be split. `day`: between any two days; `week`: before a Monday;
 * `month`: before the first of a month; `total`: nowhere.
 */
export type Bucket = "day" | "week" | "month" | "total";

/** A request body with unchecked fields. */
export type Body = Readonly<Record<string, unknown>>;

/** A body, and everything the planner needs to plan it. */
export interface PlanContext {
  readonly body: Body;
  readonly facts: PlanFacts;
  /** Today as a day number: days since 1970-01-01, in UTC. */
  readonly today: number;
  readonly splitTotal: boolean;
}

/** Additional results of a planning step. */
export interface PlanFindings {
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
  readonly problems: readonly Violation[];
}
