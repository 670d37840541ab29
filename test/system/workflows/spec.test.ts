import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { type DescriptionServer, descriptionServer } from "../../support/description-server.js";
import { descriptionText, versions } from "../../support/descriptions.js";
import { artifacts, type Done, holds, runJob, type Step } from "./job.js";
import { type PullRequestsServer, pullRequestsServer } from "./pull-requests-server.js";
import { type Clone, scratchClone } from "./scratch-clone.js";

const ROOT = new URL("../../../", import.meta.url);

interface Job {
  readonly if?: string;
  readonly needs?: string;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps: readonly Step[];
}

const { jobs } = parse(readFileSync(new URL(".github/workflows/spec.yml", ROOT), "utf8")) as {
  readonly jobs: Readonly<Record<"follow" | "propose", Job>>;
};

/** A few of the tests: what is tried here is the workflow, and all of them take minutes. */
const TESTS = "vitest run test/unit/parse/rows.test.ts test/unit/rules/max-range.test.ts --typecheck.enabled=false";

// Both jobs of .github/workflows/spec.yml, step by step as the file has them. What is not of this machine stands on 127.0.0.1: the description, the
// host's API, and a bare repository as origin. `npm ci` alone is not run: the packages are linked.
function workflow(): {
  readonly clone: Clone;
  readonly descriptions: DescriptionServer;
  readonly host: PullRequestsServer;
  begin(text?: string): Promise<void>;
  run(): Promise<{ readonly follow: Done; readonly propose: Done | null }>;
  end(): Promise<void>;
} {
  let [clone, descriptions, host]: [Clone?, DescriptionServer?, PullRequestsServer?] = [];
  const given = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error("the workflow has not begun");
    return thing;
  };
  return {
    get clone() {
      return given(clone);
    },
    get descriptions() {
      return given(descriptions);
    },
    get host() {
      return given(host);
    },
    async begin(text) {
      [descriptions, host] = await Promise.all([descriptionServer(), pullRequestsServer()]);
      clone = scratchClone();
      const manifest = JSON.parse(clone.read("package.json"));
      clone.write("package.json", `${JSON.stringify({ ...manifest, scripts: { ...manifest.scripts, test: TESTS } }, null, 2)}\n`);
      if (text !== undefined) {
        // What a later contract remembers must not be known yet.
        for (const name of ["contract.yaml", "source.yaml"]) rmSync(join(clone.folder, "spec", name));
        descriptions.serve(text);
        for (const args of [["pull", descriptions.url], ["generate"]] as const) {
          const { exit, said } = await clone.script(args[0], args.slice(1));
          expect(exit, said).toBe(0);
        }
      }
      clone.land("Begin here");
    },
    async run() {
      const { folder, origin } = given(clone);
      const handed = artifacts();
      const nothing = (): void => {};
      const follow = await runJob(jobs.follow.steps, {
        folder,
        env: given(host).env,
        instead: { PINTEREST_DESCRIPTION: given(descriptions).url },
        prepared: ["npm ci"],
        actions: { "actions/checkout": nothing, "actions/setup-node": nothing, "actions/upload-artifact": handed.up(folder) },
      });
      const outputs = {
        follow: Object.fromEntries(Object.keys(jobs.follow.outputs ?? {}).map((name) => [name, follow.outputs.drift?.[name] ?? ""])),
      };
      if (follow.exit !== 0 || !holds(jobs.propose.if ?? "", outputs)) return { follow, propose: null };
      // Another machine, on which nothing is installed.
      const fresh = join(mkdtempSync(join(tmpdir(), "propose-")), "repository");
      execFileSync("git", ["clone", "--quiet", origin, fresh]);
      const propose = await runJob(jobs.propose.steps, {
        folder: fresh,
        env: given(host).env,
        actions: { "actions/checkout": nothing, "actions/setup-node": nothing, "actions/download-artifact": handed.down(fresh) },
      });
      return { follow, propose };
    },
    async end() {
      await Promise.all([descriptions?.close(), host?.close()]);
    },
  };
}

