/** A column that can be asked for. */
export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
  /** False where only the column's name speaks for `value`. */
  readonly verified: boolean;
  /** What else is known, in our words. */
  readonly note?: string;
}

/** A level of a report whose files others were seen to read. */
export interface Level {
  readonly name: string;
  /** Columns that every row has if they were asked for: the ids of what it is about, and of what that stands in. */
  readonly has: readonly string[];
  /** Those of them that hold the id under which JSON files list the row. */
  readonly listedUnder: readonly string[];
  /** What we call that id where no column holds it: every row has it, though it cannot be asked for. */
  readonly ours?: string;
  /** What rows are told apart by, besides what the file adds: of each group, one column must be asked for. */
  readonly toldApartBy: readonly (readonly string[])[];
}

/** What a column's values are. Money is in the ad account's currency whatever the column's name says. */
export type ColumnValue =
  | "id"
  | "name"
  | "text"
  | "url"
  | "label"
  | "count"
  | "number"
  | "rate"
  | "ratio"
  | "seconds"
  | "money"
  | "micro-money"
  | "unknown-money"
  | "unknown";

/** All that the generator understood. Templates, rules and release notes are made from this and nothing else. */
export interface Model {
  readonly source: Source;
  readonly flows: readonly Flow[];
  /** Single calls, in the order of `spec/flows.yaml`. */
  readonly operations: readonly Operation[];
  /** What the values are of all columns that single calls answer with rows of; left out where none does. */
  readonly columns?: readonly Column[];
  /** Where they are all that the description has: then the client does not bring them, each is taken by itself. */
  readonly everything?: true;
}

/** Where the description came from. */
export interface Source {
  readonly title: string;
  readonly version: string;
  /** Of the description's bytes. */
  readonly sha256: string;
}

/** What a caller hands over, with all types that it and the answers reach, and what its fields owe each other. */
export interface Request {
  /** As in `spec/flows.yaml`, kebab-case. */
  readonly name: string;
  /** One sentence of our own. */
  readonly doc: string;
  /** The description's words about the operation, where the output may carry them. */
  readonly description?: string;
  /** Parameters and body fields in one object, `allOf` flattened. */
  readonly body: ObjectType;
  /** In the description's order. */
  readonly objects: readonly ObjectType[];
  readonly enums: readonly EnumType[];
  /** Left out where there are none. */
  readonly unions?: readonly UnionType[];
  readonly rules: readonly Rule[];
}

/** One report, from create to rows. The ad account is no part of the request: it stands beside it. */
export interface Flow extends Request {
  readonly create: ReportOperation;
  readonly poll: ReportOperation;
  /** What the body of `create` goes as; null where all stands in the address. */
  readonly content: Content | null;
  /** Its media type, where `content` has another one. */
  readonly mediaType?: string;
  readonly statuses: Statuses;
  /** The columns that can be asked for, with what their values are. */
  readonly columns: readonly Column[];
  /** What the rows of each level have for certain; left out where nobody has seen the files. */
  readonly levels?: readonly Level[];
  /** What is known of columns in the file where the request does not name them. */
  readonly known?: { readonly ids: readonly string[]; readonly texts: readonly string[] };
}

/** One call that is answered at once. */
export interface Operation extends Request {
  readonly call: HttpCall;
  /** What the body goes as; null when there is none. */
  readonly content: Content | null;
  /** Its media type, where `content` has another one. */
  readonly mediaType?: string;
  /** The body is this field of the request; null when the request's other fields are the body's. */
  readonly bodyField: string | null;
  /** The 2xx answer; null when it is empty. */
  readonly answer: Type | null;
  /** The type of an item where the answer is one page of many. */
  readonly pageOf: Type | null;
}

export type Content = "json" | "form" | "multipart" | "binary";

export interface ReportOperation extends HttpCall {
  /** The 2xx answer, without its envelope. */
  readonly answer: ObjectType;
  /** The property of the response that holds what the runtime reads; left out where that stands at the top level. */
  readonly envelope?: string;
}

