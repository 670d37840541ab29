import { expect, test } from "vitest";
import { account, all, bodyFor, setting } from "./made-up/flow.js";

test("a report goes from create to rows", async () => {
  await using scene = await setting();
  const { server, client } = scene;
  const report = await client.report.run(account, bodyFor(server));
  const rows = await all(report.rows());
  expect(rows).toHaveLength(16);
  expect(rows[0]).toMatchObject({ CAMPAIGN_ID: "626700000001", PIN_ID: "217861700718936379" });
  expect(server.requests.map(({ step }) => step)).toEqual(["create", "poll", "poll", "file"]);
});
