import { parseArgs } from "node:util";
import type { StepArguments } from "./commands/sync/tasks.js";
import { HELP } from "./help.js";
import {
  packageVersion,
  type ReportFormat,
  reportError,
  reportFormatOf,
} from "./terminal/errors.js";
import { EXIT } from "./terminal/exit-codes.js";
import type { Io } from "./terminal/io.js";
import { suggestion, Usage, usageError } from "./terminal/usage.js";

interface Arguments {
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

interface Command {
  /** Names of the positional arguments; a trailing `?` marks an optional one. */
  readonly positionals: readonly string[];
  readonly flags: Readonly<Record<string, "string" | "boolean">>;
  /**
   * Imports the command's module and runs the command. A module that fails to load, or is slow,
   * does not affect other commands. Resolves to the exit code.
   */
  readonly run: (args: Arguments, io: Io) => Promise<number>;
  /**
   * Set only for commands whose `--format` option controls how problems are printed. Returns the
   * API description that the problems refer to, or undefined if they refer to spec/.
   */
  readonly description?: (args: Arguments) => string | undefined;
}

const COMMANDS: Readonly<Record<Exclude<keyof typeof HELP, "top">, Command>> = {
  pull: {
    positionals: ["description"],
    flags: {
      ...flagsOf("string", ["summary", "format"]),
      ...flagsOf("boolean", ["accept-proposed", "if-new", "keep-going", "verbose"]),
    },
    description: ({ positionals: [from] }) => from,
    run: async ({ positionals: [from = ""], flags }, io) => {
      if (flags["keep-going"] === true && flags.summary === undefined)
        throw usageError("pull", "--keep-going needs --summary");
      const { format } = reportFormatOf(stringFlags(flags, ["format"]).format);
      const isSet = (flag: string): boolean => flags[flag] === true;
      const choices = {
        acceptProposed: isSet("accept-proposed"),
        ifNew: isSet("if-new"),
        keepGoing: isSet("keep-going"),
      };
      const options = {
        from,
        ...choices,
        verbose: isSet("verbose"),
        ...stringFlags(flags, ["summary"]),
        ...(format && { format }),
      };
      return (await import("./commands/pull/pull.js")).pull(options, io);
    },
  },
  generate: {
    positionals: [],
    flags: {
      ...flagsOf("string", ["spec", "out", "flows", "spec-folder", "summary", "format"]),
      ...flagsOf("boolean", [
        "check",
        "accept-proposed",
        "allow-older",
        "keep-going",
        "strict-prose",
        "no-descriptions",
        "schema",
      ]),
    },
    description: ({ flags }) => stringFlags(flags, ["spec"]).spec,
    run: async ({ flags }, io) => {
      const {
        spec,
        out,
        "spec-folder": specFolder,
        ...paths
      } = stringFlags(flags, ["spec", "out", "flows", "spec-folder", "summary"]);
      if ((spec === undefined) !== (out === undefined))
        throw usageError("generate", "--spec and --out must be given together");
      for (const flag of [
        "flows",
        "spec-folder",
        "summary",
        "accept-proposed",
        "allow-older",
        "strict-prose",
        "no-descriptions",
        "schema",
      ])
        if (flags[flag] !== undefined && spec === undefined)
          throw usageError("generate", `--${flag} needs --spec and --out`);
      if (flags.check === true && paths.summary !== undefined)
        throw usageError(
          "generate",
          "--check and --summary cannot be combined: --check writes nothing",
        );
      const { format } = reportFormatOf(stringFlags(flags, ["format"]).format);
      const isSet = (flag: string): boolean => flags[flag] === true;
      const shared = {
        check: isSet("check"),
        keepGoing: isSet("keep-going"),
        asProblems: format !== undefined,
        ...(format && { format }),
      };
      const { generate } = await import("./commands/generate/generate.js");
      if (spec === undefined || out === undefined) return generate(shared, io);
      const choices = {
        acceptProposed: isSet("accept-proposed"),
        allowOlder: isSet("allow-older"),
        strictProse: isSet("strict-prose"),
        descriptions: !isSet("no-descriptions"),
        schema: isSet("schema"),
      };
      return generate(
        {
          ...shared,
          ...choices,
          spec,
          out,
          ...paths,
          ...(specFolder !== undefined && { specFolder }),
        },
        io,
      );
    },
  },
  diff: {
    positionals: ["old", "new"],
    flags: { format: "string", "fail-on": "string", flows: "string" },
    run: async ({ positionals: [from = "", to = ""], flags }, io) => {
      const failOn = typeof flags["fail-on"] === "string" ? { failOn: flags["fail-on"] } : {};
      return (await import("./commands/diff/diff.js")).diff(
        { from, to, ...failOn, ...stringFlags(flags, ["format", "flows"]) },
        io,
      );
    },
  },
  validate: {
    positionals: ["body"],
    flags: { of: "string", today: "string", format: "string", quiet: "boolean" },
    description: ({ positionals: [from] }) => from,
    run: async ({ positionals: [from = ""], flags }, io) => {
      const printed = {
        json: flags.format === "json",
        github: flags.format === "github",
        quiet: flags.quiet === true,
      };
      return (await import("./commands/validate.js")).validate(
        { from, ...printed, ...stringFlags(flags, ["of", "today"]) },
        io,
      );
    },
  },
  plan: {
    positionals: ["body"],
    flags: {
      ...flagsOf("string", ["of", "since", "start", "end", "today", "format"]),
      ...flagsOf("boolean", ["last-month", "split-total", "quiet"]),
    },
    run: async ({ positionals: [from = ""], flags }, io) => {
      const days = {
        ...stringFlags(flags, ["since", "start", "end"]),
        lastMonth: flags["last-month"] === true,
      };
      const choices = {
        splitTotal: flags["split-total"] === true,
        json: isJson(flags),
        quiet: flags.quiet === true,
        days,
      };
      return (await import("./commands/plan.js")).plan(
        { from, ...choices, ...stringFlags(flags, ["of", "today"]) },
        io,
      );
    },
  },
  run: {
    positionals: ["ad-account-id?", "body?"],
    flags: {
      ...flagsOf("string", [
        "of",
        "accounts",
        "journal",
        "since",
        "start",
        "end",
        "today",
        "format",
        "out",
        "resume",
        "tokens",
      ]),
      ...flagsOf("string", [
        "concurrency",
        "deadline",
        "give-up-after",
        "rate-limit",
        "allow-failed",
        "summary",
      ]),
      ...flagsOf("boolean", [
        "recreate-unknown",
        "last-month",
        "plan",
        "defuse-formulas",
        "no-zero-fill",
        "finish",
        "quiet",
      ]),
    },
    run: async (args, io) => (await import("./commands/run/run.js")).run(args, io),
  },
  sync: {
    positionals: ["file"],
    flags: {
      ...flagsOf("string", [
        "since",
        "only",
        "allow-failed",
        "tokens",
        "concurrency",
        "deadline",
        "give-up-after",
        "rate-limit",
        "tasks",
        "task",
        "finish",
        "journal",
        "format",
      ]),
      ...flagsOf("boolean", ["full", "dry-run", "quiet", "plan", "recreate-unknown"]),
    },
    run: async ({ positionals: [from = ""], flags }, io) => {
      const {
        "allow-failed": allowFailed,
        "give-up-after": giveUpAfter,
        "rate-limit": rateLimit,
      } = stringFlags(flags, ["allow-failed", "give-up-after", "rate-limit"]);
      const args = {
        from,
        ...stringFlags(flags, ["since", "only", "tokens", "concurrency", "deadline"]),
        ...(allowFailed !== undefined && { allowFailed }),
        ...(giveUpAfter !== undefined && { giveUpAfter }),
        ...(rateLimit !== undefined && { rateLimit }),
        full: flags.full === true,
        dryRun: flags["dry-run"] === true,
        quiet: flags.quiet === true,
        json: isJson(flags),
      };
      const step = syncStepIn(flags);
      if (step === null) return (await import("./commands/sync/sync.js")).sync(args, io);
      const { syncStep } = await import("./commands/sync/tasks.js");
      return syncStep(
        {
          ...{ ...args, step },
          ...stringFlags(flags, ["tasks", "journal"]),
          recreateUnknown: flags["recreate-unknown"] === true,
        },
        io,
      );
    },
  },
  rules: {
    positionals: [],
    flags: flagsOf("string", ["of", "format"]),
    run: async ({ flags }, io) =>
      (await import("./commands/rules.js")).rules(stringFlags(flags, ["of", "format"]), io),
  },
  columns: {
    positionals: [],
    flags: flagsOf("string", ["search", "level", "format"]),
    run: async ({ flags }, io) =>
      (await import("./commands/columns.js")).columns(
        stringFlags(flags, ["search", "level", "format"]),
        io,
      ),
  },
  explain: {
    positionals: ["code?"],
    flags: { format: "string" },
    run: async ({ positionals: [code], flags }, io) =>
      (await import("./commands/explain.js")).explain(
        { code, ...stringFlags(flags, ["format"]) },
        io,
      ),
  },
  login: {
    positionals: [],
    flags: flagsOf("string", ["port", "tokens", "format"]),
    run: async ({ flags }, io) =>
      (await import("./commands/login.js")).login(
        { json: isJson(flags), ...stringFlags(flags, ["port", "tokens"]) },
        io,
      ),
  },
  accounts: {
    positionals: [],
    flags: { format: "string", tokens: "string", "defuse-formulas": "boolean", quiet: "boolean" },
    run: async ({ flags }, io) =>
      (await import("./commands/accounts.js")).accounts(
        {
          ...stringFlags(flags, ["format", "tokens"]),
          defuseFormulas: flags["defuse-formulas"] === true,
          quiet: flags.quiet === true,
        },
        io,
      ),
  },
  doctor: {
    positionals: [],
    flags: { format: "string", tokens: "string", live: "boolean", yes: "boolean" },
    run: async ({ flags }, io) =>
      (await import("./commands/doctor.js")).doctor(
        {
          ...stringFlags(flags, ["format", "tokens"]),
          live: flags.live === true,
          yes: flags.yes === true,
        },
        io,
      ),
  },
  mcp: {
    positionals: [],
    flags: flagsOf("string", ["folder", "tokens"]),
    run: async ({ flags }, io) =>
      (await import("./commands/mcp/mcp.js")).mcp(stringFlags(flags, ["folder", "tokens"]), io),
  },
  serve: {
    positionals: [],
    flags: flagsOf("string", ["port", "polls", "accounts", "format"]),
    run: async ({ flags }, io) =>
      (await import("./commands/serve.js")).serve(
        { json: isJson(flags), ...stringFlags(flags, ["port", "polls", "accounts"]) },
        io,
      ),
  },
  demo: {
    positionals: ["ad-account-id?"],
    flags: flagsOf("string", ["out", "format"]),
    run: async ({ positionals: [adAccountId], flags }, io) =>
      (await import("./commands/demo.js")).demo(
        { adAccountId, json: isJson(flags), ...stringFlags(flags, ["out"]) },
        io,
      ),
  },
};

/**
 * The flags and positional arguments of each command. Every command with `--format` also accepts
 * `--json`.
 */
export const FLAGS_OF: Readonly<
  Record<keyof typeof COMMANDS, Pick<Command, "positionals" | "flags">>
> = Object.fromEntries(
  Object.entries(COMMANDS).map(([name, { positionals, flags }]) => [
    name,
    { positionals, flags: "format" in flags ? { ...flags, json: "boolean" } : flags },
  ]),
) as Record<keyof typeof COMMANDS, Pick<Command, "positionals" | "flags">>;

/** The flags of each step of `sync`, in addition to those that all steps accept. */
const SYNC_STEPS: Readonly<Record<string, readonly string[]>> = {
  plan: ["tasks", "since", "only", "full"],
  task: ["journal", "recreate-unknown", "deadline"],
  finish: ["allow-failed"],
};
const ALL_STEPS = ["tokens", "rate-limit", "quiet", "format"];

/**
 * The step of `sync` that the flags select; null for the whole sync. Throws `Usage` for two steps,
 * or for a flag that belongs to another step.
 */
function syncStepIn(flags: Arguments["flags"]): StepArguments["step"] | null {
  const [name, ...others] = Object.keys(SYNC_STEPS).filter((step) => flags[step] !== undefined);
  const own = name === undefined ? [] : (SYNC_STEPS[name] ?? []);
  const ofSteps = Object.values(SYNC_STEPS).flat();
  const ofSync = ["since", "only", "full", "deadline", "allow-failed"];
  const wrong =
    name === undefined
      ? ofSteps.find((flag) => flags[flag] !== undefined && !ofSync.includes(flag))
      : Object.keys(flags).find(
          (flag) => flags[flag] !== undefined && ![name, ...own, ...ALL_STEPS].includes(flag),
        );
  if (wrong !== undefined || others.length > 0)
    throw usageError(
      "sync",
      name === undefined
        ? `--${wrong} needs --plan or --task`
        : `--${name} and --${wrong ?? others[0]} cannot be combined`,
    );
  const { task, finish } = stringFlags(flags, ["task", "finish"]);
  if (task !== undefined) return { task };
  if (finish !== undefined) return { finish };
  return name === undefined ? null : { plan: true };
}

/**
 * Runs a command. `argv` does not include the program's name. Resolves to the exit code (`EXIT`),
 * which is 2 for wrong usage, an unreadable input, or if `argv` is empty. Never rejects: errors are
 * printed as by `reportError`.
 */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  return runCommand(argv, io).catch((error) => reportError(error, io));
}

