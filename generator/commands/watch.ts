import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, watch as watchFolder } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { own, workplace } from "../place.js";
import { type Problem, Problems } from "../problem.js";
import { type GenerateOptions, generate } from "./generate.js";

/** What generation is made from: the files of a folder, or one of them. */
interface Input {
  readonly folder: string;
  readonly file?: string;
  /** What people call it. */
  readonly name: string;
}

/** Editors write in several steps. So long nothing may move before the next run, in milliseconds … */
const QUIET = 100;

/** … and after so long there is one anyway. */
const LONGEST = 1000;

/** Generates now, and again whenever what it is made from has changed, until ctrl-C. Problems are told, and do not end it. */
export async function watch(options: GenerateOptions, tell: (error: unknown) => void): Promise<number> {
  const inputs = inputsOf(options);
  const missing = inputs.filter(({ folder }) => !existsSync(folder));
  if (missing.length > 0) throw new Problems(missing.map(notThere));
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stop.abort());
  let known = hashes(inputs);
  await generate(options).catch(tell);
  process.stderr.write(`watching   ${outermost(inputs.map(({ name }) => name)).join(", ")}; ctrl-C ends it\n`);
  for await (const now of quietMoments(inputs, stop.signal)) {
    const changed = [...new Set([...known.keys(), ...now.keys()])].filter((path) => known.get(path) !== now.get(path));
    known = now;
    if (changed.length === 0) continue;
    process.stderr.write(`\nchanged    ${changed.join(", ")}\n`);
    await generate(options).catch(tell);
  }
  process.stderr.write("stopped\n");
  return 0;
}

/** What a repository has of its own. The folders of the package count beside it where somebody works on the package. */
function inputsOf({ spec, flows, specFolder }: GenerateOptions): readonly Input[] {
  const files = [spec, flows].filter((path) => path !== undefined);
  const { root, home } = workplace();
  const folders =
    home === "here" ? [new URL("spec/", own), new URL("templates/", own)] : spec === undefined ? [new URL("spec/", root)] : [];
  return [
    ...files.map((path) => ({ folder: dirname(path), file: basename(path), name: path })),
    ...(specFolder === undefined ? [] : below(specFolder, specFolder.replace(/(?<=.)[\\/]+$/, ""))),
    ...folders.map((url) => fileURLToPath(url).replace(/[\\/]$/, "")).flatMap((folder) => below(folder, fromHere(folder))),
  ];
}

/** How people call a folder: from where they are, or in full when it lies elsewhere, so that no other has the name. */
function fromHere(folder: string): string {
  const path = relative("", folder);
  return path.startsWith("..") ? folder : path;
}

function notThere({ name, file, folder }: Input): Problem {
  return {
    what: file === undefined ? "there is no such folder" : "there is no such file, and no folder for it",
    where: name,
    why: "Nothing can be watched there: a folder that comes later would not be seen.",
    fix: `Make ${folder}, or give another path.`,
  };
}

/** A folder and those in it: not every system can watch a tree. */
function below(folder: string, name: string): readonly Input[] {
  const inner = existsSync(folder) ? readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory()) : [];
  return [{ folder, name }, ...inner.flatMap((entry) => below(join(folder, entry.name), `${name}/${entry.name}`))];
}

/** A folder stands for those in it. */
function outermost(names: readonly string[]): readonly string[] {
  return names.filter((name) => !names.some((other) => name.startsWith(`${other}/`)));
}

/** Each file's hash by its name: a file that was only touched has not changed. */
function hashes(inputs: readonly Input[]): ReadonlyMap<string, string> {
  const files = inputs.flatMap(({ folder, file, name }) => {
    if (file !== undefined) return [[name, join(folder, file)] as const];
    return existsSync(folder) ? readdirSync(folder).map((entry) => [`${name}/${entry}`, join(folder, entry)] as const) : [];
  });
  return new Map(
    files
      .filter(([, path]) => statSync(path, { throwIfNoEntry: false })?.isFile())
      .map(([name, path]) => [name, createHash("sha256").update(readFileSync(path)).digest("hex")]),
  );
}

/** What the files are, whenever something has moved and come to rest; first when the watching begins. */
async function* quietMoments(inputs: readonly Input[], signal: AbortSignal): AsyncGenerator<ReadonlyMap<string, string>> {
  let moved = true;
  let wake = (): void => {};
  const notice = (): void => {
    moved = true;
    wake();
  };
  // The folder, also of a single file: many editors put a new file in the place of the old one.
  const watchers = [...new Set(inputs.map(({ folder }) => folder))].map((folder) => watchFolder(folder, notice));
  // A folder that goes away is a change, too; elsewhere than on Linux that is an error of its watcher.
  for (const watcher of watchers) watcher.on("error", notice);
  signal.addEventListener("abort", () => wake());
  try {
    while (!signal.aborted) {
      if (!moved) await new Promise<void>((resolve) => (wake = resolve));
      for (let waited = 0; moved && waited < LONGEST && !signal.aborted; waited += QUIET) {
        moved = false;
        await pause(QUIET);
      }
      if (!signal.aborted) yield hashes(inputs);
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
}
