import { createInterface } from "node:readline";
import { PassThrough } from "node:stream";
import { pathToFileURL } from "node:url";
import { main } from "../../cli/main.js";
import { createFakeClock, createFakeServer } from "../../generated/testing.js";
import { BIN } from "./bin.js";
import { testIo } from "./in-process.js";

type Json = Readonly<Record<string, unknown>>;

/**
 * A question, and the calls with which an agent answers it. `$table` is the last report's table.
 */
interface Asked {
  readonly question: string;
  readonly calls: readonly (readonly [tool: string, args: Json])[];
  readonly answer: string;
}

const ACCOUNTS = [
  { id: "549755885175", name: "Nordlicht Home", currency: "EUR", time_zone: "Europe/Berlin" },
  { id: "549755885176", name: "Harbor Coffee", currency: "USD", time_zone: "America/New_York" },
];
const WEEKS = { start_date: "2026-02-23", end_date: "2026-03-08" };
const SHAPE = { granularity: "DAY", level: "CAMPAIGN" };
const COLUMNS = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR", "CLICKTHROUGH_1"];

const SESSION: readonly Asked[] = [
  {
    question: "What did each client spend last week?",
    calls: [
      ["accounts", {}],
      [
        "report",
        {
          accounts: ["Nordlicht Home", "Harbor Coffee"],
          body: { ...WEEKS, ...SHAPE, columns: COLUMNS },
        },
      ],
      [
        "query",
        {
          sql: "SELECT a.name, t.currency, sum(spend_in_dollar) AS spend FROM $table AS t JOIN ad_accounts AS a ON a.id = t.ad_account_id WHERE date >= '2026-03-02' GROUP BY ALL ORDER BY ALL",
        },
      ],
    ],
    answer: "The amounts are in each client's own currency, so they are not added up.",
  },
  {
    question: "How does that compare with the week before?",
    calls: [
      [
        "query",
        {
          sql: "SELECT currency, sum(spend_in_dollar) FILTER (date < '2026-03-02') AS before, sum(spend_in_dollar) FILTER (date >= '2026-03-02') AS last FROM $table GROUP BY ALL ORDER BY ALL",
        },
      ],
    ],
    answer: "The table already has these rows, so nothing is requested from Pinterest.",
  },
  {
    question: "Which campaign pays the most per click?",
    calls: [
      [
        "query",
        {
          sql: "SELECT campaign_name, currency, round(sum(spend_in_dollar)::DOUBLE / sum(clickthrough_1), 4) AS per_click FROM $table GROUP BY ALL ORDER BY 3 DESC LIMIT 2",
        },
      ],
    ],
    answer:
      "The cost per click over several days is total spend divided by total clicks, not an average of daily costs.",
  },
  {
    question: "What was the ROAS of Harbor Coffee? (The agent guesses a column.)",
    calls: [
      ["check", { body: { ...WEEKS, ...SHAPE, columns: ["CAMPAIGN_ID", "ROAS"] } }],
      ["columns", { search: "checkout roas" }],
    ],
    answer:
      "The agent then requests `CHECKOUT_ROAS`. The invalid request was not sent to Pinterest.",
  },
  {
    question: "Why does Ads Manager show different figures?",
    calls: [["explain", { tables: ["$table"] }]],
    answer:
      "The reply lists facts about the table, and then the [usual reasons](troubleshooting.md#numbers-that-differ-from-ads-manager) for such\ndifferences.",
  },
];

/** Runs the session, and returns it as Markdown: each call and its reply. */
export async function monday(folder: string): Promise<string> {
  const clock = createFakeClock({ start: "2026-03-09T08:00:00Z" });
  await using server = await createFakeServer({ clock, accounts: ACCOUNTS, entities: 2 });
  const env = { PINTEREST_ACCESS_TOKEN: server.accessToken, PINTEREST_API_BASE_URL: server.url };
  const programs = new URL("./", pathToFileURL(BIN));
  const [stdin, stdout] = [new PassThrough(), new PassThrough()];
  const io = { ...testIo({ env, cwd: folder, clock, programs }), stdin, stdout };
  const ended = main(["mcp", "--folder", "agent"], io);
  const lines = createInterface({ input: stdout })[Symbol.asyncIterator]();
  let id = 0;
  const send = async (method: string, params: Json): Promise<Json> => {
    stdin.write(`${JSON.stringify({ jsonrpc: "2.0", id: ++id, method, params })}\n`);
    const { value } = await lines.next();
    return JSON.parse(String(value)).result;
  };
  const clientInfo = { name: "test", version: "1" };
  const protocolVersion = "2025-06-18";
  await send("initialize", { protocolVersion, capabilities: {}, clientInfo });
  stdin.write('{"jsonrpc":"2.0","method":"notifications/initialized"}\n');
  let table = "";
  const parts: string[] = [];
  for (const { question, calls, answer } of SESSION) {
    parts.push(`### ${question}`);
    for (const [name, args] of calls) {
      const given = JSON.parse(JSON.stringify(args).replaceAll("$table", table));
      const { structuredContent } = await send("tools/call", { name, arguments: given });
      const reply = structuredContent as Json;
      if (typeof reply.table === "string") table = reply.table;
      parts.push(`\`\`\`text\n${name} ${JSON.stringify(given)}\n\n${printed(reply)}\n\`\`\``);
    }
    parts.push(answer);
  }
  stdin.end();
  await ended;
  // Two reports run at once, so how far fake time advances for one of them depends on the machine.
  return `${parts.join("\n\n")}\n`.replaceAll(/T08:00:\d\d\.000Z/g, "T08:00:00.000Z");
}

/** Prints a reply with one line per property, and one per item of a list of objects. */
function printed(reply: Json): string {
  const members = Object.entries(reply).map(([name, value]) => {
    const isList = Array.isArray(value) && value.some((item) => typeof item === "object");
    const text = isList
      ? `[\n${value.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`
      : JSON.stringify(value);
    return `  "${name}": ${text}`;
  });
  return `{\n${members.join(",\n")}\n}`;
}
