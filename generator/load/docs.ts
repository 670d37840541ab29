import { type Problem, Problems } from "../problem.js";
import { entriesOf } from "./json.js";
import { parseYaml } from "./yaml.js";

/**
 * Our own words: by operation, then by path from the body; the empty path is the operation itself. `*.name` is a field of any object in it.
 */
export type Docs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads `spec/docs.yaml`. */
export function parseDocs(text: string, file = "spec/docs.yaml"): Docs {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const docs = new Map<string, ReadonlyMap<string, string>>();
  for (const [operations, fields] of entriesOf(yaml.value)) {
    const words = new Map<string, string>();
    for (const [path, sentence] of entriesOf(fields)) {
      if (typeof sentence === "string") words.set(path, sentence);
      else
        problems.push({
          what: `not a sentence: ${path}`,
          where: `${file}:${yaml.lineOf(operations, path)}`,
          why: "It is printed as a comment.",
          fix: "Write text.",
        });
    }
    for (const operation of operations.split(", ")) docs.set(operation, new Map([...(docs.get(operation) ?? []), ...words]));
  }
  if (problems.length > 0) throw new Problems(problems);
  return docs;
}
