/** All that the generator understood. Templates, rules and release notes are made from this and nothing else. */
export interface Model {
  readonly source: Source;
  readonly flows: readonly Flow[];
}

/** Where the description came from. */
export interface Source {
  readonly title: string;
  readonly version: string;
  /** Of the description's bytes. */
  readonly sha256: string;
}

/** One report, from create to rows. */
export interface Flow {
  /** As in `spec/flows.yaml`, kebab-case. */
  readonly name: string;
  /** One sentence of our own. */
  readonly doc: string;
  readonly create: Operation;
  readonly poll: Operation;
  /** The request body of `create`, `allOf` flattened. */
  readonly body: ObjectType;
  /** Object types that the body and the answers reach, in the description's order. */
  readonly objects: readonly ObjectType[];
  /** Enums that the body and the answers reach, in the description's order. */
  readonly enums: readonly EnumType[];
  readonly statuses: Statuses;
  readonly rules: readonly Rule[];
  /** The columns that can be asked for, with what their values are. */
  readonly columns: readonly Column[];
}

export interface Operation {
  readonly id: string;
  readonly method: "get" | "post";
  readonly path: string;
  readonly parameters: readonly Parameter[];
  /** The 2xx answer. */
  readonly answer: ObjectType;
  /** `x-ratelimit-category`: the bucket that the call counts against. */
  readonly rateLimit: string | null;
  readonly scopes: readonly string[];
  /** `x-sandbox`: whether Pinterest's sandbox offers it. */
  readonly sandbox: string | null;
}

export interface Parameter {
  readonly name: string;
  readonly in: "path" | "query";
  readonly required: boolean;
  readonly type: Type;
  readonly limits: Limits;
}

export interface ObjectType {
  readonly name: string;
  readonly fields: readonly Field[];
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
}

export type Type =
  | { readonly kind: "string" | "integer" | "number" | "boolean" }
  | { readonly kind: "enum" | "object"; readonly name: string }
  | { readonly kind: "array"; readonly items: Type; readonly each: Limits }
  | { readonly kind: "nullable"; readonly of: Type };

export interface EnumType {
  readonly name: string;
  readonly values: readonly (string | number)[];
}

/** What one field alone must satisfy. What fields owe each other is a Rule. */
export interface Limits {
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
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

export interface Column {
  readonly name: string;
  readonly value: ColumnValue;
  /** False where only the column's name speaks for `value`. */
  readonly verified: boolean;
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
