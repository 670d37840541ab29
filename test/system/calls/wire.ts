// Reads the requests that an operation sends, and compares them with the description, which is read
// here without the generator.

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Described, type Json, list, object } from "../../support/minimal-input.js";

export interface Arrived {
  readonly method: string;
  readonly path: string;
  /**
   * Each parameter's name followed by its values; a comma-separated value is split. Sorted by name;
   * values stay in order.
   */
  readonly query: readonly (readonly string[])[];
  readonly type: string | null;
  readonly body: unknown;
}

export interface Wire extends AsyncDisposable {
  readonly url: string;
  /** The requests since the last call. */
  arrived(): readonly Arrived[];
}

/** Starts a server that records each request and responds with `answer()`. */
export async function wire(answer: () => Json | undefined): Promise<Wire> {
  let seen: Arrived[] = [];
  const server: Server = createServer(async (request, response) => {
    const chunks: Uint8Array[] = [];
    for await (const chunk of request) chunks.push(chunk as Uint8Array);
    const { method = "", url = "", headers } = request;
    const [path = "", query = ""] = url.split("?");
    const type = headers["content-type"] ?? null;
    seen.push({
      method,
      path,
      query: partsOf(query),
      type,
      body: bodyOf(Buffer.concat(chunks).toString(), type),
    });
    const said = answer();
    response.writeHead(said === undefined ? 204 : 200, { "content-type": "application/json" });
    response.end(said === undefined ? undefined : JSON.stringify(said));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    arrived() {
      const before = seen;
      seen = [];
      return before;
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function partsOf(query: string): Arrived["query"] {
  const parts = query.split("&").filter((part) => part !== "");
  const read = parts.map((part) => {
    const [name = "", value = "", ...more] = part.split("=");
    return [decodeURIComponent(name), ...value.split(",").map(decodeURIComponent), ...more];
  });
  return byName(read);
}

function byName(query: Arrived["query"]): Arrived["query"] {
  return query.toSorted(([one = ""], [other = ""]) => (one < other ? -1 : one > other ? 1 : 0));
}

function bodyOf(text: string, type: string | null): unknown {
  if (text === "") return null;
  return type === "application/x-www-form-urlencoded"
    ? Object.fromEntries(new URLSearchParams(text))
    : JSON.parse(text);
}

/** The request that the description prescribes for this input. */
export function expected(
  { method, path, parameters, body, content }: Described,
  bodyField: string | null,
  input: Record<string, Json>,
): Arrived {
  const given = (place: string) =>
    parameters.filter((one) => one.in === place && input[String(one.name)] !== undefined);
  const filled = given("path").reduce(
    (whole, { name }) =>
      whole.replace(`{${String(name)}}`, () => encodeURIComponent(String(input[String(name)]))),
    path,
  );
  const query = given("query").flatMap(({ name, explode, style }): Arrived["query"] => {
    const value = input[String(name)] ?? null;
    if (Array.isArray(value) && explode === false) return [[String(name), ...value.map(String)]];
    // By default, an object's properties are separate parameters. OpenAPI does not define that for
    // nested objects.
    if (style !== "deepObject" && !Array.isArray(value) && !isNested(value))
      return spread(String(name), value);
    return pairs(String(name), value);
  });
  const names = parameters.map(({ name }) => String(name));
  const rest = Object.fromEntries(Object.entries(input).filter(([name]) => !names.includes(name)));
  const sent = body === null ? null : bodyField === null ? rest : (input[bodyField] ?? null);
  const isForm = content === "application/x-www-form-urlencoded";
  return {
    method: method.toUpperCase(),
    path: filled,
    query: byName(query),
    type: sent === null ? null : content,
    body: isForm
      ? Object.fromEntries(
          Object.entries(object(sent)).map(([name, value]) => [name, String(value)]),
        )
      : sent,
  };
}

function isNested(value: Json): boolean {
  return Object.values(object(value)).some(
    (one) => typeof one === "object" && one !== null && !Array.isArray(one),
  );
}

function spread(name: string, value: Json): readonly (readonly [string, string])[] {
  if (typeof value !== "object" || value === null) return pairs(name, value);
  return Object.entries(value).flatMap(([inner, one]) => pairs(inner, one));
}

/** Names and values in the deepObject style, at any depth. Lists repeat the name. */
function pairs(name: string, value: Json): readonly (readonly [string, string])[] {
  if (Array.isArray(value)) return list(value).flatMap((one) => pairs(name, one));
  if (typeof value !== "object" || value === null) return [[name, String(value)]];
  return Object.entries(value).flatMap(([inner, one]) => pairs(`${name}[${inner}]`, one));
}
