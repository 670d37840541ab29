import { createHash } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { columnKnowledge } from "../../../cli/commands/run/shown-run.js";
import { main } from "../../../cli/main.js";
import { sourceAssets } from "../../../cli/overview/assets.js";
import { Overview } from "../../../cli/overview/overview.js";
import { pageOf } from "../../../cli/overview/page.js";
import type { FakeServerOptions } from "../../../generated/testing.js";
import { BODY, type Place, place } from "../../support/cli-fake-server.js";
import { testIo } from "../../support/in-process.js";
import { Terminal } from "../../support/terminal.js";

const ACCOUNT = "549755885175";
const RUN = ["run", ACCOUNT, "body.json", "--start", "2026-04-01", "--end", "2026-04-03"];
const TODAY = ["--today", "2026-04-10"];

/** Runs a command whose messages go to a terminal. Resolves to what the terminal shows. */
async function onTerminal(
  args: readonly string[],
  { access, folder }: Pick<Place, "access" | "folder">,
): Promise<string> {
  const screen = new Terminal(120, 40);
  const exit = await main(args, { ...testIo({ env: access, cwd: folder }), stderr: screen });
  expect(exit, screen.lines.join("\n")).toBe(0);
  return screen.lines.map((line) => line.trimEnd()).join("\n");
}

async function placeWithBody(accounts = 1, options: FakeServerOptions = {}): Promise<Place> {
  const made = await place({ accounts, ...options });
  await writeFile(join(made.folder, "body.json"), JSON.stringify(BODY));
  return made;
}

describe("run --out report.html", () => {
  it("writes a page with the account's details and the request as it was sent", async () => {
    await using made = await placeWithBody();
    const { exit, stderr } = await made.call([...RUN, ...TODAY, "--out", "report.html"]);
    expect(exit, stderr).toBe(0);
    const page = await readFile(join(made.folder, "report.html"), "utf8");
    for (const text of [ACCOUNT, "USD", "America/New_York", "30 days after a click (default)"])
      expect(page).toContain(text);
    const sent = made.server.requests.find(({ method }) => method === "POST");
    const shown = /<pre>(.*?)<\/pre>/s.exec(page)?.[1] ?? "";
    expect(JSON.parse(shown)).toEqual(JSON.parse(String(sent?.body)));
    const path = sent?.path.replace("/v5", "").replace(ACCOUNT, "{ad_account_id}");
    expect(page).toContain(`Sent as POST ${path}.</p>`);
  });

  it("says which time zone the days are in, and names the account's if it is different", async () => {
    await using made = await placeWithBody();
    const zones = async (zone: object): Promise<readonly (readonly string[])[]> => {
      await writeFile(join(made.folder, "body.json"), JSON.stringify({ ...BODY, ...zone }));
      const { exit, stderr } = await made.call([...RUN, ...TODAY, "--out", "report.html"]);
      expect(exit, stderr).toBe(0);
      const page = await readFile(join(made.folder, "report.html"), "utf8");
      const facts = page.matchAll(/<dt>([^<]*)<\/dt><dd><bdi>([^<]*)</g);
      return [...facts]
        .map(([, ...fact]) => fact)
        .filter(([, value]) => /UTC|York/.test(`${value}`));
    };
    expect(await zones({})).toEqual([
      ["Days are in", "UTC"],
      ["Account&#39;s time zone", "America/New_York"],
    ]);
    expect(await zones({ reporting_timezone: "AD_ACCOUNT_TIME_ZONE" })).toEqual([
      ["Days are in", "the ad account&#39;s time zone (America/New_York)"],
    ]);
  });

  it("lists the accounts that failed", async () => {
    const faults = [{ name: "refusal", on: "create", value: 403 }] as const;
    await using made = await placeWithBody(2, { faults });
    await writeFile(join(made.folder, "accounts.txt"), `12\n${ACCOUNT}\n`);
    const args = ["run", "--accounts", "accounts.txt", ...RUN.slice(2), ...TODAY];
    const { exit, stderr } = await made.call([...args, "--out", "report.html"]);
    expect(exit, stderr).toBe(3);
    const page = await readFile(join(made.folder, "report.html"), "utf8");
    expect(page).toMatch(/<li>Ad account (12|549755885175): /);
  });

  it("has an equivalent with example data: demo --out page.html", async () => {
    await using made = await place();
    const { exit, stderr } = await made.call(["demo", "--out", "page.html"], {
      env: { PINTEREST_ACCESS_TOKEN: undefined },
    });
    expect(exit, stderr).toBe(0);
    expect(await readFile(join(made.folder, "page.html"), "utf8")).toContain("Spring collection");
  });
});

