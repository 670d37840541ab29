// Runs many reports with random faults. Each must return the correct rows or throw one of the
// package's errors: npx tsx test/bench/soak.ts [<reports> <seed>]

import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { parse } from "csv-parse/sync";
import {
  type Credentials,
  createClient,
  PinterestReportsError,
  type ReportRequest,
} from "pinterest-reports";
import {
  createFakeClock,
  createFakeServer,
  type FakeServer,
  type Fault,
  type FaultName,
  faultNames,
  faults,
} from "pinterest-reports/testing";
import { twice } from "./creates-seen.js";

const CANARY = "pina_CANARY0123456789";
const REFRESH = {
  clientId: "fake-client-id",
  clientSecret: "fake-client-secret",
  refreshToken: "fake-refresh-token",
};
const SECRETS = [
  CANARY,
  "X-Amz-Signature",
  REFRESH.clientSecret,
  REFRESH.refreshToken,
  "fake-access-token-",
];
const ACCOUNT = "549755885175";
const AT_ONCE = 16;
const LONGEST_MS = 60_000;
// These change the file, or finish a report without one. The server's file does not show the
// expected result, so test/system/faults tests them.
const OTHERS: readonly FaultName[] = [
  "other-file",
  "changed-file",
  "null-url",
  "file-moved",
  "other-link",
  "dates-above-ids",
  "null-member",
  "renamed-column",
  "unknown-column",
];
const names = faultNames.filter((name) => !OTHERS.includes(name));
// The steps of these reports.
const STEPS: readonly string[] = ["create", "poll", "file", "token"];

export interface Tally {
  readonly reports: number;
  /** How many reports had a fault. */
  faulty: number;
  /** How many faults occurred as often as configured, by call and name. */
  readonly happened: Record<string, number>;
  right: number;
  /** How many of the package's errors occurred, by code. */
  readonly errors: Record<string, number>;
  /**
   * Bugs of the client: wrong rows, untyped errors, exposed secrets, duplicate reports, reports
   * that hang.
   */
  readonly bad: string[];
  requests: number;
}

/** Runs the reports with this concurrency. */
export async function soak(reports: number, seed: number): Promise<Tally> {
  const tally: Tally = {
    reports,
    faulty: 0,
    happened: {},
    right: 0,
    errors: {},
    bad: [],
    requests: 0,
  };
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < reports; number = next++)
      await one(tally, dice(seed * 1_000_003 + number), number);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, reports) }, worker));
  return tally;
}

async function one(tally: Tally, random: () => number, number: number): Promise<void> {
  const refreshes = random() < 0.5;
  const drawn = draw(random, refreshes);
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random });
  await using server = await createFakeServer({
    accessToken: CANARY,
    clock,
    polls: Math.floor(random() * 4),
    seed: number,
    faults: drawn,
  });
  const csv = random() < 0.3;
  const proof = refreshes
    ? { ...REFRESH, ...(random() < 0.5 && { accessToken: CANARY }) }
    : { accessToken: CANARY };
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("it hangs"), LONGEST_MS);
  });
  const said = await Promise.race([outcome(tally, server, { csv, proof }), late]);
  clearTimeout(timer);
  tally.requests += server.requests.length;
  const { pending } = server;
  const happened = drawn.filter((fault) => !pending.includes(fault));
  if (happened.length > 0) tally.faulty++;
  for (const { name, on } of happened)
    tally.happened[`${on} ${name}`] = (tally.happened[`${on} ${name}`] ?? 0) + 1;
  const askedInWords = drawn.some(({ name }) => name === "retry-after-in-words");
  const wrong = twice(server, askedInWords) ?? said;
  if (wrong !== null) tally.bad.push(`report ${number}: ${wrong}; faults ${JSON.stringify(drawn)}`);
}

interface Asked {
  readonly csv: boolean;
  /** The client's credentials. */
  readonly proof: Credentials;
}

