import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annotations, jsonLines } from "../../../generator/print.js";
import { command } from "../../support/in-process.js";
import { commandOf } from "../../support/runner-command.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

const problem = {
  what: "a rule names no field",
  where: "spec/rules.yaml:12",
  why: "It would bind nothing.",
  fix: "Name one.",
};

describe("GitHub annotations", () => {
  it("point to the file and line of a problem", () => {
    expect(annotations([problem])).toBe(
      "::error file=spec/rules.yaml,line=12,title=a rule names no field::why: It would bind nothing.%0Afix: Name one.\n",
    );
  });

  it.each<[string, string | undefined, Record<string, string>]>([
    ["description:7", "api/openapi.yaml", { file: "api/openapi.yaml", line: "7" }],
    ["description:7 (#/paths)", "api/openapi.yaml", { file: "api/openapi.yaml", line: "7" }],
    ["description:7", "https://example.com/openapi.yaml", {}],
    ["description:7", undefined, {}],
    ["#/paths/~1a/get, sentence 2", "openapi.yaml", {}],
    ["https://example.com/openapi.yaml", undefined, {}],
    ["generated/report/flow.ts", undefined, { file: "generated/report/flow.ts" }],
  ])(
    "point to the location %s if it is in a local file, with the description %s",
    (where, description, place) => {
      const { title, ...properties } =
        commandOf(annotations([{ ...problem, where }], description).trimEnd())?.properties ?? {};
      expect(title).toBe(problem.what);
      expect(properties).toEqual(place);
    },
  );

  it("are a single command each, whatever the description contains", () => {
    const hostile = fc
      .array(
        fc.constantFrom(
          "::error::",
          "\n::set-env name=PATH::x",
          "\r",
          "%0A",
          "%",
          ":",
          ",",
          "=",
          "##[add-mask]",
          "\u001b[2J",
          "a",
          " ",
        ),
      )
      .map((parts) => parts.join(""));
    const given = fc.record({
      what: hostile,
      where: hostile,
      why: hostile,
      fix: hostile,
      text: hostile,
    });
    fc.assert(
      fc.property(given, ({ text, ...rest }) => {
        const [line = "", ...more] = annotations([{ ...rest, notes: [["text", text]] }]).split(
          "\n",
        );
        const shown = (said: string): string =>
          said.replaceAll("\r", "\\u000d").replaceAll("\u001b", "\\u001b");
        expect(more).toEqual([""]);
        expect(commandOf(line)?.name).toBe("error");
        expect(commandOf(line)?.properties.title).toBe(shown(rest.what));
        expect(
          commandOf(line)?.message.endsWith(
            shown(`text: ${text}\nwhy: ${rest.why}\nfix: ${rest.fix}`),
          ),
        ).toBe(true);
      }),
    );
  });
});

it("JSON output has one object per line, with all notes, even those with the same name", () => {
  const notes = [
    ["also", "a\nb"],
    ["also", "c"],
    ["part of", "d"],
  ] as const;
  const lines = jsonLines([problem, { ...problem, notes }]).split("\n");
  expect(lines.pop()).toBe("");
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { ...problem, notes: [] },
    { ...problem, notes: notes.map(([name, value]) => ({ name, value })) },
  ]);
});

describe("--format", () => {
  const broken = temporaryFolder();
  writeFileSync(new URL("openapi.yaml", broken), "openapi: 3.0.3\ninfo: { title: A, title: B }\n");
  const cwd = fileURLToPath(broken);

  it.concurrent("github prints a problem with the description's line on stdout", async () => {
    const { exit, stdout } = await command(
      ["generate", "--spec", "openapi.yaml", "--out", "out", "--format", "github"],
      { cwd },
    );
    expect(exit).toBe(2);
    expect(stdout).toMatch(/^::error (file=openapi\.yaml,line=2,)?title=.*::.*fix: .*\n$/);
  });

  it.concurrent("text and json print the description's line with the file name that the user passed", async () => {
    const generate = ["generate", "--spec", "./openapi.yaml", "--out", "out"];
    const { stderr } = await command(generate, { cwd });
    expect(stderr).toContain("\n  ./openapi.yaml:2\n");
    const { stdout } = await command([...generate, "--format", "json"], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({ where: "./openapi.yaml:2" });
    const pulled = await command(["pull", "openapi.yaml"], { cwd });
    expect(pulled.stderr).toContain("\n  openapi.yaml:2\n");
  });

  it.concurrent("json prints the result of pull", async () => {
    const { exit, stdout, stderr } = await command(["pull", "nowhere.yaml", "--format", "json"], {
      cwd,
    });
    expect({ exit, stderr }).toEqual({ exit: 2, stderr: "" });
    expect(JSON.parse(stdout)).toMatchObject({
      what: "the description cannot be read: there is no such file",
      where: "nowhere.yaml",
    });
  });

  it.concurrent("github prints each violation from validate on one line", async () => {
    writeFileSync(
      new URL("body.json", broken),
      JSON.stringify({ level: "A\n::error::B", columns: ["SPEND_IN_DOLAR"] }),
    );
    const { exit, stdout } = await command(["validate", "body.json", "--format", "github"], {
      cwd,
    });
    expect(exit).toBe(1);
    const lines = stdout.trimEnd().split("\n");
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(line).toMatch(/^::error file=body\.json,title=[\w-]+::/);
    expect(
      (await command(["validate", "-", "--format", "github"], { stdin: "{}" })).stdout,
    ).toMatch(/^::error title=/);
  });

  it.concurrent("rejects an unknown format", async () => {
    const { exit, stderr } = await command(["generate", "--check", "--format", "gitlab"]);
    expect(exit).toBe(2);
    expect(stderr).toContain("unknown format: gitlab");
  });
});
