// A server made from an edited description. It checks every request against the description, and
// responds as described. A client uses it as its `fetch`, so it needs no port.

import type { Fetch, FetchInit } from "../../../runtime/http/fetch.js";
import { define, listed, type Tree, tree, type Value } from "./draft.js";
import {
  type Described,
  kindOf,
  type Media,
  type Reading,
  type Scheme,
  schemaOf,
  Unreadable,
} from "./reading.js";
import type { Check, Schemas, Side } from "./schema.js";

/** The API's address if the description does not state it. */
const HOME = "https://api.pinterest.com/v5";
const FILES = "https://files.example.com/";

export const TOKEN = "a-token";
export const APP = { clientId: "1", clientSecret: "a-secret" };
const BEARER = `Bearer ${TOKEN}`;
const BASIC = `Basic ${btoa(`${APP.clientId}:${APP.clientSecret}`)}`;

/** A request as the description defines it. */
export interface Received {
  readonly operation: Described;
  /** Path and query parameters, converted to the types of their schemas. */
  readonly parameters: Tree;
  readonly body: Value | undefined;
}

export interface Answer {
  readonly status: number;
  readonly type?: string;
  readonly value?: Value;
}

type Pair = readonly [name: string, raw: string];

/** Marks a parameter whose serialization OpenAPI does not define. */
const UNDEFINED = Symbol("undefined by OpenAPI");
type Decoded = Value | undefined | typeof UNDEFINED;

export class DescribedServer {
  /** Descriptions of errors in requests. */
  readonly wrong: string[] = [];
  readonly received: Received[] = [];
  /** Whether no example was found for a described response. */
  isLost = false;
  /** Files that can be downloaded, by address. */
  readonly files = new Map<string, string>();
  answer: (received: Received) => Answer = () => ({ status: 204 });
  /** Query parameters that are fields of exploded objects. */
  readonly #exploded = new Set<string>();
  readonly #operations: readonly Described[];
  readonly #reading: Reading;
  readonly #schemas: Schemas;

  constructor(operations: readonly Described[], reading: Reading, schemas: Schemas) {
    this.#operations = operations;
    this.#reading = reading;
    this.#schemas = schemas;
  }

  /** Makes a file available at an address, and returns the address for a report to link to. */
  link(name: string, text: string): string {
    const address = `${FILES}${name}`;
    this.files.set(address, text);
    return address;
  }

  readonly fetch: Fetch = async (url: string, init: FetchInit) => {
    const headers = new Headers(init.headers);
    const method = (init.method ?? "GET").toUpperCase();
    const file = this.files.get(url);
    if (file !== undefined) return this.#file(file, headers);
    const found = this.#routed(method, url);
    if (found === null) {
      const known = this.#operations.map((one) => `${one.method.toUpperCase()} ${one.path}`);
      this.wrong.push(`calls ${method} ${url}, not ${known.join(" or ")}`);
      return json(404, { message: "not found" });
    }
    const before = this.wrong.length;
    const received = await this.#read(found.operation, found.parts, url, init, headers);
    this.#checkSecurity(found.operation, headers.get("authorization"));
    this.received.push(received);
    if (this.wrong.length > before) return json(400, { message: "not as described" });
    const answer = this.#answered(received);
    if (answer === null) return json(400, { message: "no response is known" });
    const { status, type, value } = answer;
    return value === undefined
      ? new Response(null, { status })
      : json(status, value, type ?? "application/json");
  };