describe("the spec workflow when a made-up 5.29.0 is published", () => {
  const spec = workflow();
  const NEXT = "5.29.0";

  /** The contract that is here, edited as an owner of the API might: it needs no description to be there. */
  function nextOf(contract: string): string {
    const document = parse(contract);
    document.info.version = NEXT;
    const create = document.paths["/ad_accounts/{ad_account_id}/reports"].post;
    // An optional field more, a rule more, and a call that needs a cookie, which no client sends.
    const mood = { properties: { mood: { type: "string", enum: ["SUNNY", "RAINY"] } } };
    const media = create.requestBody.content["application/json"];
    media.schema = { allOf: [media.schema, mood] };
    create["x-rules"].push({
      id: "only-when-mood",
      kind: "only-when",
      when: [{ field: "granularity", is: ["DAY"] }],
      field: "mood",
      sources: [{ at: "#/paths/~1ad_accounts~1{ad_account_id}~1reports/post/description", fingerprint: "0123456789abcdef" }],
    });
    const [metrics] = Object.values<Record<string, { operationId?: string; parameters?: unknown[] }>>(document.paths)
      .flatMap((item) => Object.values(item))
      .filter(({ operationId }) => operationId === "delivery_metrics/get");
    metrics?.parameters?.push({ name: "session", in: "cookie", required: true, schema: { type: "string" } });
    return JSON.stringify(document);
  }

  beforeAll(() => spec.begin(), 120_000);
  afterAll(() => spec.end());

  it("opens one pull request that says what breaks, which rules are new and what was left out", async () => {
    spec.descriptions.serve(nextOf(spec.clone.read("spec/contract.yaml")));
    const { follow, propose } = await spec.run();
    expect([follow.exit, propose?.exit], follow.said + propose?.said).toEqual([0, 0]);
    expect(propose?.said).toMatch(/^branch spec-update: pushed$/m);
    expect(spec.host.open).toMatchObject([{ title: `Follow Pinterest API ${NEXT}`, head: "spec-update", base: "main" }]);
    const body = spec.host.open[0]?.body ?? "";
    expect(body).toMatch(/^Proposed step: \*\*major\*\*\. /);
    expect(body).toMatch(/### Breaking\n\n[\s\S]*\*\*delivery-metrics\*\*: gone/);
    expect(body).toMatch(/`only-when-mood`: new rule: mood is only allowed when granularity is DAY|- new: \*\*report\*\* `only-when-mood`/);
    expect(body).toMatch(/### Left out\n\nNot in the client\.\n\n- delivery.*get: .*cookie/);
    expect(body).toMatch(/`mood`: new: SUNNY or RAINY, optional[\s\S]*\nAll tests pass\.\n$/);
    const files = spec.clone.git("ls-tree", "-r", "--name-only", "spec-update").split("\n");
    expect(files).toContain(`.changeset/pinterest-${NEXT}.md`);
    expect(spec.clone.git("show", "spec-update:generated/report/types.ts")).toContain('"SUNNY"');
    expect(spec.clone.git("ls-remote", "--heads", "origin")).toContain("refs/heads/spec-update");
    expect([spec.clone.git("rev-parse", "--abbrev-ref", "HEAD"), spec.clone.git("status", "--porcelain")]).toEqual(["main", ""]);
  }, 300_000);

  it("changes nothing the next day", async () => {
    const before = spec.clone.git("ls-remote", "origin");
    const { follow, propose } = await spec.run();
    expect(follow.exit, follow.said).toBe(0);
    expect(propose?.said).toContain("pull request 1 is as it was");
    expect(spec.clone.git("ls-remote", "origin")).toBe(before);
  }, 300_000);

  it("has nothing to propose once that is merged, and asks for no more than whether there is anything newer", async () => {
    spec.clone.git("merge", "--quiet", "--ff-only", "spec-update");
    spec.clone.git("push", "--quiet", "origin", "main");
    spec.descriptions.log();
    const { follow, propose } = await spec.run();
    expect([follow.exit, propose, follow.said]).toEqual([0, null, expect.stringContaining("nothing new")]);
    expect(spec.descriptions.log()).toEqual(["GET /files/openapi.yaml if-none-match -> 304"]);
  }, 300_000);

  it("fails, and proposes nothing, when the download breaks off", async () => {
    spec.descriptions.serve(`${nextOf(spec.clone.read("spec/contract.yaml"))} `);
    spec.descriptions.break("truncated");
    const { follow, propose } = await spec.run();
    spec.descriptions.break(null);
    expect([follow.exit, propose, follow.said]).toEqual([1, null, expect.stringContaining("nothing was changed")]);
  }, 300_000);
});

const [OLD, NEW] = ["5.23.0", "5.28.0"];
describe.skipIf(!versions.includes(OLD) || !versions.includes(NEW))(`the spec workflow at ${OLD} when ${NEW} is published`, () => {
  const spec = workflow();
  beforeAll(() => spec.begin(descriptionText(OLD)), 300_000);
  afterAll(() => spec.end());

  it("opens a pull request with what it means for consumers", async () => {
    spec.descriptions.serve(descriptionText(NEW));
    const { follow, propose } = await spec.run();
    expect([follow.exit, propose?.exit], follow.said + propose?.said).toEqual([0, 0]);
    expect(spec.host.open).toMatchObject([{ title: `Follow Pinterest API ${NEW}`, head: "spec-update" }]);
    const body = spec.host.open[0]?.body ?? "";
    expect(body).toMatch(/^Proposed step: \*\*\w+\*\*\. /);
    expect(body).toMatch(/`columns`: 13 new columns[\s\S]*\nAll tests pass\.\n$/);
    expect(spec.clone.git("show", "spec-update:package.json")).toContain(`"description": "${NEW}"`);
  }, 300_000);
});
