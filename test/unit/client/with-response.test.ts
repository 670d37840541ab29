import { inspect } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ApiError,
  CreateOutcomeUnknownError,
  InvalidArgumentError,
  InvalidBodyError,
} from "../../../runtime/errors.js";
import type { Fault } from "../../../runtime/testing/index.js";
import { account, bodyFor, createClient, setting } from "../../support/flow.js";

/** A client whose responses have the request ids `r1`, `r2`, …, in sending order. */
async function numbered(faults: readonly Fault[] = []) {
  const scene = await setting({ faults });
  const { server } = scene;
  let count = 0;
  const fetch = async (url: string, init?: object) => {
    const response = await server.fetch(url, init);
    const headers = new Headers(response.headers);
    headers.set("x-pinterest-rid", `r${++count}`);
    return new Response(await response.text(), { status: response.status, headers });
  };
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
    fetch: fetch as typeof globalThis.fetch,
  });
  return { client, server, [Symbol.asyncDispose]: () => scene[Symbol.asyncDispose]() };
}

const unhandled: unknown[] = [];
process.on("unhandledRejection", (error) => unhandled.push(error));

describe("withResponse on report calls", () => {
  it("returns the response of a create, and of each poll", async () => {
    await using scene = await numbered();
    const created = scene.client.report.create(account, bodyFor(scene.server));
    const { data: handle, response } = await created.withResponse();
    expect(await created).toBe(handle);
    expect(handle.adAccountId).toBe(account);
    expect([response.status, response.requestId, response.headers.get("Content-Type")]).toEqual([
      200,
      "r1",
      "application/json",
    ]);
    const poll = await scene.client.report.poll(handle).withResponse();
    expect(poll).toMatchObject({
      data: { requestId: "r2" },
      response: { status: 200, requestId: "r2" },
    });
    // The report's token is in the query and in the handle, but a printed response never shows it.
    expect(JSON.stringify(poll.response)).not.toContain(handle.token);
  });

  it("returns all response headers, up to a limit, and prints none of them", async () => {
    const pairs = fc.uniqueArray(
      fc.tuple(fc.stringMatching(/^x-[a-z]{1,8}$/), fc.stringMatching(/^[!-~]{6,20}$/)),
      {
        selector: ([name]) => name,
        minLength: 1,
      },
    );
    await fc.assert(
      fc.asyncProperty(pairs, async (added) => {
        await using scene = await setting();
        const fetch = async (url: string, init?: object) => {
          const response = await scene.server.fetch(url, init);
          const sent = new Headers([...response.headers, ...added]);
          sent.append("set-cookie", "session=CANARY");
          return new Response(await response.text(), { status: response.status, headers: sent });
        };
        const options = {
          accessToken: scene.server.accessToken,
          baseUrl: scene.server.url,
          clock: scene.server.clock,
        };
        const client = createClient({ ...options, fetch: fetch as typeof globalThis.fetch });
        const { response } = await client.report
          .create(account, bodyFor(scene.server))
          .withResponse();
        const { headers } = response;
        expect(Object.fromEntries(headers)).toMatchObject({
          ...Object.fromEntries(added),
          "set-cookie": "session=CANARY",
        });
        for (const [name, value] of added)
          expect([headers.has(name), headers.get(name.toUpperCase())]).toEqual([true, value]);
        expect([headers.has("x-missing-here"), headers.get("x-missing-here")]).toEqual([
          false,
          null,
        ]);
        const each: (readonly [string, string])[] = [];
        headers.forEach((value, name) => void each.push([name, value]));
        expect(each).toEqual([...headers.entries()]);
        expect(each).toEqual([...headers]);
        expect(new Headers(Object.fromEntries(headers)).get("set-cookie")).toBe("session=CANARY");
        for (const text of [
          inspect(response, { depth: 9, showHidden: true }),
          JSON.stringify(response),
        ])
          expect(text).not.toMatch(/CANARY|x-/);
      }),
      { numRuns: 20 },
    );
  });

  it("returns the response of the successful attempt", async () => {
    await using scene = await numbered([{ name: "rate-limit", on: "create" }]);
    const { response } = await scene.client.report
      .create(account, bodyFor(scene.server))
      .withResponse();
    expect([response.status, response.requestId]).toEqual([200, "r2"]);
  });

  it("rejects with the call's error, without an unhandled rejection", async () => {
    await using scene = await numbered([
      { name: "cut-connection", on: "create" },
      { name: "token-refused" },
    ]);
    const { client, server } = scene;
    const body = bodyFor(server);
    const wrong = { ...body, end_date: "2000-01-01" };
    await expect(client.report.create(account, wrong).withResponse()).rejects.toBeInstanceOf(
      InvalidBodyError,
    );
    await expect(client.report.create("x", body).withResponse()).rejects.toBeInstanceOf(
      InvalidArgumentError,
    );
    await expect(client.report.create(account, body).withResponse()).rejects.toBeInstanceOf(
      CreateOutcomeUnknownError,
    );
    await expect(client.report.poll({} as never).withResponse()).rejects.toBeInstanceOf(
      InvalidArgumentError,
    );
    const handle = await client.report.create(account, body);
    await expect(client.report.poll(handle).withResponse()).rejects.toBeInstanceOf(ApiError);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(unhandled).toEqual([]);
  });
});

describe("requestId", () => {
  it("comes from the last poll, for finished and failed reports", async () => {
    await using scene = await numbered();
    const report = await scene.client.report.run(account, bodyFor(scene.server));
    const polls = scene.server.requests.filter(({ step }) => step === "poll").length;
    expect(report.requestId).toBe(`r${1 + polls}`);
    await using failing = await numbered([{ name: "failed" }]);
    const error = await failing.client.report
      .run(account, bodyFor(failing.server))
      .catch((thrown) => thrown);
    const sent = failing.server.requests.length;
    expect(error).toMatchObject({ code: "report_failed", requestId: `r${sent}` });
  });
});
