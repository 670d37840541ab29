import type { ColumnValue } from "../../runtime/validation/column-kinds.js";
import type { Condition, Rule as PrintedRule } from "../../runtime/validation/rule.js";

export type { Condition };

/** A column that can be requested. */
export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
  /** False when `value` is inferred from the column's name only. */
  readonly verified: boolean;
  /** Set when a missing number is not zero, as in a cost per click without clicks. */
  readonly zero?: false;
  /** Further facts about the column, in our own words. */
  readonly note?: string;
  /** Its label, where that is not made from the name. */
  readonly label?: string;
}

/** A level of a report whose file format is known from other projects that read such files. */
export interface Level {
  readonly name: string;
  /**
   * Columns that every row has if they were requested: the ids of the row's entity and of its
   * parents.
   */
  readonly has: readonly string[];
  /**
   * The columns of `has` that hold the id of the row's own entity, under which JSON files list the
   * row.
   */
  readonly listedUnder: readonly string[];
  /**
   * The name of that id in rows if no column holds it; it cannot be requested. Absent if a column
   * holds it.
   */
  readonly ours?: string;
  /**
   * Groups of columns: requesting at least one column of each group makes the rows of the level
   * distinguishable.
   */
  readonly distinguishedBy: readonly (readonly string[])[];
}

/**
 * All that the generator knows of the API. Templates, rules and release notes are made from this
 * only.
 */
export interface Model {
  readonly source: Source;
  readonly flows: readonly Flow[];
  /** Operations, in the order of `spec/flows.yaml`. */
  readonly operations: readonly Operation[];
  /**
   * The columns of all operations that return rows, with the kind of their values; absent when no
   * operation returns rows.
   */
  readonly columns?: readonly Column[];
  /**
   * The types of named schemas, by name, which operations share: those that are sent, and those
   * that the API answers with, whose enums are open. A schema that is the same in both is in both.
   */
  readonly schemas?: Readonly<Record<"request" | "response", NamedTypes>>;
  /**
   * True when `operations` are all operations of the description: the client then has no methods
   * for them, and each is imported by itself.
   */
  readonly allOperations?: true;
}

