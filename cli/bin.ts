#!/usr/bin/env node
import { parseArgs } from "node:util";
import { handleStreamErrors, manifest, type ReportFormat, reportError, reportFormatOf } from "./errors.js";
import { HELP } from "./help.js";
import { suggestion, Usage } from "./usage.js";

interface Given {
  readonly places: readonly string[];
  readonly flags: Readonly<Record<string, string | true | undefined>>;
}

interface Command {
  /** Names of the positional arguments; a `?` at the end marks an optional one. */
  readonly places: readonly string[];
  readonly flags: Readonly<Record<string, "string" | "boolean">>;
  /**
   * Imports the command's module and runs it: a module that fails to load, or loads slowly, affects no other command. Resolves to the exit
   * code.
   */
  readonly run: (given: Given) => Promise<number>;
  /** Set for commands whose `--format` applies to problems. Returns the description that the problems refer to; undefined for spec/. */
  readonly description?: (given: Given) => string | undefined;
}

const COMMANDS: Readonly<Record<Exclude<keyof typeof HELP, "top">, Command>> = {
  pull: {
    places: ["description"],
    flags: { "accept-proposed": "boolean", "if-new": "boolean", verbose: "boolean", format: "string" },
    description: ({ places: [from] }) => from,
    run: async ({ places: [from = ""], flags }) =>
      (await import("./pull.js")).pull({
        from,
        acceptProposed: flags["accept-proposed"] === true,
        ifNew: flags["if-new"] === true,
        verbose: flags.verbose === true,
      }),
  },
  generate: {
    places: [],
    flags: {
      ...all("string", ["spec", "out", "flows", "spec-folder", "format"]),
      ...all("boolean", ["check", "accept-proposed", "keep-going", "strict-prose", "no-descriptions"]),
    },
    description: ({ flags }) => texts(flags, ["spec"]).spec,
    run: async ({ flags }) => {
      if ((flags.spec === undefined) !== (flags.out === undefined)) throw wrong("generate", "--spec and --out go together");
      for (const flag of ["flows", "spec-folder", "accept-proposed", "strict-prose", "no-descriptions"])
        if (flags[flag] !== undefined && flags.spec === undefined) throw wrong("generate", `--${flag} needs --spec and --out`);
      const { "spec-folder": specFolder } = texts(flags, ["spec-folder"]);
      const { format } = reportFormatOf(texts(flags, ["format"]).format);
      const choices = { check: flags.check === true, ...makingOf(flags), asProblems: format !== undefined, ...(format && { format }) };
      const options = { ...choices, ...texts(flags, ["spec", "out", "flows"]), ...(specFolder !== undefined && { specFolder }) };
      return (await import("./generate.js")).generate(options);
    },
  },
  follow: {
    places: [],
    flags: {
      ...all("string", ["spec", "out", "flows", "spec-folder", "summary", "format"]),
      ...all("boolean", ["accept-proposed", "keep-going", "strict-prose", "no-descriptions"]),
    },
    description: ({ flags }) => texts(flags, ["spec"]).spec,
    run: async ({ flags }) => {
      const { spec, format: named, ...given } = texts(flags, ["spec", "out", "flows", "summary", "format"]);
      if (spec === undefined) throw wrong("follow", "follow needs --spec");
      for (const flag of ["flows", "spec-folder", "strict-prose", "no-descriptions"])
        if (flags[flag] !== undefined && flags.out === undefined) throw wrong("follow", `--${flag} needs --out`);
      const { "spec-folder": specFolder } = texts(flags, ["spec-folder"]);
      const { format } = reportFormatOf(named);
      const options = { spec, ...given, ...makingOf(flags), ...(specFolder !== undefined && { specFolder }), ...(format && { format }) };
      return (await import("./follow.js")).follow({ ...options, version: manifest().version });
    },
  },
  check: {
    places: [],
    flags: { format: "string" },
    description: () => undefined,
    run: async ({ flags }) => (await import("./check.js")).check({ asProblems: isForPrograms(flags) }),
  },
  diff: {
    places: ["old", "new"],
    flags: { format: "string", "fail-on": "string", flows: "string" },
    run: async ({ places: [old = "", now = ""], flags }) => {
      const failOn = typeof flags["fail-on"] === "string" ? { failOn: flags["fail-on"] } : {};
      return (await import("./diff.js")).diff({ old, now, ...failOn, ...texts(flags, ["format", "flows"]) });
    },
  },
  validate: {
    places: ["body"],
    flags: { today: "string", json: "boolean", format: "string" },
    description: ({ places: [from] }) => from,
    run: async ({ places: [from = ""], flags }) => {
      const printed = { json: flags.json === true || flags.format === "json", github: flags.format === "github" };
      return (await import("./validate.js")).validate({ from, ...printed, ...texts(flags, ["today"]) });
    },
  },
  plan: {
    places: ["body"],
    flags: { of: "string", today: "string", "split-total": "boolean", json: "boolean" },
    run: async ({ places: [from = ""], flags }) => {
      const choices = { splitTotal: flags["split-total"] === true, json: flags.json === true };
      return (await import("./plan.js")).plan({ from, ...choices, ...texts(flags, ["of", "today"]) });
    },
  },
  run: {
    places: ["ad-account-id?", "body?"],
    flags: {
      ...all("string", ["accounts", "journal", "since", "start", "end", "today", "format", "out", "resume", "tokens"]),
      ...all("string", ["concurrency", "deadline", "give-up-after", "rate-limit"]),
      ...all("boolean", ["recreate-unknown", "last-month", "plan", "defuse-formulas"]),
    },
    run: async (given) => (await import("./run/run.js")).run(given),
  },
  rules: {
    places: [],
    // `--flow` is the former name of `--of`, from the time when only reports had rules.
    flags: { of: "string", flow: "string", format: "string" },
    run: async ({ flags }) => {
      if (flags.of !== undefined && flags.flow !== undefined) throw wrong("rules", "--flow is the old name of --of: give one of them");
      return (await import("./rules.js")).rules(texts({ ...flags, of: flags.of ?? flags.flow }, ["of", "format"]));
    },
  },
  login: {
    places: [],
    flags: { port: "string", tokens: "string" },
    run: async ({ flags }) => (await import("./login.js")).login(texts(flags, ["port", "tokens"])),
  },
  demo: {
    places: ["ad-account-id?"],
    flags: {},
    run: async ({ places: [adAccountId] }) => (await import("./demo.js")).demo({ adAccountId }),
  },
};

