/**
 * Sources whose mutants are judged together, and their tests. The tests must not need the
 * transpiled copy of the repository.
 */
export interface Group {
  /** Paths from the repository's root. A folder stands for all of its sources. */
  readonly sources: readonly string[];
  readonly tests: readonly string[];
}

const runtime = (names: string): readonly string[] =>
  names.split(" ").map((name) => `runtime/${name}.ts`);
const tests = (folder: string, names: string): readonly string[] =>
  names.split(" ").map((name) => `test/${folder}/${name}.test.ts`);

export const GROUPS: Readonly<Record<string, Group>> = {
  rules: {
    sources: ["generator/rules/"],
    tests: [
      "test/unit/rules/",
      ...tests("unit/export", "edges notations"),
      ...tests("unit/parse", "schemas annotations"),
      ...tests("unit/lower", "problems"),
      ...tests("unit/scenarios", "scenarios"),
      ...tests("unit/planner", "made-up"),
    ],
  },
  lower: {
    sources: ["generator/lower/"],
    tests: [
      ...tests("unit/lower", "components constraints forms headers known-columns linear mapping"),
      ...tests("unit/lower", "named-schemas names pages"),
      ...tests("unit/lower", "parts pattern-language problems report report-parameters request"),
      ...tests("unit/lower", "schema security server stated-rules"),
      ...tests("unit/scenarios", "scenarios"),
      ...tests("unit/calls", "bodies offers"),
      ...tests("unit/emit", "dialects responses"),
    ],
  },
  prose: {
    sources: ["generator/prose/"],
    tests: [
      "test/unit/prose/",
      // Needs PINTEREST_SPECS.
      ...tests(
        "system/prose",
        "every-sentence labelled-rules mutations new-sentences one-reading placed remembered versions",
      ),
      ...tests("unit/scenarios", "scenarios"),
    ],
  },
  retry: {
    sources: runtime("http/retry"),
    tests: [
      ...tests("unit/http", "retry limiter"),
      ...tests("unit/client", "responses create run poll"),
      ...tests("unit/batch", "outage"),
      ...tests("unit/auth", "oauth"),
    ],
  },
  poll: {
    sources: runtime("client/poll clock"),
    tests: [
      ...tests("unit/client", "clock poll poll-steps poll-share abort options"),
      ...tests("unit/batch", "run-all run-all-stop outage"),
    ],
  },
  limiter: {
    sources: runtime("http/rate-limiter http/rate-limit"),
    tests: [
      ...tests("unit/http", "rate-limit limiter learned-limits retry"),
      ...tests("system/batch", "many-accounts"),
      ...tests("unit/batch", "run-all"),
    ],
  },
  rows: {
    sources: ["runtime/rows/"],
    tests: [
      ...tests("unit/rows", "rows row-parts columns event-loop"),
      ...tests("unit/validation", "money"),
      ...tests("unit/client", "guaranteed-columns report-data"),
    ],
  },
  planner: {
    sources: ["runtime/planner/"],
    tests: [...tests("unit/planner", "examples lists made-up parts operations properties")],
  },
  tables: {
    sources: ["runtime/tables/"],
    tests: [...tests("unit/tables", "describe create-table"), ...tests("unit/writers", "parquet")],
  },
  sync: {
    sources: ["runtime/sync/"],
    tests: ["test/unit/sync/", ...tests("system/sync", "folder-target duckdb postgres")],
  },
  shared: {
    sources: ["runtime/shared-state/"],
    tests: [
      "test/unit/shared-state/",
      ...tests("unit/client", "connection-secrets"),
      ...tests("system/shared-state", "redis redis-scripts"),
    ],
  },
  jobs: {
    sources: ["runtime/jobs/"],
    tests: ["test/unit/jobs/"],
  },
  oauth: {
    sources: ["runtime/auth/"],
    tests: [
      ...tests("unit/auth", "oauth oauth-call oauth-code tokens token-source token-store"),
      ...tests("unit/client", "environment secrets"),
      ...tests("system/client", "polluted-objects"),
    ],
  },
  download: {
    sources: ["runtime/download/", "runtime/http/url-policy.ts"],
    tests: [
      ...tests("unit/download", "download download-part download-steps"),
      ...tests("unit/http", "link foreign-fetch"),
      ...tests("system/download", "save whole"),
      ...tests("unit/client", "run options abort secrets"),
      "test/long/mutation/transfers.test.ts",
    ],
  },
};
