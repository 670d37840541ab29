import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { readParquet } from "../../support/parquet.js";
import { COMPILERS, compileBy } from "../compilers.js";
import { SPECS } from "../packed.js";
import { build, jobFolder, type Row, rowsOf, type State, serve } from "./job.js";

const ACCOUNT = "549755885175";
const day = (ago: number, today = Date.now()): string =>
  new Date(today - ago * 86_400_000).toISOString().slice(0, 10);

let folder: string;
beforeAll(() => {
  folder = jobFolder(inject("packed"), "jobs", ["hyparquet-writer"]);
});

const file = (name: string): string => readFileSync(join(folder, name), "utf8");
const json = (name: string) => JSON.parse(file(name));
const linesOf = (text: string): readonly string[] => text.split("\n").filter((line) => line !== "");
const created = ({ requests }: State): readonly string[] =>
  requests.filter(({ step }) => step === "create").map(({ path }) => path.split("/").at(-2) ?? "");
/** A number that the file omits is zero. */
const number = (row: Row, column: string): number => Number(row[column] ?? 0);

it("all programs compile", async () => {
  const programs = readdirSync(folder).filter((name) => name.endsWith(".ts"));
  expect(programs.length).toBeGreaterThan(4);
  expect(await compileBy(COMPILERS[1], "nodenext", folder, programs, { lib: ["es2023"] })).toEqual(
    [],
  );
});

