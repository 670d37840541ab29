import type { Endpoint, EndpointInit, FetchResult } from "../../runtime/contract.js";
import { serializePath, serializeQuery } from "../../runtime/http/serialize.js";

/**
 * Our replacement for openapi-fetch: an API at `baseUrl` that is called with each call's `fetch`.
 */
export function ownEndpoint(baseUrl: string): Endpoint {
  return {
    GET: by("GET"),
    PUT: by("PUT"),
    POST: by("POST"),
    DELETE: by("DELETE"),
    PATCH: by("PATCH"),
  };

  function by(method: string) {
    return async <Data>(path: string, init: EndpointInit): Promise<FetchResult<Data>> => {
      const {
        params = {},
        body,
        bodySerializer,
        querySerializer = (query: unknown) => serializeQuery(query),
        fetch,
        template = path,
      } = own(init);
      const { path: parts = {}, query } = own(params);
      const search = querySerializer(query ?? {});
      const url = `${baseUrl}${serializePath(path, { ...parts })}${search && "?"}${search}`;
      const headers = new Headers(init.headers);
      const content =
        body === undefined ? null : (bodySerializer ?? defaultSerializer(headers))(body as never);
      if (content === null) headers.delete("content-type");
      else if (!headers.has("content-type") && !(content instanceof FormData))
        headers.set("content-type", "application/json");
      const request = new Request(
        url,
        own({ method, headers, body: content as NonNullable<RequestInit["body"]> | null }),
      );
      return { response: await (fetch ?? globalThis.fetch)(request, template) };
    };
  }
}

/** Serializes a body as a form if its content type is a form, otherwise as JSON. */
function defaultSerializer(headers: Headers): (body: never) => unknown {
  return (body: unknown) => {
    if (body instanceof FormData) return body;
    const isForm = headers.get("content-type") === "application/x-www-form-urlencoded";
    return isForm
      ? String(new URLSearchParams(body as Record<string, string>))
      : JSON.stringify(body);
  };
}

/** A copy without a prototype. */
function own<Value extends object>(value: Value): Value {
  return Object.assign(Object.create(null), value);
}
