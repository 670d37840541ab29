import type { ColumnValue } from "../../runtime/validation/column-kinds.js";
import type { Condition, Rule as PrintedRule } from "../../runtime/validation/rule.js";

export type { Condition };

/** A column that can be requested. */
export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
  /** False if `value` is only inferred from the column's name. */
  readonly verified: boolean;
  /** Set if a missing number does not mean zero, as for cost per click. */
  readonly zero?: false;
  /** More facts about the column, in our own words. */
  readonly note?: string;
  /** The column's label, if it is not derived from the name. */
  readonly label?: string;
}

/**
 * A level of a report. The contents of its rows are known from other projects that read report
 * files.
 */
export interface Level {
  readonly name: string;
  /**
   * Columns that every row contains if they are requested. They contain the ids of the row's entity
   * and its parents.
   */
  readonly has: readonly string[];
  /**
   * The columns in `has` that contain the id of the row's own entity. JSON files list rows under
   * this id.
   */
  readonly listedUnder: readonly string[];
  /**
   * Our name for the id of the row's own entity. Set only if no column contains this id. It is not
   * a column that can be requested.
   */
  readonly ours?: string;
  /**
   * Groups of columns. If at least one column of each group is requested, no two rows of the level
   * are equal.
   */
  readonly distinguishedBy: readonly (readonly string[])[];
}

/**
 * Everything the generator knows about the API. Templates, rules and release notes use nothing
 * else.
 */
export interface Model {
  readonly source: Source;
  readonly flows: readonly Flow[];
  /** Operations, in the order of `spec/flows.yaml`. */
  readonly operations: readonly Operation[];
  /**
   * The columns of all operations that return rows, with the kind of their values. Absent if no
   * operation returns rows.
   */
  readonly columns?: readonly Column[];
  /**
   * The types of named schemas, which operations share.
   *
   * `request` contains the types that are sent. `response` contains the types that the API returns,
   * with open enums. A schema that is the same in both directions is in both.
   */
  readonly schemas?: Readonly<Record<"request" | "response", NamedTypes>>;
  /**
   * True if `operations` contains all operations of the description. The client then has no methods
   * for them; each operation is imported separately.
   */
  readonly allOperations?: true;
}

/** Types that have names. */
export interface NamedTypes {
  readonly objects: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  /** Absent if there are none. */
  readonly unions?: readonly UnionType[];
}

/** Origin of the API description. */
export interface Source {
  readonly title: string;
  readonly version: string;
  /** SHA-256 of the description's bytes. */
  readonly sha256: string;
}

/**
 * The request of a report or operation: its body, named types, and cross-field rules. The types
 * include the types in `schemas` that the body and the responses use.
 */
export interface Request extends NamedTypes {
  /** Name in `spec/flows.yaml`, in kebab-case. */
  readonly name: string;
  /** One sentence in our own words. */
  readonly doc: string;
  /** The operation's description from the API description, if the output may contain it. */
  readonly description?: string;
  /** Parameters and body fields in one object, with `allOf` flattened. */
  readonly body: ObjectType;
  readonly rules: readonly Rule[];
}

/**
 * A report, from the create call to its rows. The ad account is a separate argument, not part of
 * the request.
 */
export interface Flow extends Request {
  readonly create: ReportOperation;
  readonly poll: ReportOperation;
  /** Encoding of the body of `create`; null if all parameters are in the path and query. */
  readonly content: Content | null;
  /** Media type of the body, if it is not the default of `content`. */
  readonly mediaType?: string;
  readonly statuses: Statuses;
  /** The columns that can be requested, with the kind of their values. */
  readonly columns: readonly Column[];
  /**
   * The columns that rows of each level are known to contain. Absent if the file format is unknown.
   */
  readonly levels?: readonly Level[];
  /**
   * The id and text columns of the file, for requests that do not list columns. If the request has
   * `columns`, `zeros` contains the columns whose missing values mean zero.
   */
  readonly known?: {
    readonly ids: readonly string[];
    readonly texts: readonly string[];
    readonly zeros: readonly string[];
  };
}

/** A call whose response is the result, without polling. */
export interface Operation extends Request {
  /** Set if the client has no method for the call, which is imported separately. */
  readonly onClient?: false;
  readonly call: HttpCall;
  /** Encoding of the body; null if there is none. */
  readonly content: Content | null;
  /** Media type of the body, if it is not the default of `content`. */
  readonly mediaType?: string;
  /**
   * The request field whose value is the whole body. Null if the body consists of the request's
   * other fields.
   */
  readonly bodyField: string | null;
  /** Type of the 2xx response; null if it is empty. */
  readonly response: Type | null;
  /** Type of an item if the response is one page of a list; otherwise null. */
  readonly pageOf: Type | null;
  /** How to get from page to page. Absent if the fields have their usual names. */
  readonly paging?: Paging;
}

/**
 * Where a page contains its items, and the cursor for the next request. Each path starts at the top
 * of the response.
 */
export interface Paging {
  readonly items: readonly string[];
  readonly cursor: readonly string[];
  /** The query parameter that takes the cursor. */
  readonly parameter: string;
  /** Set if the list can be absent or null in a page without items. */
  readonly optionalItems?: true;
}

/** Encodings of a request body. */
export type Content = "json" | "form" | "multipart" | "binary";

