// Asks the registry for known advisories about the packages in the lock files: npx tsx
// .github/scripts/advisories.ts [<folder> …]. Fails on any advisory about packages that consumers
// install, and on serious ones about packages for building and testing. Advisories about packages
// for benchmarks are only printed. If the registry does not respond, prints a message and does not
// fail.
import { main, run, say } from "./command.ts";

const FOLDERS = [".", "test/runtimes/locked", "test/judges/locked"];
const BENCHMARKS = "bench";
const SERIOUS = ["high", "critical"];

interface Report {
  readonly message?: string;
  readonly error?: { readonly summary?: string };
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly severity: string; readonly range: string }>
  >;
}

await main(() => {
  const given = process.argv.slice(2);
  const found = (given.length > 0 ? given : [...FOLDERS, BENCHMARKS]).flatMap((folder) => {
    if (folder === BENCHMARKS) {
      for (const line of new Set(advisoriesOf(folder, [])?.map((advisory) => advisory.line)))
        say(`${line} (benchmarks only)`);
      return [];
    }
    const consumers = advisoriesOf(folder, ["--omit=dev"]);
    const all = consumers === null ? null : advisoriesOf(folder, []);
    if (consumers === null || all === null) return [];
    const fatal = [...consumers, ...all.filter(({ severity }) => SERIOUS.includes(severity))].map(
      ({ line }) => line,
    );
    for (const { line } of all) if (!fatal.includes(line)) say(line);
    return fatal;
  });
  for (const line of new Set(found)) say(line);
  return found.length > 0 ? 1 : 0;
});

interface Advisory {
  readonly severity: string;
  readonly line: string;
}

/**
 * The advisories about the packages in a lock file. If the registry does not respond, prints a
 * message and returns null.
 */
function advisoriesOf(folder: string, flags: readonly string[]): readonly Advisory[] | null {
  const { stdout } = run(["npm", "audit", "--package-lock-only", "--json", ...flags], {
    quietly: true,
    folder,
  });
  const report = parsed(stdout);
  const { vulnerabilities } = report;
  if (vulnerabilities === undefined) {
    const why = (report.error?.summary || report.message || "no answer")
      .split("\n")[0]
      ?.replace(/https?:\S+/g, "its address");
    process.stdout.write(`advisories skipped: could not check ${folder}: ${why}\n`);
    return null;
  }
  return Object.entries(vulnerabilities).map(([name, { severity, range }]) => ({
    severity,
    line: `advisory  ${name} ${range}: ${severity}`,
  }));
}

function parsed(text: string): Report {
  try {
    return JSON.parse(text) as Report;
  } catch {
    return {};
  }
}
