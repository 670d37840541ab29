import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { HELP } from "../../../cli/help.js";
import { main } from "../../../cli/main.js";
import { EXIT } from "../../../cli/terminal/exit-codes.js";
import { createFakeClock } from "../../../runtime/testing/index.js";
import { BODY, type place } from "../../support/cli-fake-server.js";
import { command, testIo } from "../../support/in-process.js";
import { description } from "../../support/made-up-description.js";
import { IDS, MANY, many } from "../../support/many-accounts.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

// The guide's table has a cell for each command and code. Each non-empty cell has a run here.

const PAGE = readFileSync(new URL("../../../docs/guide/command-line.md", import.meta.url), "utf8");
const [, SECTION = ""] = PAGE.split("## Exit codes\n");
const CODES = [EXIT.done, EXIT.refused, EXIT.usage, EXIT.leftOut, EXIT.tryAgain];

/** The exit codes of each command in the table. */
const TABLE: ReadonlyMap<string, readonly number[]> = new Map(
  [...SECTION.matchAll(/^\| `([a-z]+)` \|(.*)\|$/gm)].map(([, name = "", cells = ""]) => [
    name,
    CODES.filter((_, index) => cells.split("|")[index]?.trim() !== ""),
  ]),
);

const always = Number.POSITIVE_INFINITY;
const REFUSED = { name: "refusal", on: "create", times: always } as const;
/** No server listens on this port. */
const NO_SERVER = "http://127.0.0.1:1/v5";
const NO_DESCRIPTION = "http://127.0.0.1:1/openapi.yaml";
const RUN = ["run", IDS[0] ?? "", "-", "--since", "2d", "--format", "ndjson"];

type Run = () => Promise<number | null>;

/** The exit code of a command run against a server with these faults, or without a server. */
async function against(
  args: readonly string[],
  faults: NonNullable<Parameters<typeof place>[0]>["faults"] | "no server",
): Promise<number | null> {
  await using made = await many(faults === "no server" || faults === undefined ? {} : { faults });
  writeFileSync(join(made.folder, "sync.json"), JSON.stringify(SYNC));
  const env = faults === "no server" ? { PINTEREST_API_BASE_URL: NO_SERVER } : {};
  const { exit } = await made.call(args, {
    stdin: JSON.stringify(BODY),
    env,
    clock: faults === "no server" ? createFakeClock() : made.server.clock,
  });
  return exit;
}

const SYNC = {
  target: "ads",
  tables: {
    days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] },
  },
  accounts: IDS,
  entities: [],
  lookback_days: 2,
};

const OFFERED = description
  .replace("https://example.test/v1", "https://api.pinterest.com/v5")
  .replace("shop/ask", "delivery_metrics/get");
const LATER = OFFERED.replace("version: 1.2.3", "version: 1.3.0");
const BREAKING = LATER.replace(/^ +clerk_ids: .*\n/m, "").replace(
  "shelf_ids and clerk_ids are",
  "shelf_ids are",
);
const UNREAD = LATER.replace("Last day", "Must not be a Sunday");
const A_COOKIE =
  "        - { name: session, in: cookie, required: true, schema: { type: string } }\n";
