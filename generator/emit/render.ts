import { readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { View } from "../code.js";

/** Fills a template. The view holds code that is already escaped: see generator/code.ts. */
export type Render = (template: string, view: View) => string;

const NEVER_IN_A_VIEW = new Set(["constructor", "__proto__", "prototype", "lookup", "log", "helperMissing", "blockHelperMissing"]);

/** Loads all templates of a folder. Throws if two have the same name. Rendering throws on a missing name, helper or partial. */
export function renderer(folder: URL): Render {
  const engine = Handlebars.create();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".hbs")) continue;
    const name = file
      .replaceAll("\\", "/")
      .replace(/^(rules|parts)\//, "")
      .slice(0, -".hbs".length);
    if (engine.partials[name] !== undefined) throw new Error(`two templates are called ${name}`);
    engine.registerPartial(name, readFileSync(new URL(file.replaceAll("\\", "/"), folder), "utf8").replaceAll("\r\n", "\n"));
  }
  return (template, view) => {
    const fill = engine.compile(`{{> ${template}}}`, { strict: true, noEscape: true, knownHelpersOnly: true });
    return tidy(fill(guarded(view), { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false }));
  };
}

/** Throws on a missing name in `#if` and `#each` too, which Handlebars' strict mode allows. */
function guarded(view: View, at = "view"): View {
  if (typeof view !== "object") return view;
  return new Proxy(view as object, {
    get(target, key) {
      if (typeof key === "string" && NEVER_IN_A_VIEW.has(key)) throw new Error(`${at} may not have ${key}`);
      // Handlebars prints the view in its error message about a missing name.
      if (key === Symbol.toPrimitive) return () => at;
      const value: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
      if (value === undefined && typeof key === "string" && key !== "toHTML") throw new Error(`${at} has no ${key}`);
      return typeof value === "object" ? guarded(value as View, `${at}.${String(key)}`) : value;
    },
  }) as View;
}

/**
 * Removes trailing blanks and double blank lines, and ends the text with one newline. The lookbehinds keep the matching linear in the
 * length of a run.
 */
function tidy(text: string): string {
  return text
    .replace(/(?<![ \t])[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/(?<!\n)\n*$/, "\n");
}