/** Runs a command, or prints a version or help text. Rejects with `Usage` for wrong usage. */
async function runCommand([word, ...argv]: readonly string[], io: Io): Promise<number> {
  if (word === "--version" || word === "-v" || word === "-V")
    return print(`${packageVersion()}\n`, io);
  if (word === "--help" || word === "-h" || word === "help") return print(helpOf(argv[0]), io);
  if (word === undefined) {
    io.stderr.write(HELP.top);
    return EXIT.usage;
  }
  const name = commandName(word);
  if (argv.includes("--help") || argv.includes("-h")) return print(HELP[name], io);
  const args = parsed(name, argv);
  const format = formatFor(name, args);
  return COMMANDS[name].run(args, io).catch((error) => reportError(error, io, format));
}

/** Declares several flags of the same type. */
function flagsOf<Type extends string>(
  type: Type,
  names: readonly string[],
): Readonly<Record<string, Type>> {
  return Object.fromEntries(names.map((name) => [name, type]));
}

/** The command with this name. Throws `Usage` if there is none. */
function commandName(word: string): keyof typeof COMMANDS {
  if (Object.hasOwn(COMMANDS, word)) return word as keyof typeof COMMANDS;
  throw new Usage(
    `${word} is not a command or a flag of pinterest-reports`,
    suggestion(word, Object.keys(COMMANDS)),
  );
}

