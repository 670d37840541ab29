import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** The script and style that every page contains. */
export interface PageAssets {
  readonly script: string;
  readonly style: string;
  /** The license of third-party code in the script. */
  readonly licence: string;
}

/**
 * The assets file that the build writes. It is missing in the repository, where the sources are
 * read instead.
 */
const BUILT = new URL("../overview/assets.json", import.meta.url);

/** The script and style of a page, with the chart library. */
export function pageAssets(): PageAssets {
  return existsSync(BUILT) ? JSON.parse(readFileSync(BUILT, "utf8")) : sourceAssets();
}

/**
 * Reads the assets from their sources. The build also calls this function. `minify` transforms our
 * own code; by default, the code stays unchanged.
 */
export function sourceAssets(
  minify: (code: string, loader: "js" | "css") => string = (code) => code,
): PageAssets {
  const { resolve } = createRequire(import.meta.url);
  const own = (name: string): string => readFileSync(new URL(name, import.meta.url), "utf8");
  const chart = (name: string): string => readFileSync(resolve(`uplot/${name}`), "utf8").trim();
  return {
    script: [chart("dist/uPlot.iife.min.js"), minify(own("in-browser.js"), "js")].join("\n"),
    style: [chart("dist/uPlot.min.css"), minify(own("page.css"), "css")].join("\n"),
    licence: `The charts are drawn by uPlot, https://github.com/leeoniya/uPlot\n\n${chart("LICENSE")}`,
  };
}
