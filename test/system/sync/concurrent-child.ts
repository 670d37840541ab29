// On request, replaces windows of a table under leases, one after another, and prints the outcome
// of each.
import { postgresTarget } from "../../../runtime/sync/postgres.js";
import { type LeasedWindow, leasedRows, leasedWindow } from "../../support/leased-windows.js";

const [connection = "", schema = ""] = process.argv.slice(2);
const session = await postgresTarget({ connection, schema }).openShared?.();
if (session === undefined) throw new Error("no session");
let ending: Promise<void> = Promise.resolve();
process.on("message", (window: LeasedWindow) => {
  ending = ending.then(async () => {
    const outcome = await session.replace(leasedWindow(window), leasedRows(window)).then(
      () => "replaced",
      (error: { readonly code?: string; readonly message: string }) =>
        error.code === "lease_lost" ? "refused" : error.message,
    );
    process.send?.({ fence: window.fence, outcome });
  });
});
process.send?.("open");
