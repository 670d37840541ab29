import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const here = (path: string) => new URL(path, import.meta.url).pathname;

// No dist/ is needed to test: the package's own name means its sources, as in tsconfig.json.
export const resolve = {
  alias: [
    { find: /^pinterest-reports$/, replacement: here("generated/index.ts") },
    { find: /^pinterest-reports\/support$/, replacement: here("runtime/support.ts") },
    { find: "pinterest-reports/sync/duckdb", replacement: here("generated/sync-duckdb.ts") },
    { find: "pinterest-reports/redis", replacement: here("runtime/shared-state/redis.ts") },
    { find: "pinterest-reports/sync/postgres", replacement: here("generated/sync-postgres.ts") },
    { find: "pinterest-reports/sync/s3", replacement: here("generated/sync-s3.ts") },
    {
      find: /^pinterest-reports\/((?:validators\/)?[\w-]+)$/,
      replacement: here("generated/$1.ts"),
    },
  ],
};

/**
 * Runs the tests of forms first. They need another environment, for which a worker is replaced by a
 * new one: later, that worker would have loaded all sources, and another one would load them again.
 */
class FormsFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.toSorted(
      (one, other) =>
        Number(other.moduleId.endsWith(".tsx")) - Number(one.moduleId.endsWith(".tsx")),
    );
  }
}

export default defineConfig(({ mode }) => ({
  resolve,
  test: {
    // Read by test/support/effort.ts.
    env: {
      NODE_ENV: "test",
      TEST_EFFORT: process.env.TEST_EFFORT ?? (mode === "all" ? "all" : "some"),
    },
    // Programs are started, packed and compiled here: a busy machine is no fault.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // More garbage per collection: a tenth of the time went into collecting it.
    execArgv: [
      "--max-semi-space-size=64",
      // Node 20 then looks less often for code to optimize, for which most tests are too short: a
      // seventh less processor time. Newer ones have no such flag.
      ...(process.version.startsWith("v20.") ? ["--interrupt-budget=1000000"] : []),
    ],
    // One more than there are processors, since many a test waits for a program or a time. Each
    // loads all sources, ten seconds of a processor.
    maxWorkers: availableParallelism() + 1,
    // Tests that are marked as concurrent mostly wait, for a time or a server.
    maxConcurrency: 16,
    // Loading the sources anew for each file would take a fifth of the time. No file may leave
    // behind what another would see.
    isolate: false,
    setupFiles: here("test/support/after-file.ts"),
    sequence: { sequencer: FormsFirst },
    unstubEnvs: true,
    // By its place: other compilers are installed for test/system/types, and each of them would
    // like to be `tsc`.
    typecheck: {
      include: ["test/unit/**/*.test-d.ts"],
      tsconfig: "test/tsconfig.json",
      checker: here("node_modules/typescript-7/bin/tsc"),
    },
    // Each has the mode once more, because this function is called once more for each, with that
    // project's mode.
    projects: [
      // `npm test`: quick tests, without a process, a compiler, a browser or a copy of the repository;
      // test/unit/house/places.test.ts holds it to that.
      {
        extends: true,
        mode,
        test: {
          name: "unit",
          include: ["test/unit/**/*.test.ts", "docs/examples/**/*.test.{ts,tsx}"],
        },
      },
      {
        extends: true,
        mode,
        test: {
          name: "system",
          include: ["test/system/**/*.test.ts"],
          // The type tests in test/unit, which need a compiler.
          typecheck: { enabled: true },
          globalSetup: "test/support/transpiled.ts",
        },
      },
      // The package is built and packed once for the whole folder, and only when one of its files
      // is run.
      {
        extends: true,
        mode,
        test: {
          name: "package",
          include: ["test/package/**/*.test.ts"],
          globalSetup: "test/package/pack-once.ts",
        },
      },
    ],
  },
}));
