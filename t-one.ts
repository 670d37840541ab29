// npx tsx t-measure.ts FILE [part of an id,…]: what becomes of each sentence of a corpus (/tmp/b/CORPUS.md).
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildFromDescription } from "./cli/commands/generate/from-description.js";
import { readAnnotations } from "./generator/parse/contract.js";
import { contractOf } from "./generator/prose/contract.js";
import { shippedFile } from "./generator/workspace.js";
import { parseYaml } from "./generator/parse/yaml.js";
import { isProposal } from "./generator/prose/draft.js";
import { loaded } from "./test/system/evolution/loaded.js";

type Any = any;
const specs = process.env.PINTEREST_SPECS ?? "/work/shared/specs";
const { value } = parseYaml(readFileSync(join(specs, "5.28.0.yaml"), "utf8"), "5.28.0.yaml");
const whole = JSON.parse(JSON.stringify(value)) as Any;
const folder = mkdtempSync(join(tmpdir(), "measure-"));

const deref = (doc: Any, node: Any): Any => {
  for (let at = node; ; ) {
    if (typeof at?.$ref !== "string") return at;
    at = at.$ref.split("/").slice(1).reduce((n: Any, s: string) => n?.[s.replaceAll("~1", "/").replaceAll("~0", "~")], doc);
  }
};
const append = (node: Any, sentence: string): void => {
  const text = node.description ?? "";
  node.description = text === "" ? sentence : `${text}${/[.!?:]\W*$/.test(text) ? "" : "."} ${sentence}`;
};
/** The holder and key of a field below a schema. */
function find(doc: Any, schema: Any, path: string[]): [Any, string] | null {
  const node = deref(doc, schema);
  if (!node) return null;
  const [first = "", ...rest] = path;
  const own = node.properties?.[first];
  if (own !== undefined) {
    if (rest.length === 0) return [node.properties, first];
    const inner = find(doc, own, rest);
    if (inner) return inner;
  }
  for (const one of [node.items, typeof node.additionalProperties === "object" ? node.additionalProperties : undefined, ...(node.allOf ?? []), ...(node.oneOf ?? []), ...(node.anyOf ?? [])])
    if (one) { const inner = find(doc, one, path); if (inner) return inner; }
  return null;
}
/** The only schema of which a node is but a reference or one of several parts. */
function target(doc: Any, node: Any, wants: "enum" | "schema"): Any {
  const one = deref(doc, node);
  if (wants === "enum") {
    if (one.enum) return one;
    for (const inner of [one.items, ...(one.allOf ?? []), ...(one.oneOf ?? []), ...(one.anyOf ?? [])])
      if (inner) { const found = target(doc, inner, wants); if (found) return found; }
    return null;
  }
  if (one.properties) return one;
  for (const inner of [...(one.allOf ?? []), one.items, ...(one.oneOf ?? []), ...(one.anyOf ?? [])])
    if (inner) { const found = target(doc, inner, wants); if (found?.properties) return found; }
  return one;
}

const parts = new Map<string, { doc: Any; text: string }>();
function partOf(id: string): Any {
  if (!parts.has(id)) {
    const paths = Object.entries(whole.paths as Any).filter(([, item]) => Object.values(item as Any).some((one: Any) => one?.operationId === id));
    const kept = Object.fromEntries(paths.map(([path, item]: Any) => [path, Object.fromEntries(Object.entries(item).filter(([, one]: Any) => one?.operationId === undefined || one.operationId === id))]));
    const doc = { ...whole, paths: kept };
    // Only the components that are reached.
    const seen = new Set<string>();
    const visit = (node: Any): void => {
      if (typeof node !== "object" || node === null) return;
      if (typeof node.$ref === "string" && !seen.has(node.$ref)) { seen.add(node.$ref); visit(deref(doc, { $ref: node.$ref })); }
      for (const v of Object.values(node)) visit(v);
    };
    visit(kept);
    const components = Object.fromEntries(Object.entries(doc.components).map(([kind, all]: Any) => [kind, kind === "securitySchemes" ? all : Object.fromEntries(Object.entries(all).filter(([name]) => [...seen].some((ref) => ref === `#/components/${kind}/${name}` || ref.startsWith(`#/components/${kind}/${name}/`))))]));
    parts.set(id, { doc: { ...doc, components }, text: JSON.stringify({ ...doc, components }) });
  }
  return JSON.parse(parts.get(id)!.text);
}
function operationIn(doc: Any, id: string): { op: Any; item: Any } {
  for (const item of Object.values(doc.paths) as Any[]) for (const op of Object.values(item) as Any[]) if (op?.operationId === id) return { op, item };
  throw new Error(`no operation ${id}`);
}
function placed(line: Any): Any {
  const doc = partOf(line.operation);
  const { op, item } = operationIn(doc, line.operation);
  if (line.place === "operation" || line.at === "") { append(op, line.sentence); return doc; }
  const path = line.at.split(".");
  const parameter = [...(item.parameters ?? []), ...(op.parameters ?? [])].map((one: Any) => deref(doc, one)).find((one: Any) => one.name === path[0]);
  const media = op.requestBody ? (Object.values(deref(doc, op.requestBody).content)[0] as Any) : null;
  const at = parameter && path.length === 1 ? null : find(doc, media?.schema, path);
  if (line.place === "description") {
    if (at === null) { if (!parameter) throw new Error(`no place ${line.id}`); append(parameter, line.sentence); return doc; }
    const [holder, key] = at;
    if (holder[key].$ref) { const inner = deref(doc, holder[key]); holder[key] = { allOf: [{ $ref: holder[key].$ref }], ...(inner.description && { description: inner.description }) }; }
    append(holder[key], line.sentence);
    return doc;
  }
  const node = at === null ? parameter.schema : at[0][at[1]];
  const one = target(doc, node, line.place === "enum" ? "enum" : "schema");
  if (!one) throw new Error(`no ${line.place} ${line.id}`);
  append(one, line.sentence);
  return doc;
}

