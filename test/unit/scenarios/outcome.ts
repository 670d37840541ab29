import ts from "typescript";
import { lower } from "../../../generator/lower/lower.js";
import type { JsonObject } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { printProblems } from "../../../generator/print.js";
import type { Notice } from "../../../generator/problem.js";
import { Problems } from "../../../generator/problem.js";
import { generatedFrom } from "../../support/generated-code.js";
import { smallContract } from "../../support/small-contract.js";

/** The blocks of a scenario, by the second word of their info string. */
export interface Scenario {
  /** The schema of the request body. */
  readonly body: string;
  /** The content of `components.schemas`. */
  readonly schemas?: string;
  readonly rules?: string;
  readonly docs?: string;
}

/**
 * The results of a scenario, block by block. `ts types` has the types in `schema.ts`, `ts schema.ts
 * checkThingSort` the named declarations in that file, `ts rules.ts` a whole file without its
 * header, `text problems` the terminal output if generation fails, and `text notices` the loosened
 * parts.
 */
export function outcomeOf(scenario: Scenario): (info: string) => string {
  const made = attempt(scenario);
  return (info) => {
    const [, name = "", ...declarations] = info.split(" ");
    if (made instanceof Problems)
      return name === "problems"
        ? printProblems(made.list)
        : `stopped:\n${printProblems(made.list)}`;
    if (name === "problems") return "nothing was refused\n";
    if (name === "notices")
      return made.notices.map(({ what, where }) => `${what}\n  ${where}\n`).join("");
    if (name === "types") return typesIn(made.files.get("thing/schema.ts") ?? "");
    const text = made.files.get(`thing/${name}`);
    if (text === undefined) return `there is no ${name}\n`;
    return declarations.length === 0
      ? text.split("\n").slice(2).join("\n")
      : declarations.map((one) => declared(text, one)).join("\n");
  };
}

interface Made {
  readonly files: ReadonlyMap<string, string>;
  readonly notices: readonly Notice[];
}

function attempt({ body, schemas, rules, docs }: Scenario): Made | Problems {
  const parsed = (yaml: string): unknown => parseYaml(yaml, "scenario").value;
  const contract = smallContract({
    body: parsed(body) as JsonObject,
    ...(schemas === undefined ? {} : { schemas: parsed(schemas) as JsonObject }),
    ...(rules === undefined ? {} : { rules: parsed(rules) as readonly JsonObject[] }),
    ...(docs === undefined ? {} : { docs: parsed(docs) as Readonly<Record<string, string>> }),
  });
  try {
    return { files: generatedFrom(contract), notices: lower(contract).notices };
  } catch (error) {
    if (error instanceof Problems) return error;
    throw error;
  }
}

/** The types that a file declares, with their comments. */
function typesIn(text: string): string {
  const source = ts.createSourceFile("made.ts", text, ts.ScriptTarget.Latest, true);
  return source.statements
    .filter((line) => ts.isInterfaceDeclaration(line) || ts.isTypeAliasDeclaration(line))
    .map((line) => `${line.getFullText(source).trim()}\n`)
    .join("\n");
}

/** A declaration at the top of a file, with the comment above it. */
function declared(text: string, name: string): string {
  const source = ts.createSourceFile("made.ts", text, ts.ScriptTarget.Latest, true);
  const found = source.statements.find((line) => namesOf(line).includes(name));
  return found === undefined
    ? `nothing is called ${name}\n`
    : `${found.getFullText(source).trim()}\n`;
}

function namesOf(line: ts.Statement): readonly string[] {
  if (ts.isVariableStatement(line))
    return line.declarationList.declarations.map(({ name }) => name.getText());
  return ts.isFunctionDeclaration(line) ||
    ts.isInterfaceDeclaration(line) ||
    ts.isTypeAliasDeclaration(line)
    ? [line.name?.text ?? ""]
    : [];
}
