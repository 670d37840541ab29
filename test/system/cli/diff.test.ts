import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Model } from "../../../generator/model/model.js";
import { followed } from "../../support/descriptions.js";
import { command } from "../../support/in-process.js";

const path = (name: string): string => fileURLToPath(new URL(`../../../${name}`, import.meta.url));
const OLD = path("test/fixtures/contract-5.12.0.yaml");
const NEW = path("spec/contract.yaml");
const MODEL = path("generated/model.json");

let folder: string;
const inFolder = async (name: string, text: string): Promise<string> => {
  await writeFile(join(folder, name), text);
  return join(folder, name);
};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "diff-"));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

describe("diff", () => {
  it("prints what changed between two contracts, breaking changes first", async () => {
    const { exit, stdout, stderr } = await command(["diff", OLD, NEW]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    expect(stdout).toMatch(
      /^.* {2}major: \d+ breaking, \d+ added or loosened, \d+ other\n\nBreaking \(major\)\n {2}\S/,
    );
    expect(stdout.startsWith(`5.12.0 -> ${followed}  `)).toBe(true);
    expect(stdout).toMatch(/\n {4}campaign_brand_label(?:, .*)?: new: a string, optional\n/);
    expect(stdout).toContain("\n  catalog-report: new report: POST /catalogs/reports\n");
  });

  it("prints a changelog, and JSON with every value", async () => {
    const [markdown, json] = await Promise.all(
      ["markdown", "json"].map(
        async (format) => (await command(["diff", OLD, NEW, "--format", format])).stdout,
      ),
    );
    expect(markdown).toMatch(/^## .*: major\n\n.*\.\n\n### Breaking\n\n- \*\*.*\*\*\n {2}- `/);
    expect(markdown?.startsWith(`## 5.12.0 to ${followed}: `)).toBe(true);
    const diff = JSON.parse(json ?? "");
    expect(diff).toMatchObject({ old: "5.12.0", new: followed, step: "major" });
    const columns = diff.changes.find(
      ({ flow, path, old }: Record<string, unknown>) =>
        flow === "report" && path === "columns" && old === null,
    );
    expect(columns).toEqual({
      ...{ flow: "report", path: "columns", kind: "columns", step: "minor", old: null },
      text: expect.stringMatching(
        /^\d+ new columns: ADS_CREDIT_SPEND_IN_MICRO_DOLLAR, ADS_CREDIT_SPEND_IN_DOLLAR, OUTBOUND_CTR_1 and \d+ more$/,
      ),
      new: expect.arrayContaining(["PRODUCT_ITEM_CURRENCY"]),
    });
    const [all, more] = columns.text.match(/\d+(?= new| more)/g).map(Number);
    expect([all, more]).toEqual([columns.new.length, columns.new.length - 3]);
  });

  it("accepts model.json instead of a contract", async () => {
    expect(await command(["diff", NEW, MODEL, "--fail-on", "minor"])).toEqual({
      exit: 0,
      stdout: `${followed} -> ${MODEL}  no change\n`,
      stderr: "",
    });
  });

  it("accepts the URL of a description", async () => {
    const contract = await readFile(OLD, "utf8");
    const server = createServer((_, response) => response.end(contract)).listen(0, "127.0.0.1");
    await once(server, "listening");
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/openapi.yaml`;
    try {
      expect(await command(["diff", OLD, url])).toEqual({
        exit: 0,
        stdout: "5.12.0 -> 5.12.0  no change\n",
        stderr: `download   ${url}\n`,
      });
    } finally {
      server.close();
    }
  });

  it.each<
    readonly [
      without: string,
      (model: {
        readonly flows: readonly [Model["flows"][number]];
        readonly format: number;
      }) => object,
    ]
  >([
    ["rules", ({ flows: [{ rules: _, ...flow }], ...model }) => ({ ...model, flows: [flow] })],
    [
      "ways into a call",
      ({
        flows: [
          {
            poll: { security: _, ...poll },
            ...flow
          },
        ],
        ...model
      }) => ({ ...model, flows: [{ ...flow, poll }] }),
    ],
    ["a format", ({ format: _, ...model }) => model],
  ])("rejects a model that another generator version wrote, without %s", async (_, as) => {
    const file = await inFolder(
      "foreign.json",
      JSON.stringify(as(JSON.parse(await readFile(MODEL, "utf8")))),
    );
    const { exit, stderr } = await command(["diff", file, MODEL]);
    expect(exit).toBe(2);
    expect(stderr).toContain(
      `error  this model.json is not from this version of the generator\n\n  ${file}\n`,
    );
  });

  it("exits with 1 if a change reaches the given severity", async () => {
    const grown = JSON.parse(await readFile(MODEL, "utf8"));
    grown.flows[0].body.fields.push({
      name: "mood",
      type: { kind: "string" },
      required: false,
      limits: {},
      doc: "",
    });
    const file = await inFolder("grown.json", JSON.stringify(grown));
    const [minor, major, shrunk] = await Promise.all([
      command(["diff", MODEL, file, "--fail-on", "minor"]),
      command(["diff", MODEL, file, "--fail-on", "major"]),
      command(["diff", file, MODEL, "--fail-on", "minor"]),
    ]);
    expect(minor).toMatchObject({
      exit: 1,
      stderr: "minor: the changes require at least the --fail-on bump (minor)\n",
    });
    expect(minor.stdout).toContain("  report\n    mood: new: a string, optional\n");
    expect(major).toMatchObject({ exit: 0, stderr: "" });
    expect(shrunk).toMatchObject({
      exit: 1,
      stderr: "major: the changes require at least the --fail-on bump (minor)\n",
    });
  });

  it("reads the flows next to each contract, or the file given with --flows", async () => {
    await inFolder(
      "flows.yaml",
      "flows:\n  only: { create: analytics/create_report, poll: analytics/get_report }\nstatuses: { pending: [IN_PROGRESS], done: [FINISHED], failed: [FAILED, EXPIRED, CANCELLED, DOES_NOT_EXIST] }\n",
    );
    const beside = await inFolder("contract.yaml", await readFile(OLD, "utf8"));
    const { stdout } = await command(["diff", beside, NEW, "--format", "json"]);
    const flows = JSON.parse(stdout).changes.filter(
      ({ kind }: Record<string, unknown>) => kind === "operation",
    );
    expect(flows).toContainEqual(
      expect.objectContaining({
        flow: "only",
        step: "major",
        old: ["analytics/create_report", "analytics/get_report"],
      }),
    );
    const given = JSON.parse(
      (await command(["diff", OLD, NEW, "--format", "json", "--flows", join(folder, "flows.yaml")]))
        .stdout,
    );
    expect(new Set(given.changes.map(({ flow }: Record<string, unknown>) => flow))).toEqual(
      new Set(["only"]),
    );
  });

  it("prints what changed even if decisions are needed first, and exits with 1", async () => {
    const file = await inFolder(
      "undecided.yaml",
      (await readFile(NEW, "utf8"))
        .replaceAll("report_status:", "state:")
        .replaceAll("          - HOUR\n", ""),
    );
    const { exit, stdout, stderr } = await command(["diff", NEW, file, "--fail-on", "minor"]);
    expect(exit).toBe(1);
    expect(stderr).toMatch(/the changes require at least the --fail-on bump \(minor\)\n$/);
    expect(stdout).toMatch(
      /\n\nResolve these first: more may have changed than is listed here\n[\s\S]*the flow [a-z]+ is not a report: the response of analytics.get_report has no report_status\n/,
    );
    const markdown = (await command(["diff", NEW, file, "--format", "markdown"])).stdout;
    expect(markdown).toMatch(
      /\n### Resolve these first: [\s\S]*\n- `[^`]+`: the flow [a-z]+ is not a report: the response of analytics.get_report has no report_status\n/,
    );
    const { undecided } = JSON.parse(
      (await command(["diff", NEW, file, "--format", "json"])).stdout,
    );
    const about = undecided.filter(({ what }: Record<string, unknown>) =>
      / is not a report: .* has no report_status$/.test(String(what)),
    );
    expect(about).toHaveLength(1);
  });

  it("finds no changed operation between a model of all calls and its own description", async () => {
    const flows = await inFolder(
      "all.yaml",
      "flows: {}\noperations: all\nstatuses: { pending: [], done: [], failed: [] }\n",
    );
    const out = join(folder, "all");
    expect(
      await command(["generate", "--spec", NEW, "--out", out, "--flows", flows]),
    ).toMatchObject({ exit: 0 });
    const { stdout } = await command(["diff", join(out, "model.json"), NEW, "--format", "json"]);
    const calls = JSON.parse(stdout).changes.filter(({ text }: Record<string, unknown>) =>
      /operation/.test(String(text)),
    );
    expect(calls).toEqual([]);
  });

  it("rejects flows that name an operation that neither side has", async () => {
    const flows = await inFolder(
      "typo.yaml",
      "operations:\n  one: ad_accounts/lst\nflows: {}\nstatuses: { pending: [], done: [], failed: [] }\n",
    );
    const { exit, stderr } = await command(["diff", OLD, NEW, "--flows", flows]);
    expect(exit).toBe(1);
    expect(stderr).toContain("neither input has an operation ad_accounts/lst");
  });

  it("says which side cannot be read, and exits with 2", async () => {
    const { exit, stdout, stderr } = await command([
      "diff",
      OLD,
      path("package.json"),
      "--fail-on",
      "major",
    ]);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(`${path("package.json")}: #/openapi`);
  });

  it.each([
    [["diff", OLD], "diff needs <new>", "`pinterest-reports diff --help` shows examples."],
    [
      ["diff", OLD, NEW, "--format", "md"],
      "unknown format: md",
      "Use one of text, markdown, json.",
    ],
    [
      ["diff", OLD, NEW, "--fail-on", "mayor"],
      "--fail-on mayor is not a valid bump",
      "Did you mean major?",
    ],
  ])("rejects %j as a usage error", async (args, message, fix) => {
    expect(await command(args)).toEqual({
      exit: 2,
      stdout: "",
      stderr: `error  ${message}\n  fix  ${fix}\n`,
    });
  });
});
