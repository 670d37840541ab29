import { type Problem, Problems } from "../problem.js";
import { entriesOf, isObject } from "./json.js";
import { parseYaml } from "./yaml.js";

/**
 * Our own words: by operation, then by path from the body; the empty path is the operation itself. `*.name` is a field of any object in it.
 */
export type Docs = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Reads `spec/docs.yaml`. */
export function parseDocs(text: string, file = "spec/docs.yaml"): Docs {
  const yaml = parseYaml(text, file);
  const problems: Problem[] = [];
  const refuse = (what: string, ...path: readonly string[]): void => {
    const fix = "Write `<operation>: { <path of a field>: <a sentence> }`; the path of the operation itself is empty.";
    problems.push({ what, where: `${file}:${yaml.lineOf(...path)}`, why: "It is printed as a comment.", fix });
  };
  if (!isObject(yaml.value)) refuse("the file has no operations");
  const docs = new Map<string, ReadonlyMap<string, string>>();
  for (const [operations, fields] of entriesOf(yaml.value)) {
    const words = new Map<string, string>();
    if (!isObject(fields)) refuse(`what is said of ${operations} has no fields`, operations);
    for (const [path, sentence] of entriesOf(fields)) {
      if (typeof sentence === "string") words.set(path, sentence);
      else refuse(`not a sentence: ${path}`, operations, path);
    }
    for (const operation of operations.split(", ")) docs.set(operation, new Map([...(docs.get(operation) ?? []), ...words]));
  }
  if (problems.length > 0) throw new Problems(problems);
  return docs;
}
