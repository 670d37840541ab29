import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { run } from "./command.ts";

/**
 * Maximum number of failures that are listed. A contract without one of the reports fails hundreds.
 */
const MOST_NAMED = 100;

interface Outcome {
  readonly testResults: readonly {
    /** The file's absolute path. */
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

/**
 * Runs the tests, and lists the failed ones by file and name. Null if all pass. Messages are in the
 * log only: their times, paths and ports would change the pull request every day.
 */
export function failuresOf(tests: readonly string[], folder = process.cwd()): string | null {
  const at = mkdtempSync(join(tmpdir(), "tests-"));
  try {
    const file = join(at, "outcome.json");
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
    const { exit } = run(["npm", "run", "test:all", "--", ...tests, ...reporters], {
      folder,
      env: { NO_COLOR: "1" },
    });
    if (exit === 0) return null;
    const failed = existsSync(file) ? failedIn(JSON.parse(readFileSync(file, "utf8")), folder) : [];
    if (failed.length === 0) return `npm run test:all ended with ${exit}, but no test failed`;
    const more = failed.length > MOST_NAMED ? [`… and ${failed.length - MOST_NAMED} more`] : [];
    return [...failed.slice(0, MOST_NAMED), ...more].join("\n");
  } finally {
    rmSync(at, { recursive: true });
  }
}

function failedIn({ testResults }: Outcome, folder: string): readonly string[] {
  const lines = testResults.flatMap(({ name, status, assertionResults }) => {
    const file = relative(folder, name).replaceAll("\\", "/");
    const failed = assertionResults
      .filter((test) => test.status === "failed")
      .map(({ fullName }) => `${file}: ${fullName}`);
    // If a file does not load or its setup fails, there is no failed test to name.
    return status === "failed" && failed.length === 0 ? [`${file}: the file itself`] : failed;
  });
  return [...new Set(lines)].sort();
}
