// A process with a vitest server, which caches transformed files. It receives the active mutant and
// the test files that judge it.

import { createVitest, type TestSequencer } from "vitest/node";

/** What to run. */
export interface Question {
  readonly mutant: string;
  readonly hits: number;
  readonly tests: readonly string[];
  /** The file in which a run without an active mutant records the reached mutants. */
  readonly coverage: string;
}

/** The result. */
export interface Verdict {
  readonly passed: boolean;
  /** The first test that failed. */
  readonly by: string;
  /** Whether the test or a hook timed out. */
  readonly timedOut: boolean;
}

/** Keeps the requested order: the fastest first, because one failure is enough. */
class AsAsked implements TestSequencer {
  sort<Files>(files: Files): Files {
    return files;
  }

  shard<Files>(files: Files): Files {
    return files;
  }
}

const folder = process.argv[2] ?? "";
const here = (path: string): string => `${folder}/${path}`;

const vitest = await createVitest(
  "test",
  {
    root: folder,
    config: false,
    watch: false,
    include: ["test/**/*.test.ts"],
    setupFiles: [here("test/long/mutation/setup.ts")],
    isolate: false,
    // Every case of a test judges a mutant, unless that would take hours.
    env: { TEST_EFFORT: process.env.TEST_EFFORT ?? "all" },
    unstubEnvs: true,
    maxWorkers: 1,
    bail: 1,
    sequence: { sequencer: AsAsked },
    // Instrumented sources are slow on a busy machine, so fate.ts decides what a timeout proves. A
    // blocked thread is killed by the parent process.
    testTimeout: 150_000,
    hookTimeout: 150_000,
    reporters: [{}],
  },
  {
    resolve: {
      alias: [
        { find: /^pinterest-reports$/, replacement: here("generated/index.ts") },
        { find: /^pinterest-reports\/support$/, replacement: here("runtime/support.ts") },
        { find: /^pinterest-reports\/([\w-]+)$/, replacement: here("generated/$1.ts") },
      ],
    },
  },
);
await vitest.standalone();

process.on("message", async ({ mutant, hits, tests, coverage }: Question) => {
  Object.assign(process.env, {
    MUTANT: mutant,
    MUTANT_HITS: String(hits),
    MUTANT_COVERAGE: coverage,
  });
  const project = vitest.getRootProject();
  const paths = tests.map(here);
  // vitest returns every file that it has ever run. A file that failed for an earlier mutant must
  // not count for this one.
  vitest.state.clearFiles(project, paths);
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(
    paths.map((path) => project.createSpecification(path)),
  );
  const bad = testModules.find((module) => paths.includes(module.moduleId) && !module.ok());
  const test = bad && [...bad.children.allTests()].find((one) => one.result().state === "failed");
  const passed = bad === undefined && unhandledErrors.length === 0;
  const by =
    bad === undefined
      ? String(unhandledErrors[0] ?? "")
      : `${bad.relativeModuleId}: ${test?.fullName ?? "it does not load"}`;
  const suites = bad === undefined ? [] : [bad, ...bad.children.allSuites()];
  const errors = [...suites.flatMap((suite) => suite.errors()), ...(test?.result().errors ?? [])];
  const timedOut = errors.some(({ message }) => /timed out in \d+ms/.test(message));
  process.send?.({ passed, by, timedOut } satisfies Verdict);
});
// Exits with its parent process, and kills its workers.
process.on("disconnect", () => process.kill(-process.pid, "SIGKILL"));
process.send?.("ready");
