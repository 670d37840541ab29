import { InvalidArgumentError } from "../errors.js";

type Body = NonNullable<RequestInit["body"]>;

/** What openapi-fetch is asked to send. */
export interface Outline {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body | null;
}

/**
 * What openapi-fetch makes instead of the platform's `Request`. That one is made to be sent: it has a signal of its own and copies headers and
 * body, all of which `fetch` does once more.
 */
export class PlainRequest implements Outline {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly body: Body | null;

  constructor(url: string, { method, headers, body }: { method: string; headers: Headers; body?: Body | null }) {
    this.url = url;
    this.method = method;
    this.headers = headers;
    this.body = body ?? null;
  }
}

function encoded(value: unknown, name = "what is asked for"): string {
  try {
    return encodeURIComponent(String(value));
  } catch {
    // Not shown: it may be a secret, and half of a pair is no text.
    throw new InvalidArgumentError(`${name} holds half of a surrogate pair, which cannot stand in an address; nothing was sent`);
  }
}

/** A path with its parts put in, by OpenAPI's style `simple`: the items of a list have commas between. */
export function plainPath(pattern: string, parts: Readonly<Record<string, unknown>>): string {
  let path = pattern;
  for (const [name, value] of Object.entries(parts)) {
    const part = (Array.isArray(value) ? value : [value]).map((one) => encoded(one, name)).join(",");
    // These would lead to another path.
    if (part === "" || part === "." || part === "..") throw new TypeError(`${name} may be neither empty nor only dots`);
    path = path.replace(`{${name}}`, () => part);
  }
  return path;
}

/**
 * How a list or an object is written in a query, by OpenAPI's styles. `commas`, `spaces`, `pipes`: one value with these between (`form`,
 * `spaceDelimited`, `pipeDelimited`, not exploded). `spread`: the properties of an object are parameters of their own (`form`, exploded).
 * `json`: the value as JSON. Without one of these, lists are repeated and properties go by their names in brackets (`deepObject`).
 */
export type QueryStyle = "commas" | "spaces" | "pipes" | "spread" | "json";

const BETWEEN = { commas: ",", spaces: "%20", pipes: "%7C" } as const;

/** A query. A comma inside an item is not one between two; what lies deeper than a style reaches goes by names in brackets. */
export function plainQuery(query: unknown, styles?: ReadonlyMap<string, QueryStyle>): string {
  return Object.entries(query ?? {})
    .flatMap(([name, value]: [string, unknown]) => styledParts(name, value, styles?.get(name)))
    .join("&");
}

function styledParts(name: string, value: unknown, style: QueryStyle | undefined): readonly string[] {
  if (style === undefined || typeof value !== "object" || value === null) return queryParts(name, value);
  if (style === "json") return [`${encoded(name)}=${encoded(JSON.stringify(value))}`];
  if (style === "spread")
    return Array.isArray(value) ? queryParts(name, value) : Object.entries(value).flatMap(([inner, one]) => queryParts(inner, one));
  const given = Array.isArray(value) ? value : Object.entries(value).flatMap(([inner, one]) => (one === undefined ? [] : [inner, one]));
  const items = given.map((item) => encoded(typeof item === "object" ? JSON.stringify(item) : item, name));
  return items.length === 0 ? [] : [`${encoded(name)}=${items.join(BETWEEN[style])}`];
}

function queryParts(name: string, value: unknown): readonly string[] {
  if (value === undefined || value === null) return [];
  // Of an object in a list, the number says which fields are of the same one.
  if (Array.isArray(value)) return value.flatMap((one, index) => queryParts(Object(one) === one ? `${name}[${index}]` : name, one));
  if (typeof value === "object") return Object.entries(value).flatMap(([inner, one]) => queryParts(`${name}[${inner}]`, one));
  return [`${encoded(name)}=${encoded(value, name)}`];
}

/** A body as text or bytes, which every `fetch` sends alike; notes its content type where the headers have none. */
export function plainBody(body: Body, headers: Headers): Promise<string | ArrayBuffer> {
  // The platform's own default is an object as any, with what stands on all of them.
  const whole = new Response(body, Object.create(null));
  const type = whole.headers.get("content-type");
  if (type !== null && !headers.has("content-type")) headers.set("content-type", type);
  const isText = /^application\/(json|x-www-form-urlencoded)/.test(headers.get("content-type") ?? "");
  return isText ? whole.text() : whole.arrayBuffer();
}

// With a length, openapi-fetch asks for the JSON, not for a text to parse.
const HEADERS: ReadonlyMap<string, string> = new Map([["Content-Length", "1"]]);

/** What openapi-fetch reads of a good answer, whose data has been read already; undefined for an answer without any. */
export class PlainAnswer {
  readonly ok = true;
  readonly status: number;
  readonly headers: ReadonlyMap<string, string> = HEADERS;
  readonly #data: unknown;

  constructor(data: unknown) {
    this.status = data === undefined ? 204 : 200;
    this.#data = data;
  }

  json(): unknown {
    return this.#data;
  }
}
