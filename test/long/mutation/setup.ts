import { appendFileSync } from "node:fs";
import { afterAll } from "vitest";

interface Stryker {
  activeMutant?: string;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { readonly static: Readonly<Record<string, number>> };
}

// The instrumented sources read this global: the active mutant, and how often it may be reached
// before it counts as endless.
const global = globalThis as { __stryker__?: Stryker };
const { MUTANT, MUTANT_HITS, MUTANT_COVERAGE } = process.env;
global.__stryker__ ??= {
  ...(MUTANT && { activeMutant: MUTANT, hitCount: 0, hitLimit: Number(MUTANT_HITS) }),
};

if (MUTANT_COVERAGE) {
  afterAll(() => {
    const reached = global.__stryker__?.mutantCoverage?.static ?? {};
    appendFileSync(MUTANT_COVERAGE, `${JSON.stringify(reached)}\n`);
  });
}
