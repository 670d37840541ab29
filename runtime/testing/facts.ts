import type { FieldPaths, LevelFacts, Statuses } from "../contract.js";
import type { ColumnFacts } from "../validation/column-kinds.js";
import type { Condition, Formula } from "../validation/rule.js";

/**
 * What the fake server needs to know of one flow of the contract: the calls, the body, the rules,
 * the columns. Plain data.
 */
export interface ContractFacts {
  readonly name: string;
  readonly create: OperationFacts;
  readonly poll: OperationFacts;
  /** The request body of `create`. */
  readonly body: ObjectFacts;
  /** Object types that the body reaches. */
  readonly objects: readonly ObjectFacts[];
  /** Enums that the body reaches. */
  readonly enums: readonly EnumFacts[];
  /** Unions that the body reaches. */
  readonly unions?: readonly UnionFacts[];
  readonly statuses: Statuses;
  readonly rules: readonly RuleFacts[];
  /** The ways in which a body violates a rule for certain. */
  readonly breaches: readonly BreachFacts[];
  /** The columns that can be requested, with the kind of their values. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
  /**
   * The columns that every row of a level has; absent when the format of the files is not known.
   */
  readonly levels?: readonly LevelFacts[];
}

/** One call, such as `post` of `/ad_accounts/{ad_account_id}/reports`. */
export interface OperationFacts {
  readonly method: "get" | "post";
  readonly path: string;
  /** The parameter that holds the ad account id. Default: `ad_account_id`. */
  readonly account?: string;
  /** The parameter of poll that takes the token. Default: `token`. */
  readonly token?: string;
  /** Where the response has fields under other names, or deeper. Default: at the top. */
  readonly paths?: FieldPaths;
  /**
   * Whether the request is sent as a JSON body; else all of it is in the path and query. Default:
   * true.
   */
  readonly body?: boolean;
  /** The property that wraps the response's fields. Default: none, they are at the top level. */
  readonly envelope?: string;
  /**
   * Response fields that the description does not allow to be null: they are absent when they have
   * no value. Default: none.
   */
  readonly notNull?: readonly string[];
  /** Request fields that the response repeats. Default: none. */
  readonly repeats?: readonly string[];
}

/** An object type and its fields. */
export interface ObjectFacts {
  readonly name: string;
  readonly fields: readonly FieldFacts[];
  /** Type and limits of fields with other names. */
  readonly additionalProperties?: { readonly type: TypeFacts; readonly limits: LimitFacts };
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /** Name of the union that says which fields go together. */
  readonly oneOf?: string;
}

/**
 * One of several types. The field `discriminator` selects the member; if it is null, any member
 * that fits.
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

/** One field of an object type. */
export interface FieldFacts {
  readonly name: string;
  readonly type: TypeFacts;
  readonly required: boolean;
  /** The value that the API assumes when the field is absent. */
  readonly default?: string | number | boolean;
  readonly limits: LimitFacts;
}

/**
 * The type of a value; `name` refers to the enum, object or union with that name, and `each` has
 * the limits of the items.
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

/** The limits of a value; an absent one does not apply. Lengths are in characters, as JSON Schema counts them. */
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

/** One way to violate a rule: `body` holds, and so does all of `when`. */
export interface BreachFacts {
  /** Id of the rule. */
  readonly rule: string;
  readonly when: readonly Formula[];
  readonly body: Formula;
}

/** A rule of the contract; `kind` determines what `params` holds. */
export interface RuleFacts {
  readonly id: string;
  readonly kind: string;
  readonly severity: "error" | "warning";
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}