/** Types that have names. */
export interface NamedTypes {
  readonly objects: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  /** Absent when there are none. */
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
 * The request of a report or an operation: its body, all types that the body and the responses use,
 * those of `schemas` among them, and the rules between fields.
 */
export interface Request extends NamedTypes {
  /** Name in `spec/flows.yaml`, in kebab-case. */
  readonly name: string;
  /** One sentence in our own words. */
  readonly doc: string;
  /** The description's text about the operation, where the output may contain it. */
  readonly description?: string;
  /** Parameters and body fields in one object, `allOf` flattened. */
  readonly body: ObjectType;
  readonly rules: readonly Rule[];
}

/**
 * One report, from create to rows. The ad account is an argument of its own, not part of the
 * request.
 */
export interface Flow extends Request {
  readonly create: ReportOperation;
  readonly poll: ReportOperation;
  /** Encoding of the body of `create`; null when all parameters are in path and query. */
  readonly content: Content | null;
  /** Media type of the body, where it is not the default of `content`. */
  readonly mediaType?: string;
  readonly statuses: Statuses;
  /** The columns that can be requested, with the kind of their values. */
  readonly columns: readonly Column[];
  /**
   * The columns that the rows of each level are known to have; absent when the format of the files
   * is not known.
   */
  readonly levels?: readonly Level[];
  /**
   * The id and text columns of the file, for a request whose columns are not listed; in `zeros`
   * those in which a missing value is zero, if the request has `columns`.
   */
  readonly known?: {
    readonly ids: readonly string[];
    readonly texts: readonly string[];
    readonly zeros: readonly string[];
  };
}

/** One call with an immediate response. */
export interface Operation extends Request {
  /** Set if the client has no method for the call, which is then imported by itself. */
  readonly onClient?: false;
  readonly call: HttpCall;
  /** Encoding of the body; null when there is none. */
  readonly content: Content | null;
  /** Media type of the body, where it is not the default of `content`. */
  readonly mediaType?: string;
  /**
   * The request field that is the whole body; null when the body consists of the request's other
   * fields.
   */
  readonly bodyField: string | null;
  /** Type of the 2xx response; null when it is empty. */
  readonly response: Type | null;
  /** Type of an item when the response is one page of a list; null otherwise. */
  readonly pageOf: Type | null;
  /** How pages are gone through, where it is not by the usual names. */
  readonly paging?: Paging;
}

/** Where a page has what is needed to go on. Each path leads from the top of the response. */
export interface Paging {
  readonly items: readonly string[];
  readonly cursor: readonly string[];
  /** The query parameter that takes the cursor. */
  readonly parameter: string;
  /** Whether a page without items may lack the list, or have null in its place. */
  readonly optionalItems?: true;
}

/** Encodings of a request body. */
export type Content = "json" | "form" | "multipart" | "binary";

/** An operation of a report: create or poll. */
export interface ReportOperation extends HttpCall {
  /** The 2xx response, without its envelope. */
  readonly response: ObjectType;
  /**
   * The property of the response that wraps the fields that the runtime reads; absent when they are
   * at the top level.
   */
  readonly envelope?: string;
  /** The parameter that takes the ad account, where it is not `ad_account_id`. */
  readonly account?: string;
  /** The parameter of poll that takes the token, where it is not `token`. */
  readonly token?: string;
  /** Values of the other required parameters of poll, each of which has one; absent without any. */
  readonly constants?: Readonly<Record<string, string | number | boolean>>;
  /**
   * Where the fields are that the runtime reads, by their usual names: the path in `response`.
   * Absent for those at its top under that name.
   */
  readonly paths?: { readonly [Name in "token" | "report_status" | "url"]?: readonly string[] };
}

/** One operation of the API, without the types of its body and response. */
export interface HttpCall {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** Headers with fixed values that each request has; absent when there are none. */
  readonly headers?: readonly FixedHeader[];
  /** The first tag of the operation; absent if it has none. */
  readonly tag?: string;
  /** `x-ratelimit-category`: the rate limit bucket of the call. */
  readonly rateLimit: string | null;
  /** The accepted authorizations; any one of them suffices. */
  readonly security: readonly SecurityRequirement[];
  /** `x-sandbox`: whether the call exists in Pinterest's sandbox. */
  readonly sandbox: string | null;
  /** True when the call takes the app's own credentials, not a user's token. */
  readonly clientCredentials?: true;
}

/** One authorization: all `schemes` together, and the scopes that the call needs. */
export interface SecurityRequirement {
  /**
   * `authorizationCode`, `clientCredentials` and so on for a token of that grant; `basic`,
   * `bearer`; else the scheme's name.
   */
  readonly schemes: readonly string[];
  readonly scopes: readonly string[];
}

/** A header of each request of a call, with a value that callers do not choose. */
export interface FixedHeader {
  /** As the description spells it. */
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
   * The items of a list, or the names and values of an object, are one value, separated by commas.
   */
  readonly explode?: false;
  /**
   * A serialization other than repeated lists and names in brackets; `formExploded` is that of an
   * object.
   */
  readonly style?: "spaceDelimited" | "pipeDelimited" | "formExploded" | "json";
}

/** A named object type. */
export interface ObjectType {
  readonly name: string;
  readonly fields: readonly Field[];
  /** Type and limits of fields with other names; absent when there may be none. */
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
   * Name of the union that says which fields go together; `fields` are then those of all its
   * members.
   */
  readonly oneOf?: string;
  readonly description?: string;
  /**
   * Rules between its fields, wherever a request holds it; absent without any. The body of a
   * request has its rules in the request.
   */
  readonly rules?: readonly Rule[];
}

/** A field of an object type. */
export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** The value that the API assumes when the field is absent. */
  readonly default?: string | number | boolean;
  readonly limits: Limits;
  /** One sentence in our own words, or empty. */
  readonly doc: string;
  /** The description's text. Only comments are made of it; model.json and `diff` do not have it. */
  readonly description?: string;
}

/** The type of a value. Enums, objects and unions are listed by name in the request. */
export type Type =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object" | "union"; readonly name: string }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  /** `any`: any JSON, where the description says so; `bytes`: data that is not text. */
  | { readonly kind: "any" | "bytes" }
  | { readonly kind: "nullable"; readonly of: Type };

/** A named enum, its values in the order of the description. */
export interface EnumType {
  readonly name: string;
  readonly values: readonly (string | number)[];
  readonly description?: string;
}

/** One of several types. */
export interface UnionType {
  readonly name: string;
  /** The discriminator; null when a value may match any member. */
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

/** Limits of a single field. Dependencies between fields are a Rule. */
export interface Limits {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  /** A calendar date, as YYYY-MM-DD, or a time with its offset, as RFC 3339 writes both. */
  readonly format?: "date" | "date-time";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  /** Whether no two items are equal, in the sense of JSON Schema. */
  readonly uniqueItems?: true;
}

/** All statuses of reports that the API documents, by what polling does on them. */
export interface Statuses {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/**
 * A dependency between several fields, or between a field and the current day; its words are made
 * when it is printed.
 */
export interface Rule extends Omit<PrintedRule, "message" | "object"> {
  /** Set if the schema itself states the rule, which then binds in updates like any other request. */
  readonly inUpdates?: true;
}

export type Severity = Rule["severity"];

/** A sentence of the description, by location and fingerprint, never by its text. */
export type RuleSource = Rule["sources"][number];
