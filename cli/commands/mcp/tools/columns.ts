import { loadData, loadTables, loadValidators } from "../../../modules.js";
import type { Body as RequestBody } from "../../../session.js";
import { searchColumns } from "../column-search.js";
import { columnsOf } from "../tables.js";
import { COUNT, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

const SHOWN = 8;

/** Searches the columns of reports. */
export function columnsTool(): Tool {
  return {
    name: "columns",
    title: "Columns of reports",
    description: `Finds columns for reports by words, such as "spend", "cost per click" or a misspelt name. Gives the ${SHOWN} likeliest of 626, with meaning, unit, and whether sums over rows make sense.`,
    input: objectSchema(
      { search: TEXT, level: { ...TEXT, description: "Only columns that this level allows" } },
      ["level"],
    ),
    output: objectSchema({
      count: COUNT,
      columns: listOf(
        objectSchema({
          ...{ name: TEXT, label: TEXT, description: TEXT },
          unit: { type: ["string", "null"] },
          adds_up: { type: "boolean" },
        }),
      ),
    }),
    async run({ search, level }) {
      const [data, { validateReport }, { describeRows }] = await Promise.all([
        loadData(),
        loadValidators(),
        loadTables(),
      ]);
      const levels: readonly unknown[] = data.reportLevelValues;
      if (level !== undefined && !levels.includes(level))
        throw new Refused(`level must be one of ${levels.join(", ")}, not ${level}`);
      const isAllowed = (name: string): boolean =>
        level === undefined ||
        !validateReport({ level, columns: [name] }).some(({ path }) =>
          path.startsWith("/columns/"),
        );
      const found = searchColumns(String(search), data).filter(isAllowed);
      if (found.length === 0)
        throw new Refused(
          `no column is about ${search}: use other words, such as spend, impressions, clicks, checkout, save`,
        );
      const columns = found.slice(0, SHOWN);
      const described = describeRows({ columns } as object as RequestBody);
      const adding = new Set(
        (await columnsOf({ columns })).flatMap(({ name, adds }) => (adds ? [name] : [])),
      );
      return {
        count: found.length,
        columns: columns.map((name) => {
          const column = described.columns.find((each) => each.name === name);
          return {
            name,
            label: data.columnLabels[name as keyof typeof data.columnLabels],
            description: column?.description ?? "",
            unit: column?.unit ?? null,
            adds_up: adding.has(name.toLowerCase()),
          };
        }),
      };
    },
  };
}
