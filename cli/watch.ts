import { createHash } from "node:crypto";
import { existsSync, type FSWatcher, readdirSync, readFileSync, statSync, watch as watchFolder } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { sanitize } from "../generator/print.js";
import { type Problem, Problems } from "../generator/problem.js";
import { packageRoot, workspace } from "../generator/workspace.js";
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
    process.stderr.write(`\nchanged    ${sanitize(changed.join(", "))}\n`);
    await generate(options).catch(tell);
  }
  process.stderr.write("stopped\n");
  return 0;
}

/** What a repository has of its own. The folders of the package count beside it where somebody works on the package. */
function inputsOf({ spec, flows, specFolder }: GenerateOptions): readonly Input[] {
  const files = [spec, flows].filter((path) => path !== undefined);
  const { root, home } = workspace();
  const folders =
    home === "here"
      ? [new URL("spec/", packageRoot), new URL("templates/", packageRoot)]
      : spec === undefined
        ? [new URL("spec/", root)]
        : [];
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
  const watched = new Watched([...new Set(inputs.map(({ folder }) => folder))], notice);
  signal.addEventListener("abort", () => wake());
  try {
    while (!signal.aborted) {
      const isWhole = watched.look();
      const back = isWhole ? undefined : setTimeout(notice, LONGEST);
      if (!moved) await new Promise<void>((resolve) => (wake = resolve));
      clearTimeout(back);
      for (let waited = 0; moved && waited < LONGEST && !signal.aborted; waited += QUIET) {
        moved = false;
        await pause(QUIET);
      }
      watched.look();
      if (!signal.aborted) yield hashes(inputs);
    }
  } finally {
    watched.close();
  }
}

/** Folders that are watched, also those that go away and come back, as when another branch is checked out. */
class Watched {
  readonly #folders: readonly string[];
  readonly #notice: () => void;
  /** By folder: who watches it, and which one it is. */
  readonly #watchers = new Map<string, { readonly watcher: FSWatcher; readonly which: string }>();

  constructor(folders: readonly string[], notice: () => void) {
    this.#folders = folders;
    this.#notice = notice;
    this.look();
  }

  /** Watches what is not watched yet. Tells whether all is there; of what is not, nobody would hear that it is back. */
  look(): boolean {
    for (const folder of this.#folders) {
      const found = statSync(folder, { throwIfNoEntry: false });
      // The number of one that went away may be another's at once.
      const which = found && `${found.ino} ${found.birthtimeMs}`;
      const known = this.#watchers.get(folder);
      if (which === known?.which) continue;
      known?.watcher.close();
      this.#watchers.delete(folder);
      if (which === undefined) continue;
      const watcher = watchFolder(folder, this.#notice);
      // That it goes away is a change, too; elsewhere than on Linux that is an error of its watcher.
      watcher.on("error", this.#notice);
      this.#watchers.set(folder, { watcher, which });
      // What has come into it before it was watched, nobody has heard of.
      this.#notice();
    }
    return this.#watchers.size === this.#folders.length;
  }

  close(): void {
    for (const { watcher } of this.#watchers.values()) watcher.close();
  }
}
