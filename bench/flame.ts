// A profile of V8 as a flame graph in text: who calls whom, by module, with the share of the samples.

/** The members of a `.cpuprofile` file that are read. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly callFrame: { readonly functionName: string; readonly url: string };
    readonly children?: readonly number[];
    readonly hitCount?: number;
  }[];
}

/** Modules that a module calls, with the numbers of samples. */
interface Frame {
  readonly name: string;
  /** Samples in the module itself. */
  own: number;
  /** Samples in the module and in what it calls. */
  total: number;
  readonly callees: Map<string, Frame>;
}

export interface FlameOptions {
  /** The folder that paths of modules are relative to. */
  readonly folder: string;
  /** The least share of all samples that has a line, from 0 to 1. Default: 0.015. */
  readonly least?: number;
}

const frame = (name: string): Frame => ({ name, own: 0, total: 0, callees: new Map() });

/**
 * Lines of a tree, each with the share of the samples in a module and its callees, and in the module itself. A package and a part of Node
 * count as one module; engine functions such as `JSON.parse` count to their caller. Waits are left out.
 */
export function flameText({ nodes }: CpuProfile, { folder, least = 0.015 }: FlameOptions): string {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const root = frame("all");
  // A stack of its own: profiles are deeper than calls may be.
  const work = nodes.slice(0, 1).map((node) => ({ node, path: [root] as readonly Frame[] }));
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { node, path } = next;
    const name = moduleOf(node.callFrame, folder);
    if (name === WAIT) continue;
    const caller = path.at(-1) ?? root;
    const isInside = name === null || name === caller.name;
    const callee = isInside ? caller : (caller.callees.get(name) ?? frame(name));
    if (!isInside) caller.callees.set(name, callee);
    const inner = isInside ? path : [...path, callee];
    for (const one of inner) one.total += node.hitCount ?? 0;
    callee.own += node.hitCount ?? 0;
    for (const id of node.children ?? []) {
      const child = byId.get(id);
      if (child !== undefined) work.push({ node: child, path: inner });
    }
  }
  return [` total    own  of ${root.total.toLocaleString("en-US")} samples`, ...linesOf(root, { all: root.total, least, depth: 0 })].join(
    "\n",
  );
}

interface LineOptions {
  readonly all: number;
  readonly least: number;
  readonly depth: number;
}

function linesOf(caller: Frame, { all, least, depth }: LineOptions): readonly string[] {
  const share = (samples: number): string => `${((100 * samples) / all).toFixed(1)} %`.padStart(7);
  return [...caller.callees.values()]
    .filter(({ total }) => total >= least * all)
    .sort((one, other) => other.total - one.total || (one.name < other.name ? -1 : 1))
    .flatMap((callee) => [
      `${share(callee.total)}${share(callee.own)}  ${"  ".repeat(depth)}${callee.name}`,
      ...linesOf(callee, { all, least, depth: depth + 1 }),
    ]);
}

const WAIT = "(idle)";

/** The module of a function; null for one that belongs to its caller, and `WAIT` for a wait. */
function moduleOf({ functionName, url }: CpuProfile["nodes"][number]["callFrame"], folder: string): string | null {
  if (functionName === WAIT) return WAIT;
  if (functionName === "(root)") return null;
  if (functionName === "(garbage collector)") return "garbage collection";
  if (functionName === "(program)") return "engine: compiling, and what has no stack";
  if (url === "" || url.startsWith("wasm:")) return null;
  if (url.startsWith("node:")) return url.split("/").slice(0, 2).join("/");
  const path = decodeURIComponent(url.replace(/^file:\/\//, ""));
  const packaged = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];
  if (packaged !== undefined) return packaged;
  return path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path.replace(/.*\//, "");
}