async function made(doc: Any, id: string, acceptProposed = false): Promise<Any> {
  const flows = join(folder, `flows.yaml`);
  writeFileSync(flows, JSON.stringify({ flows: {}, operations: { tried: id } }));
  const built = await buildFromDescription(JSON.stringify(doc), { flows, acceptProposed, keepGoing: true });
  return built;
}
const annotations = readAnnotations(shippedFile);
/** The contract alone, which is where prose is read. */
function read(doc: Any, id: string): Any {
  return { pulled: contractOf(JSON.stringify(doc), { flows: [], operations: [{ name: "tried", operation: id }], rules: annotations.rules, prose: "tolerant", undecided: [] }, annotations.skipped) };
}
const reads = new Map<string, Any>();
function readOf(id: string): Any { if (!reads.has(id)) reads.set(id, read(partOf(id), id)); return reads.get(id); }
const bases = new Map<string, Any>();
async function baseOf(id: string): Promise<Any> {
  if (!bases.has(id)) bases.set(id, await made(partOf(id), id));
  return bases.get(id);
}
const acceptedBases = new Map<string, Any>();
async function acceptedBaseOf(id: string): Promise<Any> {
  if (!acceptedBases.has(id)) acceptedBases.set(id, await made(partOf(id), id, true));
  return acceptedBases.get(id);
}
function validatorOf(built: Any): (input: Any, today: string | null, onlyErrors?: boolean) => Set<string> {
  const path = [...built.output.keys()].find((one: string) => /operations\/tried\/schema\.ts$/.test(one));
  if (path === undefined) return () => new Set();
  const found = Object.entries(loaded(built.output, path)).find(([name, f]) => name.startsWith("validate") && typeof f === "function")?.[1] as Any;
  return (input, today, onlyErrors = false) => new Set(found(input, today ? { today } : {}).filter((v: Any) => !onlyErrors || v.severity === "error").map((v: Any) => `${v.rule} ${v.path}`));
}
function inputOf(built: Any, doc: Any, line: Any, body: Any): Any {
  const [one] = built.model.operations;
  const { op, item } = operationIn(doc, line.operation);
  const params = [...(item.parameters ?? []), ...(op.parameters ?? [])].map((p: Any) => deref(doc, p));
  // Path and required parameters.
  const base: Any = {};
  for (const p of params) {
    if (!p.required || body[p.name] !== undefined) continue;
    const schema = deref(doc, p.schema);
    base[p.name] = (p.example ?? schema.example ?? schema.enum?.[0]) ?? (schema.type === "array" ? [deref(doc, schema.items).enum?.[0] ?? "1"] : schema.type === "integer" ? 1 : "549755885175");
  }
  if (!op.requestBody) return { ...base, ...body };
  const media = Object.values(deref(doc, op.requestBody).content)[0] as Any;
  const isList = deref(doc, media.schema).type === "array";
  const sent = isList ? [body] : body;
  const names = params.map((p: Any) => p.name);
  if (one.bodyField !== null) {
    const own = Object.fromEntries(Object.entries(body).filter(([n]) => names.includes(n)));
    return { ...base, ...(isList ? {} : own), [one.bodyField]: sent };
  }
  return { ...base, ...sent };
}
const shown = (one: Any): string => JSON.stringify(one);
const rulesIn = (built: Any): string[] => {
  const out: string[] = [];
  const walk = (n: Any): void => {
    if (typeof n !== "object" || n === null) return;
    for (const [k, v] of Object.entries(n)) if (k === "x-rules" && Array.isArray(v)) for (const { sources: _s, id, ...rule } of v as Any[]) out.push(shown(rule)); else walk(v);
  };
  walk(built.pulled.document);
  return out;
};
const saidIn = (built: Any): { told: string[]; proposed: string[]; rules: string[]; limits: string[] } => ({
  told: built.pulled.unread.filter((u: Any) => !isProposal(u)).map((u: Any) => u.text),
  proposed: built.pulled.unread.filter((u: Any) => isProposal(u)).map((u: Any) => shown(u.limit ?? u.proposed.map(({ kind, when, params }: Any) => ({ kind, when, ...params })))),
  rules: rulesIn(built),
  limits: built.pulled.limits.map((l: Any) => shown(l.limits)),
});
// A text that is copied to be added to says nothing new.
const less = (all: string[], before: string[]): string[] => [...new Set(all)].filter((one) => !before.includes(one));


const [file = "", id = ""] = process.argv.slice(2);
const line = readFileSync(file, "utf8").split("\n").filter(Boolean).map((l) => JSON.parse(l)).find((l) => l.id === id);
const doc = placed(line);
for (const accepted of [false, true]) {
  const one = await made(doc, line.operation, accepted);
  const f = validatorOf(one);
  const bad = inputOf(one, doc, line, line.bad);
  if (accepted) console.log(JSON.stringify(bad));
  console.log("accepted", accepted, one.pulled.accepted, [...f(bad, line.today)]);
  console.log(one.refused?.map((r: any) => JSON.stringify(r).slice(0, 600)));
  for (const [path, text] of one.output) if (/schema|checks/.test(path) && typeof text === "string") for (const l of text.split("\n")) if (l.includes(process.argv[4] ?? "xxxx")) console.log("   ", path, l.trim().slice(0, 200));
}
