import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnKnowledge } from "../../../cli/commands/run/shown-run.js";
import { Overview } from "../../../cli/overview/overview.js";
import { pageOf } from "../../../cli/overview/page.js";
import { BrowserPage, CHROMIUM } from "../../support/browser.js";

// Unusual and malicious campaign names. Each attack would leave a trace.
const HOSTILE = [
  `</script><script>window.broken = 1</script>`,
  `<img src=x onerror="window.broken = 2">`,
  `"><svg onload=window.broken=3>`,
  `' onmouseover='window.broken=4`,
  `--><script>window.broken = 5</script><!--`,
  `</style></td></table><h1>broken</h1>`,
  `&lt;b&gt; &amp;amp; &#60;`,
  `javascript:window.broken=6`,
  `https://pinterest.example/x.png`,
  `مجموعة الربيع \u202e gnp.exe`,
  `👩‍👩‍👧‍👦 春のセール`,
  `{{constructor}} \${window.broken=7}`,
  `line\nbreak\ttab`,
  "W".repeat(400),
];
const COLUMNS = [
  "CAMPAIGN_ID",
  "CAMPAIGN_NAME",
  "AD_GROUP_NAME",
  "CAMPAIGN_STATUS",
  "SPEND_IN_DOLLAR",
  "PAID_IMPRESSION",
  "TOTAL_CLICKTHROUGH",
  "TOTAL_CONVERSIONS",
];
const DAYS = 30;

