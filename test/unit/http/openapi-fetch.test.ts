import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CallInit, Endpoint } from "../../../runtime/contract.js";
import { exchange, openapiFetch } from "../../../runtime/http/openapi-fetch.js";
import { commaSeparated, toFormData } from "../../../runtime/support-client.js";
import { runs } from "../../support/effort.js";
import { ownEndpoint } from "../../support/own-endpoint.js";

const BASE = "https://api.example/v5";

/** The requests of a call as text, and the error that the call throws. */
async function requestsBy(
  endpoint: Endpoint,
  call: (api: Endpoint, init: CallInit) => Promise<unknown>,
): Promise<unknown> {
  const sent: unknown[] = [];
  const send = async (request: Request) => {
    const type = request.headers.get("content-type") ?? "";
    const boundary = /boundary=(.*)/.exec(type)?.[1] ?? "none";
    const headers = [...request.headers].map(([name, value]) => [
      name,
      value.replace(boundary, "…"),
    ]);
    sent.push([
      request.method,
      request.url,
      headers,
      (await request.text()).replaceAll(boundary, "…"),
    ]);
    return { status: 200 };
  };
  const outcome = await exchange((init) => call(endpoint, init), send).catch(
    (error: unknown) => error,
  );
  return [sent, outcome];
}

const text = fc.string({ unit: "grapheme", maxLength: 4 });
const value = fc.oneof(
  text,
  fc.integer(),
  fc.constantFrom(null, undefined, true),
  fc.array(text, { maxLength: 3 }),
  fc.dictionary(text, text),
);
const calls = fc.record({
  method: fc.constantFrom("GET", "PUT", "POST", "DELETE", "PATCH"),
  id: text,
  query: fc.option(fc.dictionary(fc.constantFrom("a", "b", "c d"), value), { nil: undefined }),
  lists: fc.subarray(["a", "b"]),
  body: fc.oneof(fc.constant(undefined), fc.dictionary(text, text)),
  kind: fc.constantFrom("json", "form", "parts", "bytes", "file"),
});

describe("openapi-fetch", () => {
  it("makes the same requests as 40 lines of our own code", async () => {
    await fc.assert(
      fc.asyncProperty(calls, async ({ method, id, query, lists, body, kind }) => {
        const call = (api: Endpoint, init: CallInit) =>
          api[method as "GET"]("/things/{id}", {
            ...init,
            params: { path: { id }, ...(query && { query }) },
            ...(lists.length > 0 && { querySerializer: commaSeparated(lists) }),
            ...(body && { body }),
            ...(kind === "form" && {
              headers: { "content-type": "application/x-www-form-urlencoded" },
            }),
            ...(kind === "parts" && { bodySerializer: toFormData }),
            ...(kind === "bytes" && {
              headers: { "content-type": "text/csv" },
              bodySerializer: () => new Blob(["abc"]),
            }),
            ...(kind === "file" && {
              bodySerializer: () => new Blob(["abc"], { type: "text/plain" }),
            }),
          });
        expect(await requestsBy(openapiFetch(BASE), call)).toEqual(
          await requestsBy(ownEndpoint(BASE), call),
        );
      }),
      { numRuns: runs(200) },
    );
  });

  it("sets no content type without a body", async () => {
    const headers = { "content-type": "application/x-www-form-urlencoded" };
    const sent = (more: object) =>
      requestsBy(openapiFetch(BASE), (api, init) =>
        api.POST("/things", { ...init, headers, ...more }),
      );
    expect(JSON.stringify(await sent({}))).not.toContain("content-type");
    expect(JSON.stringify(await sent({ body: {} }))).toContain("content-type");
  });

  it("does not read a response's body, whatever the status", async () => {
    for (const status of [0, 100, 200, 204, 205, 299, 304, 400, 429, 503, 599, 600, 999]) {
      const received = { status, text: "read before" };
      const call = (init: CallInit) => openapiFetch(BASE).GET("/things", init);
      expect(await exchange(call, async () => received)).toBe(received);
    }
  });

  it("rejects with the error of the fetch function", async () => {
    const error = new Error("no connection");
    const call = (init: CallInit) => openapiFetch(BASE).GET("/things", init);
    await expect(exchange(call, () => Promise.reject(error))).rejects.toBe(error);
  });

  it("rejects a call that never sends a request", async () => {
    await expect(
      exchange(
        async () => {},
        async () => ({ status: 200 }),
      ),
    ).rejects.toThrow("the operation did not call the API");
  });
});
