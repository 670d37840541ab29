import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { type Declared, declaredBy } from "./docstrings.js";
import { command, consumer, ENTRIES, ROOT } from "./packed.js";

let all: ReadonlyMap<string, Declared> = new Map();

beforeAll(() => {
  all = new Map(declaredBy(inject("packed")).map((one) => [one.name, one]));
});

describe("the description that an editor shows", () => {
  it("exists for each public name and each member", () => {
    const silent = [...all.values()]
      .filter(({ doc, file }) => doc === "" && !file.startsWith("runtime/"))
      .map(({ name }) => name);
    expect(all.size).toBeGreaterThan(2000);
    expect(silent).toEqual([]);
  });

  it("begins with a sentence of at most fifteen words", () => {
    const long = [...all.values()].flatMap(({ name, doc }) => {
      const [first] = doc.split(/(?<=[.!?])\s+(?=[-A-Z`*])/);
      const words = first?.split(/\s+/).length ?? 0;
      return words > 15 ? [`${name}: ${first}`] : [];
    });
    expect(long).toEqual([]);
  });

  it.each([
    [
      "ReportColumnValues.SPEND_IN_MICRO_DOLLAR",
      "Money in millionths of the ad account's currency.",
    ],
    [
      "ReportColumnValues.SPEND_IN_DOLLAR",
      "Money in the ad account's currency, regardless of the column's name.",
    ],
    [
      "ReportColumnValues.OUTBOUND_CTR",
      "A rate, judging by the column's name. Pinterest does not document this, or whether the value is a fraction (0 to 1) or a percentage.",
    ],
    [
      "ReportColumnValues.COST_PER_OUTBOUND_CLICK",
      "Money. Pinterest does not document whether it is in the ad account's currency or in millionths of it. A missing value is not zero.",
    ],
    ["reportLevelValues", "The values of `ReportLevel`."],
    ["ReportRequest.campaign_ids", "Only these campaigns. 1 to 500 ids. Each: digits only."],
    [
      "ReportGranularity",
      "`granularity` in `ReportRequest`. How the days are grouped. With TOTAL, one row covers the whole range and has no DATE.",
    ],
  ])("states the meaning and unit of %s", (name, doc) => {
    expect(all.get(name)?.doc).toBe(doc);
  });

  it("states what poll throws, in one declaration that all reports share", () => {
    const [name = "", ...others] = [...all.keys()].filter((one) =>
      /(ReportClient|ReportMethods|FlowClient)\.poll$/.test(one),
    );
    expect(others).toEqual([]);
    expect(all.get(name)?.throws.join(" ")).toMatch(/`InvalidArgumentError`.*`options\.signal`/s);
  });

  it.each(["run", "create", "resume", "runAll"])(
    "states what %s throws, for each report",
    (method) => {
      const reports = [
        "Report",
        "TemplateReport",
        "MmmReport",
        "ConversionProductReport",
        "CatalogReport",
      ];
      const methods = reports.map((report) => `${report}Client.${method}`);
      expect(
        [...all.keys()].filter((name) => name.endsWith(`ReportClient.${method}`)).sort(),
      ).toEqual(methods.sort());
      for (const name of methods)
        expect(all.get(name)?.throws.join(" ")).toMatch(
          /`InvalidArgumentError`.*`options\.signal`/s,
        );
    },
  );
});

/** The most used functions. */
const CALLED_MOST = [
  "createClient",
  "ReportMethods.run",
  "ReportMethods.create",
  "ReportClient.poll",
  "ReportMethods.resume",
  "ReportMethods.runAll",
  "ReportClient.sync",
  "FinishedReport.rows",
  "FinishedReport.toArray",
  "FinishedReport.download",
  "PagePromise",
  "PagedClient.each",
  "NextPage.nextPage",
  "ItemStream.toArray",
  "ClientMethods.request",
  "ClientMethods.withOptions",
  "AccessCredentials.accessToken",
  "exchangeCode",
  "refreshTokens",
  "planReport",
  "validateReport",
  "describeRows",
  "createTable",
  "toCsv",
  "writeCsv",
  "writeNdjson",
  "toParquet",
  "writeParquet",
  "openJournal",
  "createJobs",
  "startWorker",
  "redisState",
  "createFakeServer",
  "createFakeClock",
];

/** Names that examples use without declaring them. */
const DECLARED: Readonly<Record<string, string>> = {
  client: "declare const client: main.Client;",
  account: "declare const account: string;",
  handle: "declare const handle: main.ReportHandle;",
  report: `declare const client_: main.Client;
    const report = await client_.report.run("1", { start_date: "2026-03-01", end_date: "2026-03-07",
      granularity: "DAY", level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] });`,
  body: `const body = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY",
    level: "CAMPAIGN", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] } as const;`,
};

describe("a doc comment's example", () => {
  it("exists for the most frequently used functions", () => {
    const shown = [...all.values()].filter(({ examples }) => examples.length > 0);
    const silent = CALLED_MOST.filter((name) => !shown.some((one) => one.name.endsWith(name)));
    expect(silent).toEqual([]);
  });

  it("compiles in strict mode with the package's exports", async () => {
    const entries = ENTRIES.filter((entry) => !/\/(?:schema|support|calls)$/.test(entry));
    const folder = await consumer(inject("packed"), "examples");
    const exported = new Map<string, string>();
    for (const entry of entries.toReversed()) {
      const names = Object.keys((await import(entry)) as object);
      for (const name of names) exported.set(name, entry);
    }
    const programs = [...all.values()].flatMap(({ name, examples }) =>
      examples.map((text) => ({ name, text })),
    );
    const files = programs.map(({ name, text }, index) => {
      const uses = (word: string): boolean =>
        new RegExp(`(?<![.\\w"])${word}\\b`).test(text) &&
        !new RegExp(`\\b(?:const|let|\\{[^}]*)\\s*${word}\\b[^;]* = `).test(text);
      const imports = [...exported].flatMap(([word, entry]) =>
        uses(word) ? [`import { ${word} } from "${entry}";`] : [],
      );
      const others = Object.entries(DECLARED).flatMap(([word, line]) =>
        uses(word)
          ? [
              /^(?:plan|validate|describe)/.test(name) && word === "body"
                ? "declare const body: any;"
                : line,
            ]
          : [],
      );
      const main = 'import type * as main from "pinterest-reports";';
      return {
        file: `example-${index}.ts`,
        text: [`// ${name}`, main, ...imports, ...others, text, "export {};"].join("\n"),
      };
    });
    for (const { file, text } of files) await writeFile(join(folder, file), text);
    const compilerOptions = {
      ...{ strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true },
      ...{ module: "nodenext", target: "es2022", lib: ["es2023", "esnext.disposable", "dom"] },
      types: ["node"],
      typeRoots: [join(ROOT, "node_modules/@types")],
    };
    const config = { compilerOptions, files: files.map(({ file }) => file) };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify(config));
    const compiler = join(ROOT, "node_modules/typescript-7/bin/tsc");
    const ended = await command(process.execPath, [compiler, "-p", folder], folder);
    expect(ended.stdout).toBe("");
    expect(files.length).toBeGreaterThan(CALLED_MOST.length - 1);
  });
});
