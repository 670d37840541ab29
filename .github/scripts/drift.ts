import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { problemAsText } from "../../cli/commands/generate/follow-summary.ts";
import type { Problem } from "../../generator/problem.ts";
import { main, output, run, say } from "./command.ts";
import { type Drift, decisionsIn, isUnreadable, pullRequestBody } from "./decisions.ts";
import { failuresOf } from "./failures.ts";

const DESCRIPTION = "https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml";

/** For the text of the pull request; git ignores it. */
const FOLDER = "proposal";

/** Accepts rules that are only proposed, for the reviewer to check, and skips calls that cannot be generated; both are listed. */
const FOLLOW = ["npm", "run", "--silent", "follow", "--", "--accept-proposed", "--keep-going", "--format", "json"];

/** Exit codes of `follow` when the output was written, without loss or with it. */
const DONE = [0, 3];

// Follows a newer description in the working tree: contract, generated code, changelog entry, tests. Without a newer one no file changes.
await main(() => {
  const { values } = parseArgs({
    options: {
      from: { type: "string", default: process.env.PINTEREST_DESCRIPTION || DESCRIPTION },
      test: { type: "string", multiple: true, default: [] },
    },
  });
  rmSync(FOLDER, { recursive: true, force: true });
  const uncommitted = changes();
  if (uncommitted !== "")
    throw new Error(`uncommitted changes would become part of the proposal; commit or stash them first:\n${uncommitted}`);
  const drift = follow(values.from, values.test);
  if (drift === null) {
    say("nothing new: no file changed, and there is nothing to propose");
    return 0;
  }
  say(`${drift.title}\n${changes()}`);
  mkdirSync(FOLDER);
  writeFileSync(join(FOLDER, "body.md"), pullRequestBody(drift));
  output("title", drift.title);
  output("outcome", "decisions" in drift ? "decisions" : "changes");
  return 0;
});

/** Leaves the generated output in the working tree; `null` if the description is the known one. */
function follow(from: string, tests: readonly string[]): Drift | null {
  const old = mkdtempSync(join(tmpdir(), "drift-"));
  try {
    copyFileSync("generated/model.json", join(old, "model.json"));
    const before = versionOf("spec/source.yaml");
    const file = join(old, "summary.md");
    const ended = run([...FOLLOW, "--spec", from, "--summary", file], { quietly: true });
    if (!DONE.includes(ended.exit)) return stopped(decisionsIn(ended), from);
    if (changes() === "") return null;
    const version = versionOf("spec/source.yaml");
    nameInPackage(version);
    // Fails if the code does not compile; then the tests fail too, and report it in more detail.
    run(["npm", "run", "--silent", "api"], { quietly: true });
    const published = diff(join(old, "model.json"));
    writeFileSync(entryFor(version, published), changeset(before, version, published));
    const news = readFileSync(file, "utf8").replace(/^# .*\n+/, "");
    return { title: `Follow Pinterest API ${version}`, news, failures: failuresOf(tests) };
  } finally {
    rmSync(old, { recursive: true });
  }
}

/** The uncommitted files, as git lists them. */
function changes(): string {
  const { exit, stdout } = run(["git", "status", "--porcelain"], { quietly: true });
  if (exit !== 0) throw new Error("git cannot list the changed files, see above");
  return stdout.trimEnd();
}

/** The decisions to take where the generator stops. Throws for an unreadable description: the next download may be complete. */
function stopped(decisions: readonly Problem[], from: string): Drift {
  const unreadable = decisions.filter((decision) => isUnreadable(decision, from));
  if (unreadable.length > 0)
    throw new Error(`nothing was changed, since the description could not be read\n${unreadable.map(problemAsText).join("\n")}`);
  for (const decision of decisions) say(problemAsText(decision));
  const amount = decisions.length === 1 ? "a decision" : `${decisions.length} decisions`;
  return { title: `Pinterest's description has changed: ${amount} to take`, decisions };
}

interface Changes {
  /** The semver step of a package from 1.0.0 on. */
  readonly step: string;
  readonly markdown: string;
}

function diff(old: string): Changes {
  const command = ["npx", "--no", "tsx", "cli/bin.ts", "diff", old, "generated/model.json", "--format"];
  const { step } = JSON.parse(run([...command, "json"], { quietly: true }).stdout);
  // The model names its description, so there is always something to publish.
  return { step: step === "none" ? "patch" : step, markdown: headless(run([...command, "markdown"], { quietly: true }).stdout) };
}

/**
 * The first file name without an entry: the same version may be published again with a correction. A breaking entry begins with `breaking-`, so
 * that the changelog lists it first. Throws if five entries of the version are pending.
 */
function entryFor(version: string, { step }: Pick<Changes, "step">): string {
  const slug = step === "major" ? `breaking-pinterest-${version}` : `pinterest-${version}`;
  const names = ["", "-2", "-3", "-4", "-5"].map((again) => `.changeset/${slug}${again}.md`);
  const free = names.find((name) => !existsSync(name));
  if (free === undefined) throw new Error(`${names.length} changelog entries for ${version} are pending: release a version first`);
  return free;
}

/** Without the line that names the files: the changelog has its own titles. */
function headless(markdown: string): string {
  return markdown.replace(/^## .*\n+/, "").trim();
}

function changeset(before: string, version: string, { step, markdown }: Changes): string {
  // The changelog has its own headings.
  const words = markdown.replace(/^#+ (.*)$/gm, "**$1**");
  return `---\n"pinterest-reports": ${numberOf(step)}\n---\n\nMade from Pinterest API ${version}; it was ${before}.\n\n${words}\n`;
}

/** The number of the package's version that a step raises: before 1.0.0 a breaking change raises the second. */
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
