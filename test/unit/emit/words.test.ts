import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { printYaml } from "../../../generator/parse/yaml.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { packageRoot } from "../../../generator/workspace.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { code, described, made, PLACES, plain, plainFiles } from "../../support/worded.js";

/**
 * The sentences in a description that have at least twelve words, in lower case and without
 * punctuation.
 */
function sentencesOf(text: string): ReadonlySet<string> {
  const said = text.match(/(?:description|summary): +(?:\|-?\n(?: {4,}.*\n|\n)+|.+)/g) ?? [];
  const found = said.flatMap((one) =>
    one.replace(/^\w+: +(?:\|-?)?/, "").split(/[.!?:](?:\s|$)|<[^>]*>|\n\s*\n|\n\s*-/),
  );
  return new Set(found.map(plainWords).filter((sentence) => sentence.split(" ").length >= 12));
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9_]+/g) ?? []).join(" ");
}

describe("the output for another repository", () => {
  const types = ["operations/people-update/schema.ts", "schemas.ts"]
    .map((path) => plainFiles[path] ?? "")
    .join("\n");

  it("contains all text in schema.ts, and also the text for requests and responses next to their types", () => {
    const inSchema = [...PLACES].filter(
      (place) => !plainFiles["schema.ts"]?.includes(`Our words for the ${place}.`),
    );
    // openapi-typescript omits the text of these.
    expect(inSchema).toEqual(["schema of a parameter", "items", "any name"]);
    const notInTypes = [...PLACES].filter(
      (place) => !types.includes(`Our words for the ${place}.`),
    );
    expect(notInTypes).toEqual(["summary", "operation", "body", "response"]);
    const call = plainFiles["operations/people-update/call.ts"] ?? "";
    expect(call).toContain("Our words for the summary.\n *\n * Our words for the operation.");
  });

  it("puts the description's text before ours, on one line if it fits", () => {
    expect(types).toContain(
      "  /** day_cap: Our words for the aside. Default: `3`. */\n  day_cap?: number;",
    );
    expect(types).toContain("  /** Our words for the field. */\n  hashes: readonly string[];");
    expect(types).toContain("  /** Our words for the items. */\n  names?: readonly string[];");
    expect(types).toContain("  /** Our words for the enum. */\n  mood?:");
    expect(types).toContain("  /** Our words for the field with a reference. */\n  mood_now?:");
  });

  it("contains the text of a field once, without repeating it at the type that is named after the field", () => {
    const own = plainFiles["operations/people-update/schema.ts"] ?? "";
    expect(own).toContain("export type PeopleUpdateOrder =");
    expect(own.split("Our words for the shared parameter.")).toHaveLength(2);
  });

  it("omits the text with --no-descriptions, but keeps the same code", async () => {
    const bare = await made(plain, { descriptions: false });
    for (const [path, text] of bare) {
      expect(text, path).not.toContain("Our words");
      if (path !== "source.ts")
        expect(code(path, text), path).toBe(code(path, plainFiles[path] ?? ""));
    }
    expect(bare.get("model.json")).toBe(plainFiles["model.json"]);
  });

  it("changes only in its comments if the description is reworded", async () => {
    const other = await made(
      described((place) => `Now it is said otherwise, and at length, of the ${place}.`),
    );
    for (const [path, text] of Object.entries(plainFiles))
      expect(code(path, other.get(path) ?? ""), path).toBe(code(path, text));
    expect(other.get("model.json")).toBe(plainFiles["model.json"]);
    expect(other.get("schema.ts")).not.toBe(plainFiles["schema.ts"]);
  });
});

describe("this repository", () => {
  const files = ["generated", "spec", "docs"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, packageRoot), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:ts|json|yaml|md)$/.test(path))
      .map(
        (path) =>
          [
            `${folder}/${path}`,
            readFileSync(new URL(`${folder}/${path}`, packageRoot), "utf8"),
          ] as const,
      ),
  );

  it("gets a contract without the description's text from `pull`", () => {
    const { document } = contractOf(JSON.stringify(plain), {
      flows: [],
      remaining: { except: [] },
      undecided: [],
    });
    const contract = printYaml(document, "contract");
    expect(contract).not.toContain("Our words");
    expect(JSON.stringify(document)).not.toContain("Our words");
  });

  it.runIf(descriptions !== null)(
    "contains no sentence of twelve or more words from a description",
    () => {
      const sentences = new Set(
        versions.flatMap((version) => [...sentencesOf(descriptionText(version))]),
      );
      expect(sentences.size).toBeGreaterThan(1000);
      const found = files.flatMap(([path, text]) => {
        const words = plainWords(text);
        return [...sentences]
          .filter((sentence) => words.includes(sentence))
          .map((sentence) => `${path}: ${sentence.slice(0, 60)}`);
      });
      expect(found).toEqual([]);
    },
  );
});
