// One validator in a separate process, up to the end of its first check: node validate-first.mjs
// <schema.json> <columns.json> <name>.
import { readFileSync } from "node:fs";
import { bodiesOf, TODAY } from "./bodies.js";
import { PEERS } from "./validators.js";

const [file = "", columns = "", name = ""] = process.argv.slice(2);
const [, typical] = bodiesOf(JSON.parse(readFileSync(columns, "utf8")));
const errors = await check();
if (errors !== null) throw new Error(`${name} rejects a valid body`);

async function check(): Promise<unknown> {
  if (name === "Node alone") return null;
  if (name === "pinterest-reports/validators")
    return ours(await import("pinterest-reports/validators"));
  if (name === "pinterest-reports/validators/report")
    return ours(await import("pinterest-reports/validators/report"));
  const schema = JSON.parse(readFileSync(file, "utf8"));
  return (await PEERS[name]?.(schema))?.check(typical?.value) ?? null;
}

function ours({ validateReport }: typeof import("pinterest-reports/validators/report")): unknown {
  return validateReport(typical?.value, { today: TODAY })[0] ?? null;
}