describe("the first report", () => {
  it("prints each row of the server's file, including zeros", async () => {
    await using server = await serve(folder);
    const { exit, stdout, stderr } = await server.run("node", ["first-report.js", ACCOUNT]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const { files } = await server.state();
    const rows = rowsOf(files[0]?.text ?? "");
    expect(rows.length).toBeGreaterThan(7);
    expect(linesOf(stdout)).toEqual(
      rows.map((row) => `${row.DATE} ${row.CAMPAIGN_ID} ${number(row, "SPEND_IN_DOLLAR")}`),
    );
  });
});

describe("the nightly job", () => {
  const REFUSED = Array.from({ length: 10 }, (_, index) => String(549755885175 + 30 * index + 7));
  const SLOW = "549755885300";
  const faults = [
    ...REFUSED.map(
      (account) => ({ account, name: "refusal", on: "create", times: 1_000_000 }) as const,
    ),
    { account: SLOW, name: "slow", value: 4_000 } as const,
  ];
  // As many calls as this machine can make, because nothing else uses the server's limit.
  const NIGHT = ["nightly.sh", "--rate-limit", "60000"];

  it("loads each row of 290 accounts once despite a kill and a slow account, and reports 10 accounts as rejected", async () => {
    await using server = await serve(folder, { accounts: 300, faults });
    const killed = await server.run("sh", NIGHT, { killAt: 300 });
    expect(killed.exit, killed.stderr).toBe(null);
    const first = created(await server.state());
    expect(first.length).toBeGreaterThan(50);
    expect(first.length).toBeLessThan(300);
    // Reports whose creation the killed process had not yet recorded. The next process does not
    // know whether they exist.
    const recorded = new Set(
      linesOf(file("night.journal")).flatMap((line) =>
        line.includes('"handle"') ? (/\b5497558\d{5}\b/.exec(line) ?? []) : [],
      ),
    );
    expect(recorded.size).toBeGreaterThan(50);

    const { exit, stderr } = await server.run("sh", NIGHT);
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(/^done +290 of 300 accounts /m);
    const state = await server.state();
    const times = new Map<string, number>();
    for (const account of created(state)) times.set(account, (times.get(account) ?? 0) + 1);
    expect(times.size).toBe(300);
    expect(
      [...times].filter(
        ([account, count]) => count > 1 && !REFUSED.includes(account) && recorded.has(account),
      ),
    ).toEqual([]);

    const rows = await readParquet(buffer("yesterday.parquet"));
    const expected = state.files.flatMap(({ account, text }) =>
      rowsOf(text).map((row): Row => ({ account, ...row })),
    );
    expect(new Set(state.files.map(({ account }) => account)).size).toBe(290);
    expect(rows.length).toBeGreaterThan(290);
    const written = rows.map((row) => [
      row.AD_ACCOUNT_ID,
      row.CAMPAIGN_ID,
      row.SPEND_IN_DOLLAR,
      Number(row.TOTAL_CLICKTHROUGH),
    ]);
    const served = expected.map((row) => [
      row.account,
      row.CAMPAIGN_ID,
      number(row, "SPEND_IN_DOLLAR"),
      number(row, "TOTAL_CLICKTHROUGH"),
    ]);
    expect(written.map(String).sort()).toEqual(served.map(String).sort());

    expect(json("night.json")).toMatchObject({
      outcome: "done",
      accounts: { total: 300, done: 290, failed: 10 },
      rows: rows.length,
    });
    expect(
      json("night.json")
        .failures.map(({ adAccountId }: { adAccountId: string }) => adAccountId)
        .sort(),
    ).toEqual(REFUSED);
    expect(readdirSync(folder).filter((name) => name.startsWith("night.journal"))).toEqual([]);
  });

  const buffer = (name: string): ArrayBuffer =>
    Uint8Array.from(readFileSync(join(folder, name))).buffer;
});

describe("the warehouse job", () => {
  const MORNING = ["every-morning.sh", "--rate-limit", "60000"];
  const options = { below: "warehouse" };
  const TABLES = {
    campaign_days: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "TOTAL_CLICKTHROUGH"],
    ad_days: ["AD_ID", "CAMPAIGN_ID", "SPEND_IN_DOLLAR"],
  };

  /** The rows of a table from a given day on, as strings. */
  async function stored(table: keyof typeof TABLES, from: string): Promise<readonly string[]> {
    const below = join(folder, "warehouse/tables", table);
    const paths = readdirSync(below, { recursive: true, encoding: "utf8" }).filter((path) =>
      path.endsWith(".parquet"),
    );
    const rows: string[] = [];
    for (const path of paths.filter(
      (name) => (/partition_day=([\d-]+)/.exec(name)?.[1] ?? "") >= from,
    )) {
      const content = Uint8Array.from(readFileSync(join(below, path))).buffer;
      for (const row of await readParquet(content))
        rows.push(
          [
            row.ad_account_id,
            day(0, Number(row.date)),
            ...TABLES[table].map((name) => row[name.toLowerCase()]),
          ].join(),
        );
    }
    return rows.sort();
  }

  /** The rows of the server's reports with the columns of the table. */
  function served(table: keyof typeof TABLES, { files }: State, from: string): readonly string[] {
    const all = files.flatMap(({ account, text }) =>
      rowsOf(text).map((row): Row => ({ account, ...row })),
    );
    const ofTable = all.filter(
      (row) => "AD_ID" in row === (table === "ad_days") && String(row.DATE) >= from,
    );
    return ofTable
      .map((row) => [row.account, row.DATE, ...TABLES[table].map((name) => row[name] ?? 0)].join())
      .sort();
  }

  it("writes no duplicate cells after a kill, and matches the server's figures after the next run", async () => {
    const accounts = 12;
    await using first = await serve(folder, { accounts });
    const killed = await first.run("sh", MORNING, { ...options, killAt: 75 });
    expect(killed.exit, killed.stderr).toBe(null);
    const completed = await first.run("sh", MORNING, options);
    expect(completed.exit, completed.stderr).toBe(0);
    for (const table of ["campaign_days", "ad_days"] as const) {
      const expected = [...new Set(served(table, await first.state(), day(31)))];
      expect(expected.length).toBeGreaterThan(31 * accounts);
      expect(await stored(table, day(31))).toEqual(expected);
    }
    await using second = await serve(folder, { accounts, seed: 2 });
    const { exit, stderr } = await second.run("sh", MORNING, options);
    expect(exit, stderr).toBe(0);
    expect(stderr).toMatch(/^done +12 of 12 accounts, /m);
    // The day 31 days ago is final: it was loaded on the last day on which it could change.
    for (const table of ["campaign_days", "ad_days"] as const)
      expect(await stored(table, day(30))).toEqual(served(table, await second.state(), day(30)));
  });
});

