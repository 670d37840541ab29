import { defineConfig } from "vitest/config";
import { resolve } from "../../vitest.config.js";

/**
 * Runs the third-party judges, which are not part of `npm test`. They are installed into a
 * temporary folder for the run.
 */
export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  resolve,
  test: {
    include: ["test/judges/**/*.test.ts"],
    maxWorkers: 2,
    testTimeout: 300_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    globalSetup: ["test/support/transpiled.ts", "test/judges/install.ts"],
  },
});
