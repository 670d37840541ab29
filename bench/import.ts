import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import type { Bench, Findings, Options } from "./bench.js";
import {
  type Costs,
  CPU_MILLISECONDS,
  comparison,
  count,
  spread,
  type Table,
  takeTurns,
} from "./harness.js";
import type { Workspace } from "./workspace.js";

const OURS = "pinterest-reports";
const REFERENCE = "zod";
const NODE = "Node alone";

export const imports: Bench = {
  name: "import",
  heading: "Importing",
  about: `\`npm run bench -- import\` measures a process that imports one package and exits. "Beyond Node alone" subtracts the cost of a process in the
same round that imports nothing. "Files" and "bytes" are the number and size of the modules that Node loads.

The second table comes from Node's sampling profiler. It shows wall-clock time, including the profiler's overhead.`,
  peers: ["zod", "valibot", "ajv", "typebox", "openapi-fetch"],
  needsDescription: false,
  run,
};

async function run(workspace: Workspace, { rounds }: Options): Promise<Findings> {
  const packages = [OURS, ...imports.peers.filter((peer) => workspace.version(peer) !== null)];
  const loaded = new Map<string, Loaded>();
  for (const name of packages) loaded.set(name, await loadedBy(workspace, name));

  const importOf = (specifier: string): readonly string[] => [
    "--input-type=module",
    "--eval",
    specifier === "" ? "" : `import ${JSON.stringify(specifier)}`,
  ];
  const contestants = [
    { name: NODE, args: importOf("") },
    { name: OURS, args: importOf(OURS) },
    ...packages.slice(1).map((name) => ({ name, args: importOf(name) })),
  ];
  const costs = await takeTurns(
    contestants.map(({ name, args }) => ({
      name,
      turn: async () => (await workspace.run(args)).cpuS,
    })),
    rounds,
  );
  const table = comparison(costs, {
    title: "",
    reference: REFERENCE,
    unit: CPU_MILLISECONDS,
    as: "cost",
  });
  const rows = table.rows.map(([name = "", ...cells]) => {
    const { files, bytes } = loaded.get(name) ?? { files: 0, bytes: 0 };
    return [name, ...cells, beyondNode(costs, name), count(files), count(bytes)];
  });
  return {
    tables: [
      { ...table, columns: [...table.columns, "beyond Node alone, ms", "files", "bytes"], rows },
      await parts(workspace, importOf(OURS), rounds),
    ],
  };
}

/** The median of the differences from Node alone within rounds, in milliseconds. */
function beyondNode(costs: readonly Costs[], name: string): string {
  const valuesOf = (one: string): readonly number[] =>
    costs.find((cost) => cost.name === one)?.values ?? [];
  if (name === NODE) return "";
  const alone = valuesOf(NODE);
  const beyond = valuesOf(name).map((value, round) => value - (alone[round] ?? Number.NaN));
  return (spread(beyond).median * 1e3).toFixed(1);
}

interface Loaded {
  readonly files: number;
  readonly bytes: number;
}

/** The number and size of the files that an import loads. */
async function loadedBy({ home }: Workspace, specifier: string): Promise<Loaded> {
  const contents = `export * from ${JSON.stringify(specifier)};`;
  const { metafile } = await build({
    stdin: { contents, resolveDir: home },
    write: false,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    // Node also loads modules that a bundler would leave out because they have no side effects.
    ignoreAnnotations: true,
    metafile: true,
    logLevel: "error",
  });
  const inputs = Object.entries(metafile.inputs).filter(([path]) => path !== "<stdin>");
  return { files: inputs.length, bytes: inputs.reduce((sum, [, { bytes }]) => sum + bytes, 0) };
}

interface Profile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
  }[];
  readonly samples: readonly number[];
  readonly timeDeltas: readonly number[];
}

/**
 * The parts of a process. A sample belongs to the first part that matches the functions on its call
 * stack.
 */
const PARTS: Readonly<
  Record<string, (names: readonly string[], urls: readonly string[]) => boolean>
> = {
  "running our modules": (_, urls) => urls.some((url) => url.startsWith("file:")),
  "compiling modules": (names) => names.includes("compileSourceTextModule"),
  "collecting garbage": (names) => names[0] === "(garbage collector)",
  "loading Node's own modules": (names) => names.includes("compileForInternalLoader"),
  "finding, reading and linking files": (_, urls) =>
    urls.some((url) => url.startsWith("node:internal/modules/esm")),
  "starting Node, and the rest": () => true,
};

/** How much time each part of a process takes, as medians of `rounds` profiles. */
async function parts(
  workspace: Workspace,
  args: readonly string[],
  rounds: number,
): Promise<Table> {
  const profiles: ReadonlyMap<string, number>[] = [];
  for (let round = 0; round < rounds; round++) {
    const folder = join(workspace.home, "profile");
    rmSync(folder, { recursive: true, force: true });
    const node = ["--cpu-prof", "--cpu-prof-interval=100", `--cpu-prof-dir=${folder}`];
    await workspace.run(args, { node });
    const [file = ""] = readdirSync(folder);
    profiles.push(timesOf(JSON.parse(readFileSync(join(folder, file), "utf8"))));
  }
  const rows = Object.keys(PARTS).map((part) => {
    const { median, min, max } = spread(profiles.map((times) => times.get(part) ?? 0));
    const [cost, least, most] = [median, min, max].map((ms) => ms.toFixed(1));
    return [part, cost ?? "", `${least} to ${most}`];
  });
  return {
    title: 'Where `import "pinterest-reports"` spends its time',
    columns: ["", "ms", "range"],
    rows,
  };
}

/** The milliseconds that a profile spends in each part. */
function timesOf({ nodes, samples, timeDeltas }: Profile): ReadonlyMap<string, number> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const parents = new Map(
    nodes.flatMap(({ id, children = [] }) => children.map((child) => [child, id] as const)),
  );
  const times = new Map<string, number>();
  samples.forEach((sample, index) => {
    const frames = [];
    for (let id: number | undefined = sample; id !== undefined; id = parents.get(id))
      frames.push(byId.get(id)?.callFrame ?? { functionName: "", url: "" });
    const names = frames.map(({ functionName }) => functionName);
    if (names[0] === "(idle)") return;
    const urls = frames.map(({ url }) => url);
    const part = Object.keys(PARTS).find((one) => PARTS[one]?.(names, urls)) ?? "";
    times.set(part, (times.get(part) ?? 0) + (timeDeltas[index] ?? 0) / 1e3);
  });
  return times;
}