let folder: string;
let url: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "page-"));
  url = pathToFileURL(join(folder, "report.html")).href;
  const knowledge = await columnKnowledge();
  const overview = new Overview({ columns: COLUMNS, knowledge, oneCurrency: true, rows: 1_000 });
  for (const [index, name] of HOSTILE.entries())
    for (let day = 1; day <= DAYS; day++)
      overview.add({
        DATE: `2026-04-${String(day).padStart(2, "0")}`,
        // Too large for a double to represent exactly.
        CAMPAIGN_ID: `9007199254740993${String(index).padStart(2, "0")}`,
        ...{ CAMPAIGN_NAME: name, AD_GROUP_NAME: name, CAMPAIGN_STATUS: name, [name]: name },
        SPEND_IN_DOLLAR: `${(index + 1) * day}.10`,
        PAID_IMPRESSION: 1_000 * day,
        ...(day % 2 === 0 && { TOTAL_CLICKTHROUGH: day }),
      });
  const [worst = ""] = HOSTILE;
  const page = pageOf(overview, {
    accounts: [{ id: "1", name: worst, currency: "EUR" }],
    days: "2026-04-01 to 2026-04-30, 30 days",
    granularity: worst,
    details: [[worst, worst]],
    leftOut: HOSTILE,
    requests: [{ campaign_ids: HOSTILE }],
    call: worst,
    description: worst,
    knowledge,
  });
  await writeFile(join(folder, "report.html"), page);
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(CHROMIUM === undefined)(
  "the HTML page of a report, opened as a file in Chromium",
  () => {
    it("shows every name as text, runs no script from a name, and sends no request", async () => {
      await using page = await BrowserPage.open();
      await page.load(url);
      const shown = await page.run<readonly string[]>(
        `[...document.querySelectorAll("table.sortable td, .left-out li")].map((cell) => cell.textContent)`,
      );
      // The page cuts text after 500 characters; these names are shorter.
      expect(HOSTILE.filter((name) => !shown.includes(name))).toEqual([]);
      const body = await page.run<string>(`document.querySelector("pre").textContent`);
      expect(JSON.parse(body)).toEqual({ campaign_ids: HOSTILE });
      expect(await page.run("window.broken ?? null")).toBeNull();
      expect(await page.run(`document.querySelectorAll("img, iframe, h1 *, a, link").length`)).toBe(
        0,
      );
      expect(page.requests).toEqual([url]);
      expect(page.messages).toEqual([]);
    });

    it("runs no injected script, because its content security policy forbids it", async () => {
      await using page = await BrowserPage.open();
      await page.load(url);
      await page.run(
        `document.body.insertAdjacentHTML("beforeend", "<img src=http://127.0.0.1:9/ onerror='window.broken=1'>"), document.body.append(Object.assign(document.createElement("script"), { textContent: "window.broken = 2" }))`,
      );
      expect(await page.run("window.broken ?? null")).toBeNull();
      expect(page.messages.join()).toContain("Content Security Policy");
    });

    it.each([400, 1280])(
      "does not scroll sideways at %d pixels, and draws its charts",
      async (width) => {
        await using page = await BrowserPage.open();
        for (const scheme of ["light", "dark"]) {
          await page.load(url, { width, scheme });
          expect(await page.run("document.documentElement.scrollWidth")).toBe(width);
          const sizes = await page.run<readonly (readonly [number, number])[]>(
            `[...document.querySelectorAll(".card")].map((card) => [card.clientWidth, card.querySelector("canvas").clientWidth])`,
          );
          expect(sizes).toHaveLength(4);
          for (const [card, chart] of sizes) expect(chart).toBeLessThan(card);
          // Something was drawn in the bars' color.
          const drawn = await page.run<number>(
            `(({ width, height, context = document.querySelector("canvas").getContext("2d") }) => context.getImageData(0, 0, width, height).data.filter((_, at) => at % 4 === 3).filter((alpha) => alpha === 255).length)(document.querySelector("canvas"))`,
          );
          expect(drawn).toBeGreaterThan(1_000);
        }
      },
    );

    it("sorts its rows when a column is clicked: numbers by value, and empty cells last", async () => {
      await using page = await BrowserPage.open();
      await page.load(url);
      const heads = await page.run<readonly string[]>(
        `[...document.querySelectorAll("table.sortable th")].map((head) => head.textContent)`,
      );
      const sortBy = async (label: string): Promise<readonly string[]> => {
        const position = heads.indexOf(label) + 1;
        await page.click(`table.sortable th:nth-child(${position}) button`);
        return page.run(
          `[...document.querySelectorAll("table.sortable tbody td:nth-child(${position})")].map((cell) => cell.dataset.value ?? cell.textContent)`,
        );
      };
      const spends = await sortBy("Spend");
      expect(spends).toEqual(spends.toSorted((one, other) => Number(other) - Number(one)));
      expect((await sortBy("Spend")).map(Number)).toEqual(
        spends.map(Number).toSorted((one, other) => one - other),
      );
      const days = await sortBy("Date");
      expect(days).toEqual(days.toSorted());
      const clicks = await sortBy("Total click-throughs");
      const firstEmpty = clicks.indexOf("");
      expect(firstEmpty).toBe(clicks.length / 2);
      expect(clicks.slice(firstEmpty).every((text) => text === "")).toBe(true);
      expect(await sortBy("Campaign id")).toHaveLength(HOSTILE.length * DAYS);
    });

    it("shows the day under the mouse pointer", async () => {
      await using page = await BrowserPage.open();
      await page.load(url);
      const [x, y] = await page.run<[number, number]>(
        `(({ x, y, width, height }) => [x + width - 6, y + height / 2])(document.querySelector(".u-over").getBoundingClientRect())`,
      );
      await page.send("Input.dispatchMouseEvent", { type: "mouseMoved", x, y });
      const spent = HOSTILE.length * ((HOSTILE.length + 1) / 2) * DAYS + HOSTILE.length * 0.1;
      expect(await page.run(`document.querySelector("output").textContent`)).toBe(
        `Thu, Apr 30, 2026: €${spent.toLocaleString("en-US", { minimumFractionDigits: 2 })}`,
      );
    });

    it("prints with light colors, even if the screen is dark", async () => {
      await using page = await BrowserPage.open();
      await page.load(url, { scheme: "dark" });
      await page.see("print", "dark");
      await page.run(`dispatchEvent(new Event("beforeprint"))`);
      const colours = await page.run<readonly string[]>(
        `["--ink", "--measure-0"].map((name) => getComputedStyle(document.body).getPropertyValue(name))`,
      );
      expect(colours).toEqual(["#1d1d1b", "#2563eb"]);
    });
  },
);