/** The create or the poll operation of a report. */
export interface ReportOperation extends HttpCall {
  /** The 2xx response, without its envelope. */
  readonly response: ObjectType;
  /**
   * The property of the response that wraps the fields the runtime reads. Absent if they are at the
   * top level.
   */
  readonly envelope?: string;
  /** The parameter for the ad account, if it is not `ad_account_id`. */
  readonly account?: string;
  /** The parameter of poll for the token, if it is not `token`. */
  readonly token?: string;
  /**
   * Values of poll's other required parameters, each of which has only one possible value. Absent
   * if there are none.
   */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Paths in `response` of the fields that the runtime reads, keyed by the fields' usual names.
   * Omits fields that are at the top level under their usual name.
   */
  readonly paths?: { readonly [Name in "token" | "report_status" | "url"]?: readonly string[] };
}

/** One operation of the API, without the types of its body and response. */
export interface HttpCall {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Headers with fixed values, sent with each request. Absent if there are none. */
  readonly headers?: readonly FixedHeader[];
  /** The first tag of the operation; absent if it has none. */
  readonly tag?: string;
  /** `x-ratelimit-category`: the rate limit bucket of the call. */
  readonly rateLimit: string | null;
  /** The accepted authorizations, any one of which is enough. */
  readonly security: readonly SecurityRequirement[];
  /** `x-sandbox`: whether the call exists in Pinterest's sandbox. */
  readonly sandbox: string | null;
  /** True if the call uses the app's own credentials, not a user's token. */
  readonly clientCredentials?: true;
}

/** One accepted authorization. It needs all its `schemes` and `scopes`. */
export interface SecurityRequirement {
  /**
   * The kinds of authorization. `authorizationCode`, `clientCredentials` and so on stand for a
   * token of that grant; others are `basic`, `bearer`, or the scheme's name.
   */
  readonly schemes: readonly string[];
  readonly scopes: readonly string[];
}

/** A header that is sent with each request of a call. Callers cannot change its value. */
export interface FixedHeader {
  /** Spelled as in the description. */
  readonly name: string;
  readonly value: string;
}

export type Method = "get" | "put" | "post" | "delete" | "patch";

/** A path or query parameter of a call. */
export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly type: Type;
  readonly limits: Limits;
  /**
   * Set if a list or an object is sent as one comma-separated value. For an object, names and
   * values alternate.
   */
  readonly explode?: false;
  /**
   * How the parameter is serialized, if it differs from the default. By default, the parameter is
   * repeated for each item of a list, and the names of an object's fields are put in brackets.
   * `formExploded` applies to objects.
   */
  readonly style?: "spaceDelimited" | "pipeDelimited" | "formExploded" | "json";
}

/** A named object type. */
export interface ObjectType {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Type and limits of additional fields; absent if none are allowed. */
  readonly additionalProperties?: {
    readonly type: Type;
    readonly limits: Limits;
    readonly doc: string;
    readonly description?: string;
  };
  /** Minimum and maximum number of fields. */
  readonly minProperties?: number;
  readonly maxProperties?: number;
  /**
   * Name of the union that determines which fields go together. `fields` then contains the fields
   * of all its members.
   */
  readonly oneOf?: string;
  readonly description?: string;
  /**
   * Cross-field rules of the object, which apply wherever a request contains the object. Absent if
   * there are none. The rules of a request's body are in `Request.rules`.
   */
  readonly rules?: readonly Rule[];
}

/** A field of an object type. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** The value that the API assumes if the field is absent. */
  readonly default?: string | number | boolean;
  readonly limits: Limits;
  /** One sentence in our own words; may be empty. */
  readonly doc: string;
  /**
   * The field's description. It is only used for comments; model.json and `diff` do not contain it.
   */
  readonly description?: string;
}

/** The type of a value. Enums, objects and unions are named here, and defined in the request. */
export type Type =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object" | "union"; readonly name: string }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  /**
   * `any` is any JSON value. `bytes` is data that is not
   * text.
   */
  | { readonly kind: "any" | "bytes" }
  | { readonly kind: "nullable"; readonly of: Type };

/** A named enum. Its values are in the order of the description. */
export interface EnumType {
  readonly name: string;
  readonly values: readonly (string | number)[];
  readonly description?: string;
}

/** One of several types. */
export interface UnionType {
  readonly name: string;
  /** The discriminator; null if a value can match any member. */
  readonly discriminator: string | null;
  readonly members: readonly Member[];
  readonly description?: string;
}

/** One type of a union. */
export interface Member {
  readonly type: Type;
  readonly limits: Limits;
  /** The values of `discriminator` that select this member. */
  readonly values: readonly string[];
}

/** Limits on a single field. A `Rule` relates several fields. */
export interface Limits {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** A calendar date (YYYY-MM-DD) or a time with a UTC offset, as in RFC 3339. */
  readonly format?: "date" | "date-time";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Set if no two items may be equal, as defined by JSON Schema. */
  readonly uniqueItems?: true;
}

/** All report statuses that the API documents, grouped by what polling does with them. */
export interface Statuses {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/**
 * A relation between several fields, or between a field and the current day. The rule's wording is
 * generated when the rule is printed.
 */
export interface Rule extends Omit<PrintedRule, "message" | "object"> {
  /** Set if the schema itself states the rule. The rule then applies to updates as well. */
  readonly inUpdates?: true;
}

export type Severity = Rule["severity"];

/** A sentence of the description, identified by location and fingerprint, never by its text. */
export type RuleSource = Rule["sources"][number];
