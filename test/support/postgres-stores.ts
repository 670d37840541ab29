import pg from "pg";
import { postgresTarget } from "../../runtime/sync/postgres.js";
import type { Contents, DatabaseStore, DatabaseStores, StoredRow } from "./database-stores.js";
import { postgres } from "./postgres.js";

/** A server in which each schema is a store of tables. */
export interface PostgresStores extends DatabaseStores {
  readonly url: string;
  /** The test's own connection, which returns values as cells. */
  readonly reader: pg.Client;
  /** Returns a store in a schema that does not exist yet. */
  store(): DatabaseStore & { readonly schema: string };
  /** The summary of `TABLE` in a schema. */
  contents(schema: string): Promise<Contents>;
}

export async function postgresStores(): Promise<PostgresStores> {
  const server = await postgres();
  const reader = new pg.Client(server.url);
  await reader.connect();
  reader.setTypeParser(20, (text: string) =>
    Number.isSafeInteger(Number(text)) ? Number(text) : BigInt(text),
  );
  reader.setTypeParser(1082, (text: string) => text);
  reader.setTypeParser(1700, Number);
  reader.setTypeParser(1184, (text: string) => new Date(text).toISOString());
  const rowsOf = (text: string) => reader.query<StoredRow>(text).then(({ rows }) => rows);
  // One statement, because the server may commit the transaction of a killed process at any time.
  const contents = async (schema: string): Promise<Contents> => {
    const parts = {
      rows: `SELECT "CLICKS", count(*) FROM "${schema}".campaign_days GROUP BY 1`,
      stamps: `SELECT stamp, count(*) FROM "${schema}"._pinterest_sync_days GROUP BY 1`,
    };
    const { rows } = await reader.query<Contents>(
      `SELECT ${Object.entries(parts)
        .map(([name, text]) => `coalesce((SELECT json_agg(r) FROM (${text}) r), '[]') AS ${name}`)
        .join(", ")}`,
    );
    const [found] = rows;
    if (found === undefined) throw new Error("PostgreSQL returned no row");
    return found;
  };
  let count = 0;
  return {
    url: server.url,
    reader,
    store() {
      const schema = `Store ${count++}`;
      return {
        schema,
        args: [server.url, schema],
        config: { postgres: { connection: server.url, schema } },
        target: () => postgresTarget({ connection: server.url, schema }),
        location: JSON.stringify({ connection: server.url, schema }),
        read: (table) => rowsOf(`SELECT * FROM "${schema}"."${table}"`),
        addForeign: async (table) => {
          await reader.query(
            `CREATE SCHEMA "${schema}"; CREATE TABLE "${schema}"."${table}" (id text)`,
          );
        },
        run: async (statements) => {
          await reader.query(`SET search_path = "${schema}"; ${statements}; RESET search_path`);
        },
        rows: async (table, from) => {
          const found = await rowsOf(
            `SELECT * FROM "${schema}"."${table}"${from === undefined ? "" : ` WHERE date >= '${from}'`}`,
          );
          return found.map((row) =>
            Object.fromEntries(
              Object.entries(row).filter(
                ([name, value]) => value !== null && name !== "_loaded_at",
              ),
            ),
          );
        },
        contents: () => contents(schema),
      };
    },
    contents,
    async [Symbol.asyncDispose]() {
      await reader.end();
      await server[Symbol.asyncDispose]();
    },
  };
}
