// One of two processes of the benchmark: `serve` answers, `measure <address>` calls.

import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import createApi from "openapi-fetch";
import { createClient } from "pinterest-reports";
import type { paths } from "../../generated/schema.js";

const PAIRS = 400;
const CALLS = 25;
const WARM_UP = 2_000;
const ANSWER = JSON.stringify({ report_status: "IN_PROGRESS", url: null, size: null });
const PEER = "openapi-fetch";
const UNREACHED = { requests: 1_000_000, perMs: 1_000 };

const [step, baseUrl = ""] = process.argv.slice(2);
if (step === "serve") serve();
else await compare(baseUrl);

/** Answers every request alike, until the parent is gone. */
function serve(): void {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "content-length": String(ANSWER.length) }).end(ANSWER);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  process.on("disconnect", () => process.exit(0));
}

/** The same look at a report, a few calls of each in turns, first one way round, then the other: what disturbs one disturbs all. */
async function compare(address: string): Promise<void> {
  const contestants = contestantsOf(address);
  const costs = new Map(contestants.map(([name]) => [name, { wall: [] as number[], cpu: [] as number[] }]));
  for (const [, call] of contestants) for (let index = 0; index < WARM_UP; index++) await call();
  for (let pair = 0; pair < PAIRS; pair++) {
    for (const [name, call] of pair % 2 === 0 ? contestants : contestants.toReversed()) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      for (let index = 0; index < CALLS; index++) await call();
      const { user, system } = process.cpuUsage(cpu);
      costs.get(name)?.wall.push(((performance.now() - began) * 1_000) / CALLS);
      costs.get(name)?.cpu.push((user + system) / CALLS);
    }
  }
  const peer = costs.get(PEER) ?? { wall: [], cpu: [] };
  console.log(`${"call".padEnd(20)}${["µs", "CPU µs", `over ${PEER}`, "CPU", "times"].map((title) => title.padStart(20)).join("")}`);
  for (const [name, { wall, cpu }] of costs) {
    // The median of the differences within pairs, not the difference of medians.
    const over = (one: readonly number[], other: readonly number[]) => median(one.map((cost, index) => cost - (other[index] ?? 0)));
    const cells = [median(wall), median(cpu), over(wall, peer.wall), over(cpu, peer.cpu)].map((cost) => `${cost.toFixed(0)} µs`);
    const times = `${(median(cpu) / median(peer.cpu)).toFixed(2)}x`;
    console.log(`${name.padEnd(20)}${[...cells, times].map((cell) => cell.padStart(20)).join("")}`);
  }
  console.log(`medians of ${PAIRS} pairs of ${CALLS} calls`);
}

function contestantsOf(address: string): readonly (readonly [string, () => Promise<unknown>])[] {
  const account = "549755885175";
  const token = "0123456789abcdef";
  const handle = { version: 1, flow: "report", adAccountId: account, token, createdAt: new Date().toISOString() } as const;
  const api = createApi<paths>({ baseUrl: address, headers: { authorization: "Bearer token" } });
  // Limits that are kept and never reached: to keep them is part of what a call costs.
  const rateLimits = { "*": UNREACHED, ads_analytics: UNREACHED };
  const client = createClient({ accessToken: "token", baseUrl: address, rateLimits });
  const path = "/ad_accounts/{ad_account_id}/reports";
  return [
    ["bare fetch", async () => (await fetch(`${address}/ad_accounts/${account}/reports?token=${token}`)).json()],
    [PEER, () => api.GET(path, { params: { path: { ad_account_id: account }, query: { token } } })],
    ["client.report.poll", () => client.report.poll(handle)],
  ];
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