/** Runs a report. Resolves to what was wrong with its result, or null. */
async function outcome(
  tally: Tally,
  server: FakeServer,
  { csv, proof }: Asked,
): Promise<string | null> {
  const events: unknown[] = [];
  const client = createClient({
    ...proof,
    baseUrl: server.url,
    clock: server.clock,
    timeoutMs: 2_000,
    onEvent: (event) => events.push(event),
  });
  const body: ReportRequest = {
    start_date: "2026-03-03",
    end_date: "2026-03-09",
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "PIN_ID", "PAID_IMPRESSION", "SPEND_IN_MICRO_DOLLAR"],
    report_format: csv ? "CSV" : "JSON",
  };
  try {
    const report = await client.report.run(ACCOUNT, body);
    const rows: unknown[] = [];
    for await (const row of report.rows()) rows.push(row);
    tally.right++;
    const expected = expectedRows(
      Buffer.concat([...server.file(report.handle.token)]).toString("utf8"),
      csv,
    );
    if (JSON.stringify(rows) === JSON.stringify(expected)) return leak([events]);
    tally.right--;
    return `${rows.length} rows instead of the file's ${expected.length}`;
  } catch (error) {
    if (!(error instanceof PinterestReportsError)) return `an untyped error: ${inspect(error)}`;
    tally.errors[error.code] = (tally.errors[error.code] ?? 0) + 1;
    return leak([error, error.cause, error.stack, events]);
  }
}

function leak(values: readonly unknown[]): string | null {
  const text = values
    .map((value) => inspect(value, { depth: 9 }) + (JSON.stringify(value) ?? ""))
    .join("\n");
  return SECRETS.some((secret) => text.includes(secret)) ? "a secret is exposed" : null;
}

/** The expected rows, read independently: by `JSON.parse` after quoting ids, and by csv-parse. */
function expectedRows(text: string, csv: boolean): readonly unknown[] {
  if (!csv)
    return Object.values(JSON.parse(text.replace(/"(\w+_ID)":(\d+)/g, '"$1":"$2"')))
      .flat()
      .map((row) => filled(row as object));
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")),
  );
}

/** The row with the zeros that a file omits. */
function filled(row: object): object {
  const zeros = ["PAID_IMPRESSION", "SPEND_IN_MICRO_DOLLAR"].filter((name) => !(name in row));
  return { ...row, ...Object.fromEntries(zeros.map((name) => [name, 0])) };
}

function draw(random: () => number, refreshes: boolean): readonly Fault[] {
  const pick = <Item>(items: readonly Item[]): Item =>
    items[Math.floor(random() * items.length)] as Item;
  const steps = STEPS.filter((step) => refreshes || step !== "token");
  const possible = names.filter((name) => faults[name].on.some((step) => steps.includes(step)));
  return Array.from({ length: Math.floor(random() * 4) }, () => {
    const name = pick(possible);
    const times =
      random() < 0.15
        ? { times: Number.POSITIVE_INFINITY }
        : random() < 0.5
          ? { times: 1 + Math.floor(random() * 3) }
          : {};
    // With a short wait, a slow machine would look like a fault; a long wait would take forever.
    return {
      name,
      on: pick(faults[name].on.filter((step) => steps.includes(step))),
      skip: random() < 0.3 ? 1 : 0,
      ...(name === "huge-refusal" && { value: 1 }),
      ...(/silence|stalled/.test(name) ? { times: 1 } : times),
    };
  });
}

/** A generator of random numbers from 0 to 1, the same for the same seed. */
function dice(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [reports, seed] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1)];
  const began = performance.now();
  const { faulty, happened, right, errors, bad, requests } = await soak(reports, seed);
  const sum = (counts: Readonly<Record<string, number>>) =>
    Object.values(counts).reduce((total, count) => total + count, 0);
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  if (process.argv[4] === "--json")
    console.log(JSON.stringify({ reports, faulty, happened, right, errors, requests, seconds }));
  else {
    console.log(
      `${reports} reports, ${faulty} of them met faults, seed ${seed}: ${requests} requests in ${seconds} s`,
    );
    console.log(
      `  faults met   ${sum(happened)}, of ${Object.keys(happened).length} kinds and calls`,
    );
    console.log(`  right rows   ${right}`);
    console.log(`  typed errors ${sum(errors)}  ${JSON.stringify(errors)}`);
    console.log(`  anything else ${bad.length}`);
    for (const line of bad.slice(0, 20)) console.log(`    ${line}`);
  }
  process.exitCode = bad.length === 0 && right + sum(errors) === reports ? 0 : 1;
}
