// The command lines of generators: ours and the peers'.
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./workspace.js";

const VERSION = "5.23.0";
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
  /** The arguments of Node for an output at this path, which does not exist yet. */
  readonly args: (out: string) => readonly string[];
}

export interface Input {
  readonly specs: string;
  readonly workspace: Workspace;
  /** Version of the description; 5.23.0 without it. */
  readonly version?: string;
}

/** The path of the description, as YAML or JSON. */
export function description(
  { specs, version = VERSION }: Input,
  extension: "json" | "yaml",
): string {
  return join(specs, `${version}.${extension}`);
}

/** Our command, from a description or the contract, with the package's own flows or others. */
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
  /** Only the two operations of a report. */
  readonly isSubset?: boolean;
  /** Also validators of zod. */
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
 * Throws unless the output has the columns of a report: a generator that writes nothing is fast.
 */
export function checkOutput(out: string): void {
  const file = existsSync(out) ? out : `${out}.ts`;
  const files = statSync(file).isDirectory()
    ? readdirSync(file, { recursive: true, encoding: "utf8" }).map((name) => join(file, name))
    : [file];
  const texts = files
    .filter((path) => statSync(path).isFile())
    .map((path) => readFileSync(path, "utf8"));
  if (!texts.some((text) => text.includes("SPEND_IN_DOLLAR")))
    throw new Error(`${out} has no columns of a report`);
}
