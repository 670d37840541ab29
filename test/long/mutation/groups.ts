/** Sources whose mutants are judged together, and the test files that judge them: those that need no transpiled copy of the repository. */
export interface Group {
  /** Paths from the repository's root; a folder stands for the sources in it. */
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const runtime = (names: string): readonly string[] => names.split(" ").map((name) => `runtime/${name}.ts`);
const tests = (folder: string, names: string): readonly string[] => names.split(" ").map((name) => `test/${folder}/${name}.test.ts`);

export const GROUPS: Readonly<Record<string, Group>> = {
  rules: {
    sources: ["generator/rules/"],
    tests: [
      "test/rules/",
      ...tests("exports", "edges notations"),
      ...tests("load", "schemas knowledge"),
      ...tests("pipeline", "problems"),
      ...tests("scenarios", "scenarios"),
      ...tests("planner", "made-up"),
    ],
  },
  retry: {
    sources: runtime("retry retry-budget"),
    tests: tests("runtime", "retry answers create run outage limiter oauth poll"),
  },
  poll: {
    sources: runtime("poll poll-share look deadline"),
    tests: tests("runtime", "poll poll-steps poll-share run-all run-all-stop abort options outage"),
  },
  limiter: {
    sources: runtime("limiter limiter-bucket limiter-headers limiter-line"),
    tests: tests("runtime", "limiter learned-limits many-accounts retry run-all"),
  },
  rows: {
    sources: runtime(
      "rows row-reader row-maker row-columns one-by-one json-bytes json-number json-row json-rows json-whole csv-bytes csv-number csv-rows csv-texts",
    ),
    tests: tests("runtime", "rows row-parts columns turns money certain report-data"),
  },
  planner: {
    sources: ["runtime/plan/", "runtime/planner.ts"],
    tests: tests("planner", "examples lists made-up parts operations properties"),
  },
  oauth: {
    sources: runtime("oauth oauth-call oauth-code given-tokens token-store credentials dead-token"),
    tests: tests("runtime", "oauth oauth-call oauth-code tokens token-source token-store secrets polluted-objects"),
  },
  download: {
    sources: runtime(
      "download download-ending download-part download-read download-refusal download-request link file-source gunzip save save-place",
    ),
    tests: [
      ...tests("runtime", "download download-part download-steps link save whole foreign-fetch run options abort secrets"),
      "test/long/mutation/transfers.test.ts",
    ],
  },
};
