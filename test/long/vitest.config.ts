import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { resolve } from "../../vitest.config.js";

const LONGEST = /\/year\.test\.ts$/;

/** Starts with the file that takes longest, so that the others run at the same time. */
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const later = ({ moduleId }: TestSpecification): number => Number(!LONGEST.test(moduleId));
    return (await super.sort(files)).toSorted((one, other) => later(one) - later(other));
  }
}

/** The long tests, which `npm test` does not run. LONG_SEED determines the random cases. */
export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  resolve,
  test: {
    include: ["test/long/*.test.ts"],
    setupFiles: ["test/support/after-file.ts"],
    // The number of report files for each way of reading rows; see test/long/identity.test.ts.
    env: { REPORT_FILES: "10000", TEST_EFFORT: "all" },
    // Many tests spend their time waiting for a server or a process.
    maxWorkers: Math.max(2, availableParallelism()),
    // Ends a test that hangs. On an idle machine, no test takes half as long.
    testTimeout: 2_700_000,
    hookTimeout: 600_000,
    maxConcurrency: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ["verbose"],
    globalSetup: ["test/support/transpiled.ts"],
  },
});
