// Where CPU time and bytes of bundles go, in a base and in the working tree, as flame graphs in text and as tables by module:
// npm run bench:profile -- --base <ref> writes bench/PROFILES.md.
import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { byEsbuild, gzipped } from "../test/package/bundles.js";
import { type Copies, ENTRIES, git, withCopies } from "./copies.js";
import { flameText } from "./flame.js";
import { FLOWS } from "./generators.js";
import { count, markdown } from "./harness.js";
import { COLUMNS, knownColumnsOf, writeReport } from "./rows.js";

const run = promisify(execFile);
const INTERVAL_US = 100;
const PAGE = new URL("PROFILES.md", import.meta.url);
const FILE_BYTES = 20e6;

interface Profiled {
  readonly title: string;
  readonly about: string;
  /** The arguments of Node in a copy. */
  readonly args: (folder: string, home: string) => readonly string[];
}

const specs = process.env.PINTEREST_SPECS;

const PROGRAMS: readonly Profiled[] = [
  {
    title: "generate",
    about: "`generate` by default from 5.23.0, YAML, in a new process: most modules run once, and most functions before they are compiled.",
    args: (_, home) => generateInto(home),
  },
  {
    title: "generate, all operations",
    about: "All 231 operations of 5.23.0 with their validators.",
    args(folder, home) {
      const flows = join(folder, "all-operations.yaml");
      writeFileSync(flows, FLOWS["all operations"]);
      return [...generateInto(home), "--flows", flows];
    },
  },
  {
    title: "one poll",
    about: "20,000 polls of one report; `fetch` is a function that returns a `Response`, so that only the client is seen, and no socket.",
    args: (folder) => [program(folder, "poll", POLLS)],
  },
  {
    title: "rows",
    about: "A CSV file of 20 MB, without names of its columns, as objects.",
    args: (folder, home) => [program(folder, "rows", ROWS), join(home, "report.csv"), join(home, "known.json")],
  },
  {
    title: "validation, no error",
    about: "A body with 21 columns and 50 ids, checked 300,000 times.",
    args: (folder) => [program(folder, "valid", validationOf("column", 300_000))],
  },
  {
    title: "validation, 20 errors",
    about: "The same with 20 misspelt columns, checked 100,000 times; no message is read.",
    args: (folder) => [program(folder, "invalid", validationOf("column + '_X'", 100_000))],
  },
];

/** The arguments that generate from the description into a new folder. */
function generateInto(home: string): readonly string[] {
  return ["cli/bin.js", "generate", "--spec", join(specs ?? "", "5.23.0.yaml"), "--out", mkdtempSync(join(home, "out-"))];
}

/** A program that checks a body so many times, whose columns are made by an expression over `column`. */
function validationOf(expression: string, times: number): string {
  return `import { reportColumns } from "./generated/columns.js";
import { validateReport } from "./generated/validators.js";
const names = Object.keys(reportColumns).filter((_, index) => index % 31 === 0).slice(0, 20);
const columns = ["CAMPAIGN_ID", ...names.map((column) => ${expression})];
const campaign_ids = Array.from({ length: 50 }, (_, index) => String(549755885175n + BigInt(index)));
const body = { start_date: "2026-03-01", end_date: "2026-03-07", granularity: "DAY", level: "CAMPAIGN", columns, campaign_ids };
let found = 0;
for (let left = ${times}; left > 0; left--) found += validateReport(body, { today: "2026-03-08" }).length;
if (found % ${times} > 0) throw new Error("the errors differ");`;
}

const POLLS = `import { createClient } from "./generated/index.js";
const pending = { report_status: "IN_PROGRESS", url: null, size: null };
const client = createClient({ accessToken: "token", rateLimits: false, fetch: async () => Response.json(pending) });
const handle = { version: 1, flow: "report", adAccountId: "549755885175", token: "token", createdAt: new Date().toISOString() };
for (let left = 20_000; left > 0; left--) await client.report.poll(handle);
process.exit(0);`;

