import assert from "node:assert/strict";
import { test } from "node:test";
import { createClient } from "pinterest-reports";
import { createFakeClock, createFakeServer } from "pinterest-reports/testing";
import { spendOf } from "./spend.js";

test("the spend is the same after an interrupted download and an expired link", async () => {
  const spends: number[] = [];
  for (const faults of [
    [],
    [{ name: "short-file", value: 200 }, { name: "expired-link" }] as const,
  ]) {
    const server = await createFakeServer({
      clock: createFakeClock({ start: "2026-03-10T12:00:00Z" }),
      faults,
    });
    const client = createClient({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
    });
    spends.push(await spendOf(client, "549755885175", "2026-03-01", "2026-03-07"));
    assert.deepEqual(server.pending, []);
    await server.close();
  }
  assert.deepEqual(spends, [424.51305190999994, 424.51305190999994]);
});
