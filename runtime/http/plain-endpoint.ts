import type { Endpoint, EndpointInit, FetchResult } from "../contract.js";
import { ownOptions } from "../options.js";
import { PlainRequest, queryParts, serializePath } from "./transport.js";

/**
 * The API below `baseUrl`, called without openapi-fetch: for calls whose body is JSON and whose query has no styles of its own, as those of
 * reports. Sends by the `fetch` of each call, which it must have.
 */
export function plainEndpoint(baseUrl: string): Endpoint {
  const send =
    (method: string) =>
    async <Data>(path: string, init: EndpointInit): Promise<FetchResult<Data>> => {
      // Copies: a property added to `Object.prototype` is not sent.
      const { params = {}, body, fetch } = ownOptions(init);
      const { path: parts = {}, query = {} } = ownOptions(params);
      const parameters = Object.entries(query).flatMap(([name, value]) => queryParts(name, value));
      const url = `${baseUrl}${serializePath(path, { ...parts })}${parameters.length === 0 ? "" : `?${parameters.join("&")}`}`;
      const headers = new Headers(body === undefined ? [] : [["content-type", "application/json"]]);
      const request = new PlainRequest(url, { method, headers, body: body === undefined ? null : JSON.stringify(body) });
      const response = await (fetch as NonNullable<typeof fetch>)(request as object as Request);
      return { data: (await response.json()) as Data, response };
    };
  return { GET: send("GET"), PUT: send("PUT"), POST: send("POST"), DELETE: send("DELETE"), PATCH: send("PATCH") };
}
