import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Bundle, byEsbuild, gzipped } from "./bundles.js";
import { consumer, ENTRIES, type Packed } from "./packed.js";

interface Budgets {
  /** Bytes, minified and gzipped, by import: an entry point, or one of its names after a `#`. */
  readonly bundles: Readonly<Record<string, number>>;
  readonly package: Readonly<Record<string, number>>;
}

export interface Size {
  readonly name: string;
  readonly size: number;
  /** Null if there is no budget. */
  readonly budget: number | null;
}

const { bundles, package: whole }: Budgets = JSON.parse(
  readFileSync(new URL("./budgets.json", import.meta.url), "utf8"),
);

/** The sizes of each entry point in a bundle and of the package, with their budgets. */
export async function sizes(packed: Packed): Promise<readonly Size[]> {
  const folder = await consumer(packed, "sizes");
  const names = [...new Set([...ENTRIES, ...Object.keys(bundles)])];
  const measured = await Promise.all(
    names.map(async (name) => ({
      name,
      size: gzipped(await bundleOf(folder, name)),
      budget: bundles[name] ?? null,
    })),
  );
  const files = readdirSync(packed.installed, { recursive: true, encoding: "utf8" }).map((path) =>
    statSync(join(packed.installed, path)),
  );
  const found: Readonly<Record<string, number>> = {
    tarball: statSync(packed.tarball).size,
    unpacked: files.filter((file) => file.isFile()).reduce((sum, { size }) => sum + size, 0),
    files: files.filter((file) => file.isFile()).length,
  };
  return [
    ...measured,
    ...Object.entries(found).map(([name, size]) => ({ name, size, budget: whole[name] ?? null })),
  ];
}

/**
 * `pinterest-reports#createClient` is a single name and `pinterest-reports` the whole entry point,
 * of the installed package or the repository's sources.
 */
export function bundleOf(folder: string, name: string, { sources = false } = {}): Promise<Bundle> {
  const [entry = "", one] = name.split("#");
  const program = `export ${one === undefined ? "*" : `{ ${one} }`} from ${JSON.stringify(entry)};`;
  return byEsbuild(folder, program, {
    platform: entry.endsWith("/testing") ? "node" : "browser",
    sources,
  });
}

/** The message about a size that is over its budget or has none. Otherwise null. */
export function complaint({ name, size, budget }: Size): string | null {
  const raise = `set its number in test/package/budgets.json, 1.5 % above the size, and say in the commit what it buys`;
  if (budget === null) return `${name} is ${number(size)} and has no budget: ${raise}`;
  if (size <= budget) return null;
  const look = name.startsWith("pinterest-reports")
    ? `npm run size -- ${name}`
    : "npm pack --dry-run";
  return `${name} is ${number(size)}, ${number(size - budget)} over its budget of ${number(budget)}. \`${look}\` shows what takes the place. Is it worth it? Then ${raise}`;
}

export function table(all: readonly Size[]): string {
  const unit = (name: string): string =>
    name === "files" ? "" : name.startsWith("pinterest-reports") ? "bytes, min + gzip" : "bytes";
  return all
    .map(({ name, size, budget }) =>
      `${name.padEnd(52)} ${number(size).padStart(9)} of ${number(budget ?? 0).padStart(9)}  ${unit(name)}`.trimEnd(),
    )
    .join("\n");
}

export function number(value: number): string {
  return value.toLocaleString("en-US");
}
