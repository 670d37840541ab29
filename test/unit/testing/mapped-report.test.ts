import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { connect } from "../../../runtime/client/connection.js";
import { flowClient } from "../../../runtime/client/report-client.js";
import type { FieldPaths, Flow } from "../../../runtime/contract.js";
import type { FaultName } from "../../../runtime/testing/faults/fault.js";
import { reportFaults } from "../../../runtime/testing/faults/responses.js";
import { createFakeServer, type Fault } from "../../../runtime/testing/index.js";
import { account, bodyFor, facts, flow } from "../../support/flow.js";

const created: FieldPaths = { token: ["answer", "id"] };
const polled: FieldPaths = { report_status: ["state"], url: ["result", "file", "href"] };
const path = "/ad_accounts/{ad_account_id}/reports/{report}";

/** The report with its fields in other places, and its token in the path. */
const mapped: typeof flow = {
  ...flow,
  create: { ...flow.create, paths: created },
  poll: {
    rateLimit: flow.poll.rateLimit,
    paths: polled,
    call: (api, { account: ad_account_id, token }, init) =>
      api.GET(path, { ...init, params: { path: { ad_account_id, report: token } } }),
  },
};
const mappedFacts: typeof facts = {
  ...facts,
  create: { ...facts.create, paths: created },
  poll: { ...facts.poll, path, token: "report", paths: polled },
};

type Server = Awaited<ReturnType<typeof createFakeServer>>;

function clientOf<Body>(server: Server, of: Flow<Body>, events: object[] = []) {
  const { url: baseUrl, accessToken, fetch, clock } = server;
  const onEvent = (event: object) => void events.push(event);
  return flowClient(connect({ baseUrl, accessToken, fetch, clock, onEvent }), of);
}

/** The result of a report whose server has a fault. */
async function outcome(fault: Fault, isMapped: boolean): Promise<string> {
  await using server = await createFakeServer([isMapped ? mappedFacts : facts], {
    faults: [fault],
  });
  const client = clientOf(server, isMapped ? mapped : flow);
  try {
    const report = await client.run(account, bodyFor(server));
    return `${(await report.rows().toArray()).length} rows`;
  } catch (error) {
    return (error as Error).name;
  }
}

describe("a report whose fields have other names and paths", () => {
  it("is created, polled and read, without its token in events", async () => {
    await using fake = await createFakeServer([mappedFacts]);
    const events: object[] = [];
    const client = clientOf(fake, mapped, events);
    const handle = await client.create(account, bodyFor(fake));
    const done = await client.resume(handle);
    expect((await done.rows().toArray()).length).toBeGreaterThan(0);
    expect(fake.requests.map(({ path }) => path)).toContain(
      `/v5/ad_accounts/${account}/reports/${encodeURIComponent(handle.token)}`,
    );
    expect(JSON.stringify(events)).not.toContain(handle.token);
    expect(JSON.stringify(events)).toContain("/reports/[secret]");
  });

  it("never shows its token in an error, even if the server echoes the path", async () => {
    await using fake = await createFakeServer([mappedFacts]);
    const { url: baseUrl, accessToken, clock } = fake;
    const handle = await clientOf(fake, mapped).create(account, bodyFor(fake));
    const fetch = async (url: string): Promise<Response> =>
      Response.json({ code: 50, message: `nothing at ${url}` }, { status: 404 });
    const client = flowClient(connect({ baseUrl, accessToken, fetch, clock }), mapped);
    const error = await client.poll(handle).catch((error: unknown) => error);
    expect(error).toMatchObject({ message: expect.stringContaining("/reports/[secret]") });
    expect(inspect(error, { depth: null, showHidden: true })).not.toContain(handle.token);
  });

  it("rejects dots as a token, because they would lead to another path", async () => {
    await using fake = await createFakeServer([mappedFacts]);
    const client = clientOf(fake, mapped);
    const handle = await client.create(account, bodyFor(fake));
    await expect(client.resume({ ...handle, token: ".." })).rejects.toThrow("has no token");
  });

  it.each(
    Object.entries(reportFaults).flatMap(([name, { on }]) =>
      on.map((step): Fault => ({ name: name as FaultName, on: step })),
    ),
  )("behaves like any other report with the fault %j", async (fault) => {
    expect(await outcome(fault, true)).toBe(await outcome(fault, false));
  });
});
