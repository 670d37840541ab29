import { rmSync } from "node:fs";
import { join, relative } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { build as vite } from "vite";

/** What a bundler made of a program: its text, and how many bytes of it come from which file of a package. */
export interface Bundle {
  readonly text: string;
  readonly files: ReadonlyMap<string, number>;
  /** What it leaves to be loaded from outside. */
  readonly outside: readonly string[];
}

export const BUNDLERS: Readonly<Record<string, (folder: string, program: string) => Promise<Bundle>>> = {
  esbuild: byEsbuild,
  vite: byVite,
};

export function gzipped({ text }: Bundle): number {
  return gzipSync(text, { level: 9 }).length;
}

/** For a browser, as esbuild does it when it is told nothing more; or for Node. */
export async function byEsbuild(folder: string, program: string, platform: "browser" | "node" = "browser"): Promise<Bundle> {
  const { outputFiles, metafile, warnings } = await esbuild.build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    absWorkingDir: folder,
    bundle: true,
    minify: true,
    format: "esm",
    platform,
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "silent",
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  const [output] = Object.values(metafile.outputs);
  return {
    text: outputFiles[0]?.text ?? "",
    files: filesOf(Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [path, bytesInOutput])),
    outside: (output?.imports ?? []).map(({ path }) => path),
  };
}

/** For a browser, by vite with its defaults. No other build may use its folder meanwhile. */
async function byVite(folder: string, program: string): Promise<Bundle> {
  const entry = join(folder, "entry.js");
  const made = await vite({
    root: folder,
    configFile: false,
    logLevel: "error",
    build: { write: false, rolldownOptions: { input: entry, preserveEntrySignatures: "strict" }, modulePreload: false },
    plugins: [
      {
        name: "program",
        resolveId: (id) => (id === entry ? id : undefined),
        load: (id) => (id === entry ? program : undefined),
      },
    ],
  });
  rmSync(join(folder, "dist"), { recursive: true, force: true });
  const chunks = [made]
    .flat()
    .flatMap((one) => ("output" in one ? one.output : []))
    .filter((one) => one.type === "chunk");
  const used = chunks.flatMap(({ modules }) => Object.entries(modules));
  return {
    text: chunks.map(({ code }) => code).join("\n"),
    files: filesOf(used.map(([path, { renderedLength }]) => [relative(folder, path), renderedLength])),
    outside: chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]),
  };
}

/** Only what something comes of, as `pinterest-reports/dist/runtime/x.js` or `src/pinterest/x.ts`, wherever it lies. */
function filesOf(parts: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const short = parts.map(([path, bytes]) => [path.replaceAll("\\", "/").replace(/^.*node_modules\//, ""), bytes] as const);
  return new Map(short.filter(([path, bytes]) => bytes > 0 && /^(pinterest-reports|openapi-fetch|src)\//.test(path)));
}
