// Replaces the same days of a table in a loop until it is killed. All rows of a turn contain the
// turn's number.
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Cells, TargetTable } from "../../../runtime/sync/target.js";

const [url = "", schema = "", definition = "", count = "0"] = process.argv.slice(2);
const table: TargetTable = JSON.parse(definition);
const session = await postgresTarget({ connection: url, schema }).open();
console.log("open");
await session.ensureTable(table);
const days = { from: "2026-03-01", to: "2026-03-03" };
for (let turn = 1; ; turn++) {
  const rows = async function* (): AsyncGenerator<Cells> {
    for (let at = 0; at < Number(count); at++)
      yield ["1", `2026-03-0${1 + (at % 3)}`, String(at), turn, "x".repeat(100)];
  };
  await session.replace({ table, adAccountId: "1", days, stamp: String(turn) }, rows());
  console.log(`turn ${turn}`);
}
