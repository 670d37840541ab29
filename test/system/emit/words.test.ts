import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { build } from "../../../generator/pipeline.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { packageRoot, shippedFile } from "../../../generator/workspace.js";
import { compile } from "../../support/compile.js";
import { descriptions, descriptionText, versions } from "../../support/descriptions.js";
import { temporaryFolder } from "../../support/temporary-folder.js";
import { code, described, made, plainFiles } from "../../support/worded.js";

function tagsIn(path: string, text: string): readonly string[] {
  const tags: string[] = [];
  const visit = (node: ts.Node): void => {
    tags.push(...ts.getJSDocTags(node).map(({ tagName }) => tagName.text));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true));
  return tags;
}

/** An editor's hover text at the end of each snippet, in a program next to the output. */
function hovers(
  output: ReadonlyMap<string, string>,
  program: string,
  texts: readonly string[],
): readonly string[] {
  const folder = fileURLToPath(temporaryFolder());
  const files = new Map(
    [...output, ["program.ts", program]].map(([path, text]) => [`${folder}${path}`, text]),
  );
  const options: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    paths: {
      "pinterest-reports/support": [fileURLToPath(new URL("runtime/support.ts", packageRoot))],
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
    return ts.displayPartsToString(
      service.getQuickInfoAtPosition(`${folder}program.ts`, at)?.documentation,
    );
  });
}

describe("the code generated in another repository", () => {
  it("compiles with any text in the description, and never treats it as a tag", async () => {
    const hostile = [
      "*/ PWNED(); /*",
      "@deprecated\n@internal",
      "\u2028PWNED()\u202e",
      "{{#if x}} {{PWNED}}",
      "<b>*</b>/ PWNED();",
    ].join("\n\n");
    const output = await made(described(() => hostile));
    for (const [path, text] of Object.entries(plainFiles))
      expect(code(path, output.get(path) ?? ""), path).toBe(code(path, text));
    const tags = [...output].flatMap(([path, text]) => tagsIn(path, text));
    expect(new Set(tags)).toEqual(
      new Set([...Object.entries(plainFiles).flatMap(([path, text]) => tagsIn(path, text))]),
    );
    expect(compile(output)).toEqual([]);
  });
});

describe.runIf(descriptions !== null)("an editor", () => {
  const version = versions.at(-1) ?? "";

  it("shows that `em` holds SHA-256 hashes and that `daily_spend_cap` is in microcurrency", async () => {
    const annotations = readAnnotations(shippedFile);
    const flows = { ...annotations.flows, flows: [], operations: [], remaining: { except: [] } };
    const pulled = contractOf(
      descriptionText(version),
      { ...flows, undecided: [] },
      annotations.skipped,
    );
    const { output } = await build(
      { document: pulled.document, source: pulled.source, annotations: { ...annotations, flows } },
      "elsewhere",
    );
    const program = `import type { CampaignsCreateRequest, EventsCreateRequest } from "./types.js";
declare const events: EventsCreateRequest;
declare const campaign: CampaignsCreateRequest["body"][number];
export const all = [events.data[0]?.user_data.em, campaign.daily_spend_cap];`;
    const shown = hovers(output, program, ["user_data.em", "campaign.daily_spend_cap"]);
    expect(shown[0]).toMatch(/sha-?256/i);
    expect(shown[1]).toMatch(/microcurrency/i);
  });
});
