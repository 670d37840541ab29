import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Instrumenter } from "@stryker-mutator/instrumenter";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const COPIED = ["cli", "docs", "generated", "generator", "runtime", "spec", "templates", "test"];
const FILES = ["CHANGELOG.md", "CONTRIBUTING.md", "README.md", "package.json", "tsconfig.json"];

/** One change to the sources. */
export interface Mutant {
  readonly id: string;
  /** `path:line:column` */
  readonly at: string;
  readonly mutator: string;
  /** The original code, and the mutant's replacement. */
  readonly was: string;
  readonly becomes: string;
}

export interface Instrumented {
  /**
   * A copy of the repository whose sources contain every mutant, each inactive until its id is set.
   */
  readonly folder: string;
  readonly mutants: readonly Mutant[];
}

/** The sources at a path from the root. A folder ends with a slash. */
export function sourcesOf(path: string, ending = ".ts"): readonly string[] {
  if (!path.endsWith("/")) return [path];
  const names = readdirSync(join(ROOT, path), { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(ending))
    .map((name) => path + name)
    .sort();
}

/** Instruments the sources in a copy. Each test run sets the id of the active mutant. */
export async function instrument(sources: readonly string[]): Promise<Instrumented> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "mutants-")));
  for (const name of [...COPIED, ...FILES])
    cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "junction");
  const files = sources.map((name) => ({
    name,
    content: readFileSync(join(ROOT, name), "utf8"),
    mutate: true,
  }));
  const options = { plugins: null, excludedMutations: [], ignorers: [], noHeader: false };
  const result = await new Instrumenter(SILENT).instrument(files, options);
  for (const { name, content } of result.files) writeFileSync(join(folder, name), content);
  const lines = new Map(files.map(({ name, content }) => [name, content.split("\n")]));
  const mutants = result.mutants.map(
    ({ id, fileName, mutatorName, replacement, location: { start, end } }) => {
      const [first = "", ...others] = (lines.get(fileName) ?? []).slice(start.line, end.line + 1);
      const was =
        others.length === 0
          ? first.slice(start.column, end.column)
          : `${first.slice(start.column)} …`;
      return {
        id,
        at: `${fileName}:${start.line + 1}:${start.column + 1}`,
        mutator: mutatorName,
        was,
        becomes: onOneLine(replacement),
      };
    },
  );
  return { folder, mutants };
}

function onOneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}

const quiet = (): void => {};
const no = (): boolean => false;
// The instrumenter requires a logger, but only logs the number of files and mutants.
const SILENT = {
  isTraceEnabled: no,
  isDebugEnabled: no,
  isInfoEnabled: no,
  isWarnEnabled: no,
  isErrorEnabled: no,
  isFatalEnabled: no,
  trace: quiet,
  debug: quiet,
  info: quiet,
  warn: quiet,
  error: quiet,
  fatal: quiet,
};
