// Loads reports for many accounts in one process: `npx tsx test/bench/many-accounts.ts`. The server
// is another process on 127.0.0.1 with a quota, for which a minute takes a second; everything else
// is in real time. Prints time, requests and memory, or JSON with `--json` after both numbers.
// Exits with 1 if a report failed, its rows differ from those in its file, or the quota rejected a
// request.
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import { createClient } from "../../generated/index.js";
import { createFakeServer, type FakeClock } from "../../generated/testing.js";

const QUOTA = { requests: 300, perMs: 1_000 };
const POLLS = 3;

interface Counted {
  readonly creates: number;
  readonly polls: number;
  readonly files: number;
  /** The total number of rows in the files of all reports. */
  readonly rowsInFiles: number;
}

export interface Measured extends Counted {
  readonly accounts: number;
  readonly done: number;
  readonly failed: number;
  readonly rows: number;
  readonly refused: number;
  readonly seconds: number;
  readonly rssMb: number;
  readonly rssAtStartMb: number;
}

/** Measures a run with this many accounts and this concurrency. */
export async function measure(accounts: number, concurrency: number): Promise<Measured> {
  const server = await startServer();
  const rssAtStartMb = megabytes();
  let [rssMb, rows, done, failed, refused] = [rssAtStartMb, 0, 0, 0, 0];
  const watch = setInterval(() => {
    rssMb = Math.max(rssMb, megabytes());
  }, 100);
  const client = createClient({
    accessToken: "fake-access-token",
    baseUrl: server.url,
    rateLimits: { "*": { requests: 1_000, perMs: 1_000 }, ads_analytics: QUOTA },
    onEvent: (event) => {
      if (event.type === "response" && event.status === 429) refused++;
    },
  });
  const began = performance.now();
  try {
    for await (const item of client.report.runAll(requests(accounts), { concurrency })) {
      if (item.type === "row") rows++;
      else if (item.type === "done") done++;
      else if (item.type === "failed") failed++;
    }
    const seconds = (performance.now() - began) / 1_000;
    return {
      accounts,
      done,
      failed,
      rows,
      refused,
      seconds,
      rssMb,
      rssAtStartMb,
      ...(await server.counted()),
    };
  } finally {
    clearInterval(watch);
    server.stop();
  }
}

function* requests(accounts: number) {
  const day = (ago: number): string =>
    new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
  const body = {
    start_date: day(31),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  } as const;
  for (let index = 0; index < accounts; index++)
    yield { adAccountId: String(549_755_885_175 + index), body };
}

/** A server in a separate process, so that only the client's memory is measured. */
async function startServer(): Promise<{
  readonly url: string;
  counted(): Promise<Counted>;
  stop(): void;
}> {
  const child = fork(fileURLToPath(import.meta.url), ["serve"], {
    execArgv: ["--import", import.meta.resolve("tsx")],
  });
  const heard = () => new Promise<unknown>((resolve) => child.once("message", resolve));
  const url = String(await heard());
  const counted = () => {
    child.send("count");
    return heard() as Promise<Counted>;
  };
  return { url, counted, stop: () => child.kill() };
}

async function serve(): Promise<void> {
  const clock: FakeClock = {
    now: () => performance.now(),
    date: () => Date.now(),
    random: () => 0,
    slept: [],
    sleep: async () => {},
    advance: async () => {},
  };
  const server = await createFakeServer({ clock, polls: POLLS, entities: 5, quotas: [QUOTA] });
  const count = (step: string): number =>
    server.requests.filter((request) => request.step === step).length;
  const rowsInFiles = (): number => {
    const tokens = new Set(
      server.requests.flatMap(({ step, query }) => (step === "poll" ? [query.token ?? ""] : [])),
    );
    const text = (token: string) => Buffer.concat([...server.file(token)]).toString("utf8");
    return [...tokens].reduce(
      (sum, token) =>
        sum + Object.values(JSON.parse(text(token)) as Record<string, unknown[]>).flat().length,
      0,
    );
  };
  process.on("message", () =>
    process.send?.({
      creates: count("create"),
      polls: count("poll"),
      files: count("file"),
      rowsInFiles: rowsInFiles(),
    }),
  );
  // Exits together with its client.
  process.on("disconnect", () => process.exit());
  process.send?.(server.url);
}

function megabytes(): number {
  return process.memoryUsage.rss() / 1024 / 1024;
}

async function print(accounts: number, concurrency: number, asJson: boolean): Promise<void> {
  const measured = await measure(accounts, concurrency);
  const { done, failed, rows, refused, seconds, rssMb, rssAtStartMb } = measured;
  const { creates, polls, files, rowsInFiles } = measured;
  // Requests in the first window never wait.
  const leastS = (((creates + polls) / QUOTA.requests - 1) * QUOTA.perMs) / 1_000;
  const lines = asJson
    ? [JSON.stringify({ ...measured, leastS })]
    : [
        `${accounts} accounts, ${concurrency} at once: ${done} done, ${failed} failed, ${rows} of ${rowsInFiles} rows in ${seconds.toFixed(1)} s`,
        `requests  ${creates} creates, ${polls} polls (${(polls / accounts).toFixed(2)} a report), ${files} files, ${refused} refused by the quota`,
        `minimum   ${leastS.toFixed(1)} s, by the quota of ${QUOTA.requests} a second`,
        `memory    ${rssMb.toFixed(0)} MB at most, ${rssAtStartMb.toFixed(0)} MB before`,
      ];
  console.log(lines.join("\n"));
  if (done < accounts || failed > 0 || refused > 0 || rows !== rowsInFiles) process.exitCode = 1;
}

if (process.argv[2] === "serve") await serve();
else if (process.argv[1] === fileURLToPath(import.meta.url))
  await print(
    Number(process.argv[2] ?? 2_000),
    Number(process.argv[3] ?? 400),
    process.argv[4] === "--json",
  );
