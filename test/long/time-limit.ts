import type { TestProject } from "vitest/node";
import { LIMIT_MS, MINUTE_MS } from "./time-shares.js";

declare module "vitest" {
  interface ProvidedContext {
    /** When the long tests began, in milliseconds since 1970. */
    readonly begun: number;
  }
}

/** Ends the long tests when their time is over. */
export default function setup(project: TestProject): () => void {
  project.provide("begun", Date.now());
  const timer = setTimeout(() => {
    console.error(`${LIMIT_MS / MINUTE_MS} minutes are over: the remaining tests did not run`);
    process.exit(1);
  }, LIMIT_MS);
  return () => clearTimeout(timer);
}
