import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { inLines } from "../../cli/follow-summary.ts";
import type { Problem } from "../../generator/problem.ts";
import { main, output, run, say } from "./command.ts";
import { type Drift, decisionsIn, isUnreadable, pullRequestBody } from "./decisions.ts";
import { failuresOf } from "./failures.ts";
import { cleanBranch, commitOn, git, goBack } from "./git.ts";
import { forget, remember } from "./proposal.ts";

const BRANCH = "spec-update";
const DESCRIPTION = "https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml";

/** Rules that are only proposed are taken, to be looked at, and what cannot be made is left out, by name. */
const FOLLOW = ["npm", "run", "--silent", "follow", "--", "--accept-proposed", "--keep-going", "--format", "json"];

/** Written, without loss or with it. */
const DONE = [0, 3];

// From a newer description to a commit: follow it, changelog entry, tests. Without a newer one nothing changes.
await main(() => {
  const { values } = parseArgs({
    options: {
      from: { type: "string", default: process.env.PINTEREST_DESCRIPTION || DESCRIPTION },
      test: { type: "string", multiple: true, default: [] },
    },
  });
  forget();
  const base = cleanBranch();
  try {
    const drift = follow(values.from, values.test);
    if (drift === null) {
      say("nothing new: no file changed, and there is nothing to propose");
      return 0;
    }
    commitOn(BRANCH, drift.title);
    say(git("show", "--stat=100", "--format=commit on %D%n  %s", BRANCH));
    remember({ branch: BRANCH, base, title: drift.title, body: pullRequestBody(drift) });
    output("proposed", "true");
    return 0;
  } finally {
    goBack(base);
  }
});

/** Leaves in the working tree what the description gives; `null` when it is the one that is known. */
function follow(from: string, tests: readonly string[]): Drift | null {
  const old = mkdtempSync(join(tmpdir(), "drift-"));
  try {
    copyFileSync("generated/model.json", join(old, "model.json"));
    const before = versionOf("spec/source.yaml");
    const file = join(old, "summary.md");
    const ended = run([...FOLLOW, "--spec", from, "--summary", file], { quietly: true });
    if (!DONE.includes(ended.exit)) return stopped(decisionsIn(ended), from);
    if (git("status", "--porcelain") === "") return null;
    const version = versionOf("spec/source.yaml");
    nameInPackage(version);
    // Fails where the code does not compile, as the tests then will: they tell it better.
    run(["npm", "run", "--silent", "api"], { quietly: true });
    writeFileSync(entryFor(version), changeset(before, version, diff(join(old, "model.json"))));
    const news = readFileSync(file, "utf8").replace(/^# .*\n+/, "");
    return { title: `Follow Pinterest API ${version}`, news, failures: failuresOf(tests) };
  } finally {
    rmSync(old, { recursive: true });
  }
}

/** What the generator stops at is for people to decide. An unreadable description is not: tomorrow's download may be whole. */
function stopped(decisions: readonly Problem[], from: string): Drift {
  const unreadable = decisions.filter((decision) => isUnreadable(decision, from));
  if (unreadable.length > 0)
    throw new Error(`nothing was changed, since the description could not be read\n${unreadable.map(inLines).join("\n")}`);
  for (const decision of decisions) say(inLines(decision));
  const amount = decisions.length === 1 ? "a decision" : `${decisions.length} decisions`;
  return { title: `Pinterest's description has changed: ${amount} to take`, decisions };
}

function diff(old: string): { readonly step: string; readonly markdown: string } {
  const command = ["npx", "--no", "tsx", "cli/bin.ts", "diff", old, "generated/model.json", "--format"];
  const { step } = JSON.parse(run([...command, "json"], { quietly: true }).stdout);
  // The model says which description it is from, so there is always something to publish.
  return { step: step === "none" ? "patch" : step, markdown: headless(run([...command, "markdown"], { quietly: true }).stdout) };
}

/** A name that no entry has yet: the same version may be published again, with something mended. */
function entryFor(version: string): string {
  const names = ["", "-2", "-3", "-4", "-5"].map((again) => `.changeset/pinterest-${version}${again}.md`);
  const free = names.find((name) => !existsSync(name));
  if (free === undefined) throw new Error(`${names.length} entries for ${version} wait for a version: make one first`);
  return free;
}

/** Without the line that names the files: a pull request and a changelog have titles of their own. */
function headless(markdown: string): string {
  return markdown.replace(/^## .*\n+/, "").trim();
}

function changeset(before: string, version: string, { step, markdown }: { readonly step: string; readonly markdown: string }): string {
  // The changelog has headings of its own.
  const words = markdown.replace(/^#+ (.*)$/gm, "**$1**");
  return `---\n"pinterest-reports": ${numberOf(step)}\n---\n\nMade from Pinterest API ${version}; it was ${before}.\n\n${words}\n`;
}

/** Which number of the package's version a step raises: before 1.0.0 what breaks raises the second. */
function numberOf(step: string): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  return step === "major" && version.startsWith("0.") ? "minor" : step;
}

function versionOf(file: string): string {
  return /^version: (.*)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "unknown";
}

function nameInPackage(version: string): void {
  const text = readFileSync("package.json", "utf8");
  writeFileSync(
    "package.json",
    text.replace(/("pinterest": \{\s*"description": )"[^"]*"/, (_, before: string) => `${before}${JSON.stringify(version)}`),
  );
}
