import { existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { type Counts, countsOf } from "./line-diff.js";
import type { Output } from "./pipeline.js";
import { type Problem, Problems } from "./problem.js";

/** How a file differs from what it should be. `foreign`: not made by us, so never touched. */
export interface Difference extends Counts {
  readonly kind: "changed" | "missing" | "orphan" | "foreign";
  /** Below the output folder, with slashes. */
  readonly path: string;
  readonly is: string;
  readonly shouldBe: string;
}

/** The first words of every file that we write; a JSON file has them in its first member. */
const MARK = "Generated from Pinterest's API description.";

/** What in the folder is not what the output says, by path. */
export function compare(folder: URL, output: Output): readonly Difference[] {
  const present = filesIn(folder);
  const odd = present.filter((path) => !lstatSync(new URL(path, folder)).isFile());
  const differences = [...output].flatMap(([path, shouldBe]): Difference[] => {
    if (!present.includes(path)) return [{ kind: "missing", path, is: "", shouldBe, ...countsOf("", shouldBe) }];
    if (odd.includes(path)) return [foreign(path)];
    const is = readFileSync(new URL(path, folder), "utf8");
    if (is.replaceAll("\r\n", "\n") === shouldBe) return [];
    return [{ kind: isOurs(is) ? "changed" : "foreign", path, is, shouldBe, ...countsOf(is, shouldBe) }];
  });
  for (const path of present.filter((one) => !output.has(one))) {
    if (odd.includes(path)) {
      differences.push(foreign(path));
      continue;
    }
    const is = readFileSync(new URL(path, folder), "utf8");
    differences.push({ kind: isOurs(is) ? "orphan" : "foreign", path, is, shouldBe: "", ...countsOf(is, "") });
  }
  return differences;
}

/** The same for a folder that people write in, too: what is theirs is no difference. */
export function compareOurs(folder: URL, output: Output): readonly Difference[] {
  return compare(folder, output).filter(({ kind, path }) => kind !== "foreign" || output.has(path));
}

/** Makes the folder what the output says: all is written beside before anything is renamed, and orphans of ours are removed. */
export function write(folder: URL, output: Output): readonly Difference[] {
  const differences = compare(folder, output);
  const inTheWay = differences.filter(({ kind, path }) => kind === "foreign" && output.has(path));
  if (inTheWay.length > 0) throw new Problems(inTheWay.map(({ path }) => notOurs(path)));
  const toWrite = differences.filter(({ kind }) => kind === "changed" || kind === "missing");
  const beside: [from: URL, to: URL][] = [];
  try {
    for (const { path, shouldBe } of toWrite) {
      const to = new URL(path, folder);
      const from = new URL(`${path}.${process.pid}.new`, folder);
      mkdirSync(new URL(".", to), { recursive: true });
      beside.push([from, to]);
      writeFileSync(from, shouldBe);
    }
    for (const [from, to] of beside) renameSync(from, to);
  } catch (error) {
    for (const [from] of beside) rmSync(from, { force: true });
    throw error;
  }
  for (const { path } of differences.filter(({ kind }) => kind === "orphan")) removeOrphan(folder, path);
  return differences;
}

/**
 * Every file below the folder, with slashes, sorted; links as they are, not where they lead. Folders of others are not looked into:
 * hidden ones, installed packages, and the output of another run, or a nearer folder's files would count as orphans of this one.
 */
export function filesIn(folder: URL): readonly string[] {
  return existsSync(folder) ? filesBelow(folder, "").sort() : [];
}

function filesBelow(folder: URL, below: string): string[] {
  return readdirSync(new URL(below, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${below}${entry.name}`;
    if (!entry.isDirectory()) return [path];
    const at = new URL(`${encodeURIComponent(entry.name)}/`, new URL(below, folder));
    const isOthers = entry.name.startsWith(".") || ["package.json", "model.json"].some((name) => existsSync(new URL(name, at)));
    return isOthers || entry.name === "node_modules" ? [] : filesBelow(folder, `${path}/`);
  });
}

/** A link or another thing that is no plain file: it is not read, and surely not ours. */
function foreign(path: string): Difference {
  return { kind: "foreign", path, is: "", shouldBe: "", added: 0, removed: 0 };
}

function isOurs(text: string): boolean {
  return text.slice(0, 200).includes(MARK);
}

function removeOrphan(folder: URL, path: string): void {
  rmSync(new URL(path, folder));
  const parent = new URL(".", new URL(path, folder));
  if (parent.href !== folder.href && readdirSync(parent).length === 0) rmdirSync(parent);
}

function notOurs(path: string): Problem {
  return {
    what: "stands where a generated file has to go and is not ours",
    where: path,
    why: "Writing it would lose somebody's work.",
    fix: "Move it away, or choose another output folder.",
  };
}
