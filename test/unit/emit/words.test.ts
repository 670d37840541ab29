import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readAnnotations } from "../../../generator/parse/contract.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { withoutWords } from "../../../generator/parse/json.js";
import { printYaml } from "../../../generator/parse/yaml.js";
import { build } from "../../../generator/pipeline.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { ownFile, packageRoot } from "../../../generator/workspace.js";
import { compile } from "../../support/compile.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

/** Every place of a description that words reach comments from, each with a sentence of its own. */
function described(say: (place: string) => string): JsonObject {
  const text: JsonObject = { type: "string" };
  return {
    openapi: "3.0.3",
    info: { title: "Made up", version: "1.0.0" },
    servers: [{ url: "https://api.pinterest.com/v5" }],
    paths: {
      "/people/{person_id}": {
        post: {
          operationId: "people/update",
          summary: say("summary"),
          description: `${say("operation")}\n- day_cap: ${say("aside")}`,
          parameters: [
            { name: "person_id", in: "path", required: true, schema: text, description: say("parameter in the path") },
            { name: "how", in: "query", schema: { ...text, description: say("schema of a parameter") } },
            { $ref: "#/components/parameters/Order" },
          ],
          requestBody: {
            required: true,
            description: say("body"),
            content: { "application/json": { schema: { $ref: "#/components/schemas/Person" } } },
          },
          responses: {
            "200": { description: say("response"), content: { "application/json": { schema: { $ref: "#/components/schemas/Updated" } } } },
          },
        },
      },
    },
    components: {
      parameters: {
        Order: { name: "order", in: "query", schema: { type: "string", enum: ["A", "B"] }, description: say("shared parameter") },
      },
      schemas: {
        Person: {
          type: "object",
          description: say("schema"),
          required: ["hashes"],
          properties: {
            hashes: { type: "array", items: text, description: say("field") },
            names: { type: "array", items: { ...text, description: say("items") } },
            day_cap: { type: "integer", default: 3 },
            mood: { $ref: "#/components/schemas/Mood" },
            mood_now: { allOf: [{ $ref: "#/components/schemas/Mood" }], description: say("field with a reference") },
            home: { type: "object", properties: { town: { ...text, description: say("inner field") } } },
            notes: { type: "object", additionalProperties: { ...text, description: say("any name") } },
          },
        },
        Mood: { type: "string", enum: ["GOOD", "BAD"], description: say("enum") },
        Updated: { type: "object", description: say("answer"), properties: { id: { ...text, description: say("field of the answer") } } },
      },
    },
  };
}

const PLACES = new Set<string>();
const plain = described((place) => {
  PLACES.add(place);
  return `Our words for the ${place}.`;
});

async function made(document: JsonObject, { descriptions = true } = {}): Promise<ReadonlyMap<string, string>> {
  const annotations = readAnnotations(ownFile);
  const flows = { ...annotations.flows, flows: [], operations: [], others: { except: [] } };
  const pulled = contractOf(JSON.stringify(document), { ...flows, undecided: [] }, annotations.skipped);
  const contract = { document: descriptions ? pulled.document : withoutWords(pulled.document), source: pulled.source };
  return (await build({ ...contract, annotations: { ...annotations, flows } }, "elsewhere")).output;
}

/** A file without its comments. */
function code(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return path.endsWith(".ts") ? ts.createPrinter({ removeComments: true }).printFile(source) : text;
}

const { "source.ts": _, ...plainFiles } = Object.fromEntries(await made(plain));

describe("the output for another repository", () => {
  const types = plainFiles["operations/people-update/types.ts"] ?? "";

  it("carries the words of every place in schema.ts, and in types.ts those of the request and the answer", () => {
    const inSchema = [...PLACES].filter((place) => !plainFiles["schema.ts"]?.includes(`Our words for the ${place}.`));
    // What openapi-typescript says nothing of.
    expect(inSchema).toEqual(["schema of a parameter", "items", "any name"]);
    const notInTypes = [...PLACES].filter((place) => !types.includes(`Our words for the ${place}.`));
    expect(notInTypes).toEqual(["summary", "operation", "body", "response"]);
    const call = plainFiles["operations/people-update/call.ts"] ?? "";
    expect(call).toContain("Our words for the summary.\n *\n * Our words for the operation.");
  });

  it("has our own words first, then the description's, then what the operation says of the field", () => {
    expect(types).toContain("  /**\n   * Default: `3`.\n   *\n   * day_cap: Our words for the aside.\n   */\n  day_cap?: number;");
    expect(types).toContain("  /** Our words for the field. */\n  hashes: readonly string[];");
    expect(types).toContain("  /** Our words for the items. */\n  names?: readonly string[];");
    expect(types).toContain("  /** Our words for the enum. */\n  mood?:");
    expect(types).toContain("  /** Our words for the field with a reference. */\n  mood_now?:");
  });

  it("has none of them with --no-descriptions, and is the same code", async () => {
    const bare = await made(plain, { descriptions: false });
    for (const [path, text] of bare) {
      expect(text, path).not.toContain("Our words");
      if (path !== "source.ts") expect(code(path, text), path).toBe(code(path, plainFiles[path] ?? ""));
    }
    expect(bare.get("model.json")).toBe(plainFiles["model.json"]);
  });

  it("changes in comments alone when the description is reworded", async () => {
    const other = await made(described((place) => `Now it is said otherwise, and at length, of the ${place}.`));
    for (const [path, text] of Object.entries(plainFiles)) expect(code(path, other.get(path) ?? ""), path).toBe(code(path, text));
    expect(other.get("model.json")).toBe(plainFiles["model.json"]);
    expect(other.get("schema.ts")).not.toBe(plainFiles["schema.ts"]);
  });

  it("compiles with whatever the words are, and takes none for a tag", { timeout: 60_000 }, async () => {
    const hostile = ["*/ PWNED(); /*", "@deprecated\n@internal", "\u2028PWNED()\u202e", "{{#if x}} {{PWNED}}", "<b>*</b>/ PWNED();"].join(
      "\n\n",
    );
    const output = await made(described(() => hostile));
    for (const [path, text] of Object.entries(plainFiles)) expect(code(path, output.get(path) ?? ""), path).toBe(code(path, text));
    const tags = [...output].flatMap(([path, text]) => tagsIn(path, text));
    expect(new Set(tags)).toEqual(new Set([...Object.entries(plainFiles).flatMap(([path, text]) => tagsIn(path, text))]));
    expect(compile(output)).toEqual([]);
  });
});

