import type { Client as Api } from "openapi-fetch";
import type { Answer, CallInit } from "./flow.js";
import type { ValidateOptions, Violation } from "./violation.js";

/** A single call of the API, as generated code hands it to the runtime. */
export interface Operation<Paths extends object, Input, Output> {
  /** As in `spec/flows.yaml`. */
  readonly name: string;
  readonly method: "GET" | "PUT" | "POST" | "DELETE" | "PATCH";
  /** With a placeholder for each parameter of the path. */
  readonly path: string;
  /** Pinterest's rate limit category, `x-ratelimit-category` of the description; null for a call without one. */
  readonly rateLimit: string | null;
  /** What a good answer is; anything else is refused. Default: an object. */
  readonly answers?: AnswerKind;
  /** Where the app's own credentials let in, not a user's token. */
  readonly basic?: true;
  call(api: Api<Paths>, input: Input, init: CallInit): Promise<Answer<Output>>;
  validate(input: unknown, options?: ValidateOptions): readonly Violation[];
}

/** `json` is any JSON at all; of `nothing` the body is not looked at. */
export type AnswerKind = "object" | "list" | "json" | "nothing";

/** One call out of all paths. Its answer has plain lists: openapi-fetch takes a readonly one for an object with methods. */
export type Only<Paths, Path extends keyof Paths, Method extends keyof Paths[Path]> = {
  readonly [P in Path]: { readonly [M in Method]: WithLists<Paths[Path][M]> };
};

type WithLists<Call> = { readonly [Part in keyof Call]: Part extends "responses" ? Lists<Call[Part]> : Call[Part] };

// An item is asked for by its number: of a list that two parts describe, `infer` would give what one of them says.
type Lists<Data> = Data extends readonly unknown[]
  ? Lists<Data[number]>[]
  : Data extends object
    ? { [Name in keyof Data]: Lists<Data[Name]> }
    : Data extends null
      ? Kept
      : Data;

/** Null as openapi-fetch gives it back: a field that is never anything else it takes for one that is only written, and leaves it out. */
interface Kept {
  readonly $read: null;
}

/** Those fields of an input that it has itself. */
export function pick<Input extends object, Name extends keyof Input>(input: Input, names: readonly Name[]): Pick<Input, Name> {
  const has = (name: PropertyKey): boolean => names.some((one) => one === name);
  return Object.fromEntries(Object.entries(input).filter(([name]) => has(name))) as Pick<Input, Name>;
}

/** All other fields. */
export function omit<Input extends object, Name extends keyof Input>(input: Input, names: readonly Name[]): Omit<Input, Name> {
  const has = (name: PropertyKey): boolean => names.some((one) => one === name);
  return Object.fromEntries(Object.entries(input).filter(([name]) => !has(name))) as Omit<Input, Name>;
}

/** A query in which some lists are one value with commas, as the description has it for each; other lists are repeated. */
export function withCommas(names: readonly string[]): (query: unknown) => string {
  return (query) => {
    const pairs = Object.entries(query ?? {}).flatMap(([name, value]: [string, unknown]): readonly (readonly [string, unknown])[] => {
      if (value === undefined || value === null) return [];
      if (Array.isArray(value)) return names.includes(name) ? [[name, value.join(",")]] : value.map((one) => [name, one]);
      if (typeof value === "object") return Object.entries(value).map(([inner, one]) => [`${name}[${inner}]`, one]);
      return [[name, value]];
    });
    return pairs
      .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value)).replaceAll("%2C", ",")}`)
      .join("&");
  };
}

/** A body that is bytes already. */
export function asItIs<Body>(body: Body): Body {
  return body;
}

/** A body as a form with parts. */
export function asParts(body: unknown): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {}) as [string, unknown][]) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one instanceof Blob) form.append(name, one);
      else if (one !== undefined) form.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
    }
  }
  return form;
}

/** What is inside the field that wraps an answer. */
export function unwrap<Outer extends object, Inner>(
  { data, ...rest }: Answer<Outer>,
  inner: (outer: Outer) => Inner | undefined,
): Answer<Inner> {
  return { ...rest, data: data === undefined ? undefined : inner(data) };
}