const ROWS = `import { createReadStream, readFileSync } from "node:fs";
import { readRows } from "./runtime/rows/rows.js";
const [file, known] = process.argv.slice(2);
const { names: _, ...columns } = JSON.parse(readFileSync(known, "utf8"));
const options = { ...columns, format: "CSV", pick: (row) => row, failed: (error) => error };
let rows = 0;
for await (const row of readRows(createReadStream(file, { highWaterMark: 65_536 }), options)) rows++;
if (rows === 0) throw new Error("the file has rows");`;

const INTRODUCTION = `# Where the time goes

Written by \`npm run bench:profile -- --base <ref>\`: V8's profiles as flame graphs in text, before and after the work on speed. Each line has the share
of the samples in a module with all that it calls, then in the module itself. A package, and a part of Node, is one module. Shares below 1.5 % are left out.`;

const { base } = parseArgs({ options: { base: { type: "string" } } }).values;
if (base === undefined) throw new Error("--base must name the commit to compare with");
if (specs === undefined) throw new Error("PINTEREST_SPECS must name the folder of descriptions: generate is profiled with 5.23.0");
await withCopies(base, async (copies) => {
  await writeReport(join(copies.home, "report.csv"), { format: "CSV", columns: COLUMNS, bytes: FILE_BYTES });
  writeFileSync(join(copies.home, "known.json"), knownColumnsOf(COLUMNS));
  const compared = async (title: string, about: string, print: (folder: string) => Promise<string>): Promise<string> =>
    `## ${title}\n\n${about}\n\nBefore:\n\n${await print(copies.base)}\n\nAfter:\n\n${await print(copies.current)}`;
  const sections: string[] = [];
  for (const { title, about, args } of PROGRAMS)
    sections.push(await compared(title, about, (folder) => flameOf(folder, args(folder, copies.home), copies)));
  for (const [name, entry] of Object.entries(ENTRIES))
    sections.push(await compared(`Bundle of ${name}`, "Minified bytes by folder.", (folder) => partsOf(folder, entry)));
  const commits = `${git("rev-parse", "--short", base)} and ${git("rev-parse", "--short", "HEAD")}`;
  writeFileSync(PAGE, `${[INTRODUCTION, `Node ${process.versions.node}, commits ${commits}.`, ...sections].join("\n\n")}\n`);
});

/** The flame graph of a program in one copy, as a block of Markdown. */
async function flameOf(folder: string, args: readonly string[], { home }: Copies): Promise<string> {
  const profiles = mkdtempSync(join(home, "profiles-"));
  const options = ["--cpu-prof", `--cpu-prof-dir=${profiles}`, `--cpu-prof-interval=${INTERVAL_US}`];
  await run(process.execPath, [...options, ...args], { cwd: folder, timeout: 300_000, maxBuffer: 2 ** 26 });
  const flames = readdirSync(profiles).map((file) => flameText(JSON.parse(readFileSync(join(profiles, file), "utf8")), { folder }));
  return flames.map((flame) => `\`\`\`text\n${flame}\n\`\`\``).join("\n\n");
}

/** The bytes of a bundle by folder, the most first; "not in the base" where the copy has no such entry. */
async function partsOf(folder: string, entry: string): Promise<string> {
  const made = await byEsbuild(folder, entry).catch(() => null);
  if (made === null) return "not in the base";
  const bytes = new Map<string, number>();
  for (const [file, size] of made.files) {
    const name = dirname(file);
    bytes.set(name, (bytes.get(name) ?? 0) + size);
  }
  const rows = [...bytes].sort(([, one], [, other]) => other - one).map(([name, size]) => [name, count(size)]);
  return markdown({
    title: "",
    columns: ["from", "bytes"],
    rows: [...rows, ["all", count(made.text.length)], ["gzip", count(gzipped(made))]],
  });
}

/** Writes a program into a copy, and returns its path. */
function program(folder: string, name: string, text: string): string {
  const path = join(folder, `${name}.js`);
  writeFileSync(path, text);
  return path;
}
