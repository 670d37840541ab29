import { expect, test } from "vitest";
import { account, all, bodyFor, setting } from "../../support/flow.js";

test("a report goes from create to rows", async () => {
  await using scene = await setting();
  const { server, client } = scene;
  const report = await client.report.run(account, bodyFor(server));
  const rows = await all(report.rows());
  expect(rows).toHaveLength(16);
  expect(rows[0]).toMatchObject({ CAMPAIGN_ID: "627052500001", PIN_ID: "217861707052500001" });
  expect(server.requests.map(({ step }) => step)).toEqual(["create", "poll", "poll", "file"]);
});

test("a call can have its own listener in addition to the client's", async () => {
  const heard: string[] = [];
  await using scene = await setting();
  const { server, client } = scene;
  const onEvent = ({ type }: { readonly type: string }) => {
    heard.push(type);
    if (type === "created") throw new Error("a listener harms nothing");
  };
  const handle = await client.report.create(account, bodyFor(server), { onEvent });
  expect(heard).toEqual(["request", "response", "created"]);
  const report = await client.report.resume(handle, { onEvent });
  await all(report.rows());
  expect(heard).toContain("poll");
  expect(heard.at(-1)).toBe("download");
  const before = heard.length;
  await client.report.run(account, bodyFor(server));
  expect(heard).toHaveLength(before);
});
