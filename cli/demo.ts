import { loadTesting } from "./modules.js";
import { progress } from "./progress.js";
import type { Row } from "./row.js";
import { type Access, accessFor, type Body, withClient } from "./session.js";
import { table } from "./table.js";
import { Usage } from "./usage.js";

const DAY_MS = 86_400_000;
const SHOWN_ROWS = 12;

/** One small report from create to rows: against Pinterest with a token and an account, else against a server in this process. */
export async function demo({ adAccountId }: { readonly adAccountId?: string | undefined }): Promise<number> {
  const token = Boolean(process.env.PINTEREST_ACCESS_TOKEN);
  if (token && adAccountId === undefined) {
    throw new Usage(
      "PINTEREST_ACCESS_TOKEN is set, but there is no ad account",
      "Give its id, or unset the token to see the demo without Pinterest.",
    );
  }
  if (!token && adAccountId !== undefined) {
    throw new Usage(
      `PINTEREST_ACCESS_TOKEN is not set, so ${adAccountId} cannot be asked`,
      "Set it, or leave the id out to see the demo without Pinterest.",
    );
  }
  if (adAccountId !== undefined) return show(adAccountId, await accessFor());
  const { createFakeServer } = await loadTesting();
  const server = await createFakeServer();
  try {
    process.stderr.write("no PINTEREST_ACCESS_TOKEN: asking a small server in this process instead of Pinterest\n");
    return await show("549755885175", { accessToken: server.accessToken, baseUrl: server.url });
  } finally {
    await server.close();
  }
}

function show(adAccountId: string, access: Access): Promise<number> {
  const shown = progress();
  return withClient(access, { shown, stopped: () => "stopped\n" }, async ({ client, signal }) => {
    const handle = await client.report.create(adAccountId, lastWeek(), { signal });
    const finished = await client.report.resume<Row>(handle, { signal });
    const rows: Row[] = [];
    let more = 0;
    for await (const row of finished.rows({ signal })) {
      if (rows.length < SHOWN_ROWS) rows.push(row);
      else more++;
    }
    shown.end();
    process.stderr.write("\n");
    process.stdout.write(rows.length === 0 ? "no rows: nothing was delivered in the last week\n" : table(rows));
    process.stderr.write(`${more > 0 ? `… and ${more} more\n` : ""}\n${NEXT}`);
    return 0;
  });
}

/** The seven days before today. */
function lastWeek(): Body {
  const day = (ago: number): string => new Date(Date.now() - ago * DAY_MS).toISOString().slice(0, 10);
  return {
    start_date: day(7),
    end_date: day(1),
    granularity: "DAY",
    level: "CAMPAIGN",
    columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "PAID_IMPRESSION", "CTR"],
  };
}

// From a clone there is no dist/ yet that the package's own name could run.
const SELF = import.meta.url.endsWith(".ts") ? "npx tsx cli/bin.ts" : "npx pinterest-reports";

const NEXT = `This was client.report.create, resume and rows(). Next:
  README.md  the same in your own code
  ${SELF} validate --help  what is wrong with a body, before it is sent
  ${SELF} run --help  a report of your own, as JSON or CSV
`;