/**
 * How the command prints problems: as its `--format` says, or as text if the command has no such
 * option.
 */
function formatFor(name: keyof typeof COMMANDS, args: Arguments): ReportFormat {
  const { description } = COMMANDS[name];
  return description
    ? reportFormatOf(stringFlags(args.flags, ["format"]).format, description(args))
    : {};
}

/** The help text of a command, or the general one. Throws `Usage` for an unknown command. */
function helpOf(word: string | undefined): string {
  return word === undefined ? HELP.top : HELP[commandName(word)];
}

/**
 * Parses a command's arguments. Throws `Usage` for an unknown flag, a missing value, a missing or
 * extra argument, or a NUL character.
 */
function parsed(name: keyof typeof COMMANDS, args: readonly string[]): Arguments {
  const { positionals: names, flags } = FLAGS_OF[name];
  const options = Object.fromEntries(Object.entries(flags).map(([flag, type]) => [flag, { type }]));
  const { tokens, positionals } = parseArgs({
    args: [...args],
    options,
    strict: false,
    tokens: true,
  });
  const values: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    const known = Object.keys(flags).map((flag) => `--${flag}`);
    if (!type)
      throw usageError(
        name,
        `${token.rawName} is not a flag of ${name}`,
        known.length > 0 ? suggestion(token.rawName, known) : undefined,
      );
    if (type === "string" && !token.value) throw usageError(name, `${token.rawName} needs a value`);
    if (type === "boolean" && token.value !== undefined)
      throw usageError(name, `${token.rawName} does not take a value`);
    if (token.value?.includes("\0"))
      throw usageError(name, `${token.rawName} contains a NUL character, which is not allowed`);
    values[token.name] = token.value ?? true;
  }
  const nul = positionals.findIndex((positional) => positional.includes("\0"));
  if (nul >= 0)
    throw usageError(
      name,
      `<${names[nul]?.replace("?", "") ?? "argument"}> contains a NUL character, which is not allowed`,
    );
  const missing = names.find(
    (positional, index) => !positional.endsWith("?") && !positionals[index],
  );
  if (missing) throw usageError(name, `${name} needs <${missing}>`);
  if (positionals.length > names.length)
    throw usageError(name, `unexpected argument ${positionals[names.length]}`);
  return { positionals, flags: withFormat(name, values) };
}

