// The module that the suspended processes import. Its target is a PostgreSQL schema, with a defect.
import pg from "pg";
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import type { Target, TargetSession } from "../../../runtime/sync/target.js";

/** `location` is JSON with the connection, the schema and the defect. */
export function openTarget(location: string): Target {
  const {
    connection,
    schema,
    defect,
  }: { readonly connection: string; readonly schema: string; readonly defect: string } =
    JSON.parse(location);
  const target = postgresTarget({ connection, schema });
  const openShared: NonNullable<Target["openShared"]> = async () => {
    const session = (await target.openShared?.()) as TargetSession;
    const replace: TargetSession["replace"] = async (window, rows) => {
      if (defect === "leases ignored")
        return session.replace({ ...window, fence: Number.MAX_SAFE_INTEGER }, rows);
      if (defect !== "locks while rows arrive") return session.replace(window, rows);
      const lock = new pg.Client(connection);
      await lock.connect();
      await lock.query(
        `BEGIN; SELECT FROM "${schema}"._pinterest_sync_tables FOR UPDATE; LOCK TABLE "${schema}"._pinterest_sync_days IN SHARE MODE`,
      );
      const all = async function* () {
        yield* rows;
        // Early enough for the rows to be replaced, but too late if the process is suspended
        // before.
        setTimeout(() => lock.query("ROLLBACK").then(() => lock.end()), 50);
      };
      return session.replace(window, all());
    };
    const shared = Object.create(session) as TargetSession;
    return Object.assign(shared, {
      replace,
      table: session.table.bind(session),
      ensureTable: session.ensureTable.bind(session),
      loadedDays: session.loadedDays.bind(session),
      loadedAccounts: session.loadedAccounts.bind(session),
      close: session.close.bind(session),
    });
  };
  return { ...target, openShared };
}
