import { describe, expect, it } from "vitest";
import { ApiError, ConnectionError } from "../../runtime/errors.js";
import type { Fault } from "../../runtime/testing/index.js";
import { account, bodyFor, createClient, setting } from "./made-up/flow.js";

async function errorOf(...faults: readonly Fault[]) {
  await using scene = await setting({ faults });
  const { client, server } = scene;
  const handle = await client.report.create(account, bodyFor(server));
  const error = await client.report.poll(handle).catch((thrown) => thrown);
  return { error, looks: server.requests.filter(({ step }) => step === "poll").length, slept: server.clock.slept };
}

const always = Number.POSITIVE_INFINITY;

describe("an answer", () => {
  it("that refuses says what, where, and in the API's words", async () => {
    const { error, looks } = await errorOf({ name: "token-refused" });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toBe(
      "GET /ad_accounts/549755885175/reports answered 401: Authentication failed. (code 2) [request 1234567890123456]",
    );
    expect(error).toMatchObject({ code: "auth", status: 401, apiCode: 2, requestId: "1234567890123456", retryAfterMs: null });
    expect(error.body).toEqual({ code: 2, message: "Authentication failed.", status: "failure" });
    expect(looks).toBe(1);
  });

  it("that refuses without a body is a refusal", async () => {
    const { error } = await errorOf({ name: "empty-400" });
    expect(error).toMatchObject({ code: "api", status: 400, apiCode: null, body: "" });
    expect(error.message).toBe("GET /ad_accounts/549755885175/reports answered 400 with an empty body");
  });

  it("that is a page says so, with its type and its beginning", async () => {
    const { error } = await errorOf({ name: "html-answer" });
    expect(error.message).toMatch(/answered 200 with text\/html, which is not JSON: "<!DOCTYPE html><html>/);
    expect(error.status).toBe(200);
  });

  it.each([
    ["empty-answer", undefined, "answered 200 with an empty body"],
    ["wrong-shape", "[]", "with JSON that is not an object"],
    ["wrong-shape", "null", "with JSON that is not an object"],
    ["wrong-shape", "{", "which is not JSON"],
    ["wrong-shape", "{}", "without a report status"],
    ["wrong-shape", '{"report_status":5}', "without a report status"],
    ["wrong-shape", '{"report_status":"FINISHED","url":5}', "with a link that is not text"],
    ["wrong-shape", '{"report_status":"FINISHED","size":"5"}', "with a size that is not a number"],
  ] as const)("%s %s is an error", async (name, value, words) => {
    const { error } = await errorOf(value === undefined ? { name } : { name, value });
    expect(error).toBeInstanceOf(ApiError);
    expect(error.message).toContain(words);
  });

  it("without a report token is an error", async () => {
    await using scene = await setting({ faults: [{ name: "wrong-shape", on: "create", value: '{"report_status":"IN_PROGRESS"}' }] });
    await expect(scene.client.report.create(account, bodyFor(scene.server))).rejects.toThrow(/answered 200 without a report token/);
  });

  it("that redirects is not followed", async () => {
    const { error, looks } = await errorOf({ name: "redirect" });
    expect(error.message).toMatch(/answered 302 with a redirect, which is not followed/);
    expect(looks).toBe(1);
  });

  it("with more members than we know is taken", async () => {
    const { error } = await errorOf({ name: "wrong-shape", value: '{"report_status":"IN_PROGRESS","new":{"a":1}}' });
    expect(error).toMatchObject({ status: "IN_PROGRESS", state: "pending", known: true, url: null, size: null });
  });

  it.each([500, 502, 503, 504])("of %i is asked for again", async (value) => {
    const { error, looks } = await errorOf({ name: "html-error", value });
    expect(error).toMatchObject({ status: "IN_PROGRESS" });
    expect(looks).toBe(2);
  });

  it.each([403, 404, 409, 418, 422, 501, 505])("of %i is not asked for again", async (value) => {
    const { error, looks } = await errorOf({ name: "refusal", value });
    expect(error).toMatchObject({ code: "api", status: value });
    expect(looks).toBe(1);
  });

  it("that never gets better is given up", async () => {
    const { error, looks } = await errorOf({ name: "html-error", times: always });
    expect(error).toMatchObject({ code: "api", status: 500 });
    expect(looks).toBe(6);
  });

  it("that is too long is read in part only", async () => {
    await using scene = await setting();
    let sent = 0;
    const endless = () =>
      new ReadableStream<Uint8Array>({
        pull: (controller) => {
          sent += 16_384;
          controller.enqueue(new Uint8Array(16_384).fill(0x61));
        },
      });
    const fetch = async () => new Response(endless(), { status: 400 });
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock });
    const error = await client.report.create(account, bodyFor(scene.server)).catch((thrown) => thrown);
    expect(error.body).toHaveLength(65_536);
    expect(sent).toBeLessThan(200_000);
    expect(error.message.length).toBeLessThan(500);
  });

  it("that stalls within its body is given up in time", async () => {
    await using scene = await setting();
    const fetch = async () => new Response(new ReadableStream({ start: (one) => one.enqueue(new TextEncoder().encode("{")) }));
    const client = createClient({ accessToken: "t", fetch, clock: scene.server.clock, timeoutMs: 20 });
    const handle = { version: 1, flow: "made-up", adAccountId: account, token: "x", createdAt: "2026-03-10T12:00:00Z" } as const;
    const error = await client.report.poll(handle).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(ConnectionError);
    expect(error.message).toMatch(/got no answer: nothing came for 0.02 s/);
  });

  it.each([
    ["throws a text", () => Promise.reject("no")],
    ["gives nothing", () => Promise.resolve(undefined)],
    ["gives something else", () => Promise.resolve({ ok: true })],
  ])("of a fetch that %s is a typed error", async (_, fetch) => {
    await using scene = await setting();
    const client = createClient({ accessToken: "t", fetch: fetch as never, clock: scene.server.clock });
    await expect(client.report.create(account, bodyFor(scene.server))).rejects.toMatchObject({ code: "create_outcome_unknown" });
  });

  it("comes through a fetch that is not called as a method", async () => {
    await using scene = await setting();
    const { server } = scene;
    const seen: unknown[] = [];
    const fetch = function (this: unknown, url: string, init: RequestInit) {
      seen.push(this);
      return server.fetch(url, init);
    };
    const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, fetch, clock: server.clock });
    await client.report.create(account, bodyFor(server));
    expect(seen).toEqual([undefined]);
  });
});
