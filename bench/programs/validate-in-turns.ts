// Several validators in one process, in turn: node validate-in-turns.mjs <schema.json> <peer> ….
// Prints costs as JSON, by table.
import { equal, ok } from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createClient, InvalidBodyError } from "pinterest-reports";
import { reportColumns } from "pinterest-reports/data";
import { validateReport } from "pinterest-reports/validators";
import { type Costs, cpuPerCall, takeWarmTurns } from "../harness.js";
import { bodiesOf, manyWrong, TODAY } from "./bodies.js";
import { PEERS, type Validator } from "./validators.js";

const TURN_SECONDS = 0.04;

const [file = "", ...peers] = process.argv.slice(2);
const schema = JSON.parse(readFileSync(file, "utf8"));
const columns = Object.keys(reportColumns);

const ours: Validator = {
  check: (body) => {
    const violations = validateReport(body, { today: TODAY });
    return violations.length === 0 ? null : violations;
  },
  message: (errors) => (errors as { message: string }[])[0]?.message ?? "",
  count: (errors) => (errors as unknown[]).length,
};
const validators = new Map([["pinterest-reports", ours]]);
for (const peer of peers) {
  const make = PEERS[peer];
  if (make !== undefined) validators.set(peer, await make(schema));
}

const bodies = bodiesOf(columns);
// The work is comparable: each validator finds all errors.
for (const [name, { check, count }] of validators)
  for (const { name: body, value, errors } of bodies) {
    const found = check(value);
    equal(found === null ? 0 : count(found), errors, `${name}: ${body}`);
  }

const tables: Record<string, readonly Costs[]> = {};
for (const { name, value } of bodies)
  tables[name] = await costs(
    ({ check }) =>
      () =>
        check(value),
  );

const typo = bodies.find(({ errors }) => errors === 1)?.value;
for (const [name, { check, message }] of validators)
  equal(message(check(typo)).length > 10, true, name);
tables["1 error, including reading its message"] = await costs(
  ({ check, message }) =>
    () =>
      message(check(typo)),
);

const client = createClient({
  accessToken: "token",
  fetch: () => Promise.reject(new Error("nothing is sent")),
});
const wrong = manyWrong(columns) as unknown as Parameters<typeof client.report.create>[1];
const refused = async (): Promise<number> => {
  try {
    await client.report.create("549755885175", wrong);
  } catch (error) {
    if (error instanceof InvalidBodyError) return error.violations.length;
  }
  return 0;
};
// All items are checked. The first hundred violations are listed, with the number of others.
ok((await refused()) > 100);
tables["5,000 invalid columns (`create` throws)"] = await costs(
  ({ check }, name) => (name === "pinterest-reports" ? refused : () => check(wrong)),
  0.06,
);
process.stdout.write(JSON.stringify(tables));

function costs(
  work: (validator: Validator, name: string) => () => unknown,
  seconds = TURN_SECONDS,
): Promise<readonly Costs[]> {
  return takeWarmTurns(
    [...validators].map(([name, validator]) => {
      const call = work(validator, name);
      return {
        name,
        turn: () => {
          // Collects one validator's garbage before the next one's turn.
          globalThis.gc?.({ type: "minor" });
          return cpuPerCall(call, seconds);
        },
      };
    }),
  );
}