  #answered(received: Received): Answer | null {
    try {
      return this.answer(received);
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.isLost = true;
      return null;
    }
  }

  #file(text: string, headers: Headers): Response {
    if (headers.has("authorization")) this.wrong.push("sends a token to the file host");
    return new Response(text);
  }

  #routed(
    method: string,
    url: string,
  ): { readonly operation: Described; readonly parts: readonly string[] } | null {
    const { href } = new URL(url);
    for (const operation of this.#operations) {
      if (operation.method.toUpperCase() !== method) continue;
      const pattern = operation.path
        .split(/\{[^}]+\}/)
        .map((plain) => plain.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))
        .join("([^/?#]+)");
      for (const base of basesOf(operation)) {
        if (!href.startsWith(base)) continue;
        const match = new RegExp(`^${pattern}(\\?|$)`).exec(href.slice(base.length));
        if (match !== null) return { operation, parts: match.slice(1, -1) };
      }
    }
    return null;
  }

  async #read(
    operation: Described,
    parts: readonly string[],
    url: string,
    init: FetchInit,
    headers: Headers,
  ): Promise<Received> {
    const parameters: Tree = {};
    const names = [...operation.path.matchAll(/\{([^}]+)\}/g)].map(([, name = ""]) => name);
    const { search } = new URL(url);
    let pairs: readonly Pair[] = search
      .slice(1)
      .split("&")
      .filter((part) => part !== "")
      .map((part) => {
        const [name = "", ...rest] = part.split("=");
        return [plain(name), rest.join("=")] as const;
      });
    for (const one of operation.parameters) {
      const name = String(one.name);
      let value: Decoded;
      if (one.in === "path") {
        const index = names.indexOf(name);
        if (index < 0) continue;
        value = this.#inPath(one, parts[index] ?? "");
      } else {
        const taken = this.#inQuery(one, pairs);
        value = taken.value;
        pairs = taken.rest;
      }
      this.#note(one, value, parameters, url);
    }
    for (const [name] of pairs.filter(([key]) => !this.#exploded.has(key)))
      this.wrong.push(`sends ${name} in the query, which is not described`);
    for (const one of operation.others) this.#checkHeader(one, headers);
    return { operation, parameters, body: await this.#body(operation, init, headers) };
  }

  #note(parameter: Tree, value: Decoded, parameters: Tree, url: string): void {
    const name = String(parameter.name);
    if (value === UNDEFINED) return;
    if (value === undefined) {
      if (parameter.required === true)
        this.wrong.push(`sends no ${name}, which the ${String(parameter.in)} must have: ${url}`);
      return;
    }
    define(parameters, name, value);
    this.#hold(value, schemaOf(parameter), "parameter", name);
  }

  #hold(value: unknown, schema: Value, side: Side, what: string): void {
    const [found] = this.#schemas.check(schema, side, "")(value);
    if (found !== undefined)
      this.wrong.push(
        `sends ${what} as ${JSON.stringify(value)?.slice(0, 200)}, which is invalid: ${found.message}`,
      );
  }

  #inPath(parameter: Tree, raw: string): Decoded {
    const schema = schemaOf(parameter);
    const { style = "simple", name } = parameter;
    const text =
      style === "label"
        ? raw.replace(/^\./, "")
        : style === "matrix"
          ? raw.replace(new RegExp(`^;${String(name)}=`), "")
          : raw;
    if (parameter.content !== undefined) return jsonOf(plain(text));
    const whole = this.#reading.whole(schema);
    if (kindOf(whole) === "array")
      return text.split(",").map((item) => this.#valueOf(plain(item), whole.items ?? true));
    return this.#valueOf(plain(text), schema);
  }

  /** Reads a parameter from the query according to its style. */
  #inQuery(
    parameter: Tree,
    pairs: readonly Pair[],
  ): { readonly value: Decoded; readonly rest: readonly Pair[] } {
    const name = String(parameter.name);
    const schema = schemaOf(parameter);
    const own = pairs.filter(([key]) => key === name);
    const others = pairs.filter(([key]) => key !== name);
    const [, first] = own[0] ?? [];
    if (parameter.content !== undefined)
      return { value: first === undefined ? undefined : jsonOf(plain(first)), rest: others };
    const whole = this.#reading.whole(schema);
    const { style = "form" } = parameter;
    const isExploded = (parameter.explode ?? style === "form") === true;
    const kind = kindOf(whole);
    if (kind === "array") {
      const items = whole.items ?? true;
      if (["object", "array"].includes(kindOf(this.#reading.whole(items))) && isExploded) {
        const isPart = ([key]: Pair): boolean => key === name || key.startsWith(`${name}[`);
        return { value: UNDEFINED, rest: pairs.filter((pair) => !isPart(pair)) };
      }
      if (first === undefined) return { value: undefined, rest: others };
      const texts = isExploded ? own.map(([, raw]) => raw) : first.split(separatorOf(style));
      if (!isExploded && own.length > 1) this.wrong.push(`sends ${name} several times`);
      return { value: texts.map((raw) => this.#item(plain(raw), items)), rest: others };
    }
    const isRequired = parameter.required === true;
    if (kind === "object")
      return this.#objectInQuery({ name, whole, style, isExploded, isRequired }, pairs);
    if (own.length > 1) this.wrong.push(`sends ${name} several times`);
    return {
      value: first === undefined ? undefined : this.#valueOf(plain(first), schema),
      rest: others,
    };
  }

  #objectInQuery(
    {
      name,
      whole,
      style,
      isExploded,
      isRequired,
    }: {
      readonly name: string;
      readonly whole: Tree;
      readonly style: Value;
      readonly isExploded: boolean;
      readonly isRequired: boolean;
    },
    pairs: readonly Pair[],
  ): { readonly value: Decoded; readonly rest: readonly Pair[] } {
    const fields = tree(whole.properties);
    const schemaAt = (key: string): Value =>
      Object.hasOwn(fields, key) ? (fields[key] ?? true) : (whole.additionalProperties ?? true);
    const made: Tree = {};
    const put = (key: string, raw: string): void => {
      const inner = this.#reading.whole(schemaAt(key));
      const value =
        kindOf(inner) === "array"
          ? [...listed(made[key]), this.#valueOf(plain(raw), inner.items ?? true)]
          : this.#valueOf(plain(raw), schemaAt(key));
      define(made, key, value);
    };
    if (style === "deepObject") {
      const isPart = ([key]: Pair): boolean => key.startsWith(`${name}[`);
      for (const [key, raw] of pairs.filter(isPart)) {
        const steps = [...key.slice(name.length).matchAll(/\[([^\]]*)\]/g)].map(([, one]) => one);
        // OpenAPI does not define nested objects and lists here.
        if (steps.length > 1)
          return { value: UNDEFINED, rest: pairs.filter((one) => !isPart(one)) };
        put(steps[0] ?? "", raw);
      }
      const rest = pairs.filter((pair) => !isPart(pair));
      return { value: Object.keys(made).length === 0 ? undefined : made, rest };
    }
    // OpenAPI does not define nested objects in a form.
    const isDeep = Object.values(fields).some(
      (one) => kindOf(this.#reading.whole(one)) === "object",
    );
    if (isDeep) {
      const isPart = ([key]: Pair): boolean =>
        key === name ||
        key.startsWith(`${name}[`) ||
        Object.hasOwn(fields, key.split("[")[0] ?? "");
      return { value: UNDEFINED, rest: pairs.filter((pair) => !isPart(pair)) };
    }
    if (isExploded) {
      const isField = ([key]: Pair): boolean => Object.hasOwn(fields, key);
      for (const [key, raw] of pairs.filter(isField)) put(key, raw);
      // Two objects may have fields of the same name.
      for (const key of Object.keys(made)) this.#exploded.add(key);
      // Nothing is sent for an object without fields.
      const isThere = isRequired || Object.keys(made).length > 0;
      return { value: isThere ? made : undefined, rest: pairs };
    }
    const rest = pairs.filter(([key]) => key !== name);
    const [, first] = pairs.find(([key]) => key === name) ?? [];
    if (first === undefined) return { value: undefined, rest };
    const texts = first.split(separatorOf(style));
    for (let index = 0; index + 1 < texts.length; index += 2)
      put(plain(texts[index] ?? ""), texts[index + 1] ?? "");
    return { value: made, rest };
  }

  #item(text: string, schema: Value): Value {
    return /^[[{]/.test(text) ? (jsonOf(text) ?? text) : this.#valueOf(text, schema);
  }

  /** Converts the text from a URL to the type of its schema. */
  #valueOf(text: string, schema: Value): Value {
    const fits: Check = this.#schemas.check(schema, "parameter", "");
    const number = /^-?\d+(\.\d+)?([eE][-+]?\d+)?$/.test(text) ? [Number(text)] : [];
    const others = text === "true" || text === "false" ? [text === "true"] : [];
    const candidates: readonly Value[] = [text, ...number, ...others];
    return candidates.find((one) => fits(one).length === 0) ?? number[0] ?? others[0] ?? text;
  }

  #checkHeader(parameter: Tree, headers: Headers): void {
    const name = String(parameter.name);
    // OpenAPI ignores parameters with these names.
    const isIgnored = /^(accept|content-type|authorization)$/i.test(name);
    if (parameter.in !== "header") {
      if (parameter.required === true)
        this.wrong.push(`sends no ${name}, which the ${String(parameter.in)} must have`);
      return;
    }
    if (isIgnored) return;
    const value = isToken(name) ? headers.get(name) : null;
    if (value !== null)
      this.#hold(this.#valueOf(value, schemaOf(parameter)), schemaOf(parameter), "parameter", name);
    else if (parameter.required === true) this.wrong.push(`sends no header ${name}`);
  }

  async #body(
    { bodies, bodyRequired }: Described,
    { body }: FetchInit,
    headers: Headers,
  ): Promise<Value | undefined> {
    const type = headers.get("content-type");
    const isEmpty = body === undefined || body === "";
    if (isEmpty && type?.includes("urlencoded") !== true) {
      if (bodyRequired) this.wrong.push("sends no body, which is required");
      return undefined;
    }
    const found = bodies.find((one) => matchesType(one.type, type ?? ""));
    if (found === undefined) {
      const known = bodies.map((one) => one.type).join(" or ") || "nothing";
      this.wrong.push(`sends a body as ${type}, not as ${known}`);
      return undefined;
    }
    const value = await this.#written(found, body ?? "", type ?? "");
    if (value !== undefined) this.#hold(value, found.media.schema ?? true, "request", "the body");
    return value;
  }

  async #written(
    { media }: Media,
    body: string | ArrayBuffer,
    type: string,
  ): Promise<Value | undefined> {
    if (/json/i.test(type)) return jsonOf(String(body));
    if (!/urlencoded|multipart/.test(type)) return undefined;
    const form = await new Response(body, { headers: { "content-type": type } }).formData();
    const schemas = this.#reading.forms(media.schema ?? true);
    const candidates = schemas.map((whole) => this.#inForm(form, whole, media));
    const fits = this.#schemas.check(media.schema ?? true, "request", "");
    return candidates.find((one) => one !== undefined && fits(one).length === 0) ?? candidates[0];
  }

  /**
   * A form's fields as one of the objects that the schema allows; undefined if it contains a file.
   */
  #inForm(form: FormData, whole: Tree, media: Tree): Tree | undefined {
    const made: Tree = {};
    for (const name of new Set(form.keys())) {
      const schema = tree(whole.properties)[name] ?? true;
      const { style = "form", explode = style === "form" } = tree(tree(media.encoding)[name]);
      const inner = this.#reading.whole(schema);
      const texts = form
        .getAll(name)
        .flatMap((one) =>
          typeof one === "string"
            ? kindOf(inner) === "array" && explode !== true
              ? one.split(",")
              : [one]
            : [],
        );
      // Parts other than text are not checked.
      if (texts.length === 0) return undefined;
      const value =
        kindOf(inner) === "array"
          ? texts.map((one) => this.#item(one, inner.items ?? true))
          : this.#item(texts[0] ?? "", schema);
      define(made, name, value);
    }
    return made;
  }

  #checkSecurity({ security }: Described, authorization: string | null): void {
    const accepts = (scheme: Scheme): boolean => {
      // A scheme that is not described cannot be checked.
      if (scheme === null) return true;
      const isHttp = scheme.type === "http";
      if (isHttp && /^basic$/i.test(String(scheme.scheme))) return authorization === BASIC;
      const isBearer =
        scheme.type === "oauth2" ||
        scheme.type === "openIdConnect" ||
        (isHttp && /^bearer$/i.test(String(scheme.scheme)));
      return isBearer && authorization === BEARER;
    };
    if (security.length === 0 || security.some((schemes) => schemes.every(accepts))) return;
    const needed = security.map((schemes) => schemes.map(nameOf).join(" and ")).join(" or ");
    this.wrong.push(`sends ${authorization?.split(" ")[0] ?? "no authorization"}, not ${needed}`);
  }
}

