// Prints the rows and sums of each table in each kind of target, loaded from one server, as a
// Markdown table: `npx tsx test/bench/table-figures.ts`. The figures are SQL results, by
// PostgreSQL, by DuckDB, and by DuckDB on the Parquet files of the folder and the bucket.
import { analystServers, askedStores } from "../support/analyst-stores.js";
import { syncSetting } from "../support/sync.js";
import { type Figures, figuresOf, loadFigures } from "../support/table-figures.js";

const SINCE = "2026-05-15";

await using servers = await analystServers();
await using setting = await syncSetting({ accounts: 5, entities: 20, restated: 0.3 });
const found = new Map<string, ReadonlyMap<string, Figures>>();
for (const place of await askedStores(servers)) {
  await loadFigures(setting, place, SINCE);
  found.set(place.name, await figuresOf(place));
}

const places = [...found.keys()];
const lines = [...(found.values().next().value ?? [])].flatMap(([table, figures]) =>
  [...figures].flatMap(([figure]) => {
    if (!/^(?:count\(\*\)|sum\("(?!.*length))/.test(figure)) return [];
    const cells = places.map((place) => found.get(place)?.get(table)?.get(figure) ?? "none");
    return [[table, figure, ...cells, new Set(cells).size === 1 ? "yes" : "NO"]];
  }),
);
const rows = [
  ["table", "figure", ...places, "same"],
  ["---", "---", ...places.map(() => "--:"), "---"],
];
for (const cells of [...rows, ...lines]) console.log(`| ${cells.join(" | ")} |`);
process.exitCode = lines.some((cells) => cells.at(-1) === "NO") ? 1 : 0;
