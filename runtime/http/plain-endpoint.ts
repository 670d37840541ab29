import type { Endpoint, EndpointInit, FetchResult } from "../contract.js";
import { ownOptions } from "../options.js";
import { type Body, PlainRequest, queryParts, serializeBody, serializePath } from "./transport.js";

/** The API below `baseUrl`, called without openapi-fetch. Sends by the `fetch` of each call, which it must have. */
export function plainEndpoint(baseUrl: string): Endpoint {
  const send =
    (method: string) =>
    async <Data>(path: string, init: EndpointInit): Promise<FetchResult<Data>> => {
      // Copies: a property added to `Object.prototype` is not sent.
      const { params = {}, body, bodySerializer, fetch, headers: givenHeaders, querySerializer = plainQuery } = ownOptions(init);
      const { path: parts = {}, query = {} } = ownOptions(params);
      const search = querySerializer(query);
      const url = `${baseUrl}${serializePath(path, { ...parts })}${search && "?"}${search}`;
      const headers = new Headers(givenHeaders);
      const content = body === undefined ? null : (bodySerializer ?? defaultBody(headers))(body as never);
      const isText = content === null || typeof content === "string";
      if (isText && content !== null && !headers.has("content-type")) headers.set("content-type", "application/json");
      const request = new PlainRequest(url, { method, headers, body: isText ? content : (sent) => serializeBody(content as Body, sent) });
      const response = await (fetch as NonNullable<typeof fetch>)(request as object as Request);
      return { data: (await response.json()) as Data, response };
    };
  return { GET: send("GET"), PUT: send("PUT"), POST: send("POST"), DELETE: send("DELETE"), PATCH: send("PATCH") };
}

/** Serializes a body as a form if the content type is that of one, else as JSON. */
function defaultBody(headers: Headers): (body: never) => unknown {
  return headers.get("content-type")?.includes("form-urlencoded") ? (body) => String(new URLSearchParams(body)) : JSON.stringify;
}

function plainQuery(query: unknown): string {
  return Object.entries(query as object)
    .flatMap(([name, value]) => queryParts(name, value))
    .join("&");
}
