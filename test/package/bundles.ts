import { rmSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { build as vite } from "vite";
import { resolve as sourceAliases } from "../../vitest.config.js";
import { ROOT } from "./packed.js";

/** A bundler's output for a program: its text, and the bytes from each file of a package. */
export interface Bundle {
  readonly text: string;
  readonly files: ReadonlyMap<string, number>;
  /** Modules that are not part of the bundle. */
  readonly outside: readonly string[];
}

export interface BundleOptions {
  readonly platform?: "browser" | "node";
  /**
   * Bundles the repository's sources instead of the installed package, whose files are chunks of
   * many modules. Then `files` lists the modules.
   */
  readonly sources?: boolean;
}

export const BUNDLERS: Readonly<
  Record<string, (folder: string, program: string, options?: BundleOptions) => Promise<Bundle>>
> = {
  esbuild: byEsbuild,
  vite: byVite,
};

export function gzipped({ text }: Bundle): number {
  return gzipSync(text, { level: 9 }).length;
}

/** Bundles for a browser, with esbuild's defaults, or for Node. */
export async function byEsbuild(
  folder: string,
  program: string,
  { platform = "browser", sources = false }: BundleOptions = {},
): Promise<Bundle> {
  const { outputFiles, metafile, warnings } = await esbuild.build({
    stdin: { contents: program, resolveDir: folder, loader: "ts" },
    absWorkingDir: folder,
    // These paths map the package's name to the sources.
    ...(sources && { tsconfig: join(ROOT, "tsconfig.json") }),
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
    files: filesOf(
      folder,
      Object.entries(output?.inputs ?? {}).map(([path, { bytesInOutput }]) => [
        path,
        bytesInOutput,
      ]),
    ),
    outside: (output?.imports ?? []).map(({ path }) => path),
  };
}

/**
 * Bundles for a browser, with vite's defaults. No other build may use the folder at the same time.
 */
async function byVite(
  folder: string,
  program: string,
  { sources = false }: BundleOptions = {},
): Promise<Bundle> {
  const entry = join(folder, "entry.js");
  const made = await vite({
    root: folder,
    configFile: false,
    ...(sources && { resolve: sourceAliases }),
    logLevel: "error",
    build: {
      write: false,
      rolldownOptions: { input: entry, preserveEntrySignatures: "strict" },
      modulePreload: false,
    },
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
    files: filesOf(
      folder,
      used.map(([path, { renderedLength }]) => [path, renderedLength]),
    ),
    outside: chunks.flatMap(({ imports, dynamicImports }) => [...imports, ...dynamicImports]),
  };
}

/**
 * Only files that contribute to the output: `pinterest-reports/dist/chunks/x.js` in the installed
 * package, `runtime/x.ts` in the repository, `src/x.ts` in a consumer.
 */
function filesOf(
  folder: string,
  parts: readonly (readonly [string, number])[],
): ReadonlyMap<string, number> {
  const short = parts.map(([path, bytes]) => {
    const whole = resolve(folder, path).replaceAll("\\", "/");
    const base = whole.startsWith(ROOT) ? ROOT : folder;
    return [
      /node_modules\//.test(whole) ? whole.replace(/^.*node_modules\//, "") : relative(base, whole),
      bytes,
    ] as const;
  });
  return new Map(
    short.filter(
      ([path, bytes]) =>
        bytes > 0 && /^(pinterest-reports|openapi-fetch|src|generated|runtime)\//.test(path),
    ),
  );
}