describe("the backfill job", () => {
  it("loads two years of data for each account, without missing or duplicate days", async () => {
    await using server = await serve(folder, { accounts: 2 });
    const { exit, stdout, stderr } = await server.run("node", ["backfill.js", day(0)]);
    expect({ exit, stdout, stderr }).toEqual({ exit: 0, stdout: "", stderr: "" });
    const state = await server.state();
    const bodies = state.requests
      .filter(({ step }) => step === "create")
      .map(({ body }) => JSON.parse(body));
    const days = bodies.flatMap(({ start_date, end_date }) => daysBetween(start_date, end_date));
    expect(days.sort()).toEqual(daysBetween(day(730), day(1)).flatMap((one) => [one, one]));
    const written = readdirSync(join(folder, "backfill")).flatMap((name) =>
      linesOf(file(`backfill/${name}`)).map((line) =>
        [name.slice(0, 12), ...valuesOf(JSON.parse(line))].join(),
      ),
    );
    const served = state.files.flatMap(({ account, text }) =>
      rowsOf(text).map((row) => [account, ...valuesOf(row)].join()),
    );
    expect(served.length).toBeGreaterThan(2 * 730);
    expect(written.sort()).toEqual(served.sort());
  });

  const valuesOf = (row: Row) => [row.DATE, row.CAMPAIGN_ID, number(row, "SPEND_IN_DOLLAR")];
  const daysBetween = (first: string, last: string): string[] => {
    const days: string[] = [];
    for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000)
      days.push(day(0, at));
    return days;
  };
});

