import type { Statuses } from "../contract.js";
import type { Condition } from "../validation/rule.js";

/** What a fake server must know of one flow of the contract: the calls, the body, the rules, the columns. Plain data. */
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
  /** The columns that can be asked for, with what their values are. */
  readonly columns: readonly ColumnOfFacts[];
  /** What every row of a level has; left out where nobody has seen the files. */
  readonly levels?: readonly LevelFacts[];
}

/** One call, such as `post` of `/ad_accounts/{ad_account_id}/reports`. */
export interface OperationFacts {
  readonly method: "get" | "post";
  readonly path: string;
  /** The parameter that is the ad account. Default: `ad_account_id`. */
  readonly account?: string;
  /** Whether what is asked for stands in a JSON body; else all of it stands in the address. Default: true. */
  readonly body?: boolean;
  /** The property that the response's fields stand in. Default: none, they stand at the top level. */
  readonly envelope?: string;
  /** Fields of the response that the description does not let be null: with nothing to say they are left out. Default: none. */
  readonly notNull?: readonly string[];
  /** Fields of the request that the response has to have, too. Default: none. */
  readonly repeats?: readonly string[];
}

export interface ObjectFacts {
  readonly name: string;
  readonly fields: readonly FieldFacts[];
  /** What fields of other names hold. */
  readonly others?: { readonly type: TypeFacts; readonly limits: LimitFacts };
  readonly least?: number;
  /** The union that says which fields go together. */
  readonly oneOf?: string;
}

/** One of several types: which, says the field `by`, or whatever the value fits. */
export interface UnionFacts {
  readonly name: string;
  readonly by: string | null;
  readonly members: readonly { readonly type: TypeFacts; readonly limits: LimitFacts; readonly values: readonly string[] }[];
}

export interface FieldFacts {
  readonly name: string;
  readonly type: TypeFacts;
  readonly required: boolean;
  /** What the API assumes when the field is left out. */
  readonly default?: string | number | boolean;
  readonly limits: LimitFacts;
}

export type TypeFacts =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object" | "union"; readonly name: string }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  | { readonly kind: "any" | "bytes" }
  | { readonly kind: "array"; readonly items: TypeFacts; readonly each: LimitFacts }
  | { readonly kind: "nullable"; readonly of: TypeFacts };

export interface EnumFacts {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

export interface LimitFacts {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly above?: number;
  readonly format?: "date";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A rule as the contract has it; `kind` says what `params` holds. */
export interface RuleFacts {
  readonly id: string;
  readonly kind: string;
  readonly severity: "error" | "warning";
  readonly when: readonly Condition[];
  readonly params: Readonly<Record<string, unknown>>;
}

export interface ColumnOfFacts {
  readonly name: string;
  /** `id`, `name`, `count`, `micro-money` and so on. */
  readonly value: string;
}

/** The rows of a report of one level, such as `CAMPAIGN`. */
export interface LevelFacts {
  readonly name: string;
  /** The id columns that each row has. */
  readonly has: readonly string[];
  /** Those of them that hold the id under which JSON files list the rows. */
  readonly listedUnder: readonly string[];
  /** What we call that id where no column holds it. */
  readonly ours?: string;
  /** What rows are told apart by: of each group, one column must be asked for. */
  readonly toldApartBy?: readonly (readonly string[])[];
}
