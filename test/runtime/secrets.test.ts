import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { connect } from "../../runtime/support-client.js";
import type { Fault } from "../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, setting } from "./made-up/flow.js";

const CANARY = "pina_CANARY0123456789";
const always = Number.POSITIVE_INFINITY;

/** All the ways in which a value gets printed. */
function prints(value: unknown): string {
  const error = value instanceof Error ? [value.message, value.stack, String(value), prints(value.cause ?? "")] : [];
  return [...error, inspect(value, { depth: 9 }), JSON.stringify(value)].join("\n");
}

describe("no secret shows", () => {
  it.each<Fault>([
    { name: "token-refused" },
    { name: "html-error", times: always },
    { name: "html-answer" },
    { name: "cut-connection", times: always },
    { name: "silence", times: always },
    { name: "redirect" },
    { name: "unknown-status", times: always },
    { name: "failed" },
    { name: "wrong-shape", value: `{"message":"${CANARY} and more"}` },
    { name: "wrong-shape", value: `not JSON ${CANARY}` },
    { name: "expired-link", times: always },
    { name: "slow-down", times: always },
    { name: "short-file", times: always },
    { name: "stalled-file", times: always },
    { name: "cut-connection", on: "file", times: always },
    { name: "other-file", value: "<html>" },
  ])("in what comes of $name", async (fault) => {
    await using scene = await setting({ accessToken: CANARY, faults: [fault] }, { timeoutMs: 25, deadlineMs: 5_000 });
    const { client, server, events } = scene;
    const outcome = await client.report
      .run(account, bodyFor(server))
      .then((report) => all(report.rows()))
      .catch((thrown) => thrown);
    expect(outcome).toBeInstanceOf(Error);
    const text = prints(outcome) + prints(events);
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain("X-Amz");
    for (const { query } of server.requests) if (query.token) expect(text).not.toContain(query.token);
  });

  it("in a fetch's own error that carries the request", async () => {
    await using scene = await setting();
    const fetch = (url: string, init: RequestInit) => {
      const error = new TypeError(`request to ${url} failed: ${JSON.stringify([...new Headers(init.headers)])}`);
      return Promise.reject(Object.assign(error, { request: { url, init }, headers: [...new Headers(init.headers)] }));
    };
    const client = createClient({ accessToken: CANARY, fetch, clock: scene.server.clock });
    const error = await client.report.create(account, bodyFor(scene.server)).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(prints(error)).not.toContain(CANARY);
  });

  it("in the client, its connection and a finished report", async () => {
    await using scene = await setting({ accessToken: CANARY, polls: 0 });
    const { client, server } = scene;
    const report = await client.report.run(account, bodyFor(server));
    const connection = connect({ accessToken: CANARY });
    const text = [client, client.report, connection, report].map((value) => prints(value) + inspect(value, { showHidden: true })).join();
    expect(text).not.toContain(CANARY);
    expect(text).not.toContain("X-Amz");
    expect(text).not.toContain(report.handle.token);
  });

  it("in the refusal of a token", () => {
    for (const accessToken of ["", `${CANARY}\n`, `${CANARY} x`, `${CANARY}\r\nx-y: 1`, `${CANARY}é`]) {
      let error: unknown;
      try {
        connect({ accessToken });
      } catch (thrown) {
        error = thrown;
      }
      expect(error).toBeInstanceOf(TypeError);
      expect(prints(error)).not.toContain(CANARY);
    }
  });

  it("anywhere but at the API", async () => {
    await using scene = await setting({ accessToken: CANARY });
    await all((await scene.client.report.run(account, bodyFor(scene.server))).rows());
    for (const request of scene.server.requests) {
      expect(request.headers.authorization).toBe(request.step === "file" ? undefined : `Bearer ${CANARY}`);
      expect(request.path + JSON.stringify(request.query) + request.body).not.toContain(CANARY);
    }
  });
});
