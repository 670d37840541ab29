import { describe, expect, it } from "vitest";
import { searchColumns } from "../../../cli/columns/search.js";
import * as data from "../../../generated/data.js";
import { validateReport } from "../../../generated/validators.js";
import { command } from "../../support/in-process.js";

const { columnLabels, reportColumnValues, reportLevelValues } = data;

const search = async (text: string, ...more: readonly string[]): Promise<readonly string[]> => {
  const { stdout } = await command(["columns", "--search", text, "--format", "names", ...more]);
  return stdout.trimEnd().split("\n");
};

/** The plural of a singular word, or the singular of a plural. */
function otherNumber(word: string): string {
  if (/ies$/.test(word)) return word.replace(/ies$/, "y");
  if (/(ch|sh|x)es$/.test(word)) return word.replace(/es$/, "");
  if (/s$/.test(word)) return word.replace(/s$/, "");
  return word
    .replace(/(?<=ch|sh|x)$/, "e")
    .replace(/(?<![aeo])y$/, "ie")
    .concat("s");
}

describe("columns", () => {
  it("lists a column first if the search is its name, or its label in any case, singular or plural", () => {
    const missed = reportColumnValues.flatMap((name) => {
      const label = columnLabels[name];
      const lower = label.toLowerCase();
      const other = label.replace(/[A-Za-z]+(?= \(|$)/, otherNumber);
      return [label, lower, label.toUpperCase(), other, ` ${label} `, name, name.toLowerCase()]
        .filter((text) => {
          const { names, notes } = searchColumns(text, data);
          return names[0] !== name || notes.length > 0;
        })
        .map((text) => `${text}: ${name}`);
    });
    expect(missed).toEqual([]);
  });

  it("finds the same columns with hyphens as with spaces", () => {
    for (const text of ["add to cart", "cost per click", "page visit", "app install", "sign up"])
      expect(searchColumns(text.replaceAll(" ", "-"), data)).toEqual(searchColumns(text, data));
    expect(searchColumns("spend-in-dollar", data).names[0]).toBe("SPEND_IN_DOLLAR");
  });

  it("lists the total before its variants, unless the search is the label of a variant", () => {
    const labels = new Map(reportColumnValues.map((name) => [columnLabels[name], name]));
    const totals = [...labels].filter(([label]) => label.startsWith("Total "));
    expect(totals.length).toBeGreaterThan(300);
    const missed = totals.flatMap(([label, name]) => {
      const plain = label.replace("Total ", "");
      const exact = [...labels].find(([each]) => each.toLowerCase() === plain)?.[1];
      return searchColumns(plain, data).names[0] === (exact ?? name) ? [] : [plain];
    });
    expect(missed).toEqual([]);
  });

  it.each([
    ["pin clicks", "TOTAL_CLICKTHROUGH CLICKTHROUGH_1 CLICKTHROUGH_2"],
    ["clicks", "TOTAL_CLICKTHROUGH CLICKTHROUGH_1 CLICKTHROUGH_2"],
    ["outbound clicks", "OUTBOUND_CLICK_1 OUTBOUND_CLICK_2"],
    ["link clicks", "OUTBOUND_CLICK_1 OUTBOUND_CLICK_2"],
    ["landing page views", "TOTAL_PAGE_VISIT TOTAL_DESTINATION_VIEWS"],
    ["page visits", "TOTAL_PAGE_VISIT"],
    ["saves", "REPIN_1 REPIN_2"],
    ["Pin saves", "REPIN_1 REPIN_2"],
    ["save rate", "REPIN_RATE TOTAL_REPIN_RATE"],
    ["impressions", "TOTAL_IMPRESSION PAID_IMPRESSION IMPRESSION_1 IMPRESSION_2"],
    ["reach", "TOTAL_IMPRESSION_USER"],
    ["frequency", "TOTAL_IMPRESSION_FREQUENCY"],
    ["spend", "SPEND_IN_DOLLAR"],
    ["ad spend", "SPEND_IN_DOLLAR"],
    ["amount spent", "SPEND_IN_DOLLAR"],
    ["ROAS", "CHECKOUT_ROAS"],
    ["return on ad spend", "CHECKOUT_ROAS"],
    ["video views", "TOTAL_VIDEO_MRC_VIEWS VIDEO_MRC_VIEWS_1 VIDEO_MRC_VIEWS_2"],
    ["2 second video views", "TOTAL_VIDEO_MRC_VIEWS"],
    ["3 second video views", "TOTAL_VIDEO_3SEC_VIEWS"],
    ["video starts", "TOTAL_VIDEO_P0_COMBINED"],
    ["video completions", "TOTAL_VIDEO_P100_COMPLETE"],
    ["video played at 25%", "TOTAL_VIDEO_P25_COMBINED"],
    ["average watch time", "TOTAL_VIDEO_AVG_WATCHTIME_IN_SECOND"],
    ["add to cart", "TOTAL_ADD_TO_CART TOTAL_WEB_ADD_TO_CART"],
    ["adds to cart", "TOTAL_ADD_TO_CART TOTAL_WEB_ADD_TO_CART"],
    ["checkout value", "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR"],
    ["revenue", "TOTAL_CHECKOUT_VALUE_IN_MICRO_DOLLAR"],
    ["purchases", "TOTAL_CHECKOUT TOTAL_WEB_CHECKOUT"],
    ["in app purchases", "TOTAL_INAPP_CHECKOUT"],
    ["conversions", "TOTAL_CONVERSIONS"],
    ["conversion value", "TOTAL_CONVERSIONS_VALUE_IN_MICRO_DOLLAR"],
    ["conversion rate", "TOTAL_CHECKOUT_CONVERSION_RATE"],
    ["leads", "LEADS TOTAL_LEAD"],
    ["sign ups", "TOTAL_SIGNUP TOTAL_WEB_SIGNUP"],
    ["signups", "TOTAL_SIGNUP TOTAL_WEB_SIGNUP"],
    ["app installs", "TOTAL_APP_INSTALL"],
    ["CTR", "CTR"],
    ["outbound CTR", "OUTBOUND_CTR OUTBOUND_CTR_1"],
    ["engagements", "TOTAL_ENGAGEMENT ENGAGEMENT_1 ENGAGEMENT_2"],
    ["engagement rate", "ENGAGEMENT_RATE"],
    ["cost per click", "ECPC_IN_DOLLAR"],
    ["CPC", "ECPC_IN_DOLLAR"],
    ["CPM", "CPM_IN_DOLLAR CPM_IN_MICRO_DOLLAR"],
    ["cost per outbound click", "COST_PER_OUTBOUND_CLICK_IN_DOLLAR"],
    ["cost per engagement", "ECPE_IN_DOLLAR"],
    ["cost per video view", "ECPV_IN_DOLLAR"],
    ["cost per checkout", "WEB_CHECKOUT_COST_PER_ACTION"],
    ["cost per conversion", "WEB_CHECKOUT_COST_PER_ACTION"],
    ["cost per lead", "COST_PER_LEAD"],
    ["cost per landing page view", "PAGE_VISIT_COST_PER_ACTION"],
    ["daily budget", "CAMPAIGN_DAILY_SPEND_CAP"],
    ["campaign name", "CAMPAIGN_NAME"],
    ["ad name", "AD_NAME"],
    ["account id", "AD_ACCOUNT_ID"],
  ])('lists the plainest columns first for "%s"', (text, first) => {
    const { names, notes } = searchColumns(text, data);
    const expected = first.split(" ");
    expect(names.slice(0, expected.length)).toEqual(expected);
    expect(notes).toEqual(text.includes("played") ? [expect.stringContaining("played")] : []);
  });

  it("lists only columns that the level allows", async () => {
    for (const level of reportLevelValues) {
      const found = await search("spend clicks", "--level", level);
      const bad = found.filter((name) =>
        validateReport({ level, columns: [name] }).some(({ path }) => path.startsWith("/columns/")),
      );
      expect(bad, level).toEqual([]);
    }
  });

  it("lists all columns without a search, in each format", async () => {
    const [table, json, names] = await Promise.all(
      ["table", "json", "names"].map(
        async (format) => (await command(["columns", "--format", format])).stdout,
      ),
    );
    const listed = JSON.parse(json ?? "").map(({ name }: { name: string }) => name);
    expect(listed).toEqual([...reportColumnValues]);
    expect(names?.trimEnd().split("\n")).toEqual(listed);
    expect(table?.trimEnd().split("\n")).toHaveLength(listed.length + 1);
  });

  it.each(["qqqqqq", "followers", "results", "date", "the", "what is my", "ñandú"])(
    'suggests what to do if nothing matches, as for "%s"',
    async (text) => {
      expect(await command(["columns", "--search", text])).toEqual({
        exit: 2,
        stdout: "",
        stderr: `error  no column matches "${text}"\n  fix  Try other words, such as spend, impressions, clicks, checkouts or saves.\n`,
      });
    },
  );

  it("suggests the best match if the level allows no column that matches", async () => {
    expect(await command(["columns", "--search", "reach", "--level", "KEYWORD"])).toEqual({
      exit: 2,
      stdout: "",
      stderr:
        'error  KEYWORD allows none of the columns that match "reach"\n  fix  Use another level, or try other words. The best match is TOTAL_IMPRESSION_USER.\n',
    });
  });

  it.each([
    [
      "cost per result",
      "SPEND_IN_DOLLAR",
      'no column matches "result"; these match the other words',
    ],
    ["cost per save", "SPEND_IN_DOLLAR", "no column matches all words; these match the most"],
    ["impresions", "TOTAL_IMPRESSION", 'no column matches "impresions"; searched for "impression"'],
    ["freq", "TOTAL_IMPRESSION_FREQUENCY", 'no column matches "freq"; searched for "frequency"'],
  ])('warns on stderr that no column matches all of "%s"', async (text, first, warning) => {
    const { exit, stdout, stderr } = await command([
      ...["columns", "--search", text, "--format", "names"],
    ]);
    expect([exit, stdout.split("\n")[0], stderr]).toEqual([0, first, `warning   ${warning}\n`]);
  });

  it("handles a search text of any length quickly, and repeats little of it in the output", () => {
    const long = Array.from({ length: 100_000 }, (_, at) => `word${at}`).join(" ");
    expect(searchColumns(`spend ${long}`, data).names[0]).toBe("SPEND_IN_DOLLAR");
    const { names, notes } = searchColumns(`spend ${"x".repeat(1_000_000)}`, data);
    expect([names[0], notes.join("").length < 150]).toEqual(["SPEND_IN_DOLLAR", true]);
  });
});
