// What a call costs over bare openapi-fetch: the same look at a report, in turns, over real sockets to a server in this process's child.
// npm run bench:calls

import { fork } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { fileURLToPath } from "node:url";
import createApi from "openapi-fetch";
import { createClient } from "pinterest-reports";
import type { paths } from "../../generated/schema.js";

const ROUNDS = 21;
const CALLS = 200;
const ANSWER = JSON.stringify({ report_status: "IN_PROGRESS", url: null, size: null });

if (process.argv[2] === "serve") serve();
else await measure();

/** Answers every request alike, until the parent is gone. */
function serve(): void {
  const server = createServer((request, response) => {
    request.resume();
    response.writeHead(200, { "content-type": "application/json", "content-length": String(ANSWER.length) }).end(ANSWER);
  });
  server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
  process.on("disconnect", () => process.exit(0));
}

async function measure(): Promise<void> {
  const server = fork(fileURLToPath(import.meta.url), ["serve"], { execArgv: process.execArgv });
  try {
    const port = await new Promise<number>((resolve, reject) => {
      server.once("message", (message) => resolve(Number(message)));
      server.once("exit", () => reject(new Error("the server did not start")));
    });
    await compare(`http://127.0.0.1:${port}/v5`);
  } finally {
    server.disconnect();
  }
}

async function compare(baseUrl: string): Promise<void> {
  const account = "549755885175";
  const token = "0123456789abcdef";
  const handle = { version: 1, flow: "report", adAccountId: account, token, createdAt: new Date().toISOString() } as const;
  const api = createApi<paths>({ baseUrl, headers: { authorization: "Bearer token" } });
  const client = createClient({ accessToken: "token", baseUrl, rateLimits: false });
  const path = "/ad_accounts/{ad_account_id}/reports";
  const contestants: Readonly<Record<string, () => Promise<unknown>>> = {
    "bare fetch": async () => (await fetch(`${baseUrl}/ad_accounts/${account}/reports?token=${token}`)).json(),
    "openapi-fetch": () => api.GET(path, { params: { path: { ad_account_id: account }, query: { token } } }),
    "client.report.poll": () => client.report.poll(handle),
  };
  const times = new Map(Object.keys(contestants).map((name) => [name, { wall: [] as number[], cpu: [] as number[] }]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, call] of Object.entries(contestants)) {
      const [began, cpu] = [performance.now(), process.cpuUsage()];
      for (let index = 0; index < CALLS; index++) await call();
      const { user, system } = process.cpuUsage(cpu);
      times.get(name)?.wall.push(((performance.now() - began) * 1_000) / CALLS);
      times.get(name)?.cpu.push((user + system) / CALLS);
    }
  }
  const bare = median(times.get("openapi-fetch")?.cpu);
  console.log(
    `${"call".padEnd(20)} ${"µs".padStart(6)} ${"CPU µs".padStart(7)} ${"over openapi-fetch".padStart(19)}   (medians of ${ROUNDS} rounds of ${CALLS})`,
  );
  for (const [name, { wall, cpu }] of times) {
    const over = `${(median(cpu) - bare).toFixed(0)} µs (${(median(cpu) / bare).toFixed(2)}x)`;
    console.log(`${name.padEnd(20)} ${median(wall).toFixed(0).padStart(6)} ${median(cpu).toFixed(0).padStart(7)} ${over.padStart(19)}`);
  }
}

function median(values: readonly number[] = []): number {
  return values.toSorted((one, other) => one - other)[values.length >> 1] ?? Number.NaN;
}