function nameOf(scheme: Scheme): string {
  return scheme === null
    ? "?"
    : `${String(scheme.type)} ${String(scheme.scheme ?? scheme.in ?? "")}`;
}

function basesOf({ servers }: Described): readonly string[] {
  const all = servers.length === 0 ? [HOME] : servers;
  return all.flatMap((url) => {
    try {
      return [new URL(url, HOME).href.replace(/\/$/, "")];
    } catch {
      return [];
    }
  });
}

function json(status: number, value: Value, type = "application/json"): Response {
  return new Response(JSON.stringify(value), { status, headers: { "content-type": type } });
}

function plain(raw: string): string {
  try {
    return decodeURIComponent(raw.replaceAll("+", " "));
  } catch {
    return raw;
  }
}

function jsonOf(text: string): Value | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function separatorOf(style: Value): string | RegExp {
  if (style === "spaceDelimited") return /%20|\+| /;
  return style === "pipeDelimited" ? /%7C|\|/i : ",";
}

function isToken(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}

/** Whether a media type matches a described one, which may be a range. */
function matchesType(described: string, type: string): boolean {
  const [wanted = "", sent = ""] = [described, type].map(
    (one) => one.split(";")[0]?.trim().toLowerCase() ?? "",
  );
  return new RegExp(`^${wanted.replace(/[.+]/g, "\\$&").replaceAll("*", "[^/]*")}$`).test(sent);
}
