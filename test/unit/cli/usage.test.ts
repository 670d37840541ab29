import { describe, expect, it } from "vitest";
import { command } from "../../support/in-process.js";

const COMMANDS = [
  "pull",
  "generate",
  "diff",
  "validate",
  "plan",
  "run",
  "rules",
  "accounts",
  "doctor",
  "serve",
  "demo",
];

describe("--help", () => {
  it.concurrent("prints all commands to stdout", async () => {
    const { exit, stdout, stderr } = await command(["--help"]);
    expect({ exit, stderr }).toEqual({ exit: 0, stderr: "" });
    for (const name of COMMANDS) expect(stdout).toContain(`pinterest-reports ${name}`);
  });

  it.concurrent.each(COMMANDS)("prints examples for %s", async (name) => {
    const { exit, stdout } = await command([name, "-h"]);
    expect(exit).toBe(0);
    expect(stdout).toMatch(new RegExp(`^${name}: .*\n\n {2}.*pinterest-reports ${name}`));
  });

  it.concurrent("is printed to stderr by a call without a command", async () => {
    const { stdout } = await command(["--help"]);
    expect(await command([])).toEqual({ exit: 2, stdout: "", stderr: stdout });
  });

  it.concurrent.each(["--version", "-v", "-V"])(
    "is not needed to print the version: %s",
    async (flag) => {
      const { exit, stdout } = await command([flag]);
      expect(exit).toBe(0);
      expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    },
  );
});

describe("a usage error", () => {
  it.concurrent.each<[string, string, string]>([
    [
      "validat",
      "validat is not a command or a flag of pinterest-reports",
      "Did you mean validate?",
    ],
    [
      "constructor",
      "constructor is not a command or a flag of pinterest-reports",
      "Use one of pull, generate",
    ],
    ["--verson", "--verson is not a command or a flag of pinterest-reports", "Use one of"],
    ["generate --chek", "--chek is not a flag of generate", "Did you mean --check?"],
    ["generate --check=1", "--check does not take a value", "generate --help"],
    ["generate --spec openapi.yaml", "--spec and --out must be given together", "generate --help"],
    ["generate --flows flows.yaml", "--flows needs --spec and --out", "generate --help"],
    ["generate --no-descriptions", "--no-descriptions needs --spec and --out", "generate --help"],
    ["generate all", "unexpected argument all", "generate --help"],
    ["pull", "pull needs <description>", "pull --help"],
    ["validate", "validate needs <body>", "validate --help"],
    ["validate no-such.json", "no-such.json cannot be read: there is no such file", "- for stdin"],
    ["validate - --today 2026-02-30", "--today 2026-02-30 is not a date", "2026-03-08"],
    ["run 1", "run needs <body>", "run --help"],
    [
      "run body.json",
      "run needs an ad account id before body.json",
      "To list the ids, run `pinterest-reports accounts`.",
    ],
    ["run x - ", "x is not an ad account id", "digits"],
    ["run 1 - --format cvs", "unknown format: cvs", "csv"],
    ["run 1 - --format", "--format needs a value", "run --help"],
    ["run 1 -", "PINTEREST_ACCESS_TOKEN is not set", "ads:read"],
    ["run", "run needs <ad-account-id>", "run --help"],
    ["run --accounts ids.txt", "run needs <body>", "run --help"],
    [
      "run --accounts ids.txt 1 body.json",
      "unexpected argument body.json: with --accounts, pass only the body",
      "run --help",
    ],
    ["run --accounts - -", "the body and --accounts cannot both come from stdin", "run --help"],
    ["run 1 - --since soon", "--since soon is not a valid number of days", "30d"],
    ["run 1 - --recreate-unknown", "--recreate-unknown needs --journal", "run --help"],
    [
      "run 1 - --defuse-formulas",
      "--defuse-formulas only works with CSV, but the format is json",
      "--format csv",
    ],
    ["run 1 - --zero-fill", "--zero-fill is not a flag of run", "--no-zero-fill"],
    ["run 1 - --allow-failed 2", "--allow-failed needs --accounts", "run --help"],
    [
      "run --accounts ids.txt - --allow-failed some",
      "--allow-failed some is neither a number of accounts nor a list of their ids",
      "549755885176",
    ],
    ["accounts --format tabel", "unknown format: tabel", "Did you mean table?"],
    ["doctr", "doctr is not a command or a flag of pinterest-reports", "Did you mean doctor?"],
    [
      "plan - --since 3d --last-month",
      "--since, --last-month and --start/--end cannot be combined",
      "Use only one",
    ],
    [
      "run 1 - --resume x.json",
      "unexpected argument 1: the handle contains the account and the columns",
      "run --help",
    ],
    [
      "run --plan --resume x.json",
      "--plan and --resume cannot be combined: the report has already been created",
      "run --help",
    ],
    ["demo 1", "PINTEREST_ACCESS_TOKEN is not set, but account 1 needs it", "omit the id"],
  ])("exits with 2 and says what to do: %j", async (words, message, hint) => {
    const { exit, stdout, stderr } = await command(words.split(" ").filter(Boolean));
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: "" });
    expect(stderr).toContain(`error  ${message}\n`);
    expect(stderr).toContain(hint);
    expect(stderr.trimEnd().split("\n")).toHaveLength(2);
  });

  it.concurrent.each([
    ...["out", "accounts", "journal", "resume", "tokens", "summary"].map((flag) => ["run", flag]),
    ...["spec", "out", "flows", "spec-folder", "summary"].map((flag) => ["generate", flag]),
    ["pull", "summary"],
    ["diff", "flows"],
    ["sync", "tokens"],
    ["login", "tokens"],
  ])("is reported by %s for a NUL character in --%s", async (name, flag) => {
    for (const given of [["a\0b"], ["--", "x"]]) {
      const args = given.length === 1 ? [`--${flag}`, ...given] : [`--${flag}=\0`, ...given];
      const { exit, stderr } = await command([name, ...args]);
      expect({ exit, stderr }).toEqual({
        exit: 2,
        stderr: `error  --${flag} contains a NUL character, which is not allowed\n  fix  \`pinterest-reports ${name} --help\` shows examples.\n`,
      });
    }
  });

  it.concurrent.each([
    ["pull", "description"],
    ["sync", "file"],
    ["validate", "body"],
    ["plan", "body"],
    ["diff", "old"],
    ["run", "ad-account-id"],
  ])("is reported by %s for a NUL character in <%s>", async (name, positional) => {
    const { exit, stderr } = await command([name, "a\0b", "x"]);
    expect(exit).toBe(2);
    expect(stderr).toMatch(`error  <${positional}> contains a NUL character`);
  });

  it.concurrent("is reported for a token without an account", async () => {
    const { exit, stderr } = await command(["demo"], { env: { PINTEREST_ACCESS_TOKEN: "token" } });
    expect(exit).toBe(2);
    expect(stderr).toContain("but no ad account id was passed");
  });

  it.concurrent.each([
    ["", "stdin is empty"],
    ['{\n  "a": 1,\n  b\n}', "stdin is not JSON"],
  ])("is reported for a body that is not JSON: %j", async (stdin, message) => {
    const { exit, stderr } = await command(["validate", "-"], { stdin });
    expect(exit).toBe(2);
    expect(stderr).toContain(message);
  });
});
