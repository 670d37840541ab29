import pg from "pg";

/** Reads the tables of both schemas, and how often each window's days were replaced. */
export class Warehouse {
  readonly #client: pg.Client;

  private constructor(client: pg.Client) {
    this.#client = client;
  }

  static async open(url: string): Promise<Warehouse> {
    const client = new pg.Client(url);
    await client.connect();
    // The table that a first run would create, with a trigger that counts writes.
    await client.query(`
      CREATE SCHEMA jobs;
      CREATE TABLE jobs._pinterest_sync_days ("table" text, ad_account_id text, day date, stamp text NOT NULL, fence bigint, PRIMARY KEY ("table", ad_account_id, day));
      CREATE TABLE landings ("table" text, account text, day date);
      CREATE FUNCTION land() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN INSERT INTO landings VALUES (NEW."table", NEW.ad_account_id, NEW.day); RETURN NEW; END $$;
      CREATE TRIGGER land AFTER INSERT OR UPDATE ON jobs._pinterest_sync_days FOR EACH ROW WHEN (isfinite(NEW.day)) EXECUTE FUNCTION land();`);
    return new Warehouse(client);
  }

  /** The number of loaded windows. */
  async landed(): Promise<number> {
    const { rows } = await this.#client.query(
      'SELECT count(*)::int AS count FROM (SELECT DISTINCT "table", account FROM landings WHERE "table" LIKE $1) w',
      ["table%"],
    );
    return rows[0].count;
  }

  /** How many windows were loaded how often. */
  async landings(): Promise<Readonly<Record<string, number>>> {
    const { rows } = await this.#client.query(
      `SELECT times, count(*)::int AS windows FROM
         (SELECT "table", account, max(times)::int AS times FROM (SELECT "table", account, day, count(*) AS times FROM landings WHERE "table" LIKE $1 GROUP BY 1, 2, 3) d GROUP BY 1, 2) w
       GROUP BY 1 ORDER BY 1`,
      ["table%"],
    );
    return Object.fromEntries(rows.map(({ times, windows }) => [times, windows]));
  }

  /** All rows of a table as sorted text. */
  async rows(schema: string, table: string): Promise<readonly string[]> {
    const { rows } = await this.#client.query(
      // The load times differ between windows.
      `SELECT (to_jsonb(t) - '_loaded_at')::text AS row FROM ${schema}.${table} t ORDER BY 1`,
    );
    return rows.map(({ row }) => row);
  }

  async close(): Promise<void> {
    await this.#client.end();
  }
}
