import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { createFakeServer } from "../../../generated/testing.js";
import { connect, type Operation, operationClient } from "../../../runtime/support-client.js";
import { cases, outputs } from "../../support/row-places.js";

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("rows of a synchronous response", () => {
  it.each(cases)("are read from $what", async (one) => {
    const folder = mkdtempSync(join(tmpdir(), "row-places-"));
    folders.push(folder);
    for (const [path, code] of outputs.get(one) ?? []) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), code);
    }
    const { campaigns } = (await import(
      /* @vite-ignore */ join(folder, "operations/campaigns/call.ts")
    )) as {
      readonly campaigns: Operation<object, unknown>;
    };
    await using server = await createFakeServer({ respond: () => one.sent });
    const connection = connect({
      accessToken: server.accessToken,
      baseUrl: server.url,
      clock: server.clock,
    });
    const day = (ago: number) =>
      new Date(server.clock.date() - ago * 86_400_000).toISOString().slice(0, 10);
    const input = {
      ad_account_id: "1",
      start_date: day(3),
      end_date: day(2),
      granularity: "DAY",
      campaign_ids: ["1"],
      columns: ["CTR"],
    };
    expect(await operationClient(connection, campaigns)(input)).toEqual(one.read);
  });
});
