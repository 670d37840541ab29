import { readFileSync } from "node:fs";
import { cel } from "../exports/cel.js";
import { idl } from "../exports/idl.js";
import { jsonSchema } from "../exports/json-schema.js";
import { rulesPart } from "../exports/rules-page.js";
import type { Flow, Model } from "../model/model.js";
import { own } from "../place.js";
import { Problems } from "../problem.js";
import { suggestion, Usage } from "./usage.js";

export interface RulesArguments {
  /** The report's name; without it, the first. */
  readonly flow?: string;
  readonly format?: string;
}

const FORMATS: Readonly<Record<string, (flow: Flow) => string>> = {
  "json-schema": (flow) => json(jsonSchema(flow)),
  cel: (flow) => json(cel(flow)),
  idl,
  markdown: (flow) => `${rulesPart(flow)}\n`,
};

/** Prints the rules of a report request in a notation that others read. Resolves to the exit code. */
export async function rules({ flow: name, format }: RulesArguments): Promise<number> {
  const print = format !== undefined && Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (print === undefined) {
    const given = format === undefined ? "rules needs --format" : `--format ${format} is not known`;
    throw new Usage(given, suggestion(format ?? "", Object.keys(FORMATS)));
  }
  const flows = readFlows();
  const flow = name === undefined ? flows[0] : flows.find((one) => one.name === name);
  if (flow === undefined) {
    const names = flows.map((one) => one.name);
    throw new Usage(`there is no report called ${name}`, suggestion(name ?? "", names));
  }
  process.stdout.write(print(flow));
  return 0;
}

/** What the generator understood, as it stands beside the code that was made from it. */
function readFlows(): Model["flows"] {
  try {
    return (JSON.parse(readFileSync(new URL("generated/model.json", own), "utf8")) as Pick<Model, "flows">).flows;
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

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