/** Replaces `--json` with its long form, `--format json`. */
function withFormat(
  name: keyof typeof COMMANDS,
  { json, ...flags }: Arguments["flags"],
): Arguments["flags"] {
  if (json === undefined) return flags;
  if (flags.format !== undefined && flags.format !== "json")
    throw usageError(name, `--json and --format ${flags.format} cannot be combined`);
  return { ...flags, format: "json" };
}

/** Whether a command prints JSON rather than text. Throws `Usage` for any other format. */
function isJson({ format = "text" }: Arguments["flags"]): boolean {
  const formats = ["text", "json"];
  if (formats.includes(String(format))) return format === "json";
  throw new Usage(`unknown format: ${format}`, suggestion(String(format), formats));
}

/** The values of these flags. Flags that are absent or have no value are left out. */
function stringFlags<Name extends string>(
  flags: Arguments["flags"],
  names: readonly Name[],
): { [Key in Name]?: string } {
  const entries = names.flatMap((name) =>
    typeof flags[name] === "string" ? [[name, flags[name]] as const] : [],
  );
  return Object.fromEntries(entries) as { [Key in Name]?: string };
}

/** Prints text to stdout. Returns exit code 0. */
function print(text: string, { stdout }: Io): number {
  stdout.write(text);
  return EXIT.done;
}
