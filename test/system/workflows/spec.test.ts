import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type DescriptionServer, descriptionServer } from "../../support/description-server.js";
import {
  artifacts,
  createPullRequest,
  type Done,
  holds,
  type Outputs,
  type PullRequest,
  runJob,
  type Step,
} from "./job.js";
import { type Clone, scratchClone } from "./scratch-clone.js";

interface Job {
  readonly if?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const { jobs } = parse(
  readFileSync(new URL("../../../.github/workflows/spec.yml", import.meta.url), "utf8"),
) as {
  readonly jobs: Readonly<Record<"update" | "propose", Job>>;
};

const VERSION = "5.29.0";

/**
 * Only the workflow is tested: two test files replace all tests, and an empty file replaces the API
 * report.
 */
const SCRIPTS = {
  "test:all":
    "vitest run --project unit test/unit/parse/rows.test.ts test/unit/rules/max-range.test.ts --typecheck.enabled=false",
  api: "node -e \"fs.writeFileSync('docs/api-made-up.md', '')\"",
};

// Runs both jobs of .github/workflows/spec.yml step by step, with a description on 127.0.0.1 and a
// bare repository as origin. Packages are linked instead of installed, and a stand-in opens the
// pull request.
describe("the spec workflow", () => {
  let clone: Clone;
  let descriptions: DescriptionServer;
  let contract = "";

  beforeAll(async () => {
    descriptions = await descriptionServer();
    clone = scratchClone();
    const manifest = JSON.parse(clone.read("package.json"));
    clone.write(
      "package.json",
      `${JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, ...SCRIPTS } }, null, 2)}\n`,
    );
    clone.land("Begin here");
    contract = clone.read("spec/contract.yaml");
  });

  afterAll(() => descriptions.close());

  async function run(): Promise<{
    readonly update: Done;
    readonly propose: Done | null;
    readonly opened: PullRequest | null;
  }> {
    clone.git("reset", "--quiet", "--hard", "origin/main");
    clone.git("clean", "--quiet", "--force", "-d");
    const handed = artifacts();
    const nothing = (): void => {};
    const update = await runJob(jobs.update.steps, {
      folder: clone.folder,
      env: {},
      instead: { PINTEREST_DESCRIPTION: descriptions.url },
      prepared: ["npm ci"],
      actions: {
        "actions/checkout": nothing,
        "actions/setup-node": nothing,
        "actions/upload-artifact": handed.up(clone.folder),
      },
    });
    const needs: Outputs = {
      update: Object.fromEntries(
        Object.keys(jobs.update.outputs ?? {}).map((name) => [
          name,
          update.outputs.update?.[name] ?? "",
        ]),
      ),
    };
    if (update.exit !== 0 || !holds(jobs.propose.if ?? "", needs))
      return { update, propose: null, opened: null };
    // Simulates another machine, without installed packages.
    const fresh = join(mkdtempSync(join(tmpdir(), "propose-")), "repository");
    execFileSync("git", ["clone", "--quiet", clone.origin, fresh]);
    let opened: PullRequest | null = null;
    const propose = await runJob(jobs.propose.steps, {
      folder: fresh,
      env: {},
      needs,
      actions: {
        "actions/checkout": nothing,
        "actions/download-artifact": handed.down(fresh),
        "peter-evans/create-pull-request": createPullRequest(fresh, (request) => {
          opened = request;
        }),
      },
    });
    clone.git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
    return { update, propose, opened };
  }

  interface Operation {
    operationId?: string;
    description?: string;
    parameters?: unknown[];
    requestBody?: { content: Record<string, { schema: unknown }> };
    "x-rules"?: unknown[];
  }

  type Document = Record<string, unknown> & {
    readonly info: Record<string, unknown>;
    readonly paths: Readonly<Record<string, Record<string, Operation>>>;
    readonly components: {
      readonly schemas: Readonly<Record<string, { readonly properties: Record<string, object> }>>;
    };
  };

  /**
   * The next version of the contract, edited as the API's owner might edit it. No real description
   * is needed.
   */
  function nextOf(
    edit: (operation: (id: string) => Operation, document: Document) => void,
  ): string {
    const document: Document = parse(contract);
    document.info.version = VERSION;
    const all = Object.values(document.paths).flatMap((item) => Object.values(item));
    const operation = (id: string): Operation => {
      const found = all.find(({ operationId }) => operationId === id);
      if (found === undefined) throw new Error(`the contract has no ${id}`);
      return found;
    };
    edit(operation, document);
    return JSON.stringify(document);
  }

  /**
   * Adds an optional field, a rule, and a call with a required cookie, which the client cannot
   * send.
   */
  const next = (): string =>
    nextOf((operation) => {
      const create = operation("analytics/create_report");
      const media = create.requestBody?.content["application/json"];
      const mood = { properties: { mood: { type: "string", enum: ["SUNNY", "RAINY"] } } };
      if (media) media.schema = { allOf: [media.schema, mood] };
      create["x-rules"]?.push({
        id: "only-when-mood",
        kind: "only-when",
        when: [{ field: "granularity", is: ["DAY"] }],
        field: "mood",
        sources: [
          {
            at: "#/paths/~1ad_accounts~1{ad_account_id}~1reports/post/description",
            fingerprint: "0123456789abcdef",
          },
        ],
      });
      operation("delivery_metrics/get").parameters?.push({
        name: "session",
        in: "cookie",
        required: true,
        schema: { type: "string" },
      });
    });

  it("opens a pull request that says what breaks, which rules are new and what was left out", async () => {
    descriptions.serve(next());
    const { update, propose, opened } = await run();
    expect([update.exit, propose?.exit], update.said + propose?.said).toEqual([0, 0]);
    const title = `Follow Pinterest API ${VERSION}`;
    expect(opened).toMatchObject({ branch: "spec-update", title, "commit-message": title });
    const { body = "" } = opened ?? {};
    expect(body).toMatch(
      /^# Pinterest API 5\.\d+\.\d+ to 5\.29\.0\n\nProposed version bump: \*\*major\*\*\. /,
    );
    expect(body).toMatch(/### Breaking\n\n[\s\S]*\*\*delivery-metrics\*\*: removed/);
    expect(body).toMatch(
      /`only-when-mood`: new rule: mood is only allowed when granularity is DAY|- new: \*\*report\*\* `only-when-mood`/,
    );
    expect(body).toMatch(
      /### Left out\n\nThe client does not contain these\.\n\n- delivery.*get: .*cookie/,
    );
    expect(body).toMatch(/`mood`: new: SUNNY or RAINY, optional[\s\S]*\nAll tests pass\.\n$/);
    const files = clone.git("diff", "--name-only", "main", "origin/spec-update").split("\n");
    const entry = `.changeset/breaking-pinterest-${VERSION}.md`;
    expect(files).toEqual(
      expect.arrayContaining([
        entry,
        "docs/api-made-up.md",
        "package.json",
        "spec/contract.yaml",
        "spec/source.yaml",
      ]),
    );
    // Only paths that the action may commit have changed, including those of the omitted call.
    expect(clone.git("status", "--porcelain").split("\n")).toHaveLength(files.length);
    expect(files.some((file) => file.startsWith("generated/operations/delivery-metrics/"))).toBe(
      true,
    );
    const show = (path: string): string => clone.git("show", `origin/spec-update:${path}`);
    expect(show("generated/report/schema.ts")).toContain('"SUNNY"');
    expect(show("package.json")).toContain(`"description": "${VERSION}"`);
    expect(show(entry)).toMatch(
      /^---\n"pinterest-reports": minor\n---\n\nGenerated from Pinterest API 5\.29\.0, previously 5\.\d+\.\d+\.\n\n[\s\S]*mood/,
    );
  });

  it("lists the decisions to make, and commits no file, if generation stops", async () => {
    // Two requirements. One produces a rule that is only proposed until a person accepts it. The
    // other has wording that the generator does not understand, with characters that must not
    // become markup.
    const odd = "Must not be a Sunday in the month of Atlantis; see @everyone and ```.";
    const text = nextOf((operation, document) => {
      // Without `x-contract`, a contract is treated as a description, so its prose is read.
      delete document["x-contract"];
      operation("analytics/create_mmm_report").description =
        "The time between start_date and end_date cannot exceed 9 days.";
      Object.assign(
        document.components.schemas.AdsAnalyticsCreateAsyncRequest?.properties.start_date ?? {},
        {
          description: `A date. ${odd}`,
        },
      );
    });
    descriptions.serve(text);
    const { update, propose, opened } = await run();
    expect([update.exit, propose?.exit], update.said + propose?.said).toEqual([0, 0]);
    expect(opened?.title).toBe("Pinterest's description has changed: decisions needed");
    expect(opened?.body).toMatch(
      /^The generator stops here\.[\s\S]*## Decide before merging\n\n\*\*1\*\*\n\n[\s\S]*````text\na sentence states a requirement that is not understood\n[\s\S]*Atlantis/,
    );
    expect(opened?.body).toMatch(
      /```text\na sentence has unfamiliar wording, and a rule is proposed\n[\s\S]*rules\.yaml +- \{ operation: analytics\/create_mmm_report, id: max-range, /,
    );
    expect(clone.git("diff", "--stat", "main", "origin/spec-update")).toBe("");
    expect(clone.git("log", "--format=%an %s", "main..origin/spec-update")).toBe(
      "github-actions[bot] Decisions to take",
    );
  });

  it("fails, and proposes nothing, if the download is interrupted", async () => {
    descriptions.serve(`${next()} `);
    descriptions.break("truncated");
    const { update, propose } = await run();
    descriptions.break(null);
    expect([update.exit, propose, update.said]).toEqual([
      1,
      null,
      expect.stringContaining("nothing was changed"),
    ]);
    expect(clone.git("status", "--porcelain")).toBe("");
  });

  it("fails if uncommitted files would become part of the proposal", async () => {
    clone.write("runtime/made-up.ts", "");
    const { exit, said } = await clone.workflowScript("update.ts", ["--from", descriptions.url]);
    expect([exit, said]).toEqual([
      1,
      expect.stringMatching(/uncommitted changes[\s\S]*runtime\/made-up\.ts/),
    ]);
  });

  it("proposes nothing if there is no newer version, after a single request", async () => {
    clone.git("reset", "--quiet", "--hard", "origin/main");
    clone.git("clean", "--quiet", "--force", "-d");
    descriptions.serve(nextOf(() => {}));
    const { exit, said } = await clone.script("pull", [descriptions.url]);
    expect(exit, said).toBe(0);
    clone.land("Follow it");
    descriptions.log();
    const { update, propose } = await run();
    expect([update.exit, propose, update.said]).toEqual([
      0,
      null,
      expect.stringContaining("nothing new"),
    ]);
    expect(descriptions.log()).toEqual(["GET /files/openapi.yaml if-none-match -> 304"]);
  });
});
