// The command lines of generators: ours and the peers'.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { count } from "./harness.js";
import type { Workspace } from "./workspace.js";

/** The version of the description that all benchmarks read. */
export const VERSION = "5.28.0";
const REPORTS = "/ad_accounts/{ad_account_id}/reports";

export const FLOWS = {
  "one report": `flows:
  report: { create: analytics/create_report, poll: analytics/get_report }
statuses:
  pending: [IN_PROGRESS]
  done: [FINISHED]
  failed: [FAILED, EXPIRED, CANCELLED, DOES_NOT_EXIST]
`,
  "all operations": "operations: all\n",
} as const;

/** One way to call a generator. */
export interface Generator {
  readonly name: string;
  /** Arguments for Node to write the output to this path, which does not exist yet. */
  readonly args: (out: string) => readonly string[];
}

export interface Input {
  readonly specs: string;
  readonly workspace: Workspace;
}

/** The path of the description, as YAML or JSON. */
export function description({ specs, workspace }: Input, extension: "json" | "yaml"): string {
  const yaml = join(specs, `${VERSION}.yaml`);
  if (extension === "yaml") return yaml;
  const file = join(workspace.home, `${VERSION}.json`);
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(parse(readFileSync(yaml, "utf8"))));
  return file;
}

/**
 * Our command, run on a description or the contract, with the given flows or else the package's
 * own.
 */
export function ours(
  { workspace }: Input,
  name: string,
  spec: string,
  flows?: keyof typeof FLOWS,
): Generator {
  const bin = join(workspace.packed.installed, "dist/cli/bin.js");
  const file = join(workspace.home, `${flows?.replaceAll(" ", "-")}.yaml`);
  if (flows !== undefined) writeFileSync(file, FLOWS[flows]);
  const more = flows === undefined ? [] : ["--flows", file];
  return { name, args: (out) => [bin, "generate", "--spec", spec, "--out", out, ...more] };
}

export function openapiTypescript(input: Input, ...flags: readonly string[]): Generator {
  const bin = input.workspace.command("openapi-typescript", "openapi-typescript");
  return {
    name: "openapi-typescript",
    args: (out) => [bin, description(input, "yaml"), "--output", `${out}.ts`, ...flags],
  };
}

export function redocly(input: Input): Generator {
  const bin = input.workspace.command("@redocly/cli", "redocly");
  return {
    name: "@redocly/cli generate-client",
    args: (out) => [bin, "generate-client", description(input, "yaml"), "--output", `${out}.ts`],
  };
}

export function oazapfts(input: Input): Generator {
  const bin = input.workspace.command("oazapfts", "oazapfts");
  return { name: "oazapfts", args: (out) => [bin, description(input, "yaml"), `${out}.ts`] };
}

export interface HeyOptions {
  /** Generates only the two operations of a report. */
  readonly isSubset?: boolean;
  /** Also generates zod validators. */
  readonly isChecked?: boolean;
}

export function heyApi(
  input: Input,
  { isSubset = false, isChecked = false }: HeyOptions = {},
): Generator {
  const { workspace } = input;
  const bin = workspace.command("@hey-api/openapi-ts", "openapi-ts");
  const name = `@hey-api/openapi-ts${isChecked ? ", zod" : ""}${isSubset ? ", two operations" : ""}`;
  return {
    name,
    args: (out) => {
      const config = {
        input: description(input, "yaml"),
        output: out,
        plugins: [
          "@hey-api/client-fetch",
          "@hey-api/typescript",
          { name: "@hey-api/sdk", validator: isChecked },
          ...(isChecked ? ["zod"] : []),
        ],
        ...(isSubset && {
          parser: {
            filters: {
              operations: { include: [`POST ${REPORTS}`, `GET ${REPORTS}`] },
              orphans: false,
            },
          },
        }),
        logs: { file: false },
      };
      const file = `${out}.config.mjs`;
      writeFileSync(file, `export default ${JSON.stringify(config)};`);
      return [bin, "-f", file];
    },
  };
}

/**
 * Throws unless the output has the columns of a report, because a generator that writes nothing is
 * fast.
 */
export function checkOutput(out: string): void {
  if (!filesOf(out).some((path) => readFileSync(path, "utf8").includes("SPEND_IN_DOLLAR")))
    throw new Error(`${out} does not contain the columns of a report`);
}

export const SIZE_COLUMNS: readonly string[] = ["files", "lines", "bytes"];

/** How many files, lines and bytes an output has, as the generator wrote it. */
export function sizeOf(out: string): readonly string[] {
  const texts = filesOf(out).map((path) => readFileSync(path));
  return [
    count(texts.length),
    count(texts.reduce((sum, text) => sum + linesOf(text.toString("utf8")), 0)),
    count(texts.reduce((sum, text) => sum + text.length, 0)),
  ];
}

/** The number of lines in a text. A last line without a line break counts. */
export function linesOf(text: string): number {
  return text.split("\n").length - (text.endsWith("\n") || text === "" ? 1 : 0);
}

/** The files of an output, which is a single file or a folder. */
function filesOf(out: string): readonly string[] {
  const file = existsSync(out) ? out : `${out}.ts`;
  if (!statSync(file).isDirectory()) return [file];
  return readdirSync(file, { recursive: true, encoding: "utf8" })
    .map((name) => join(file, name))
    .filter((path) => statSync(path).isFile());
}
