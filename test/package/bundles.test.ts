import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, it } from "vitest";
import * as data from "../../runtime/support-data.js";
import { blocksOf } from "../support/markdown.js";
import { anotherRepository } from "./another-repository.js";
import { BUNDLERS, byEsbuild, gzipped } from "./bundles.js";
import { COMPILERS, compileBy } from "./compilers.js";
import { consumer, SPECS } from "./packed.js";

const packed = inject("packed");
const NETWORK =
  /^openapi-fetch\/|^runtime\/(http|client|auth|batch|download|rows)\/|\/(call|flow)\.ts$/;
const GUIDE = readFileSync(new URL("../../docs/guide/generate.md", import.meta.url), "utf8");
const VERSION = "5.28.0";
const FOREIGN_TO_CLIENT =
  /^runtime\/(planner|testing)\/|^(generator|cli)\/|^generated\/(schema|(.*\/)?(facts|rules|columns|column-labels|json-schema|source|values))\.ts$/;

// Bundles the sources, because each file of the package is a chunk of many modules. The sizes of
// the installed package show that its bundles contain no more.
describe.each(Object.entries(BUNDLERS))("a browser bundle made with %s", (name, bundleBy) => {
  let folder: string;
  const bundle = (folder: string, program: string) => bundleBy(folder, program, { sources: true });
  const files = async (program: string): Promise<readonly string[]> => [
    ...(await bundle(folder, program)).files.keys(),
  ];

  beforeAll(async () => {
    folder = await consumer(packed, `bundle-${name}`);
  });

  it.each(["validators", "data", "planner", "tables"])(
    "contains no network code for any export of /%s",
    async (entry) => {
      const { files, outside } = await bundle(
        folder,
        `export * from "pinterest-reports/${entry}";`,
      );
      expect([...files.keys()].filter((path) => NETWORK.test(path))).toEqual([]);
      expect(files.size).toBeGreaterThan(0);
      expect(outside).toEqual([]);
    },
  );

  it("contains no network code for the exports of /support that validators import", async () => {
    const names = Object.keys(data);
    expect(names).toContain("standardSchema");
    const { files, outside } = await bundle(
      folder,
      `export { ${names.join(", ")} } from "pinterest-reports/support";`,
    );
    expect([...files.keys()].filter((path) => NETWORK.test(path))).toEqual([]);
    expect(outside).toEqual([]);
  });

  it("contains only the imported validator", async () => {
    const program = 'export { validateCampaignAnalytics } from "pinterest-reports/validators";';
    const { files, text } = await bundle(folder, program);
    expect([...files.keys()].filter((path) => path.startsWith("generated/"))).toEqual([
      "generated/operations/column-kinds.ts",
      "generated/checks.ts",
      "generated/operations/campaign-analytics/schema.ts",
    ]);
    // Contains only the shared checks of its own fields.
    expect(text).toContain("/campaign_ids");
    expect(text).not.toContain("/pin_ids");
  });

  it("contains only the rules if only a list of rules is imported", async () => {
    expect(await files('export { reportRules } from "pinterest-reports/data";')).toEqual([
      "generated/report/rules.ts",
    ]);
  });

  it("contains no client if only an error class is imported", async () => {
    const found = await files('export { InvalidBodyError } from "pinterest-reports";');
    expect(found.filter((path) => NETWORK.test(path) || path.startsWith("generated/"))).toEqual([]);
  });

  it("contains no code if only types are imported", async () => {
    expect(await files('export * from "pinterest-reports/schema";')).toEqual([]);
  });

  it("contains no planner, schemas, rule or column data, or fake server if only createClient is imported", async () => {
    const found = await files('export { createClient } from "pinterest-reports";');
    expect(found).toContain("runtime/client/report-client.ts");
    expect(found.filter((path) => FOREIGN_TO_CLIENT.test(path))).toEqual([]);
  });

  it("contains no client, column tables, Parquet code or Node imports if only the text writers are imported", async () => {
    const {
      files: found,
      outside,
      text,
    } = await bundle(folder, 'export { toCsv, toNdjson } from "pinterest-reports/files";');
    expect(
      [...found.keys()].filter(
        (path) => NETWORK.test(path) || path.startsWith("generated/") || path.includes("parquet"),
      ),
    ).toEqual([]);
    expect(outside).toEqual([]);
    expect(text).not.toContain("node:");
  });

  it("contains only a namespace's calls if only that namespace is imported", async () => {
    const found = await files('export { campaigns } from "pinterest-reports/calls";');
    const calls = found.flatMap(
      (path) => /^generated\/operations\/(.*)\/call\.ts$/.exec(path)?.[1] ?? [],
    );
    expect(calls.sort()).toEqual([
      "ad-pin-analytics",
      "campaign-analytics",
      "campaign-targeting-analytics",
      "campaigns",
    ]);
    expect(found.filter((path) => /^generated\/(report|mmm-report)\//.test(path))).toEqual([]);
  });

  it("contains none of the separately importable calls if only createClient is imported", async () => {
    const found = await files('export { createClient } from "pinterest-reports";');
    expect(
      found.filter((path) =>
        /\/operations\/(ads|ad-groups|campaigns|keywords|product-groups|targeting-options)\//.test(
          path,
        ),
      ),
    ).toEqual([]);
  });

  it("has no static import from Node if only createClient is imported", async () => {
    const { text } = await bundle(folder, 'export { createClient } from "pinterest-reports";');
    expect(text).not.toMatch(/^import\s[^(]*["']node:|\brequire\(["']node:/m);
  });
});

describe.skipIf(!SPECS)(
  "the code that another repository generates with `operations: all` (skipped without PINTEREST_SPECS)",
  () => {
    let folder: string;

    beforeAll(async () => {
      const other = await anotherRepository(packed, "all", {
        flows: "operations: all\n",
        version: VERSION,
      });
      const { exit, stderr } = await other.generate();
      expect(exit, stderr).toBe(0);
      folder = other.folder;
    });

    it("compiles in that repository", async () => {
      // Each file must compile on its own, for compilers that see a single file.
      const alone = { verbatimModuleSyntax: true, isolatedDeclarations: true, declaration: true };
      expect(await compileBy(COMPILERS[3], "nodenext", folder, ["src"], alone)).toEqual([]);
    });

    it.each(Object.entries(BUNDLERS))(
      "lets %s bundle one imported operation without the others",
      async (_, bundle) => {
        const program = `
      import { connect, operationClient } from "pinterest-reports/support";
      import { boardsList } from "./src/pinterest/operations.js";
      export const boards = operationClient(connect({ accessToken: "x" }), boardsList);
    `;
        const { files } = await bundle(folder, program);
        expect([...files.keys()].filter((path) => path.startsWith("src/")).sort()).toEqual([
          "src/pinterest/checks.ts",
          ...["call", "schema"].map((part) => `src/pinterest/operations/boards-list/${part}.ts`),
        ]);
      },
    );

    it.each(Object.entries(BUNDLERS))(
      "lets %s bundle one imported namespace without the others",
      async (_, bundle) => {
        const { files } = await bundle(
          folder,
          'export { boards } from "./src/pinterest/calls.js";',
        );
        const calls = [...files.keys()].flatMap(
          (path) => /^src\/pinterest\/operations\/(.*)\/call\.ts$/.exec(path)?.[1] ?? [],
        );
        expect(calls.sort()).toEqual([
          ...["create", "delete", "list", "list-pins", "update"].map(
            (method) => `board-sections-${method}`,
          ),
          "boards-create",
          "boards-delete",
          "boards-get",
          "boards-list",
          "boards-list-pins",
          "boards-update",
        ]);
      },
    );

    it("has the sizes that the guide states, to within 5%", async () => {
      const kilobytes = async (program: string): Promise<number> =>
        Math.round(gzipped(await byEsbuild(folder, program)) / 1000);
      const connection = 'import { connect } from "./src/pinterest/index.js";';
      const measured = {
        all: await kilobytes('export { createFullClient } from "./src/pinterest/calls.js";'),
        campaigns: await kilobytes(
          `${connection} import { campaigns } from "./src/pinterest/calls.js"; export default campaigns(connect());`,
        ),
        connection: await kilobytes(`${connection} export default connect();`),
      };
      const stated = new RegExp(
        `contains every call: (?<all>\\d+) kB for ${VERSION}, minified and gzipped. A bundle with the seven calls in \`campaigns\` is (?<campaigns>\\d+) kB, ` +
          "including (?<connection>\\d+) kB for the connection",
      ).exec(GUIDE.replace(/\s+/g, " "))?.groups;
      expect(Object.keys(stated ?? {})).toEqual(Object.keys(measured));
      // Within 5%, so that a small change to the client does not change the page.
      for (const [name, size] of Object.entries(measured))
        expect(Math.abs(Number(stated?.[name]) / size - 1), name).toBeLessThan(0.05);
    });

    it("compiles with the guide's programs, and has no createClient in index.ts if there is no report", async () => {
      const [, section = ""] = GUIDE.split("\n## All calls\n");
      const programs = blocksOf(section).filter(({ language }) => language === "js");
      const imported = programs.filter(
        ({ text }) => text.includes("createFullClient") || text.includes("connect()"),
      );
      expect(imported.length).toBeGreaterThan(1);
      for (const [index, { text }] of imported.entries())
        writeFileSync(join(folder, `src/guide-${index}.ts`), text);
      expect(await compileBy(COMPILERS[3], "nodenext", folder, ["src"], {})).toEqual([]);
      expect(readFileSync(join(folder, "src/pinterest/index.ts"), "utf8")).not.toContain(
        "createClient(",
      );
      expect(GUIDE.replace(/\s+/g, " ")).toContain(
        "If `flows.yaml` has no reports, there is no `createClient`",
      );
    });

    it.each(Object.entries(BUNDLERS))(
      "lets %s bundle a validator without network code",
      async (_, bundle) => {
        const { files } = await bundle(
          folder,
          'export { validateBoardsList } from "./src/pinterest/validators.js";',
        );
        expect([...files.keys()].filter((path) => path.startsWith("src/"))).toEqual([
          "src/pinterest/checks.ts",
          "src/pinterest/operations/boards-list/schema.ts",
        ]);
        expect([...files.keys()].filter((path) => NETWORK.test(path))).toEqual([]);
      },
    );
  },
);
