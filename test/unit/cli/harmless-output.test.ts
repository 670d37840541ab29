import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { diff } from "../../../cli/commands/diff/diff.js";
import { generate } from "../../../cli/commands/generate/generate.js";
import { pull } from "../../../cli/commands/pull/pull.js";
import { reportError } from "../../../cli/terminal/errors.js";
import { noCommand } from "../../../generator/print.js";
import { testIo } from "../../support/in-process.js";
import { description, flowsText } from "../../support/made-up-description.js";

/**
 * Characters that move the cursor, reverse text or end a line, and commands for GitHub's runner in
 * the old and new syntax.
 */
const HARM =
  "h\u001b[2J\u0007\u009b2J\u202e\r\n::error::one\n  ::add-mask::two ##[stop-commands]three\n##[set-output name=a]4";

let folder = "";
let printed = "";
const add = (text: string): unknown => (printed += text);
const io = testIo({ stdout: add, stderr: add });
const at = (name: string): string => join(folder, name);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "harmless-"));
  printed = "";
  writeFileSync(at("all.yaml"), "operations: all\n");
  mkdirSync(at("out"));
  writeFileSync(
    at(process.platform === "win32" ? "out/theirs" : `out/${HARM.replaceAll("/", "")}`),
    "",
  );
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/**
 * A description with such text in every place that Pinterest controls. Each version has different
 * fields, enums and operations.
 */
function written(name: string, number: number): string {
  const document = parse(
    description
      .replace("https://example.test/v1", "https://api.pinterest.com/v5")
      .replace("shop/ask", "delivery_metrics/get"),
  );
  const harm = `${HARM}${number}`;
  document.info = { title: harm, version: `1.${number}.0${harm}` };
  const shop = document.paths["/shops/{shop}/questions"];
  document.paths[`/${harm}`] = {
    get: { ...structuredClone(shop.get), operationId: `odd/${harm}` },
  };
  document.paths[`/gone${number}`] = {
    get: { operationId: `gone/${harm}`, responses: { "204": { description: harm } } },
  };
  const { properties } = document.components.schemas.Ask;
  properties.tier.enum.push(harm);
  properties[harm] = {
    type: "string",
    description: `The ${harm} must not be a Sunday.`,
    pattern: `(?<${harm}>a)\\1`,
  };
  properties.end_date.description = `Must not be a Sunday ${harm}. The time between start_date and end_date cannot exceed ${number} days ${harm}.`;
  properties.clerk_ids = { not: { enum: [harm] }, [harm]: 1 };
  writeFileSync(at(name), JSON.stringify(document));
  return at(name);
}

const OUT = { out: "", flows: "" };
const options = (): typeof OUT => ({ out: at("out"), flows: at("all.yaml") });
const COMMANDS: Readonly<Record<string, () => Promise<unknown>>> = {
  generate: () => generate({ check: false, spec: written("1.json", 1), ...options() }, io),
  "generate, with rules that are proposed": () =>
    generate({ check: false, spec: written("1.json", 1), acceptProposed: true, ...options() }, io),
  "generate, with sentences that are unread": () => {
    writeFileSync(at("all.yaml"), "operations: { ask: delivery_metrics/get }\n");
    return generate(
      { check: false, spec: written("1.json", 1), strictProse: true, ...options() },
      io,
    );
  },
  "generate --check": async () => {
    await generate({ check: false, spec: written("1.json", 1), ...options() }, io);
    return generate({ check: true, spec: written("2.json", 2), ...options() }, io);
  },
  "generate --format json": () =>
    generate({ check: false, spec: written("1.json", 1), format: "json", ...options() }, io),
  "generate --summary, again and of an older version": async () => {
    const summary = at("news.md");
    await generate({ check: false, spec: written("1.json", 1), summary, ...options() }, io);
    await generate({ check: false, spec: at("1.json"), summary, ...options() }, io);
    await generate({ check: false, spec: written("2.json", 2), summary, ...options() }, io);
    return generate({ check: false, spec: at("1.json"), summary, ...options() }, io);
  },
  pull: async () => {
    mkdirSync(at("spec"));
    writeFileSync(at("spec/flows.yaml"), flowsText.replace("shop/ask", "delivery_metrics/get"));
    return pull(
      { from: written("1.json", 1), spec: at("spec"), acceptProposed: true, verbose: true },
      io,
    );
  },
  ...Object.fromEntries(
    ["text", "markdown", "json"].map((format) => [
      `diff --format ${format}`,
      () =>
        diff(
          { from: written("1.json", 1), to: written("2.json", 2), flows: at("all.yaml"), format },
          io,
        ),
    ]),
  ),
};

describe("text from a description, and file names", () => {
  it.each(Object.entries(COMMANDS))(
    "cannot move the cursor or run commands in a CI runner: %s",
    async (name, act) => {
      await act().catch((error) => reportError(error, io));
      expect(printed, printed).toContain("stop-commands");
      expect(printed).not.toMatch(/##\[/);
      expect(printed.split("\n").filter((line) => /^\s*::/.test(line))).toEqual([]);
      // JSON escapes these characters.
      if (!name.includes("json"))
        expect(
          [...printed.matchAll(/(?!\n)[\p{Cc}\u202a-\u202e]/gu)].map(({ 0: char }) => char),
        ).toEqual([]);
    },
  );

  it("are unchanged if they contain no commands", () => {
    for (const text of ["a::b", "# [x]", "##", ": :x", "std::x"])
      expect(noCommand(text)).toBe(text);
  });
});
