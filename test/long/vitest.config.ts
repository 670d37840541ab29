import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { resolve } from "../../vitest.config.js";
import { PARTS } from "./time-shares.js";

const placeOf = ({ moduleId }: TestSpecification): number =>
  PARTS.findIndex((part) => moduleId.replaceAll("\\", "/").endsWith(part));

/** In the order of their time budgets, not of their last durations. */
class InOrder extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((one, other) => placeOf(one) - placeOf(other));
  }
}

/** The long tests, which `npm test` leaves out. LONG_SEED draws the cases. */
export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  resolve,
  test: {
    include: [...PARTS],
    setupFiles: ["test/long/share.ts", "test/support/after-file.ts"],
    // Number of report files for each way of reading rows; see test/long/identity.test.ts.
    env: { REPORT_FILES: "10000", TEST_EFFORT: "all" },
    fileParallelism: false,
    maxConcurrency: 2,
    sequence: { sequencer: InOrder },
    reporters: ["verbose"],
    globalSetup: ["test/support/transpiled.ts", "test/long/time-limit.ts"],
  },
});
