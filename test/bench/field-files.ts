// The files that one field of a body passes from the contract to its check in the validator: npm run entered:field.
// By coverage: a contract with one more field is generated as well, and a file counts if one of its functions is called more often then,
// or if a template is rendered more often.
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Session } from "node:inspector/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { SharedChecks } from "../../generator/emit/checks.js";
import { fileViews } from "../../generator/emit/files.js";
import { Imports } from "../../generator/emit/imports.js";
import { Lists } from "../../generator/emit/lists.js";
import { renderer } from "../../generator/emit/render.js";
import { validateView } from "../../generator/emit/validator.js";
import { lower } from "../../generator/lower/lower.js";
import type { Model } from "../../generator/model/model.js";
import { readAnnotations, readContract } from "../../generator/parse/contract.js";

type Counts = ReadonlyMap<string, number>;

const ROOT = new URL("../../", import.meta.url);
const SCHEMA = "    AdsAnalyticsCreateAsyncRequest:\n      type: object\n      properties:\n";
const FIELD = `        shelf_ids:
          items:
            $ref: "#/components/schemas/Pinterest.Lib.IntegerFormatType"
          maxItems: 500
          minItems: 1
          type: array
`;

/** A copy of spec/, with one more field if asked. `source.yaml` then names no digest, which would be that of another contract. */
function specIn(folder: string, hasMore: boolean): URL {
  mkdirSync(folder);
  const read = (name: string): string => readFileSync(new URL(`spec/${name}`, ROOT), "utf8");
  const contract = read("contract.yaml");
  if (!contract.includes(SCHEMA)) throw new Error("the contract has no report body of this form");
  writeFileSync(join(folder, "contract.yaml"), hasMore ? contract.replace(SCHEMA, SCHEMA + FIELD) : contract);
  writeFileSync(join(folder, "source.yaml"), read("source.yaml").replace(/^contract: .*\n/m, ""));
  return pathToFileURL(`${folder}/`);
}

/** Copies of the templates that print their own name: where they start, and for each item of a list. */
function markedTemplates(folder: string): URL {
  cpSync(new URL("templates", ROOT), folder, { recursive: true });
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".hbs")))
    writeFileSync(
      join(folder, name),
      readFileSync(join(folder, name), "utf8").replace(/^|\{\{#each [^}]*\}\}/g, `$&<<templates/${name}>>`),
    );
  return pathToFileURL(`${folder}/`);
}

/** The part of the view of `report/validate.ts` that is the same for all validators: names and imports. */
function commonView(spec: URL): object {
  const file = fileViews(modelOf(spec), "here").find(({ path }) => path === "report/validate.ts");
  if (file === undefined) throw new Error("there is no report/validate.ts");
  return file.view as object;
}

function modelOf(spec: URL): Model {
  return lower({ ...readContract(spec), annotations: readAnnotations((name) => new URL(`spec/${name}`, ROOT)) }).model;
}

/** Reads a contract and renders the report's validator: how often each template was rendered. */
function renderValidator(spec: URL, templates: URL, common: object): Counts {
  const model = modelOf(spec);
  const [report] = model.flows;
  if (report === undefined) throw new Error("there is no report");
  const lists = new Lists(model);
  const context = { imports: new Imports("report/validate.ts", "here"), lists, checks: new SharedChecks(model, lists) };
  const counts = new Map<string, number>();
  const text = renderer(templates)("validate", { ...common, ...(validateView(report, context) as object), imports: context.imports.view });
  for (const [, name = ""] of text.matchAll(/<<(templates\/[^>]+)>>/g)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** How often each function of the generator was called, and each template rendered, by file. */
async function countsOf(session: Session, work: () => Counts): Promise<ReadonlyMap<string, Counts>> {
  await session.post("Profiler.takePreciseCoverage");
  const templates = work();
  const { result } = await session.post("Profiler.takePreciseCoverage");
  const byFile = new Map<string, Counts>([...templates].map(([name, count]) => [name, new Map([["", count]])]));
  for (const { url, functions } of result.filter((script) => script.url.startsWith(`${ROOT}generator/`)))
    byFile.set(url.slice(ROOT.href.length), new Map(functions.map(({ ranges: [all] }) => [`${all?.startOffset}`, all?.count ?? 0])));
  return byFile;
}

const folder = mkdtempSync(join(tmpdir(), "field-files-"));
try {
  const [plain, larger] = [specIn(join(folder, "plain"), false), specIn(join(folder, "larger"), true)];
  const templates = markedTemplates(join(folder, "templates"));
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: false });
  const common = commonView(plain);
  const before = await countsOf(session, () => renderValidator(plain, templates, common));
  const after = await countsOf(session, () => renderValidator(larger, templates, common));
  const entered = [...after].filter(([file, counts]) => [...counts].some(([at, count]) => count > (before.get(file)?.get(at) ?? 0)));
  const names = entered.map(([file]) => file).sort();
  for (const name of names) console.log(name);
  console.log(`${names.length} files`);
} finally {
  rmSync(folder, { recursive: true });
}