handleStreamErrors();
process.exitCode = await main(process.argv.slice(2)).catch((error) => reportError(error));

async function main([word, ...rest]: readonly string[]): Promise<number> {
  if (word === "--version") return say(`${manifest().version}\n`);
  if (word === "--help" || word === "-h" || word === "help") return say(helpOf(rest[0]));
  if (word === undefined)
    throw new Usage("no command", `${suggestion("", Object.keys(COMMANDS))} pinterest-reports --help shows examples.`);
  const name = commandName(word);
  if (rest.includes("--help") || rest.includes("-h")) return say(HELP[name]);
  const call = given(name, rest);
  const telling = tellingOf(name, call);
  return COMMANDS[name].run(call).catch((error) => reportError(error, telling));
}

function all<Type extends string>(type: Type, names: readonly string[]): Readonly<Record<string, Type>> {
  return Object.fromEntries(names.map((name) => [name, type]));
}

function commandName(word: string): keyof typeof COMMANDS {
  if (Object.hasOwn(COMMANDS, word)) return word as keyof typeof COMMANDS;
  throw new Usage(`${word} is not a ${word.startsWith("-") ? "flag here" : "command"}`, suggestion(word, Object.keys(COMMANDS)));
}

/** How this call prints its problems. */
function tellingOf(name: keyof typeof COMMANDS, call: Given): ReportFormat {
  const { description } = COMMANDS[name];
  return description ? reportFormatOf(texts(call.flags, ["format"]).format, description(call)) : {};
}

function helpOf(word: string | undefined): string {
  return word === undefined ? HELP.top : HELP[commandName(word)];
}

function given(name: keyof typeof COMMANDS, args: readonly string[]): Given {
  const { places, flags } = COMMANDS[name];
  const options = Object.fromEntries(Object.entries(flags).map(([flag, type]) => [flag, { type }]));
  const { tokens, positionals } = parseArgs({ args: [...args], options, strict: false, tokens: true });
  const found: Record<string, string | true> = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const type = Object.hasOwn(flags, token.name) ? flags[token.name] : undefined;
    const known = Object.keys(flags).map((flag) => `--${flag}`);
    if (!type)
      throw wrong(name, `${token.rawName} is not a flag of ${name}`, known.length > 0 ? suggestion(token.rawName, known) : undefined);
    if (type === "string" && !token.value) throw wrong(name, `${token.rawName} needs a value`);
    if (type === "boolean" && token.value !== undefined) throw wrong(name, `${token.rawName} takes no value`);
    found[token.name] = token.value ?? true;
  }
  const missing = places.find((place, index) => !place.endsWith("?") && !positionals[index]);
  if (missing) throw wrong(name, `${name} needs <${missing}>`);
  if (positionals.length > places.length) throw wrong(name, `${positionals[places.length]} is one word too many`);
  return { places: positionals, flags: found };
}

/** The flags that control how files are generated from a description. */
function makingOf(flags: Given["flags"]): {
  readonly acceptProposed: boolean;
  readonly keepGoing: boolean;
  readonly strictProse: boolean;
  readonly descriptions: boolean;
} {
  const is = (flag: string): boolean => flags[flag] === true;
  const tolerance = { acceptProposed: is("accept-proposed"), keepGoing: is("keep-going"), strictProse: is("strict-prose") };
  return { ...tolerance, descriptions: !is("no-descriptions") };
}

function isForPrograms({ format }: Given["flags"]): boolean {
  return format === "github" || format === "json";
}

function texts<Name extends string>(flags: Given["flags"], names: readonly Name[]): { [Key in Name]?: string } {
  const entries = names.flatMap((name) => (typeof flags[name] === "string" ? [[name, flags[name]] as const] : []));
  return Object.fromEntries(entries) as { [Key in Name]?: string };
}

function wrong(command: string, message: string, hint?: string): Usage {
  return new Usage(message, [hint, `pinterest-reports ${command} --help shows examples.`].filter(Boolean).join(" "));
}

function say(text: string): number {
  process.stdout.write(text);
  return 0;
}
