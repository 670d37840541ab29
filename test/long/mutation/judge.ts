// A process that keeps a vitest server, for all that it has transformed stays so: it is told which
// mutant is active and which files judge it.

import { createVitest, type TestSequencer } from "vitest/node";

/** What is to be run. */
export interface Question {
  readonly mutant: string;
  readonly hits: number;
  readonly tests: readonly string[];
  /** Where the mutants that are reached are written to, with nothing active. */
  readonly coverage: string;
}

/** What came of it. */
export interface Verdict {
  readonly passed: boolean;
  /** The first test that failed. */
  readonly by: string;
  /** Whether it, or a hook, failed by its timeout. */
  readonly timedOut: boolean;
}

/** Keeps the order that is asked for: the fastest first, for one that fails is enough. */
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
    // A mutant is judged by all that a test tries, unless that would take hours.
    env: { TEST_EFFORT: process.env.TEST_EFFORT ?? "all" },
    unstubEnvs: true,
    maxWorkers: 1,
    bail: 1,
    sequence: { sequencer: AsAsked },
    // Instrumented sources on a busy machine are slow: fate.ts decides what a timeout proves. What
    // blocks the thread is ended from outside.
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
  // vitest answers with all that it ever ran: a file that failed under an earlier mutant must not
  // count against this one.
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
// Of a driver that is gone: its workers go with it.
process.on("disconnect", () => process.kill(-process.pid, "SIGKILL"));
process.send?.("ready");
