import { describe, expect, it } from "vitest";
import { createClient, type ReportRequest } from "../../../generated/index.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";

const MONEY = ["SPEND_IN_DOLLAR", "SPEND_IN_MICRO_DOLLAR", "CPC_IN_MICRO_DOLLAR"] as const;
const COLUMNS = ["CAMPAIGN_ID", "CAMPAIGN_NAME", "AD_ACCOUNT_ID", ...MONEY] as const;
const BODY: ReportRequest = {
  start_date: "2026-03-01",
  end_date: "2026-03-09",
  granularity: "DAY",
  level: "CAMPAIGN",
  columns: COLUMNS,
};
const ACCOUNT = "549755885176";

async function scene(options: FakeServerOptions = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ clock, polls: 0, ...options });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** The file of a report as served, and the rows listed by the server. */
async function served({ client, server }: Scene, body: ReportRequest, account = ACCOUNT) {
  const handle = await client.report.create(account, body);
  const { url } = await client.report.poll(handle);
  const text = await (await fetch(url ?? "")).text();
  return { text, rows: [...server.rows(handle.token)] };
}

/** The exact sum of amounts in millionths. */
function exactSum(amounts: readonly string[]): bigint {
  return amounts.reduce((sum, amount) => {
    const [, whole = "", rest = ""] = /^(\d+)(?:\.(\d{1,6}))?$/.exec(amount) ?? [];
    return sum + BigInt(whole + rest.padEnd(6, "0"));
  }, 0n);
}

describe("the rows of server.rows", () => {
  it("equal the rows in the file, digit by digit, in JSON and in CSV", async () => {
    await using made = await scene({ entities: 20 });
    for (const column of MONEY) {
      const json = await served(made, { ...BODY, report_format: "JSON" });
      const inJson = [...json.text.matchAll(new RegExp(`"${column}":([\\d.e-]+)`, "g"))];
      const said = json.rows.map((row) => row[column] ?? "");
      expect(inJson.map(([, digits]) => digits)).toEqual(said.filter((digits) => digits !== "0"));

      const csv = await served(made, { ...BODY, report_format: "CSV", columns: [column] });
      const [head = "", ...lines] = csv.text.trimEnd().split("\r\n");
      const at = head
        .split(",")
        .findIndex((name) => name.toUpperCase().startsWith(column.slice(0, 3)));
      expect(lines.map((line) => line.split(",")[at])).toEqual(csv.rows.map((row) => row[column]));
    }
  });

  it("have amounts whose sums would be wrong as doubles, in each column of money", async () => {
    await using made = await scene({ entities: 20 });
    for (const column of MONEY) {
      const [wrong, seen]: [string[], Set<string>] = [[], new Set()];
      for (let number = 175; number < 185; number++) {
        const { rows } = await served(made, BODY, `549755885${number}`);
        const amounts = rows.map((row) => row[column] ?? "");
        for (const amount of amounts) seen.add(amount);
        const double = String(amounts.reduce((sum, amount) => sum + Number(amount), 0));
        const isExact =
          /^\d+(\.\d{1,6})?$/.test(double) && exactSum([double]) === exactSum(amounts);
        if (!isExact) wrong.push(double);
      }
      for (const awkward of ["0.1", "0.2", "12.07", "412345.67"]) expect(seen).toContain(awkward);
      expect(wrong.length, column).toBeGreaterThan(3);
    }
  });

  it("equal the rows in the file, even if the file repeats rows with other ids", async () => {
    await using made = await scene({ bytes: 600_000 });
    for (const columns of [COLUMNS, MONEY]) {
      const { text, rows } = await served(made, { ...BODY, columns });
      const file = Object.entries(JSON.parse(text) as Record<string, readonly object[]>);
      expect(rows.length).toBeGreaterThan(2_000);
      const spend = "SPEND_IN_DOLLAR";
      expect(rows.map((row) => [row.CAMPAIGN_ID, row.CAMPAIGN_NAME, Number(row[spend])])).toEqual(
        file.flatMap(([id, ofEntity]) =>
          ofEntity.map((row) => {
            const { CAMPAIGN_NAME, [spend]: amount = 0 } = row as Record<string, unknown>;
            return [columns === MONEY ? undefined : id, CAMPAIGN_NAME, amount];
          }),
        ),
      );
    }
  });

  it("have each id only once per day, even if the file repeats rows with other ids", async () => {
    await using made = await scene({ bytes: 600_000 });
    for (const level of ["AD_GROUP", "PRODUCT_GROUP", "KEYWORD", "PRODUCT_ITEM"] as const) {
      const columns = ["AD_GROUP_ID", "PRODUCT_GROUP_ID", "SPEND_IN_DOLLAR"] as const;
      const { rows } = await served(made, { ...BODY, level, columns });
      const keys = rows.map((row) => `${row[`${level}_ID`]} ${row.DATE}`);
      expect(rows.length).toBeGreaterThan(2_000);
      expect(new Set(keys).size, level).toBe(rows.length);
    }
  });

  it("have the account from the request, at every level with an account", async () => {
    await using made = await scene();
    for (const account of ["549755885175", "549755885177", "7", "012"])
      for (const level of ["ADVERTISER", "CAMPAIGN", "AD_GROUP", "PIN_PROMOTION"] as const) {
        const columns = ["AD_ACCOUNT_ID", "ADVERTISER_ID", "SPEND_IN_DOLLAR"] as const;
        const { rows, text } = await served(
          made,
          { ...BODY, level, columns: [...columns] },
          account,
        );
        expect(rows.length).toBeGreaterThan(0);
        for (const row of rows)
          expect([row.AD_ACCOUNT_ID, row.ADVERTISER_ID]).toEqual([account, account]);
        const named = [...text.matchAll(/"AD_ACCOUNT_ID":"(\d+)"/g)].map(([, id]) => id);
        expect(new Set(named)).toEqual(new Set(level === "ADVERTISER" ? named : [account]));
        expect(named.every((id) => id === account)).toBe(true);
      }
  });

  it("are empty for an unknown report", async () => {
    await using made = await scene();
    expect(() => made.server.rows("x")).toThrow("there is no report with this token");
  });
});

describe("the server's ad accounts", () => {
  const listed = async ({ client }: Scene) => {
    const all = [];
    for await (const account of client.adAccounts.each()) all.push(account);
    return all;
  };

  it("differ in currency and time zone, and are the same each time", async () => {
    await using first = await scene({ accounts: 6 });
    await using second = await scene({ accounts: 6 });
    const accounts = await listed(first);
    expect(accounts).toEqual(await listed(second));
    for (const name of ["currency", "time_zone", "country"] as const)
      expect(new Set(accounts.map(({ [name]: value }) => value)).size).toBe(6);
    // Values that the platform knows and Pinterest uses.
    for (const { currency = "", time_zone = "" } of accounts) {
      expect(Intl.supportedValuesOf("currency")).toContain(currency);
      expect(() => new Intl.DateTimeFormat("en", { timeZone: time_zone })).not.toThrow();
    }
  });

  it("come from the options, with made-up values for missing properties", async () => {
    await using made = await scene({
      accounts: [{ id: "7", currency: "CHF", time_zone: "Europe/Zurich" }, { name: "Second" }],
    });
    expect(await listed(made)).toMatchObject([
      { id: "7", name: "Made-up account 1", currency: "CHF", time_zone: "Europe/Zurich" },
      { id: "549755885176", name: "Second", currency: "EUR", time_zone: "Europe/Berlin" },
    ]);
  });
});
