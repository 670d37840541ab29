import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { FLAGS_OF, main } from "../../../cli/main.js";
import { BODY, place } from "../../support/cli-fake-server.js";
import { command, signalledIo, testIo } from "../../support/in-process.js";
import { description } from "../../support/made-up-description.js";
import { IDS, many } from "../../support/many-accounts.js";

const NAMES = Object.keys(FLAGS_OF) as (keyof typeof FLAGS_OF)[];
/** Always prints JSON to stdout. */
const NO_FORMAT = ["mcp"];
const SYNC = {
  target: "ads",
  tables: {
    days: { level: "CAMPAIGN", granularity: "DAY", columns: ["CAMPAIGN_ID", "SPEND_IN_DOLLAR"] },
  },
};
const stdin = JSON.stringify(BODY);

/** What each command prints to stdout with these flags. */
const PRINTED: Readonly<Record<string, (flags: readonly string[]) => Promise<string>>> = {
  accounts: async (flags) => {
    await using made = await place();
    return (await made.call(["accounts", ...flags])).stdout;
  },
  columns: async (flags) => (await command(["columns", "--search", "spend", ...flags])).stdout,
  demo: async (flags) => (await command(["demo", ...flags])).stdout,
  diff: async (flags) => {
    await using made = await many();
    writeFileSync(join(made.folder, "openapi.yaml"), description);
    return (await made.call(["diff", "openapi.yaml", "openapi.yaml", ...flags])).stdout;
  },
  doctor: async (flags) => {
    await using made = await place();
    return (await made.call(["doctor", ...flags])).stdout;
  },
  explain: async (flags) => (await command(["explain", "auth", ...flags])).stdout,
  generate: async (flags) =>
    (await command(["generate", "--spec", "none.yaml", "--out", "none", ...flags])).stdout,
  login: async (flags) => {
    const { stdout } = await command(["login", "--port", "x", ...flags]);
    return stdout === "" ? "null" : stdout;
  },
  plan: async (flags) =>
    (await command(["plan", "-", "--since", "3d", ...flags], { stdin })).stdout,
  pull: async (flags) => (await command(["pull", "none.yaml", ...flags])).stdout,
  rules: async (flags) => (await command(["rules", ...flags])).stdout,
  run: async (flags) => {
    await using made = await many();
    const args = ["run", IDS[0] ?? "", "-", "--since", "2d", ...flags];
    return (await made.call(args, { stdin })).stdout;
  },
  serve: async (flags) => {
    const signals = signalledIo();
    let printed = "";
    const io = {
      ...testIo({
        stdout: (text) => {
          printed += text;
          signals.send("SIGTERM");
        },
      }),
      ...signals,
    };
    await main(["serve", ...flags], io);
    return printed;
  },
  sync: async (flags) => {
    await using made = await many();
    writeFileSync(join(made.folder, "sync.json"), JSON.stringify(SYNC));
    const args = ["sync", "sync.json", "--dry-run", ...flags];
    return (await made.call(args)).stdout;
  },
  validate: async (flags) =>
    (await command(["validate", "-", ...flags], { stdin: JSON.stringify({ level: "X" }) })).stdout,
};
/** These print JSON only for problems. Here the problem is a missing file. */
const ONLY_PROBLEMS = ["generate", "pull"];

describe("each command", () => {
  it("accepts --format, and --json as its short form", () => {
    for (const name of NAMES.filter((each) => !NO_FORMAT.includes(each)))
      expect(FLAGS_OF[name].flags, name).toMatchObject({ format: "string", json: "boolean" });
  });

  it("gives each flag the same type as the other commands do, except --finish", () => {
    const kinds = new Map<string, Set<string>>();
    for (const { flags } of Object.values(FLAGS_OF))
      for (const [flag, kind] of Object.entries(flags))
        kinds.set(flag, (kinds.get(flag) ?? new Set()).add(kind));
    const twice = [...kinds].filter(([, found]) => found.size > 1).map(([flag]) => flag);
    // `sync` uses `--finish` for two steps: of a run's plan, and of an abandoned journal.
    expect(twice.sort()).toEqual(["finish"]);
  });

  it("has a test in this file", () => {
    expect(Object.keys(PRINTED).sort()).toEqual(
      NAMES.filter((each) => !NO_FORMAT.includes(each)).sort(),
    );
  });

  it.each(Object.keys(PRINTED).filter((name) => !ONLY_PROBLEMS.includes(name)))(
    "prints the same JSON with --json and --format json: %s",
    async (name) => {
      const [short = "", long = ""] = await Promise.all(
        [["--json"], ["--format", "json"]].map((flags) => PRINTED[name]?.(flags)),
      );
      const shapes = [short, long].map((text) => shapeOf(JSON.parse(text)));
      expect(shapes[0]).toEqual(shapes[1]);
    },
  );

  it.each(Object.keys(PRINTED))("rejects --json combined with another format: %s", async (name) => {
    const needed = FLAGS_OF[name as keyof typeof FLAGS_OF].positionals
      .filter((each) => !each.endsWith("?"))
      .map(() => "x");
    const { exit, stderr } = await command([name, ...needed, "--json", "--format", "other"]);
    expect({ exit, stderr }).toEqual({
      exit: 2,
      stderr: `error  --json and --format other cannot be combined\n  fix  \`pinterest-reports ${name} --help\` shows examples.\n`,
    });
  });
});

/** Only the keys of the JSON, because tokens, ports and times differ. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, 1).map(shapeOf);
  return typeof value === "object" && value !== null ? Object.keys(value).sort() : typeof value;
}