describe("the form", () => {
  it("offers the allowed values, shows errors as text, shows the message of a rejection, and runs a valid request", async () => {
    await using server = await serve(folder, { faults: [{ name: "refusal", on: "create" }] });
    const program = spawn(process.execPath, ["form.js", ACCOUNT, "0"], {
      cwd: folder,
      env: { ...process.env, ...server.env },
    });
    try {
      const [line] = await once(program.stdout, "data");
      const url = `http://127.0.0.1:${/port: (\d+)/.exec(String(line))?.[1]}/`;
      const page = await (await fetch(url)).text();
      expect(page).toContain('<option value="CAMPAIGN">');
      expect(page.match(/<option/g)?.length).toBeGreaterThan(600);
      const send = (fields: Readonly<Record<string, string>>) =>
        fetch(url, { method: "POST", body: new URLSearchParams(fields) });
      const right = {
        start_date: day(7),
        end_date: day(1),
        level: "CAMPAIGN",
        granularity: "DAY",
        columns: "CAMPAIGN_ID",
      };
      const wrong = await send({ ...right, end_date: day(9) });
      expect(wrong.status).toBe(422);
      expect(await wrong.text()).toMatch(/<li>\/end_date must not be before start_date/);
      const hostile = await send({
        ...right,
        "<b>field</b>": "1",
        level: '<img src="x" onerror="alert(1)">',
      });
      expect(hostile.status).toBe(422);
      const answer = (await hostile.text()).slice(page.length);
      expect(answer).toContain("&#60;img src=");
      expect(answer.replace(/<\/?(ul|li)>/g, "")).not.toMatch(/[<>"]/);
      expect((await server.state()).requests).toEqual([]);
      const refused = await send(right);
      expect(refused.status).toBe(502);
      expect(await refused.text()).toMatch(/<p>POST .* returned 403: .*<\/p>$/);
      const ran = await (await send(right)).text();
      const rows = rowsOf((await server.state()).files[0]?.text ?? "");
      expect(rows.length).toBeGreaterThan(0);
      expect(ran).toContain(`<p>${rows.length} rows</p>`);
    } finally {
      program.kill();
    }
  });
});

describe("the generated client", () => {
  it.skipIf(!SPECS)("creates a campaign (skipped without PINTEREST_SPECS)", async () => {
    await using server = await serve(folder);
    const below = "own-client";
    copyFileSync(join(SPECS ?? "", "5.28.0.yaml"), join(folder, below, "openapi.yaml"));
    const generated = await server.run("sh", ["generate.sh"], { below });
    expect(generated.exit, generated.stderr).toBe(0);
    expect(
      await compileBy(COMPILERS[1], "nodenext", join(folder, below), ["campaigns.ts", "src"], {
        lib: ["es2023", "dom"],
      }),
    ).toEqual([]);
    build(join(folder, below));
    const { exit, stdout, stderr } = await server.run("node", ["campaigns.js", ACCOUNT], { below });
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(linesOf(stdout)).toEqual(["campaign 626735565830"]);
    const { requests } = await server.state();
    expect(requests.map(({ path }) => path)).toEqual([`/v5/ad_accounts/${ACCOUNT}/campaigns`]);
    expect(JSON.parse(requests[0]?.body ?? "")).toEqual([
      { ad_account_id: ACCOUNT, name: "Spring", objective_type: "AWARENESS", status: "PAUSED" },
    ]);
  });
});

describe("the command-line session", () => {
  it("finds the misspelled column, and then writes the server's rows", async () => {
    await using server = await serve(folder, { accounts: 3 });
    writeFileSync(join(folder, "body.json"), file("nightly.json"));
    const { exit, stdout, stderr } = await server.run("sh", ["session.sh"]);
    expect(exit, stderr).toBe(0);
    expect(stdout).toMatch(/^ok +token/m);
    expect(stdout).toContain("did you mean SPEND_IN_DOLLAR");
    expect(stdout).toMatch(/^exit 1$/m);
    const { files } = await server.state();
    const [week = [], ...parts] = files.map(({ text }) => rowsOf(text));
    const csv: readonly Row[] = parse(file("week.csv"), { columns: true });
    const values = (row: Row) => [
      row.DATE,
      row.CAMPAIGN_ID,
      row.CAMPAIGN_NAME,
      number(row, "SPEND_IN_DOLLAR"),
      number(row, "TOTAL_CLICKTHROUGH"),
    ];
    expect(week.length).toBeGreaterThan(7);
    expect(csv.map(values)).toEqual(week.map(values));
    expect(parts.length).toBeGreaterThan(1);
    const year = linesOf(file("year.ndjson")).map((line) => values(JSON.parse(line)).join());
    expect(year.sort()).toEqual(
      parts.flatMap((rows) => rows.map((row) => values(row).join())).sort(),
    );
  });
});

describe("the consumer's test", () => {
  const test = async (): Promise<{ exit: number; stdout: string }> => {
    await using server = await serve(folder);
    return server.run("node", ["--test", "spend-test.js"]);
  };

  it("passes", async () => {
    expect(await test()).toMatchObject({ exit: 0, stdout: expect.stringMatching(/^# pass 1$/m) });
  });

  it("fails if the code under test loses a day's rows", async () => {
    const code = file("spend.js");
    writeFileSync(join(folder, "spend.js"), code.replace("micro +=", "micro ="));
    expect(await test()).toMatchObject({ exit: 1, stdout: expect.stringMatching(/^# fail 1$/m) });
    writeFileSync(join(folder, "spend.js"), code);
  });
});

describe("the dashboard", () => {
  it("shows a line for each campaign, names as text, and the totals of the server's data", async () => {
    await using server = await serve(folder, { entities: 40 });
    const { exit, stdout, stderr } = await server.run("node", ["dashboard.js", ACCOUNT]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    const rows = rowsOf((await server.state()).files[0]?.text ?? "");
    const lines = [...stdout.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, line = ""]) =>
      [...line.matchAll(/<(t[dh])>(.*?)<\/\1>/gs)].map(([, , cell = ""]) =>
        cell.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)),
      ),
    );
    const money = (micro: number) => (micro / 1_000_000).toFixed(2);
    const cells = (row: Row) =>
      [number(row, "SPEND_IN_MICRO_DOLLAR"), number(row, "TOTAL_CLICKTHROUGH")] as const;
    const sum = (index: 0 | 1) => rows.reduce((total, row) => total + cells(row)[index], 0);
    expect(rows.length).toBeGreaterThan(30);
    expect(sum(0)).toBeGreaterThan(0);
    expect(lines).toEqual([
      ["Campaign", "Name", "Spend", "Clicks"],
      ...rows.map((row) => [
        row.CAMPAIGN_ID,
        row.CAMPAIGN_NAME,
        money(cells(row)[0]),
        String(cells(row)[1]),
      ]),
      ["Total", "", money(sum(0)), String(sum(1))],
    ]);
  });
});
