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
    sources: runtime("http/retry"),
    tests: tests("runtime", "retry answers create run outage limiter oauth poll"),
  },
  poll: {
    sources: runtime("client/poll clock"),
    tests: tests("runtime", "poll poll-steps poll-share run-all run-all-stop abort options outage"),
  },
  limiter: {
    sources: runtime("http/rate-limiter http/rate-limit"),
    tests: tests("runtime", "limiter learned-limits many-accounts retry run-all"),
  },
  rows: {
    sources: ["runtime/rows/"],
    tests: tests("runtime", "rows row-parts columns turns money certain report-data"),
  },
  planner: {
    sources: ["runtime/planner/"],
    tests: tests("planner", "examples lists made-up parts operations properties"),
  },
  oauth: {
    sources: ["runtime/auth/"],
    tests: tests("runtime", "oauth oauth-call oauth-code tokens token-source token-store secrets polluted-objects"),
  },
  download: {
    sources: ["runtime/download/", "runtime/http/url-policy.ts"],
    tests: [
      ...tests("runtime", "download download-part download-steps link save whole foreign-fetch run options abort secrets"),
      "test/long/mutation/transfers.test.ts",
    ],
  },
};
