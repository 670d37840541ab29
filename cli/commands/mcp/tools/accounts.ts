import { rolesIn } from "../../accounts.js";
import { type Context, listAccounts, today } from "../context.js";
import { COUNT, DATA_NOTE, listOf, objectSchema, TEXT, type Tool } from "../tool.js";

const SHOWN = 50;
const NULLABLE = { type: ["string", "null"] };

/**
 * Creates the tool that lists the ad accounts of the token's user. Its `search` matches part of an
 * id or name, ignoring case; by default, it matches all accounts. The tool lists at most 50
 * accounts, but counts all that match.
 */
export function accountsTool(context: Context): Tool {
  return {
    name: "accounts",
    title: "Ad accounts",
    description:
      "Lists Pinterest ad accounts (id, name, currency, time zone and roles), and returns today's date in UTC. Never add up amounts in different currencies.",
    input: objectSchema({ search: { ...TEXT, description: "Part of a name or id" } }, ["search"]),
    output: objectSchema({
      today: TEXT,
      count: COUNT,
      accounts: listOf(
        objectSchema({
          ...{ id: TEXT, name: NULLABLE, currency: NULLABLE, time_zone: NULLABLE },
          roles: listOf(TEXT),
        }),
      ),
      note: TEXT,
    }),
    async run({ search = "" }, { signal }) {
      const word = String(search).trim().toLowerCase();
      const all = await listAccounts(context, signal);
      const found = all.filter(({ id, name }) =>
        `${id} ${name ?? ""}`.toLowerCase().includes(word),
      );
      const more =
        found.length > SHOWN ? ` Only ${SHOWN} are listed: use search to find others.` : "";
      return {
        today: today(context),
        count: found.length,
        accounts: found.slice(0, SHOWN).map((account) => ({
          id: account.id,
          name: account.name ?? null,
          currency: account.currency ?? null,
          time_zone: account.time_zone ?? null,
          roles: rolesIn(account) ?? [],
        })),
        note: `${DATA_NOTE}${more}`,
      };
    },
  };
}
