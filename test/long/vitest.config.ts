import { defineConfig } from "vitest/config";
import base from "../../vitest.config.js";

/** The proofs that take long, which `npm test` leaves out; LONG_SEED draws the cases. */
export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  ...(base.resolve && { resolve: base.resolve }),
  test: {
    include: ["test/long/**/*.test.ts"],
    fileParallelism: false,
    maxConcurrency: 2,
    globalSetup: ["test/transpiled.ts", "test/long/an-hour.ts"],
  },
});
