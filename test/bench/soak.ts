// Many reports, each with faults that a seed draws: every one must end in the right rows or in an error of the package.
// npm run soak [-- <reports> <seed>]

import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { parse } from "csv-parse/sync";
import { createClient, PinterestReportsError, type ReportRequest } from "pinterest-reports";
import { createFakeClock, createFakeServer, type FakeServer, type Fault, type FaultName, faultNames } from "pinterest-reports/testing";

const CANARY = "pina_CANARY0123456789";
const ACCOUNT = "549755885175";
const AT_ONCE = 16;
const LONGEST_MS = 60_000;
// These are other files, and finished reports without one: what comes of them is told by test/faults, not by the server's file.
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

export interface Tally {
  readonly reports: number;
  /** Reports that had a fault at all. */
  faulty: number;
  right: number;
  /** Errors of the package, by their code. */
  readonly errors: Record<string, number>;
  /** Whatever must not be: wrong rows, errors of no type, secrets, second reports, reports that hang. */
  readonly bad: string[];
  requests: number;
}

/** Runs the reports, so many at once. */
export async function soak(reports: number, seed: number): Promise<Tally> {
  const tally: Tally = { reports, faulty: 0, right: 0, errors: {}, bad: [], requests: 0 };
  let next = 0;
  const worker = async () => {
    for (let number = next++; number < reports; number = next++) await one(tally, dice(seed * 1_000_003 + number), number);
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, reports) }, worker));
  return tally;
}

async function one(tally: Tally, random: () => number, number: number): Promise<void> {
  const faults = draw(random);
  if (faults.length > 0) tally.faulty++;
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random });
  await using server = await createFakeServer({ accessToken: CANARY, clock, polls: Math.floor(random() * 4), seed: number, faults });
  const csv = random() < 0.3;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve("it hangs"), LONGEST_MS);
  });
  const said = await Promise.race([outcome(tally, server, csv), late]);
  clearTimeout(timer);
  const carriedOut = new Set(server.requests.flatMap(({ step, query }) => (step === "poll" ? [query.token] : [])));
  tally.requests += server.requests.length;
  const wrong = said ?? (carriedOut.size > 1 ? "it was created twice" : null);
  if (wrong !== null) tally.bad.push(`report ${number}: ${wrong}; faults ${JSON.stringify(faults)}`);
}

/** What is wrong with what came of a report; null for nothing. */
async function outcome(tally: Tally, server: FakeServer, csv: boolean): Promise<string | null> {
  const events: unknown[] = [];
  const client = createClient({
    accessToken: CANARY,
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
    const expected = expectedRows(Buffer.concat([...server.file(report.handle.token)]).toString("utf8"), csv);
    if (JSON.stringify(rows) === JSON.stringify(expected)) return leak([events]);
    tally.right--;
    return `${rows.length} rows, and not the ${expected.length} of the file`;
  } catch (error) {
    if (!(error instanceof PinterestReportsError)) return `an error of no type: ${inspect(error)}`;
    tally.errors[error.code] = (tally.errors[error.code] ?? 0) + 1;
    return leak([error, error.cause, error.stack, events]);
  }
}

function leak(values: readonly unknown[]): string | null {
  const text = values.map((value) => inspect(value, { depth: 9 }) + (JSON.stringify(value) ?? "")).join("\n");
  return text.includes(CANARY) || text.includes("X-Amz-Signature") ? "a secret shows" : null;
}

/** The rows by other readers: `JSON.parse` after ids were put in quotes, and csv-parse. */
function expectedRows(text: string, csv: boolean): readonly unknown[] {
  if (!csv) return Object.values(JSON.parse(text.replace(/"(\w+_ID)":(\d+)/g, '"$1":"$2"'))).flat();
  const rows = parse(text, { columns: true }) as Record<string, string>[];
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== "")));
}

function draw(random: () => number): readonly Fault[] {
  const pick = <Item>(items: readonly Item[]): Item => items[Math.floor(random() * items.length)] as Item;
  return Array.from({ length: Math.floor(random() * 4) }, () => {
    const name = pick(names);
    const times = random() < 0.15 ? { times: Number.POSITIVE_INFINITY } : random() < 0.5 ? { times: 1 + Math.floor(random() * 3) } : {};
    // A short wait for what stalls would take a slow machine for a fault, and a long one for ever.
    return {
      name,
      skip: Math.floor(random() * 2),
      ...(name === "huge-refusal" && { value: 1 }),
      ...(/silence|stalled/.test(name) ? { times: 1 } : times),
    };
  });
}

/** Numbers from 0 up to 1, the same for the same seed. */
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
  const { faulty, right, errors, bad, requests } = await soak(reports, seed);
  const failed = Object.values(errors).reduce((sum, count) => sum + count, 0);
  console.log(
    `${reports} reports, ${faulty} of them with faults, seed ${seed}: ${requests} requests in ${((performance.now() - began) / 1_000).toFixed(0)} s`,
  );
  console.log(`  right rows   ${right}`);
  console.log(`  typed errors ${failed}  ${JSON.stringify(errors)}`);
  console.log(`  anything else ${bad.length}`);
  for (const line of bad.slice(0, 20)) console.log(`    ${line}`);
  process.exitCode = bad.length === 0 && right + failed === reports ? 0 : 1;
}