function tagsIn(path: string, text: string): readonly string[] {
  const tags: string[] = [];
  const visit = (node: ts.Node): void => {
    tags.push(...ts.getJSDocTags(node).map(({ tagName }) => tagName.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return tags;
}

describe("this repository", () => {
  const files = ["generated", "spec", "docs"].flatMap((folder) =>
    readdirSync(new URL(`${folder}/`, packageRoot), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.(?:ts|json|yaml|md)$/.test(path))
      .map((path) => [`${folder}/${path}`, readFileSync(new URL(`${folder}/${path}`, packageRoot), "utf8")] as const),
  );

  it("gets none of the words by `pull`", () => {
    const { document } = contractOf(JSON.stringify(plain), { flows: [], others: { except: [] }, undecided: [] });
    const contract = printYaml(document, "contract");
    expect(contract).not.toContain("Our words");
    expect(JSON.stringify(document)).not.toContain("Our words");
  });

  it.runIf(descriptions !== null)("has no sentence of a description that is twelve words or longer", { timeout: 120_000 }, () => {
    const sentences = new Set(versions.flatMap((version) => [...sentencesOf(descriptionText(version))]));
    expect(sentences.size).toBeGreaterThan(1000);
    const found = files.flatMap(([path, text]) => {
      const words = plainWords(text);
      return [...sentences].filter((sentence) => words.includes(sentence)).map((sentence) => `${path}: ${sentence.slice(0, 60)}`);
    });
    expect(found).toEqual([]);
  });
});

/** The sentences of a description's texts that have twelve words or more, in lower case and without their signs. */
function sentencesOf(text: string): ReadonlySet<string> {
  const said = text.match(/(?:description|summary): +(?:\|-?\n(?: {4,}.*\n|\n)+|.+)/g) ?? [];
  const found = said.flatMap((one) => one.replace(/^\w+: +(?:\|-?)?/, "").split(/[.!?:](?:\s|$)|<[^>]*>|\n\s*\n|\n\s*-/));
  return new Set(found.map(plainWords).filter((sentence) => sentence.split(" ").length >= 12));
}

function plainWords(text: string): string {
  return (text.toLowerCase().match(/[a-z0-9_]+/g) ?? []).join(" ");
}

describe.runIf(descriptions !== null)("in an editor", () => {
  const version = versions.at(-1) ?? "";

  it("`em` says that it is hashes, and `daily_spend_cap` what it is counted in", { timeout: 120_000 }, async () => {
    const annotations = readAnnotations(ownFile);
    const flows = { ...annotations.flows, flows: [], operations: [], others: { except: [] } };
    const pulled = contractOf(descriptionText(version), { ...flows, undecided: [] }, annotations.skipped);
    const { output } = await build(
      { document: pulled.document, source: pulled.source, annotations: { ...annotations, flows } },
      "elsewhere",
    );
    const program = `import type { CampaignsCreateBody, EventsCreateRequest } from "./operations.js";
declare const events: EventsCreateRequest;
declare const campaign: CampaignsCreateBody;
export const all = [events.data[0]?.user_data.em, campaign.daily_spend_cap];`;
    const shown = hovers(output, program, ["user_data.em", "campaign.daily_spend_cap"]);
    expect(shown[0]).toMatch(/sha-?256/i);
    expect(shown[1]).toMatch(/microcurrency/i);
  });
});

/** What an editor shows of a program beside the output, at the end of each text. */
function hovers(output: ReadonlyMap<string, string>, program: string, texts: readonly string[]): readonly string[] {
  const folder = fileURLToPath(temporaryFolder());
  const files = new Map([...output, ["program.ts", program]].map(([path, text]) => [`${folder}${path}`, text]));
  const options: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    paths: {
      "pinterest-reports/support": [fileURLToPath(new URL("runtime/support.ts", packageRoot))],
      "pinterest-reports/support/client": [fileURLToPath(new URL("runtime/support-client.ts", packageRoot))],
    },
  };
  const read = (path: string): string | undefined => files.get(path) ?? ts.sys.readFile(path);
  const service = ts.createLanguageService({
    getCompilationSettings: () => options,
    getScriptFileNames: () => [`${folder}program.ts`],
    getScriptVersion: () => "1",
    getScriptSnapshot: (path) => {
      const text = read(path);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
    getCurrentDirectory: () => folder,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    fileExists: (path) => files.has(path) || ts.sys.fileExists(path),
    readFile: read,
  });
  return texts.map((text) => {
    const at = program.indexOf(text) + text.length - 1;
    return ts.displayPartsToString(service.getQuickInfoAtPosition(`${folder}program.ts`, at)?.documentation);
  });
}