const UNCALLABLE = LATER.replace(/parameters:\n.*Shop"\n/, (text) => `${text}${A_COOKIE}`);

/** A repository with a contract and the code generated from the first description. */
async function repository(): Promise<string> {
  const folder = fileURLToPath(temporaryFolder());
  const flows = "operations: { question: delivery_metrics/get, look: shop/look }\n";
  mkdirSync(join(folder, "spec"));
  for (const [name, text] of Object.entries({
    ...{
      "flows.yaml": flows,
      "spec/flows.yaml": flows,
      "first.yaml": OFFERED,
      "breaking.yaml": BREAKING,
    },
    ...{
      "unread.yaml": UNREAD,
      "uncallable.yaml": UNCALLABLE,
      "list.yaml": "- a list\n",
      "text.yaml": "a: [",
    },
  }))
    writeFileSync(join(folder, name), text);
  return folder;
}

async function inRepository(...commands: readonly (readonly string[])[]): Promise<number | null> {
  const cwd = await repository();
  let last: number | null = null;
  for (const args of commands) {
    const { exit, stderr } = await command(args, { cwd });
    if (args !== commands.at(-1)) expect(exit, stderr).toBe(EXIT.done);
    last = exit;
  }
  return last;
}

const generate = (spec: string, ...more: readonly string[]) => [
  ...["generate", "--spec", spec, "--out", "out", "--flows", "flows.yaml"],
  ...more,
];

const validate =
  (body: unknown): Run =>
  async () =>
    (await command(["validate", "-"], { stdin: JSON.stringify(body) })).exit;
const PLANNED = { ...BODY, start_date: "2026-01-01", end_date: "2026-03-01" };
const plan =
  (body: unknown): Run =>
  async () =>
    (await command(["plan", "-", "--today", "2026-03-08"], { stdin: JSON.stringify(body) })).exit;

/**
 * Runs `login`. The page redirects with `query`; the token endpoint responds with `status`, or does
 * not exist.
 */
async function login(
  query: Readonly<Record<string, string>>,
  status: number | "no server",
): Promise<number> {
  const endpoint = createServer((_, response) => {
    response.writeHead(status === "no server" ? 500 : status, {
      "content-type": "application/json",
    });
    response.end(
      JSON.stringify({
        access_token: "access-1",
        refresh_token: "refresh-1",
        expires_in: 2_592_000,
      }),
    );
  });
  await new Promise<void>((resolve) => endpoint.listen(0, "127.0.0.1", resolve));
  const url =
    status === "no server"
      ? NO_SERVER
      : `http://127.0.0.1:${(endpoint.address() as AddressInfo).port}/v5`;
  const env = {
    PINTEREST_APP_ID: "1",
    PINTEREST_APP_SECRET: "made-up",
    PINTEREST_API_BASE_URL: url,
  };
  let printed = "";
  let visit: Promise<unknown> | undefined;
  const stderr = (text: string): void => {
    printed += text;
    const shown = /^https:\/\/\S+$/m.exec(printed)?.[0];
    if (shown === undefined || visit !== undefined || !printed.includes("waiting")) return;
    const { searchParams } = new URL(shown);
    const state = searchParams.get("state") ?? "";
    const { port } = new URL(searchParams.get("redirect_uri") ?? "");
    visit = fetch(`http://127.0.0.1:${port}/?${new URLSearchParams({ ...query, state })}`);
  };
  const exit = await main(["login", "--port", "0"], testIo({ env, stderr }));
  await visit;
  await new Promise((resolve) => endpoint.close(resolve));
  return exit;
}

/** For each command and each of its exit codes, a run that ends with that code. */
const RUNS: Readonly<Record<string, Readonly<Record<number, Run>>>> = {
  run: {
    [EXIT.done]: () => against(RUN, []),
    [EXIT.refused]: () => against(RUN, [REFUSED]),
    [EXIT.usage]: () => against([...RUN, "--deadline", "soon"], []),
    [EXIT.leftOut]: () =>
      against([...MANY, "--out", "rows.csv"], [{ ...REFUSED, account: IDS[1] ?? "" }]),
    [EXIT.tryAgain]: () => against(RUN, "no server"),
  },
  sync: {
    [EXIT.done]: () => against(["sync", "sync.json"], []),
    [EXIT.refused]: () => against(["sync", "sync.json"], [REFUSED]),
    [EXIT.usage]: () => against(["sync", "nowhere.json"], []),
    [EXIT.leftOut]: () => against(["sync", "sync.json"], [{ ...REFUSED, account: IDS[1] ?? "" }]),
    [EXIT.tryAgain]: () => against(["sync", "sync.json"], "no server"),
  },
  validate: {
    [EXIT.done]: validate({ ...BODY, start_date: "2026-03-01", end_date: "2026-03-02" }),
    [EXIT.refused]: validate({ ...BODY, columns: ["SPEND_IN_DOLAR"] }),
    [EXIT.usage]: async () => (await command(["validate", "-"], { stdin: "{" })).exit,
  },
  plan: {
    [EXIT.done]: plan(PLANNED),
    [EXIT.refused]: plan({ ...PLANNED, columns: ["SPEND_IN_DOLAR"] }),
    [EXIT.usage]: async () => (await command(["plan", "-"], { stdin: "{" })).exit,
  },
  columns: {
    [EXIT.done]: async () => (await command(["columns", "--search", "spend"])).exit,
    [EXIT.usage]: async () => (await command(["columns", "--level", "nothing"])).exit,
  },
  explain: {
    [EXIT.done]: async () => (await command(["explain", "auth"])).exit,
    [EXIT.usage]: async () => (await command(["explain", "nothing"])).exit,
  },
  rules: {
    [EXIT.done]: async () => (await command(["rules"])).exit,
    [EXIT.usage]: async () => (await command(["rules", "--of", "nothing"])).exit,
  },
  accounts: {
    [EXIT.done]: () => against(["accounts"], []),
    [EXIT.refused]: () =>
      against(["accounts"], [{ name: "html-error", on: "accounts", times: always, value: 403 }]),
    [EXIT.usage]: async () => (await command(["accounts"])).exit,
    [EXIT.tryAgain]: () => against(["accounts"], "no server"),
  },
  doctor: {
    [EXIT.done]: () => against(["doctor"], []),
    [EXIT.refused]: async () => (await command(["doctor"])).exit,
    [EXIT.usage]: () => against(["doctor", "--format", "xml"], []),
    [EXIT.tryAgain]: () => against(["doctor"], "no server"),
  },
  login: {
    [EXIT.done]: () => login({ code: "the-code" }, 200),
    [EXIT.refused]: () => login({ error: "access_denied" }, 200),
    [EXIT.usage]: async () => (await command(["login"])).exit,
    [EXIT.tryAgain]: () => login({ code: "the-code" }, "no server"),
  },
  demo: {
    [EXIT.done]: () => against(["demo", IDS[0] ?? ""], []),
    [EXIT.refused]: () => against(["demo", IDS[0] ?? ""], [REFUSED]),
    [EXIT.usage]: async () => (await command(["demo", IDS[0] ?? ""])).exit,
    [EXIT.tryAgain]: () => against(["demo", IDS[0] ?? ""], "no server"),
  },
  serve: {
    [EXIT.usage]: async () => (await command(["serve", "--port", "none"])).exit,
  },
  mcp: {
    [EXIT.done]: () => against(["mcp", "--folder", "agent"], undefined),
    [EXIT.usage]: async () => (await command(["mcp"])).exit,
  },
  generate: {
    [EXIT.done]: () =>
      inRepository(
        generate("first.yaml"),
        generate("first.yaml"),
        generate("first.yaml", "--check"),
      ),
    [EXIT.refused]: () =>
      inRepository(generate("first.yaml"), generate("breaking.yaml", "--check")),
    [EXIT.usage]: () => inRepository(generate("text.yaml")),
    [EXIT.leftOut]: () => inRepository(generate("uncallable.yaml", "--keep-going")),
    [EXIT.tryAgain]: () => inRepository(generate(NO_DESCRIPTION)),
  },
  pull: {
    [EXIT.done]: () => inRepository(["pull", "first.yaml"]),
    [EXIT.refused]: () => inRepository(["pull", "unread.yaml"]),
    [EXIT.usage]: () => inRepository(["pull", "nowhere.yaml"]),
    [EXIT.leftOut]: () =>
      inRepository(
        ["pull", "first.yaml"],
        ["generate"],
        ["pull", "breaking.yaml", "--summary", "news.md"],
      ),
    [EXIT.tryAgain]: () => inRepository(["pull", NO_DESCRIPTION]),
  },
  diff: {
    [EXIT.done]: () =>
      inRepository(["diff", "first.yaml", "breaking.yaml", "--flows", "flows.yaml"]),
    [EXIT.refused]: () =>
      inRepository([
        "diff",
        "first.yaml",
        "breaking.yaml",
        "--flows",
        "flows.yaml",
        "--fail-on",
        "major",
      ]),
    [EXIT.usage]: () => inRepository(["diff", "first.yaml", "list.yaml"]),
    [EXIT.tryAgain]: () => inRepository(["diff", "first.yaml", NO_DESCRIPTION]),
  },
};

it("the exit code table has a row for each command, and each of its cells is tested", () => {
  const { top: _, ...commands } = HELP;
  expect([...TABLE.keys()].sort()).toEqual(Object.keys(commands).sort());
  const proven = Object.entries(RUNS).map(([name, runs]) => [name, Object.keys(runs).map(Number)]);
  expect(Object.fromEntries(TABLE)).toEqual(Object.fromEntries(proven));
});

it.each(
  Object.entries(RUNS).flatMap(([name, runs]) =>
    Object.entries(runs).map(([code, run]) => [name, Number(code), run] as const),
  ),
)("%s exits with %i, as the table says", async (_, code, run) => {
  expect(await run()).toBe(code);
});

it.each([
  ["--flows", "nowhere.yaml"],
  ["--flows", "first.yaml/flows.yaml"],
  ["--spec-folder", "nowhere"],
  ["--spec-folder", "first.yaml"],
])("generate exits with 2 if it cannot read a file: %s %s", async (...flags) => {
  for (const check of [[], ["--check"]])
    expect(
      await inRepository(["generate", "--spec", "first.yaml", "--out", "out", ...flags, ...check]),
    ).toBe(EXIT.usage);
});

it("generate reports unknown operations together with the other errors in a flows file", async () => {
  const cwd = await repository();
  writeFileSync(
    join(cwd, "flows.yaml"),
    "flows:\n  a: { create: shop/lok, poll: shop/look }\n  b: { create: shop/look }\noperations: { c: shop/lookk }\n",
  );
  const { exit, stderr } = await command(generate("first.yaml"), { cwd });
  expect(exit).toBe(EXIT.refused);
  for (const what of [
    "`pending` is not a list of statuses",
    "a uses operation shop/lok, which the description does not have; did you mean shop/look?",
    "c uses operation shop/lookk, which the description does not have; did you mean shop/look?",
  ])
    expect(stderr).toContain(what);
  expect(stderr).not.toContain("operation ,");
});

it("generate without flags exits with 2 if the contract is missing, and names the flags first", async () => {
  const cwd = await repository();
  for (const args of [["generate"], ["generate", "--check"]]) {
    const { exit, stderr } = await command(args, { cwd });
    expect(exit).toBe(EXIT.usage);
    expect(stderr).toContain(
      "  fix  Pass a description with --spec and the output folder with --out. ",
    );
  }
});

it("generate exits with 3 if a call requested by name is left out, even if nothing changed, unless run with --check", async () => {
  const cwd = await repository();
  const args = generate("uncallable.yaml", "--keep-going");
  for (const code of [EXIT.leftOut, EXIT.leftOut])
    expect((await command(args, { cwd })).exit).toBe(code);
  expect((await command([...args, "--check"], { cwd })).exit).toBe(EXIT.done);
  // The same without --spec.
  await command(["pull", "uncallable.yaml"], { cwd });
  for (const code of [EXIT.leftOut, EXIT.leftOut])
    expect((await command(["generate", "--keep-going"], { cwd })).exit).toBe(code);
  expect((await command(["generate", "--keep-going", "--check"], { cwd })).exit).toBe(EXIT.done);
  writeFileSync(
    join(cwd, "generated/manifest.json"),
    readFileSync(join(cwd, "generated/manifest.json"), "utf8").replace("leftOut", "out"),
  );
  expect((await command(["generate", "--keep-going", "--check"], { cwd })).exit).toBe(EXIT.done);
});

it.each([...TABLE])("%s --help lists the same exit codes", (name, codes) => {
  const [, listed = ""] = /Exit codes: ([\s\S]*)\n$/.exec(HELP[name as keyof typeof HELP]) ?? [];
  const named = listed
    .split(/[;,] ?\s*/)
    .flatMap((part) => /^(\d)(?: |$)/.exec(part)?.slice(1) ?? []);
  expect([...new Set(named.map(Number))].sort()).toEqual(codes);
});
