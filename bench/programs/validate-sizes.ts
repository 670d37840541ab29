// Validates lists of several lengths: node validate-sizes.mjs <columns | ids> <length> …. Prints
// CPU seconds per check, as JSON.
import { ok } from "node:assert/strict";
import { reportColumns } from "pinterest-reports/data";
import { validateReport } from "pinterest-reports/validators";
import { cpuPerCall, spread } from "../harness.js";
import { bodiesOf, TODAY } from "./bodies.js";

const TURNS = 5;
const TURN_SECONDS = 0.1;

const [kind = "", ...lengths] = process.argv.slice(2);
const names = Object.keys(reportColumns);
const [small] = bodiesOf(names);
const seconds: number[] = [];
for (const length of lengths.map(Number)) {
  const list = Array.from({ length }, (_, index) =>
    kind === "ids" ? String(626_735_000_000 + index) : (names[index % names.length] ?? ""),
  );
  const body = { ...small?.value, [kind === "ids" ? "campaign_ids" : "columns"]: list };
  // A list with repeated columns is one violation.
  ok(validateReport(body, { today: TODAY }).length <= 2);
  const turns: number[] = [];
  for (let turn = 0; turn < TURNS; turn++)
    turns.push(await cpuPerCall(() => validateReport(body, { today: TODAY }), TURN_SECONDS));
  seconds.push(spread(turns).min);
}
process.stdout.write(JSON.stringify(seconds));
