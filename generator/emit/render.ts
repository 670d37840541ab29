import { readdirSync, readFileSync } from "node:fs";
import Handlebars from "handlebars";
import type { View } from "../code.js";
import type { Clashes } from "../lower/names.js";
import type { Flow, Model, Operation } from "../model/model.js";
import { operationNames } from "./operation.js";
import { plannedNames } from "./planner.js";
import { flowNames } from "./types.js";
import { wrapLines } from "./wrap.js";

/** Fills a template. The view holds code that is already escaped: see generator/code.ts. */
export type Render = (template: string, view: View) => string;

const NEVER_IN_A_VIEW = new Set(["constructor", "__proto__", "prototype", "lookup", "log", "helperMissing", "blockHelperMissing"]);

/**
 * Loads all templates (`.hbs`) of a folder and of the folders in it; returns a function that renders one by its name with a view. Throws if
 * two have the same name. Rendering throws if a template, a helper or a member of the view is missing.
 */
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
    return wrapLines(tidy(fill(guarded(view), { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false })));
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

/** Names in a generated file, by the scope in which they must be unique. */
export interface NamesIn {
  /** Imports and declarations at the top level, one entry per occurrence. */
  readonly local: readonly string[];
  /** Exported names, one entry per occurrence. */
  readonly exported: readonly string[];
  /** Names inside functions: parameters and local variables. */
  readonly within: readonly string[];
}

/** An import or export list: the keyword, and the text between the braces. */
const LIST = /^(import|export)(?: type)? \{([^{}]*)\}/gm;
const DECLARATION = /^(export )?(?:async )?(?:const|function|interface|type) ([A-Za-z_$][\w$]*)/gm;
const PARAMETERS = /^(?:export )?function [^(]*\(([^()]*)\)/gm;
const VARIABLE = /^ +(?:const|let) ([A-Za-z_$][\w$]*)/gm;

/**
 * Reads the names from a file that the templates printed: those imported or declared at the top level (`local`), the exported ones, and the
 * parameters and variables of functions (`within`). Assumes that each statement begins a line and that no other line begins like one.
 */
export function namesIn(text: string): NamesIn {
  const lists = [...text.matchAll(LIST)].map(([, word, inside = ""]) => ({ word, names: namesInList(inside) }));
  const declarations = [...text.matchAll(DECLARATION)].map(([, word, name = ""]) => ({ isExported: word !== undefined, name }));
  const of = (word: string): readonly string[] => lists.filter((list) => list.word === word).flatMap(({ names }) => names);
  return {
    local: [...of("import"), ...declarations.map(({ name }) => name)],
    exported: [...of("export"), ...declarations.filter(({ isExported }) => isExported).map(({ name }) => name)],
    within: [
      ...[...text.matchAll(PARAMETERS)].flatMap(([, inside = ""]) =>
        [...inside.matchAll(/([A-Za-z_$][\w$]*)\??:/g)].map(([, name = ""]) => name),
      ),
      ...[...text.matchAll(VARIABLE)].map(([, name = ""]) => name),
    ],
  };
}

/** Local names of a list: `a, type B, c as d` gives a, B and d. */
function namesInList(inside: string): readonly string[] {
  return inside
    .split(",")
    .map((item) =>
      item
        .trim()
        .replace(/^type /, "")
        .replace(/^.* as /, ""),
    )
    .filter((name) => name !== "");
}

/** Named as the other owner if only one entry owns the clashing name. */
const PACKAGE = "what each client has";

/**
 * Finds names that occur twice in a generated file: imported or declared, exported, or, for a name of a report or call, also inside a
 * function. `entries` has by report or call one such name and the other owner of it; `types` has the names that belong to none. Skips
 * schema.ts and files other than `.ts`.
 */
export function clashesIn(output: ReadonlyMap<string, string>, { flows, operations }: Model): Clashes {
  const owners = ownersOf([...flows, ...operations]);
  const entries = new Map<string, { readonly generatedName: string; readonly otherName: string }>();
  const types = new Set<string>();
  for (const [path, text] of output) {
    if (!path.endsWith(".ts") || path === "schema.ts") continue;
    for (const name of sharedIn(text, owners)) {
      const all = owners.get(name) ?? [];
      const [last, clashing = PACKAGE] = [...all].reverse();
      if (last === undefined) types.add(name);
      else entries.set(last, { generatedName: name, otherName: clashing });
    }
  }
  return { entries, types };
}

/** Names inside functions count only against names of entries: a template's other names do not clash with each other. */
function sharedIn(text: string, owners: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const { local, exported, within } = namesIn(text);
  const inFunctions = new Set(within);
  return [...twice(local), ...twice(exported), ...local.filter((name) => inFunctions.has(name) && owners.has(name))];
}

function twice(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** Parts of a call whose names are shared: the items of a page, and the columns of all calls. */
const SHARED = ["item", "values"];

/** Maps a name to the entries that declare it. */
function ownersOf(entries: readonly (Flow | Operation)[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    const names: Readonly<Record<string, string>> = "call" in entry ? operationNames(entry) : flowNames(entry);
    const ownNames = Object.entries({ ...names, ...plannedNames(entry) }).flatMap(([part, name]) =>
      "call" in entry && SHARED.includes(part) ? [] : [name],
    );
    for (const name of new Set(ownNames)) owners.set(name, [...(owners.get(name) ?? []), entry.name]);
  }
  owners.delete("undefined");
  return owners;
}