export interface HttpCall {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** `x-ratelimit-category`: the bucket that the call counts against. */
  readonly rateLimit: string | null;
  /** What lets a caller in: any one of these. */
  readonly access: readonly Access[];
  /** `x-sandbox`: whether Pinterest's sandbox offers it. */
  readonly sandbox: string | null;
  /** True where the app's own credentials let in, not a user's token. */
  readonly basic?: true;
}

/** What a caller shows, all of it together, and the scopes that it needs. */
export interface Access {
  /** `authorizationCode`, `clientCredentials` and so on for a token of such a grant; `basic`, `bearer`; else the scheme's name. */
  readonly by: readonly string[];
  readonly scopes: readonly string[];
}

export type Method = "get" | "put" | "post" | "delete" | "patch";

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly type: Type;
  readonly limits: Limits;
  /** `explode: false`: the items of a list, or the names and values of an object, in one value with commas between. */
  readonly commas?: true;
  /** Another style than repeated lists and names in brackets: `spaceDelimited`, `pipeDelimited`, `form` of an object, a value as JSON. */
  readonly style?: "spaces" | "pipes" | "spread" | "json";
}

export interface ObjectType {
  readonly name: string;
  readonly fields: readonly Field[];
  /** What fields of other names hold; left out where there may be none. */
  readonly others?: { readonly type: Type; readonly limits: Limits; readonly doc: string; readonly description?: string };
  /** How many fields there are at least. */
  readonly least?: number;
  /** The name of the union that says which fields go together; `fields` are then those of all its members. */
  readonly oneOf?: string;
  readonly description?: string;
}

export interface Field {
  readonly name: string;
  readonly type: Type;
  readonly required: boolean;
  /** What the API assumes when the field is left out. */
  readonly default?: string | number | boolean;
  readonly limits: Limits;
  /** One sentence of our own, or empty. */
  readonly doc: string;
  /** The description's words: only comments are made of them, and neither model.json nor `diff` has them. */
  readonly description?: string;
}

export type Type =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object" | "union"; readonly name: string }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "constant"; readonly value: string | boolean | null }
  /** Any JSON, where that is what the description says, or what is no text. */
  | { readonly kind: "any" | "bytes" }
  | { readonly kind: "nullable"; readonly of: Type };

export interface EnumType {
  readonly name: string;
  readonly values: readonly (string | number)[];
  readonly description?: string;
}

/** One of several types. */
export interface UnionType {
  readonly name: string;
  /** The field that says which; null where a value is whatever it fits. */
  readonly by: string | null;
  readonly members: readonly Member[];
  readonly description?: string;
}

export interface Member {
  readonly type: Type;
  readonly limits: Limits;
  /** What `by` says for this one. */
  readonly values: readonly string[];
}

/** What one field alone must satisfy. What fields owe each other is a Rule. */
export interface Limits {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** More than this. */
  readonly above?: number;
  /** A day of the calendar, as YYYY-MM-DD. */
  readonly format?: "date";
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** Every status that the API names, sorted by what a poller should do. */
export interface Statuses {
  readonly pending: readonly string[];
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** What several fields owe each other, or a field and the day. */
export interface Rule {
  /** The kind, then what distinguishes the rule; public, never changed. */
  readonly id: string;
  readonly kind: string;
  readonly severity: Severity;
  /** All must hold for the rule to apply; none: it always applies. */
  readonly when: readonly Condition[];
  /** What the kind needs: fields, amounts, values. Plain data, parsed by `generator/rules/<kind>.ts`. */
  readonly params: Readonly<Record<string, unknown>>;
  /** The last version of the description that said it, where its sentence is gone: it only warns then. */
  readonly until?: string;
  /** Why we enforce it, when the description's prose does not say it. */
  readonly because?: string;
  /** Where the description says it. */
  readonly sources: readonly RuleSource[];
}

export type Severity = "error" | "warning";

/** A sentence of the description, by place and fingerprint; never by its text. */
export interface RuleSource {
  readonly at: string;
  readonly fingerprint: string;
}

/** A field left out counts as its default, if it has one; `present` looks at what the caller wrote; `isNot` also holds for a field that is not there. */
export type Condition =
  | { readonly field: string; readonly is: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly isNot: readonly (string | number | boolean)[] }
  | { readonly field: string; readonly present: boolean };
