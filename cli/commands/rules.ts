import { readFileSync } from "node:fs";
import { jsonSchema } from "../../generator/emit/json-schema.js";
import { rulesPart } from "../../generator/export/markdown.js";
import { allOffered, type Offered } from "../../generator/export/rules.js";
import type { Model } from "../../generator/model/model.js";
import { withShared } from "../../generator/model/written.js";
import { Problems } from "../../generator/problem.js";
import { packageRoot } from "../../generator/workspace.js";
import type { Io } from "../terminal/io.js";
import { suggestion, Usage } from "../terminal/usage.js";

/** Arguments of `rules`. */
export interface RulesArguments {
  /** The name of a report or of a synchronous call; default: the first report. */
  readonly of?: string;
  /** `json`, `json-schema` or `markdown`; default: `markdown`. */
  readonly format?: string;
}

const FORMATS: Readonly<Record<string, (offered: Offered) => string>> = {
  json: ({ name, rules }) => json({ name, rules }),
  "json-schema": (offered) => json(jsonSchema(offered)),
  markdown: (offered) => `${rulesPart(offered)}\n`,
};

/**
 * Prints the rules of a report or call, as Markdown, JSON or JSON Schema. Default: the first
 * report, as Markdown. Resolves to 0. Throws `Usage` for an unknown name or format, and `Problems`
 * if generated/model.json cannot be read.
 */
export async function rules(
  { of: name, format = "markdown" }: RulesArguments,
  { stdout }: Io,
): Promise<number> {
  const print = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (print === undefined)
    throw new Usage(`unknown format: ${format}`, suggestion(format, Object.keys(FORMATS)));
  const all = allOffered(readModel());
  const selected = name === undefined ? all[0] : all.find((offered) => offered.name === name);
  if (selected === undefined) {
    const names = all.map((offered) => offered.name);
    throw new Usage(`no report or call is named ${name}`, suggestion(name ?? "", names));
  }
  stdout.write(print(selected));
  return 0;
}

/** Reads the generated model. Throws `Problems` if that fails. */
function readModel(): Pick<Model, "flows" | "operations"> {
  try {
    return withShared(
      JSON.parse(readFileSync(new URL("generated/model.json", packageRoot), "utf8")),
    );
  } catch (error) {
    throw new Problems([
      {
        what: "generated/model.json cannot be read",
        where: "generated/model.json",
        why: error instanceof Error ? error.message : String(error),
        fix: "npm run generate",
      },
    ]);
  }
}

/** Prints a value as indented JSON. */
function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
