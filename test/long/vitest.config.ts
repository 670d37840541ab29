import { defineConfig } from "vitest/config";

/** The proofs that take long, which `npm test` leaves out. */
export default defineConfig({
  root: new URL("../../", import.meta.url).pathname,
  test: { include: ["test/long/**/*.test.ts"], fileParallelism: false, maxConcurrency: 2 },
});
