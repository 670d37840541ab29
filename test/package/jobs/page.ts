import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROGRAMS = fileURLToPath(new URL("../../system/jobs", import.meta.url));
export const PAGE = fileURLToPath(new URL("../../../docs/jobs.md", import.meta.url));

/** A job of a user, the files that do it, and what its test shows of the result. */
export interface Job {
  readonly name: string;
  readonly files: readonly string[];
  readonly shows: string;
}

export const JOBS: readonly Job[] = [
  {
    name: "first report",
    files: ["first-report.ts"],
    shows: "prints every row of the server's file, in its order, with the zeros that the file omits",
  },
  {
    name: "nightly",
    files: ["nightly.sh", "nightly.json"],
    shows:
      "300 accounts, of which 10 are refused and one is slow; the process is killed midway and the command is run again: the Parquet file has every row of the 290 other accounts once, with zeros, no report that the journal knows is created twice, and the summary names the 10",
  },
  {
    name: "warehouse",
    files: ["warehouse/sync.yaml", "warehouse/every-morning.sh"],
    shows:
      "two tables of 12 accounts; the process is killed midway and the command is run again: each day of each account has every cell of the server's reports once; then the server has other figures for the same days, among them none: after the next run so have the tables, but for the day that is final",
  },
  {
    name: "backfill",
    files: ["backfill.ts"],
    shows: "the planner splits two years into requests that together have every day once; the files have every row of the server's reports",
  },
  {
    name: "form",
    files: ["form.ts"],
    shows:
      "levels, granularities and labelled columns are offered by values of the package; a wrong entry comes back with its field and message, as text, and sends nothing; a right one runs the report; a report that is refused is answered with the message, and the next one runs",
  },
  {
    name: "own client",
    files: ["own-client/flows.yaml", "own-client/generate.sh", "own-client/campaigns.ts"],
    shows:
      "generates a client for three calls from Pinterest's description, which compiles; creates a campaign, uploads a video and waits until it is ready; the server has received both",
  },
  {
    name: "command-line session",
    files: ["session.sh", "typo.json"],
    shows:
      "checks the token, lists accounts, finds a misspelt column and suggests the right one, and writes a week as CSV and 400 days as NDJSON, row by row as the server has them",
  },
  {
    name: "consumer's own test",
    files: ["spend.ts", "spend-test.ts"],
    shows:
      "a test of code that uses the package, with an interrupted download and an expired link: it passes, and fails when the code is broken",
  },
  {
    name: "dashboard",
    files: ["dashboard.ts"],
    shows:
      "an HTML table with a line for each campaign and totals that equal the sums of the server's data; names of campaigns cannot become markup",
  },
];

/** Lines of a program or a body without blank lines and comments. */
export function linesOf(text: string): number {
  return text.split("\n").filter((line) => line.trim() !== "" && !/^\s*(\/\/|#|\/\*\*.*\*\/$)/.test(line)).length;
}

/** All files of the jobs, by path below their folder. */
export function programs(folder: string = PROGRAMS, below = ""): readonly string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? programs(join(folder, entry.name), `${below}${entry.name}/`) : [`${below}${entry.name}`],
  );
}

/** The page with the table of jobs. */
export function jobsPage(): string {
  const rows = JOBS.map(({ name, files, shows }) => {
    const counts = files.map((file) => `[${file}](../test/system/jobs/${file}) ${linesOf(readFileSync(join(PROGRAMS, file), "utf8"))}`);
    return `| ${name} | ${counts.join(", ")} | ${shows} |`;
  });
  return `# Jobs

What a user does with the package, as programs: each is run by [a test](../test/package/jobs/jobs.test.ts) against the packed package and against
the fake server on 127.0.0.1 in another process, and its result is compared with the server's own data. The number after a file is its lines of code,
without blank lines and comments. \`npm run jobs\` writes this page.

| job | files and lines | what the test shows |
|---|---|---|
${rows.join("\n")}
`;
}
