import type { Clashes } from "../lower/names.js";
import type { Flow, Model, Operation } from "../model/model.js";
import { singleNames } from "./operation.js";
import { plannedNames } from "./planner.js";
import { flowNames } from "./types.js";

/** The names in a generated file that no two things may share. */
export interface NamesIn {
  /** What the file calls something: imports and declarations, as often as they stand there. */
  readonly local: readonly string[];
  /** What other files see of it, as often as it stands there. */
  readonly exported: readonly string[];
  /** What functions call their own: parameters, variables. */
  readonly within: readonly string[];
}

/** A list of imports or exports: its word, and what is between the braces. */
const LIST = /^(import|export)(?: type)? \{([^{}]*)\}/gm;
const DECLARATION = /^(export )?(?:async )?(?:const|function|interface|type) ([A-Za-z_$][\w$]*)/gm;
const PARAMETERS = /^(?:export )?function [^(]*\(([^()]*)\)/gm;
const VARIABLE = /^ +(?:const|let) ([A-Za-z_$][\w$]*)/gm;

/** Reads the names out of a file as templates print them: each statement begins a line, and nothing else that begins one looks like it. */
export function namesIn(text: string): NamesIn {
  const lists = [...text.matchAll(LIST)].map(([, word, inside = ""]) => ({ word, names: listed(inside) }));
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

/** `a, type B, c as d` are called a, B and d here. */
function listed(inside: string): readonly string[] {
  return inside
    .split(",")
    .map((one) =>
      one
        .trim()
        .replace(/^type /, "")
        .replace(/^.* as /, ""),
    )
    .filter((name) => name !== "");
}

/** What else has a name that an entry would have, where no other entry does. */
const PACKAGE = "what each client has";

/** The names that two things have in one of the generated files: of entries, and of types within them. */
export function clashesIn(output: ReadonlyMap<string, string>, { flows, operations }: Model): Clashes {
  const owners = ownersOf([...flows, ...operations]);
  const entries = new Map<string, { readonly called: string; readonly other: string }>();
  const types = new Set<string>();
  for (const [path, text] of output) {
    if (!path.endsWith(".ts") || path === "schema.ts") continue;
    for (const name of sharedIn(text, owners)) {
      const all = owners.get(name) ?? [];
      const [last, other = PACKAGE] = [...all].reverse();
      if (last === undefined) types.add(name);
      else entries.set(last, { called: name, other });
    }
  }
  return { entries, types };
}

/** A name within a function stands in the way of an entry's alone: others of its file were written to go together. */
function sharedIn(text: string, owners: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const { local, exported, within } = namesIn(text);
  const inFunctions = new Set(within);
  return [...twice(local), ...twice(exported), ...local.filter((name) => inFunctions.has(name) && owners.has(name))];
}

function twice(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** The parts of a single call whose names are not of its own making: of the items of a page, and of the columns of all calls. */
const SHARED = ["item", "values"];

/** Which entries give a name to something of their own. */
function ownersOf(entries: readonly (Flow | Operation)[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    const names: Readonly<Record<string, string>> = "call" in entry ? singleNames(entry) : flowNames(entry);
    const own = Object.entries({ ...names, ...plannedNames(entry) }).flatMap(([part, name]) =>
      "call" in entry && SHARED.includes(part) ? [] : [name],
    );
    for (const name of new Set(own)) owners.set(name, [...(owners.get(name) ?? []), entry.name]);
  }
  owners.delete("undefined");
  return owners;
}
