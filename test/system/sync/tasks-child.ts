// Loads sync tasks into a schema. Tasks run concurrently as they arrive; the answer to each is its
// number of rows or its error.

import { postgres } from "../../../generated/sync-postgres.js";
import type { Connection } from "../../../runtime/client/connection.js";
import { targetEngine } from "../../../runtime/sync/engine.js";
import type { SyncTask } from "../../../runtime/sync/tasks.js";
import { clientOf } from "../../support/sync-kills.js";

const [url = "", accessToken = "", connection = "", schema = "", day = ""] = process.argv.slice(2);
const client = clientOf({ url, accessToken }, day);
const loader = targetEngine(postgres({ connection, schema })).loader(
  client as object as Connection,
  { sessions: 2 },
);

async function loaded(task: SyncTask, fence: number): Promise<number> {
  if (task.type === "list") return loader.loadList(task, { fence });
  const report = await client.report.run(task.adAccountId, task.body as never);
  return loader.loadWindow(task, { rows: (options) => report.rows(options), fence });
}

process.on(
  "message",
  async (
    message: { readonly at: number; readonly task: SyncTask; readonly fence: number } | null,
  ) => {
    if (message === null) {
      await loader.close();
      process.disconnect();
      return;
    }
    const { at, task, fence } = message;
    const reply = await loaded(task, fence).then(
      (rows) => ({ at, rows, error: null }),
      (error: Error) => ({ at, rows: 0, error: error.message }),
    );
    process.send?.(reply);
  },
);
