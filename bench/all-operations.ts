import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "../test/package/packed.js";
import type { Bench, Findings, Options } from "./bench.js";
import {
  checkOutput,
  description,
  type Generator,
  heyApi,
  type Input,
  linesOf,
  ours,
  SIZE_COLUMNS,
  sizeOf,
  VERSION,
} from "./generators.js";
import {
  type Contestant,
  CPU_SECONDS,
  comparison,
  count,
  type Table,
  takeTurns,
} from "./harness.js";
import type { Workspace } from "./workspace.js";

export const allOperations: Bench = {
  name: "all-operations",
  heading: "All operations",
  about: `\`npm run bench -- all-operations\` generates a client with types and validators for all operations of API version ${VERSION}, from the same
YAML. TypeScript 5.9 checks both outputs with the same strict options.

* Files, lines and bytes are counted before formatting.
* "Formatted" counts lines of TypeScript, including comments, after formatting with Biome at a line width of 140.
* Our output also includes JSON Schemas, lists of values, planners, and rules that Pinterest states only in prose.`,
  peers: ["@hey-api/openapi-ts", "zod", "typescript"],
  needsDescription: true,
  run,
};

async function run(workspace: Workspace, { rounds, specs }: Options): Promise<Findings> {
  const input: Input = { specs: specs ?? "", workspace };
  const folder = join(workspace.home, "all-operations");
  mkdirSync(folder, { recursive: true });
  const generators = [
    ...(workspace.version("@hey-api/openapi-ts") === null
      ? []
      : [heyApi(input, { isChecked: true })]),
    ours(input, "ours", description(input, "yaml"), "all operations"),
  ];
  const outputs = generators.map((generator, index) => ({
    generator,
    out: join(folder, String(index)),
  }));
  const reference = generators[0]?.name ?? "";
  const generating = await takeTurns(
    outputs.map((output) => generation(output, workspace)),
    rounds,
  );
  const checking = await takeTurns(
    outputs.map((output) => check(output, workspace)),
    rounds,
  );
  const sizes: string[][] = [];
  for (const { generator, out } of outputs)
    sizes.push([generator.name, ...sizeOf(out), await formattedLines(out, workspace)]);
  const tables: readonly Table[] = [
    comparison(generating, { title: "Generating", reference, unit: CPU_SECONDS, as: "cost" }),
    comparison(checking, { title: "Type-checking", reference, unit: CPU_SECONDS, as: "cost" }),
    { title: "The output", columns: ["", ...SIZE_COLUMNS, "formatted"], rows: sizes },
  ];
  return { tables };
}

interface Output {
  readonly generator: Generator;
  readonly out: string;
}

function generation({ generator, out }: Output, workspace: Workspace): Contestant {
  return {
    name: generator.name,
    async turn() {
      rmSync(out, { recursive: true, force: true });
      const { cpuS } = await workspace.run(generator.args(out));
      checkOutput(out);
      return cpuS;
    },
  };
}

function check({ generator, out }: Output, workspace: Workspace): Contestant {
  const compiler = join(workspace.home, "node_modules/typescript/bin/tsc");
  const project = `${out}.json`;
  const compilerOptions = {
    target: "es2022",
    lib: ["esnext", "dom", "dom.iterable", "dom.asynciterable"],
    module: "esnext",
    moduleResolution: "bundler",
    strict: true,
    noEmit: true,
    types: [],
    skipLibCheck: true,
  };
  writeFileSync(project, JSON.stringify({ compilerOptions, include: [out] }));
  return {
    name: generator.name,
    turn: async () => (await workspace.run([compiler, "-p", project])).cpuS,
  };
}

/** Formats the TypeScript in a folder and counts its lines. */
async function formattedLines(folder: string, workspace: Workspace): Promise<string> {
  const settings = {
    root: true,
    formatter: { indentStyle: "space", lineWidth: 140 },
    files: { maxSize: 2 ** 26 },
  };
  writeFileSync(join(folder, "biome.json"), JSON.stringify(settings));
  const biome = join(ROOT, "node_modules/@biomejs/biome/bin/biome");
  await workspace.run([biome, "format", "--write", "."], { folder });
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => join(folder, path));
  return count(paths.reduce((sum, path) => sum + linesOf(readFileSync(path, "utf8")), 0));
}
