import type { TestProject } from "vitest/node";
import { HOUR_MS } from "./hour.js";

declare module "vitest" {
  interface ProvidedContext {
    /** When the long tests began, in milliseconds since 1970. */
    readonly begun: number;
  }
}

/** Ends the long tests after an hour. */
export default function setup(project: TestProject): () => void {
  project.provide("begun", Date.now());
  const timer = setTimeout(() => {
    console.error("an hour is over: the proofs that are left did not run");
    process.exit(1);
  }, HOUR_MS);
  return () => clearTimeout(timer);
}
