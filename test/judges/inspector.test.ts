import { execFile } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createFakeServer, type FakeServer, systemClock } from "../../generated/testing.js";
import { BIN } from "../support/bin.js";
import { temporaryFolder } from "../support/temporary-folder.js";
import { areHere } from "./judge.js";

const ACCOUNT = "549755885175";
const day = (ago: number): string =>
  new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);
const BODY = {
  ...{ start_date: day(7), end_date: day(1), granularity: "DAY", level: "CAMPAIGN" },
  columns: ["CAMPAIGN_ID", "CAMPAIGN_NAME", "SPEND_IN_DOLLAR"],
};

interface Listed {
  readonly tools: readonly { readonly name: string }[];
}
interface Called {
  readonly isError?: boolean;
  readonly structuredContent?: Readonly<Record<string, unknown>>;
}

// The MCP inspector uses an older major version of the SDK, and rejects structured content that
// does not match the tool's schema.
describe.skipIf(!areHere)("the inspector of the Model Context Protocol", () => {
  const folder = fileURLToPath(temporaryFolder());
  let server: FakeServer<typeof systemClock>;
  beforeAll(async () => {
    server = await createFakeServer({ polls: 1, clock: systemClock });
  });
  afterAll(() => server.close());

  async function inspect<Result>(...words: readonly string[]): Promise<Result> {
    const inspector = createRequire(join(inject("judges") ?? "", "package.json")).resolve(
      "@modelcontextprotocol/inspector-cli/build/cli.js",
    );
    const env = [
      `PINTEREST_ACCESS_TOKEN=${server.accessToken}`,
      `PINTEREST_API_BASE_URL=${server.url}`,
    ];
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        ...[inspector, "--cli", ...env.flatMap((variable) => ["-e", variable])],
        ...[process.execPath, BIN, "mcp", "--folder", folder, ...words],
      ],
      { timeout: 120_000 },
    );
    return JSON.parse(stdout) as Result;
  }

  const call = (tool: string, args: object): Promise<Called> =>
    inspect<Called>(
      ...["--method", "tools/call", "--tool-name", tool],
      ...Object.entries(args).flatMap(([name, value]) => [
        "--tool-arg",
        `${name}=${typeof value === "string" ? value : JSON.stringify(value)}`,
      ]),
    );

  it("lists the tools", async () => {
    const { tools } = await inspect<Listed>("--method", "tools/list");
    expect(tools.map(({ name }) => name)).toEqual([
      ...["accounts", "columns", "check", "report", "query", "explain"],
    ]);
  });

  it("accepts the result of each tool", async () => {
    const question = { accounts: [ACCOUNT], body: BODY };
    const { structuredContent } = await call("report", question);
    const table = String(structuredContent?.table);
    const calls = {
      ...{ accounts: {}, columns: { search: "spend" }, check: { body: BODY } },
      query: { sql: `SELECT count(*) AS days FROM ${table}` },
      explain: { tables: [table] },
    };
    for (const [tool, args] of Object.entries(calls)) {
      const { isError = false, structuredContent: content } = await call(tool, args);
      expect([isError, typeof content], tool).toEqual([false, "object"]);
    }
  });

  it("shows what to change after an invalid call", async () => {
    const { isError, structuredContent } = await call("columns", { search: "zzzzzzzz" });
    expect([isError, structuredContent]).toEqual([true, undefined]);
  });
});
