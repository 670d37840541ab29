// Each client polls a report once, in turn: node calls.mjs. Prints costs as JSON. The server is a
// separate process.
import { deepEqual } from "node:assert/strict";
import { fileURLToPath } from "node:url";
import createApi from "openapi-fetch";
import { createClient } from "pinterest-reports";
import type { paths } from "../../generated/schema.js";
import { cpuPerCall, takeWarmTurns } from "../harness.js";
import { serve, startServer } from "./server.js";

const ROUNDS = 15;
const TURN_SECONDS = 0.15;
const PATH = "/ad_accounts/{ad_account_id}/reports";

if (process.argv[2] === "serve") serve();
else await measure();

async function measure(): Promise<void> {
  const server = await startServer(fileURLToPath(import.meta.url));
  const [account, token] = ["549755885175", "0123456789abcdef"];
  const handle = {
    version: 1,
    flow: "report",
    adAccountId: account,
    token,
    createdAt: new Date().toISOString(),
  } as const;
  const options = { accessToken: "token", baseUrl: server.url };
  // Limits that are never reached, because checking them is part of a call's cost.
  const unreached = { requests: 1_000_000, perMs: 1_000 };
  const client = createClient({
    ...options,
    rateLimits: { "*": unreached, ads_analytics: unreached },
  });
  const api = createApi<paths>({ baseUrl: server.url, headers: { authorization: "Bearer token" } });
  const query = { params: { path: { ad_account_id: account }, query: { token } } };
  const calls: Readonly<Record<string, () => Promise<string | undefined>>> = {
    "fetch alone": async () => {
      const response = await fetch(`${server.url}/ad_accounts/${account}/reports?token=${token}`);
      return ((await response.json()) as { report_status: string }).report_status;
    },
    "openapi-fetch": async () => (await api.GET(PATH, query)).data?.report_status,
    "createClient, poll": async () => (await client.report.poll(handle)).status,
  };
  // All clients get the same result, but each has its own name for it.
  const learnt = await Promise.all(Object.values(calls).map((call) => call()));
  deepEqual(learnt.slice(0, 2), ["IN_PROGRESS", "IN_PROGRESS"]);
  if (learnt[2] === undefined) throw new Error("the client has no status");
  const contestants = Object.entries(calls).map(([name, call]) => ({
    name,
    turn: () => cpuPerCall(call, TURN_SECONDS),
  }));
  for (const { turn } of contestants) for (let index = 0; index < 3; index++) await turn();
  process.stdout.write(JSON.stringify(await takeWarmTurns(contestants, ROUNDS)));
  server.stop();
}
