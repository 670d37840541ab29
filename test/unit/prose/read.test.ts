import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseSkipped } from "../../../generator/parse/annotations.js";
import { parseFlows } from "../../../generator/parse/config.js";
import {
  indexBlocks,
  readDescription,
  readDescriptionUnindexed,
} from "../../../generator/parse/description.js";
import { fetchDescription } from "../../../generator/parse/fetch.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { Problems } from "../../../generator/problem.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { description, flows, flowsText } from "../../support/made-up-description.js";

function told(act: () => unknown): string {
  try {
    act();
    return "";
  } catch (error) {
    if (error instanceof Problems)
      return error.list.map(({ what, where }) => `${where}: ${what}`).join("\n");
    throw error;
  }
}

const contract = (text: string) => (): unknown => contractOf(text, flows);

describe("a description", () => {
  it("is read the same with Windows line endings", async () => {
    const folder = mkdtempSync(join(tmpdir(), "line-ends-"));
    try {
      const file = join(folder, "api.yaml");
      writeFileSync(file, description.replaceAll("\n", "\r\n"));
      expect(await fetchDescription(file)).toEqual({
        text: description,
        origin: { file: "api.yaml" },
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it.runIf(process.platform === "linux")("is rejected if the file never ends", async () => {
    await expect(fetchDescription("/dev/zero")).rejects.toThrow("the file is larger than 64 MB");
  });

  it("is indexed by its indentation, or parsed as a whole if that is impossible", () => {
    expect([...(indexBlocks(description)?.paths.keys() ?? [])]).toEqual([
      "/unrelated",
      "/shops/{shop}/questions",
    ]);
    expect([...(indexBlocks(description)?.components.get("schemas")?.keys() ?? [])]).toEqual([
      "Ask",
      "Grain",
      "Look",
      "Unrelated",
    ]);
    for (const other of [
      `---\n${description}`,
      description.replace("paths:", "paths: {}\nmore:"),
      description.replaceAll("\n", "\r\n"),
    ])
      expect(indexBlocks(other)).toBeNull();
  });

  it("is parsed only where it is used", () => {
    const text = description.replace("description: Something else", "description: [what, is, this");
    expect(told(contract(text))).toBe("");
    expect(told(() => readDescriptionUnindexed(text))).toContain("invalid YAML");
  });

  it("counts as truncated if it ends within a line, unless the line is a complete reference", () => {
    const long = description.replace("paths:", `${"# nothing\n".repeat(10_000)}paths:`);
    const login = (end: string) => (): unknown =>
      readDescription(`${long}      x-end:\n        ${end}`).component("securitySchemes", "login");
    expect(told(login("type: stri"))).toContain(
      "the description ends in the middle of a line, within login",
    );
    expect(told(login('$ref: "#/components/schemas/Grain'))).toContain(
      "the description ends in the middle of a line, within login",
    );
    expect(told(login('$ref: "#/components/schemas/Grain"'))).toBe("");
    expect(told(login("type: string\n"))).toBe("");
  });

  it.each([
    ["an empty text", "", "it is empty"],
    ["white space", " \n\n", "it is empty"],
    ["HTML", "<!doctype html><html></html>", "it is HTML or XML"],
    ["a word", "Not Found", "it is not an object"],
    ["a list", "- a\n- b\n", "it is not an object"],
    ["JSON that was cut off", '{"openapi": "3.0.3", "info', "invalid or truncated"],
    [
      "JSON with a key twice",
      '{"openapi": "3.0.3", "info": {"title": "A", "t\\u0069tle": "B"}}',
      "description:1: the key title occurs twice",
    ],
    ["JSON without end", `${'{"a":'.repeat(5000)}1${"}".repeat(5000)}`, "nested deeper"],
    [
      "YAML without end",
      `openapi: ${"[".repeat(9000)}${"]".repeat(9000)}\npaths:\n  /a: 1\ncomponents:\n  schemas:\n    A: 1\n`,
      "deeper|invalid YAML",
    ],
    ["other YAML", "a: b\n", "not an OpenAPI 3 description"],
    [
      "a description that was cut off",
      description.slice(0, description.indexOf("    Grain:")),
      "the target of a reference does not exist",
    ],
    [
      "a description cut off within a part that it needs",
      description.slice(0, description.indexOf("        clerk_ids:") + 20),
      "clerk_ids|invalid YAML|does not exist",
    ],
    ["several documents", `${description}---\n${description}`, "several YAML documents"],
    ["JSON with an end too early", '{\n  "openapi": "3.0.3"', "description:2: .* at column 21 "],
    ["JSON with a comma too many", '{\n  "openapi": "3.0.3",\n}', "description:3: .* at column 1 "],
  ])("is rejected if it is %s", (_, text, what) => {
    expect(told(contract(text))).toMatch(new RegExp(what));
  });

  it.each([
    [
      "an alias of nothing",
      "title: A field",
      "<<: *grain # A field",
      "the alias *grain has no anchor &grain before it",
    ],
    [
      "a tag of a program",
      "type: string\n      description: Steps",
      "type: !kind string\n      description: Steps",
      "Unresolved tag: !kind",
    ],
    [
      "a key twice",
      "      description: Steps of time\n",
      "      description: Steps of time\n      type: string\n",
      "twice",
    ],
    [
      "a path twice",
      "  /unrelated:",
      '  "/shops/{shop}/questions": {}\n  /unrelated:',
      "the key /shops/{shop}/questions occurs twice",
    ],
    [
      "a schema twice",
      "    Unrelated:",
      "    Grain: { type: string }\n    Unrelated:",
      "the key Grain occurs twice",
    ],
    ["a section twice", "  schemas:", "  schemas: {}\n  schemas:", "the key schemas occurs twice"],
    ["a top key twice", "servers:", "info: {}\nservers:", "the key info occurs twice"],
    ["infinity", "maxItems: 50", "maxItems: .inf", "this number cannot be represented in JSON"],
  ])("is rejected with %s", (_, now, then, what) => {
    expect(told(contract(description.replace(now, then)))).toContain(what);
    expect(told(contract(`---\n${description.replace(now, then)}`))).not.toBe("");
  });

  it("can contain properties with names from Object.prototype", () => {
    const text = description.replace(
      "        clerk_ids:",
      "        constructor: { type: string }\n        __proto__: { type: string }\n        clerk_ids:",
    );
    const { document } = contractOf(text, flows);
    const names = JSON.stringify(document).match(
      /"(?:constructor|__proto__)":\{"type":"string"\}/g,
    );
    expect(names).toHaveLength(2);
    expect(({} as { type?: string }).type).toBeUndefined();
    expect(told(contract(description.replace("schemas/Grain", "schemas/constructor")))).toContain(
      "does not exist",
    );
  });

  it("does not contain components or paths that objects inherit", () => {
    for (const read of [readDescription(description), readDescriptionUnindexed(description)]) {
      expect(read.component("schemas", "toString")).toBeUndefined();
      expect(read.component("constructor", "name")).toBeUndefined();
      expect(read.path("valueOf")).toBeUndefined();
    }
  });
});

describe("YAML", () => {
  it("is parsed with line numbers", () => {
    const yaml = parseYaml("a:\n  b: 1\n  c:\n    - x\n    - y\n", "file.yaml");
    expect([
      yaml.lineOf("a", "b"),
      yaml.lineOf("a", "c", 1),
      yaml.lineOf("a", "gone"),
      yaml.lineOf("gone"),
    ]).toEqual([2, 5, 1, 1]);
  });
});

describe("flows.yaml", () => {
  it("names reports and classifies statuses", () => {
    expect(parseFlows(flowsText)).toEqual({
      flows: [
        { name: "question", create: "shop/ask", poll: "shop/look", where: "spec/flows.yaml:2" },
      ],
      statuses: { pending: ["BUSY"], done: ["DONE"], failed: ["BROKEN"] },
      statusesAt: "spec/flows.yaml:3",
      file: "spec/flows.yaml",
    });
  });

  it.each([
    ["flows:\n", "streams:\n", "spec/flows.yaml:1: unknown key streams"],
    ["poll: shop/look", "pull: shop/look", "spec/flows.yaml:2: unknown key pull"],
    ["question:", "Question:", "not kebab-case: Question"],
    ["done: [DONE]", "done: DONE", "`done` is not a list"],
    ["done: [DONE]", "done: [DONE, BUSY]", "the status BUSY is listed twice"],
    ["failed:", "dead:", "unknown key dead"],
  ])("rejects %j with %j", (now, then, what) => {
    expect(told(() => parseFlows(flowsText.replace(now, then)))).toContain(what);
  });
});

describe("skipped.yaml", () => {
  it("requires a reason for each sentence", () => {
    const text = "skipped:\n  - fingerprint: 0123456789abcdef\n    reason: It does not reach us.\n";
    expect(parseSkipped(text)).toEqual(
      new Map([["0123456789abcdef", { reason: "It does not reach us." }]]),
    );
    expect(parseSkipped(`${text}    until: 5.10.0\n`).get("0123456789abcdef")?.until).toBe(
      "5.10.0",
    );
    expect(told(() => parseSkipped(`${text}    until: 5.10\n`))).toContain(
      "spec/skipped.yaml:4: `until` is not a version",
    );
    expect(parseSkipped("skipped: []\n")).toEqual(new Map());
    expect(
      told(() => parseSkipped(text.replace("reason: It does not reach us.", "reason: ''"))),
    ).toContain("spec/skipped.yaml:2");
    expect(told(() => parseSkipped(text.replace("reason:", "because:")))).toContain(
      "spec/skipped.yaml:3: `because` has been renamed to `reason`",
    );
    expect(told(() => parseSkipped(text.replace("0123456789abcdef", "0123")))).toContain(
      "not the fingerprint",
    );
    expect(told(() => parseSkipped("skip: []\n"))).toContain("unknown key skip");
  });
});
