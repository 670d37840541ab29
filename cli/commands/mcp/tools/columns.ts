import { findColumns } from "../../../columns/found.js";
import { COUNT, listOf, objectSchema, Refused, TEXT, type Tool } from "../tool.js";

const SHOWN = 8;

/**
 * Creates the tool that searches the report columns. It returns at most 8 columns, but counts all
 * that match. It throws `Refused` for an unknown level, or if no column matches.
 */
export function columnsTool(): Tool {
  return {
    name: "columns",
    title: "Report columns",
    description: `Finds report columns by search terms, such as "spend", "cost per click" or a misspelled name. Returns the best ${SHOWN} of 626, each with its meaning, its unit, and whether sums over rows make sense.`,
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
      notes: listOf(TEXT),
    }),
    async run({ search, level }) {
      const found = await findColumns({
        search: String(search),
        most: SHOWN,
        ...(level !== undefined && { level: String(level) }),
      });
      if ("problem" in found) throw new Refused(`${found.problem}. ${found.hint}`);
      return { ...found };
    },
  };
}
