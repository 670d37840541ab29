// How fast validateReport is beside Ajv: the same bodies, the same process, turns taken. Run by `npm run bench:validators`.
// Ajv checks what JSON Schema can say of single fields; validateReport checks that and all cross-field rules.

import { deepEqual } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Ajv } from "ajv";
import { reportColumns } from "pinterest-reports/columns";
import { validateReport } from "pinterest-reports/validators";
import { parse } from "yaml";

const ROUNDS = 31;
const ROUND_MS = 20;

const contract = parse(readFileSync(new URL("../../spec/contract.yaml", import.meta.url), "utf8"));
const reference = "#/components/schemas/AdsAnalyticsCreateAsyncRequest";
const schema = JSON.parse(JSON.stringify({ $ref: reference, components: contract.components }));

const columns = Object.keys(reportColumns);
/** CAMPAIGN_ID, without which there is a warning, and `count` columns spread over the list. */
const some = (count: number): readonly string[] => [
  "CAMPAIGN_ID",
  ...Array.from({ length: count }, (_, index) => columns[Math.floor((index * columns.length) / count)] ?? ""),
];
const ids = (count: number): string[] => Array.from({ length: count }, (_, index) => String(626_735_000_000 + index));
const small = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns: some(3) };
const bodies: Readonly<Record<string, object>> = {
  small,
  typical: {
    ...small,
    columns: some(20),
    campaign_ids: ids(50),
    campaign_statuses: ["RUNNING", "PAUSED"],
    click_window_days: 7,
  },
  large: { ...small, columns, campaign_ids: ids(500), ad_group_ids: ids(500), product_group_ids: ids(500), ad_ids: ids(500) },
  "one error": { ...small, columns: [...some(19), "SPEND_IN_DOLAR"] },
};

const ajv = new Ajv({ allErrors: true, strict: false }).compile(schema);
const today = "2026-03-08";
const contestants: Readonly<Record<string, (body: unknown) => unknown>> = {
  ajv: (body) => (ajv(body) ? null : ajv.errors),
  "pinterest-reports": (body) => validateReport(body, { today }),
};

for (const [name, body] of Object.entries(bodies)) {
  const rules = validateReport(body, { today }).map(({ rule, path }) => `${rule} ${path}`);
  deepEqual(rules, name === "one error" ? ["enum /columns/20"] : [], name);
}

console.log(
  `${"body".padEnd(10)} ${"ajv ns".padStart(10)} ${"ours ns".padStart(10)} ${"ratio".padStart(7)}   (median of ${ROUNDS} rounds in turn)`,
);
for (const [name, body] of Object.entries(bodies)) {
  const times = new Map(Object.keys(contestants).map((contestant) => [contestant, [] as number[]]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [contestant, check] of Object.entries(contestants)) times.get(contestant)?.push(nanoseconds(check, body));
  }
  const [peer = 0, ours = 1] = [...times.values()].map((values) => values.sort((a, b) => a - b)[ROUNDS >> 1] ?? 0);
  console.log(
    `${name.padEnd(10)} ${peer.toFixed(0).padStart(10)} ${ours.toFixed(0).padStart(10)} ${`${(peer / ours).toFixed(1)}x`.padStart(7)}`,
  );
}

/** Nanoseconds a call over one round. */
function nanoseconds(check: (body: unknown) => unknown, body: object): number {
  const end = performance.now() + ROUND_MS;
  const began = performance.now();
  let calls = 0;
  do {
    for (let index = 0; index < 16; index++) check(body);
    calls += 16;
  } while (performance.now() < end);
  return ((performance.now() - began) * 1e6) / calls;
}