describe("the end of a run", () => {
  it("shows the campaigns and the total on a terminal, for any format", async () => {
    await using made = await placeWithBody();
    const shown = await onTerminal([...RUN, ...TODAY, "--out", "report.csv"], made);
    expect(shown).toMatch(/\nCampaign +Spend +Paid impressions\n(\d{12} .*\n)+Total .*\n/);
    expect(shown).toContain("2026-04-01 to 2026-04-03, 3 days, 3 with rows");
  });

  it("shows nothing with --quiet or without a terminal", async () => {
    await using made = await placeWithBody();
    const args = [...RUN, ...TODAY, "--out", "report.csv"];
    expect(await onTerminal([...args, "--quiet"], made)).not.toContain("Total");
    expect((await made.call(args)).stderr).not.toContain("Total");
  });

  it("warns that totals of targeting levels may count activity several times", async () => {
    await using made = await placeWithBody();
    const columns = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"];
    const body = { ...BODY, level: "CAMPAIGN_TARGETING", targeting_types: ["GENDER"], columns };
    await writeFile(join(made.folder, "body.json"), JSON.stringify(body));
    const shown = await onTerminal([...RUN, ...TODAY, "--out", "report.html"], made);
    expect(shown).toContain("\nwarning   Rows of targeting levels can overlap");
    const page = await readFile(join(made.folder, "report.html"), "utf8");
    expect(page).toContain("<li>Rows of targeting levels can overlap");
  });

  it("does not sum money of accounts with different currencies, and shows the currency of each row", async () => {
    await using made = await placeWithBody(2);
    const { stdout } = await made.call(["accounts", "--format", "ids"]);
    await writeFile(join(made.folder, "accounts.txt"), stdout);
    const args = ["run", "--accounts", "accounts.txt", ...RUN.slice(2), ...TODAY];
    const shown = await onTerminal([...args, "--out", "report.csv"], made);
    expect(shown).toMatch(/\nCampaign +Paid impressions\n/);
    expect(shown).toContain("Totals leave out amounts of money");
    await onTerminal([...args, "--out", "report.html"], made);
    const page = await readFile(join(made.folder, "report.html"), "utf8");
    for (const sign of ["$", "€"]) expect(page).toContain(`>${sign}`);
  });
});

describe("run --format table", () => {
  it("prints all rows, aligned, starting with the body's columns", async () => {
    await using made = await placeWithBody();
    const { exit, stdout } = await made.call([...RUN, ...TODAY, "--format", "table"]);
    expect(exit).toBe(0);
    const lines = stdout.trimEnd().split("\n");
    expect(lines[0]).toMatch(/^CAMPAIGN_ID +SPEND_IN_DOLLAR +PAID_IMPRESSION +DATE$/);
    expect(lines).toHaveLength(10);
    const [, ...ends] = lines.map((line) => line.search(/\d{4}-\d\d-\d\d$/));
    expect(new Set(ends).size).toBe(1);
  });
});

describe("an HTML page", () => {
  const COLUMNS = ["CAMPAIGN_ID", "SPEND_IN_DOLLAR", "PAID_IMPRESSION"];

  async function pageWith(count: number): Promise<string> {
    const knowledge = await columnKnowledge();
    const overview = new Overview({ columns: COLUMNS, knowledge, oneCurrency: true, rows: 1_000 });
    for (let index = 0; index < count; index++)
      overview.add({
        CAMPAIGN_ID: `62705250000000${index % 1_000}`,
        DATE: `2026-04-${String((index % 30) + 1).padStart(2, "0")}`,
        SPEND_IN_DOLLAR: "0.1",
        ...(index % 2 === 0 && { PAID_IMPRESSION: 0 }),
      });
    const known = { days: null, granularity: null, details: [], leftOut: [], requests: [] };
    const accounts = [{ id: "1", currency: "JPY" }];
    return pageOf(overview, { ...known, accounts, call: "report", description: "", knowledge });
  }

  it("shows exact totals of 100,000 rows, but only 1,000 of the rows, and says so", async () => {
    const page = await pageWith(100_000);
    expect(page).toContain('<strong title="10000">¥10,000</strong>');
    expect(page).toContain("1,000 of 100,000 rows: the ones with the highest “Spend”");
    expect(page.length).toBeLessThan(1_000_000);
  });

  it("shows a missing value as empty, and a zero as zero", async () => {
    const page = await pageWith(2);
    expect(page).toMatch(/<td class="number" data-value="0">0<\/td><\/tr>/);
    expect(page).toMatch(/<td><\/td><\/tr>/);
  });

  it("allows only its own scripts and styles, and sends no requests", async () => {
    const page = await pageWith(3);
    const { script, style } = sourceAssets();
    const hash = (text: string): string =>
      `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? "";
    expect(policy.split("; ")).toEqual([
      "default-src 'none'",
      `script-src ${hash(script)}`,
      `style-src ${hash(style)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(page).not.toMatch(/\s(src|href|style|on\w+)=/);
    expect(script + style).not.toMatch(/<\/(script|style)|url\(|@import/i);
    expect(page).toContain("Copyright (c) 2022 Leon Sorokin");
  });
});
