import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { main, output, run, say } from "./command.ts";
import { failuresOf } from "./failures.ts";

const DESCRIPTION =
  "https://raw.githubusercontent.com/pinterest/api-description/main/v5/openapi.yaml";

/** The folder of the pull request's text. git ignores it. */
const FOLDER = "proposal";
const BODY = join(FOLDER, "body.md");

/**
 * Skips calls that cannot be generated, and lists them in the text. Accepts no proposed rules,
 * because a person must decide on them.
 */
const PULL = ["npm", "run", "--silent", "pull", "--", "--if-new", "--keep-going"];

/** Exit codes of the commands. */
const [REFUSED, LEFT_OUT] = [1, 3];

// Updates the working tree to a newer description: contract, generated code, changelog entry. Then
// runs the tests. Without a newer description, no file changes.
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
    throw new Error(
      `uncommitted changes would become part of the proposal; commit or stash them first:\n${uncommitted}`,
    );
  const { exit } = run([...PULL, values.from, "--summary", BODY]);
  if (exit === REFUSED && existsSync(BODY)) {
    propose("Pinterest's description has changed: decisions needed", "decisions");
    return 0;
  }
  if (exit !== 0 && exit !== LEFT_OUT) throw new Error("nothing was changed, see above");
  if (changes() === "") {
    say("nothing new: no file changed");
    return 0;
  }
  const version = generate();
  const failures = failuresOf(values.test);
  appendFileSync(BODY, `\n${failures === null ? "All tests pass." : failedTests(failures)}\n`);
  propose(`Follow Pinterest API ${version}`, "changes");
  return 0;
});

function propose(title: string, outcome: "decisions" | "changes"): void {
  say(`${title}\n${changes()}`);
  output("title", title);
  output("outcome", outcome);
}

/**
 * Lists failures as indented text. This makes a code block, in which nothing is formatted and no
 * one is mentioned.
 */
function failedTests(failures: string): string {
  return `## Tests fail\n\n${failures.replace(/^/gm, "    ")}\n\nThe run's log has their messages.`;
}

/**
 * Generates the code of the new contract, and the changelog entry. Returns the version of the
 * description.
 */
function generate(): string {
  const old = mkdtempSync(join(tmpdir(), "update-"));
  try {
    const model = join(old, "model.json");
    copyFileSync("generated/model.json", model);
    const { exit } = run(["npm", "run", "--silent", "generate", "--", "--keep-going"]);
    if (exit !== 0 && exit !== LEFT_OUT) throw new Error("the code cannot be generated, see above");
    const [before, version] = [nameInPackage(), versionOf("spec/source.yaml")];
    // Fails if the code does not compile; then the tests fail too, and report it in more detail.
    run(["npm", "run", "--silent", "api"], { quietly: true });
    const published = diff(model);
    writeFileSync(entryFor(version, published), changeset(before, version, published));
    return version;
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

interface Changes {
  /** The semver bump for a package of version 1.0.0 or later. */
  readonly step: string;
  readonly markdown: string;
}

function diff(old: string): Changes {
  const command = [
    "npx",
    "--no",
    "tsx",
    "cli/bin.ts",
    "diff",
    old,
    "generated/model.json",
    "--format",
  ];
  const { step } = JSON.parse(run([...command, "json"], { quietly: true }).stdout);
  // The model contains the description's version, so there is always something to publish.
  return {
    step: step === "none" ? "patch" : step,
    markdown: headless(run([...command, "markdown"], { quietly: true }).stdout),
  };
}

/**
 * The first free file name. The same version may be published again with a correction. The name of
 * a breaking entry begins with `breaking-`, so that the changelog lists it first. Throws if five
 * entries of the version are pending.
 */
function entryFor(version: string, { step }: Pick<Changes, "step">): string {
  const slug = step === "major" ? `breaking-pinterest-${version}` : `pinterest-${version}`;
  const names = ["", "-2", "-3", "-4", "-5"].map((again) => `.changeset/${slug}${again}.md`);
  const free = names.find((name) => !existsSync(name));
  if (free === undefined)
    throw new Error(
      `${names.length} changelog entries for ${version} are pending: release a version first`,
    );
  return free;
}

/** Removes the line that names the files, because the changelog has its own titles. */
function headless(markdown: string): string {
  return markdown.replace(/^## .*\n+/, "").trim();
}

function changeset(before: string, version: string, { step, markdown }: Changes): string {
  // The changelog has its own headings.
  const words = markdown.replace(/^#+ (.*)$/gm, "**$1**");
  return `---\n"pinterest-reports": ${numberOf(step)}\n---\n\nGenerated from Pinterest API ${version}, previously ${before}.\n\n${words}\n`;
}

/**
 * The part of the package's version that a step raises. Before 1.0.0, a breaking change raises the
 * second number.
 */
function numberOf(step: string): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8"));
  return step === "major" && version.startsWith("0.") ? "minor" : step;
}

function versionOf(file: string): string {
  return /^version: (.*)$/m.exec(readFileSync(file, "utf8"))?.[1] ?? "unknown";
}

/** Writes the description's version into package.json. Returns the previous one. */
function nameInPackage(): string {
  const text = readFileSync("package.json", "utf8");
  const version = versionOf("spec/source.yaml");
  const entry = /("pinterest": \{\s*"description": )"([^"]*)"/;
  writeFileSync(
    "package.json",
    text.replace(entry, (_, before: string) => `${before}${JSON.stringify(version)}`),
  );
  return entry.exec(text)?.[2] ?? "unknown";
}
