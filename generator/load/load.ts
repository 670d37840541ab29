import { readFileSync } from "node:fs";
import type { Source } from "../model/model.js";
import { Problems } from "../problem.js";
import { parseColumns } from "./columns.js";
import type { Knowledge } from "./contract.js";
import { parseDocs } from "./docs.js";
import { parseFlows } from "./flows.js";
import { isObject, type JsonObject } from "./json.js";
import { parseRows } from "./rows.js";
import { parseOwnRules } from "./rules.js";
import { parseSkipped } from "./skipped.js";
import { parseSource } from "./source.js";
import { parseYaml } from "./yaml.js";

/** Finds a file of `spec/` by its name. */
export type Find = (name: string) => string | URL;

/** Reads what people write in `spec/`. */
export function readKnowledge(find: Find): Knowledge {
  const flows = find("flows.yaml");
  return {
    flows: parseFlows(read(flows), nameOf(flows)),
    skipped: parseSkipped(read(find("skipped.yaml"))),
    rules: parseOwnRules(read(find("rules.yaml"))),
    docs: parseDocs(read(find("docs.yaml"))),
    columns: parseColumns(read(find("columns.yaml"))),
    rows: parseRows(read(find("rows.yaml"))),
  };
}

/** Reads the committed contract and where it came from. */
export function readContract(spec: URL): { readonly document: JsonObject; readonly source: Source } {
  const document = parseYaml(read(new URL("contract.yaml", spec)), "spec/contract.yaml").value;
  const source = parseSource(read(new URL("source.yaml", spec)));
  if (!isObject(document)) throw new Problems([notContract("spec/contract.yaml")]);
  if (!source) throw new Problems([notContract("spec/source.yaml")]);
  const { title, version, sha256 } = source;
  return { document, source: { title, version, sha256 } };
}

function notContract(where: string): Problems["list"][number] {
  return {
    what: `${where} is not what \`pull\` writes`,
    where,
    why: "Everything is generated from it.",
    fix: "npm run pull -- <description>",
  };
}

function read(file: string | URL): string {
  try {
    return readFileSync(file, "utf8").replaceAll("\r\n", "\n");
  } catch (error) {
    throw new Problems([
      {
        what: `cannot be read: ${error instanceof Error && "code" in error ? String(error.code) : String(error)}`,
        where: nameOf(file),
        why: "The generator works from it.",
        fix: "See that the file is there; spec/contract.yaml and spec/source.yaml are written by `npm run pull -- <description>`.",
      },
    ]);
  }
}

/** A file's name as people say it, without the machine's folders. */
function nameOf(file: string | URL): string {
  return typeof file === "string" ? file : `spec/${file.pathname.split("/").at(-1)}`;
}
