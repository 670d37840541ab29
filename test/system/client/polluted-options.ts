import type { JournalEntry } from "../../../runtime/batch/journal.js";
import { createFakeClock, createFakeServer } from "../../../runtime/testing/index.js";
import { account, all, bodyFor, createClient, facts } from "../../support/flow.js";

/**
 * A separate program, because it changes Object.prototype. It creates reports without options,
 * first normally and then with each name set to each value, and prints the results. Argument: the
 * names.
 */
const VALUES = [
  true,
  false,
  1,
  "x.ndjson",
  "warn",
  () => 1,
  ["CLICKS"],
  { read: () => [], append: () => {} },
];
const names: readonly string[] = JSON.parse(process.argv[2] ?? "[]");

/** The results of reports without options. */
async function outcome(pollute: () => () => void): Promise<string> {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z", random: () => 0.5 });
  await using server = await createFakeServer([facts], { clock, polls: 0 });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  const body = bodyFor(server);
  const wrong = { ...body, end_date: "2020-01-01" };
  const entry: JournalEntry = { version: 1, at: "2026-03-10T12:00:00Z", key: "", what: "intent" };
  let entries = [entry];
  const journal = {
    read: async () => entries,
    append: async ({ key }: { readonly key: string }) => {
      entries = [{ ...entry, key }];
      throw new Error("full");
    },
  };
  const request = { adAccountId: account, body };
  await all(client.report.runAll([request], { journal })).catch(() => {});
  const undo = pollute();
  const steps = [
    () => all(client.report.runAll([request])).then((items) => items.map(({ type }) => type)),
    () =>
      all(client.report.runAll([{ ...request, body: wrong }])).then((items) =>
        items.map(({ type }) => type),
      ),
    () =>
      all(client.report.runAll([request], { journal })).then((items) =>
        items.map(({ type }) => type),
      ),
    () => client.report.run(account, wrong).then(() => "made"),
    async () => {
      const report = await client.report.run(account, body);
      return [
        await all(report.rows()),
        await all(report.entries()),
        (await report.text()).length,
        report.size,
      ];
    },
  ];
  const seen: unknown[] = [];
  for (const step of steps) seen.push(await step().catch((error: Error) => error.constructor.name));
  undo();
  return JSON.stringify([seen, server.requests.map((made) => made.step)]);
}

const clean = await outcome(() => () => {});
const other: string[] = [];
for (const name of names) {
  for (const value of VALUES) {
    const found = await outcome(() => {
      Object.defineProperty(Object.prototype, name, {
        value,
        configurable: true,
        enumerable: false,
        writable: true,
      });
      return () => void Reflect.deleteProperty(Object.prototype, name);
    });
    if (found !== clean) other.push(`${name} = ${String(value)}: ${found}`);
  }
}
process.stdout.write(JSON.stringify({ clean, other }), () => process.exit());
