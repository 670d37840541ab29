import type { FieldPaths, LevelFacts, Statuses } from "../contract.js";
import type { ColumnFacts } from "../validation/column-kinds.js";
import type { Condition, Formula } from "../validation/rule.js";

/** Facts about a flow that the fake server needs: calls, body, rules and columns. Plain data. */
export interface ContractFacts {
  readonly name: string;
  readonly create: OperationFacts;
  readonly poll: OperationFacts;
  /** The request body of `create`. */
  readonly body: ObjectFacts;
  /** Object types inside the body. */
  readonly objects: readonly ObjectFacts[];
  /** Enums inside the body. */
  readonly enums: readonly EnumFacts[];
  /** Unions inside the body. */
  readonly unions?: readonly UnionFacts[];
  readonly statuses: Statuses;
  readonly rules: readonly RuleFacts[];
  /** Conditions under which a body is sure to break a rule. */
  readonly breaches: readonly BreachFacts[];
  /** Columns that can be requested, with the kinds of their values. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /** The columns that every row has, by level. Absent if the files' format is not known. */
  readonly levels?: readonly LevelFacts[];
}

/** A call, such as `post` to `/ad_accounts/{ad_account_id}/reports`. */
export interface OperationFacts {
  readonly method: "get" | "post";
  readonly path: string;
  /** Parameter for the ad account id. Default: `ad_account_id`. */
  readonly account?: string;
  /** The poll call's parameter for the report token. Default: `token`. */
  readonly token?: string;
  /**
   * Paths of response fields that have unusual names or are nested. By default, all fields are at
   * the top level, under their usual names.
   */
  readonly paths?: FieldPaths;
  /**
   * Whether the request has a JSON body. If not, all of its data is in the path and query. Default:
   * true.
   */
  readonly body?: boolean;
  /** Property that contains the response's fields. Default: none; they are at the top level. */
  readonly envelope?: string;
  /**
   * Response fields that must not be null according to the API description. Such a field is absent
   * if it has no value. Default: none.
   */
  readonly notNull?: readonly string[];
  /** Request fields that the response repeats. Default: none. */
  readonly repeats?: readonly string[];
}

/** An object type and its fields. */
export interface ObjectFacts {
  readonly name: string;
  readonly fields: readonly FieldFacts[];
  /** Type and limits of fields that are not listed in `fields`. */
  readonly additionalProperties?: { readonly type: TypeFacts; readonly limits: LimitFacts };
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Name of the union that defines which fields go together. */
  readonly oneOf?: string;
}

/**
 * One of several types. The value's field named `discriminator` selects the member. If
 * `discriminator` is null, any matching member is accepted.
 */
export interface UnionFacts {
  readonly name: string;
  readonly discriminator: string | null;
  readonly members: readonly {
    readonly type: TypeFacts;
    readonly limits: LimitFacts;
    readonly values: readonly string[];
  }[];
}

/** A field of an object type. */
export interface FieldFacts {
  readonly name: string;
  readonly type: TypeFacts;
  readonly required: boolean;
  /** Value that the API assumes if the field is absent. */
  readonly default?: string | number | boolean;
  readonly limits: LimitFacts;
}

/**
 * Type of a value. `name` refers to an enum, object or union. `each` contains the limits of an
 * array's items.
 */
export type TypeFacts =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object" | "union"; readonly name: string }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  | { readonly kind: "any" | "bytes" }
  | { readonly kind: "array"; readonly items: TypeFacts; readonly each: LimitFacts }
  | { readonly kind: "nullable"; readonly of: TypeFacts };

/** An enum and its values. */
export interface EnumFacts {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

/**
 * Limits on a value. An absent limit does not apply. Lengths are in characters, as JSON Schema
 * counts them.
 */
export interface LimitFacts {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly format?: "date" | "date-time";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: true;
}

/**
 * A condition under which a body breaks a rule. All formulas in `when`, and the formula in `body`,
 * must hold.
 */
export interface BreachFacts {
  /** Id of the rule. */
  readonly rule: string;
  readonly when: readonly Formula[];
  readonly body: Formula;
}

/** A rule of the contract. `kind` determines the content of `params`. */
export interface RuleFacts {
  readonly id: string;
  readonly kind: string;
  readonly severity: "error" | "warning";
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}
