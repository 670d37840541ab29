import { posix } from "node:path";
import { LINE_WIDTH, type View } from "../code.js";
import type { Clashes } from "../lower/names.js";
import type { Flow, Model, Operation } from "../model/model.js";
import { jsonSchemaNames } from "./json-schema.js";
import { operationNames } from "./operation.js";
import { plannedNames } from "./planner.js";
import { templatesIn } from "./templates.js";
import { flowNames } from "./types.js";

/** Fills a template. The view contains code that is already escaped: see generator/code.ts. */
export type Render = (template: string, view: View) => string;

const NEVER_IN_A_VIEW = new Set([
  "constructor",
  "__proto__",
  "prototype",
  "lookup",
  "log",
  "helperMissing",
  "blockHelperMissing",
]);

/**
 * Loads the templates of a folder, and returns a function that renders one by name.
 *
 * The rendered text is tidied: no trailing white space or double blank lines, one newline at the
 * end, and long lines wrapped. Throws if two templates have the same name. Rendering throws if a
 * template, a helper or a member of the view is missing.
 */
export function renderer(folder: URL): Render {
  const templates = templatesIn(folder);
  return (template, view) => {
    const fill = templates[template];
    if (fill === undefined) throw new Error(`there is no template named ${template}`);
    return wrapLines(
      tidy(
        fill(guarded(view), {
          allowProtoMethodsByDefault: false,
          allowProtoPropertiesByDefault: false,
        }),
      ),
    );
  };
}

/**
 * Wraps a view so that reading a missing name throws an error, also in `#if` and `#each`.
 * Handlebars' strict mode does not check those.
 */
function guarded(view: View, at = "view"): View {
  if (typeof view !== "object") return view;
  return new Proxy(view as object, {
    get(target, key) {
      if (typeof key === "string" && NEVER_IN_A_VIEW.has(key))
        throw new Error(`${at} must not have ${key}`);
      // Handlebars prints the view in its error message about a missing name.
      if (key === Symbol.toPrimitive) return () => at;
      const value: unknown = Object.hasOwn(target, key) ? Reflect.get(target, key) : undefined;
      if (value === undefined && typeof key === "string" && key !== "toHTML")
        throw new Error(`${at} has no ${key}`);
      return typeof value === "object" ? guarded(value as View, `${at}.${String(key)}`) : value;
    },
  }) as View;
}

/** Removes trailing white space and double blank lines, and ends the text with one newline. */
function tidy(text: string): string {
  const lines: string[] = [];
  for (const line of text.split("\n")) {
    // The lookbehind keeps the running time linear in the length of a run of spaces.
    const trimmed = /[ \t]$/.test(line) ? line.replace(/(?<![ \t])[ \t]+$/, "") : line;
    if (trimmed !== "" || lines.at(-1) !== "") lines.push(trimmed);
  }
  while (lines.at(-1) === "") lines.pop();
  return `${lines.join("\n")}\n`;
}

/** Names in a generated file, by the scope in which they must be unique. */
export interface NamesIn {
  /** Imports and declarations at the top level, one entry per occurrence. */
  readonly local: readonly string[];
  /** Exported names, one entry per occurrence. */
  readonly exported: readonly string[];
  /** Names inside functions: parameters and local variables. */
  readonly within: readonly string[];
  /** Members of interfaces, one list per interface. Quoted names are left out. */
  readonly members: readonly (readonly string[])[];
}

/** An import or export list: the keyword, and the text between the braces. */
const LIST = /^(import|export)(?: type)? \{([^{}]*)\}/gm;
const DECLARATION = /^(export )?(?:async )?(?:const|function|interface|type) ([A-Za-z_$][\w$]*)/gm;
const PARAMETERS = /^(?:export )?function [^(]*\(([^()]*)\)/gm;
const VARIABLE = /^ +(?:const|let) ([A-Za-z_$][\w$]*)/gm;
const INTERFACE = /^(?:export )?interface [^\n]*\{\n((?: [^\n]*\n|\n)*)\}/gm;
const MEMBER = /^ {2}(?:readonly )?([A-Za-z_$][\w$]*)\??[:(<]/gm;

/**
 * Extracts the names from a generated file. Assumes that each statement begins on a new line, and
 * that no other line looks like the beginning of a statement.
 */
export function namesIn(text: string): NamesIn {
  const lists = [...text.matchAll(LIST)].map(([, word, inside = ""]) => ({
    word,
    names: namesInList(inside),
  }));
  const declarations = [...text.matchAll(DECLARATION)].map(([, word, name = ""]) => ({
    isExported: word !== undefined,
    name,
  }));
  const of = (word: string): readonly string[] =>
    lists.filter((list) => list.word === word).flatMap(({ names }) => names);
  return {
    local: [...of("import"), ...declarations.map(({ name }) => name)],
    exported: [
      ...of("export"),
      ...declarations.filter(({ isExported }) => isExported).map(({ name }) => name),
    ],
    within: [
      ...[...text.matchAll(PARAMETERS)].flatMap(([, inside = ""]) =>
        [...inside.matchAll(/([A-Za-z_$][\w$]*)\??:/g)].map(([, name = ""]) => name),
      ),
      ...[...text.matchAll(VARIABLE)].map(([, name = ""]) => name),
    ],
    members: [...text.matchAll(INTERFACE)].map(([, inside = ""]) =>
      [...inside.matchAll(MEMBER)].map(([, name = ""]) => name),
    ),
  };
}

/** The local names in a list: B and d for `type B, c as d`. A line of the list may be a comment. */
function namesInList(inside: string): readonly string[] {
  return inside
    .replace(/\/\/.*/g, "")
    .split(",")
    .map((item) =>
      item
        .trim()
        .replace(/^type /, "")
        .replace(/^.*\sas /s, ""),
    )
    .filter((name) => name !== "");
}

/** The other owner in messages, if only one report or call declares the name. */
const PACKAGE = "the client itself";

/**
 * Finds names that occur twice in a generated file. It compares names that are imported or
 * declared, exported names, and the members of interfaces. Names of a report or call also clash
 * with names inside functions.
 *
 * `entries` maps a report or call to one of its clashing names and that name's other owner. If
 * several reports or calls declare the name, the last one is in `entries`. If only one declares it,
 * the other owner is "the client itself". `types` contains names that belong to no report or call.
 * Skips schema.ts and all files that are not `.ts`.
 */
export function clashesIn(
  output: ReadonlyMap<string, string>,
  { flows, operations }: Model,
): Clashes {
  const owners = ownersOf([...flows, ...operations]);
  const entries = new Map<string, { readonly generatedName: string; readonly otherName: string }>();
  const types = new Set<string>();
  for (const path of output.keys()) {
    if (!path.endsWith(".ts") || path === "schema.ts") continue;
    for (const name of sharedIn(namesWithin(path, output), owners)) {
      const all = owners.get(name) ?? [];
      const [last, clashing = PACKAGE] = [...all].reverse();
      if (last === undefined) types.add(name);
      else entries.set(last, { generatedName: name, otherName: clashing });
    }
  }
  return { entries, types };
}

/** `export type * from "./x.js"`: all types of a file. */
const STAR = /^export type \* from "(\.[^"]*)\.js";$/gm;

/**
 * The names in a file, including names that it re-exports with `export type *`. The names that a
 * re-exported file itself re-exports this way are not included. All lists are empty if `output`
 * lacks the file.
 */
export function namesWithin(path: string, output: ReadonlyMap<string, string>): NamesIn {
  const text = output.get(path) ?? "";
  const names = namesIn(text);
  const stars = [...text.matchAll(STAR)].flatMap(([, file = ""]) => {
    const target = posix.join(posix.dirname(path), `${file}.ts`);
    return namesIn(output.get(target) ?? "").exported;
  });
  return { ...names, exported: [...names.exported, ...stars] };
}

/**
 * The names that occur twice in a scope. A name inside a function clashes only with names that a
 * report or call declares, because a template's own names do not clash with each other.
 */
function sharedIn(
  { local, exported, within, members }: NamesIn,
  owners: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const inFunctions = new Set(within);
  return [
    ...repeated(local),
    ...repeated(exported),
    ...members.flatMap(repeated),
    ...local.filter((name) => inFunctions.has(name) && owners.has(name)),
  ];
}

/** The names that occur more than once. Each occurrence after the first is listed. */
function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

/** Parts of a call whose names other calls may also use: page items and columns. */
const SHARED = ["item", "values"];

/** Maps each name that the reports and calls declare to the reports and calls that declare it. */
function ownersOf(entries: readonly (Flow | Operation)[]): ReadonlyMap<string, readonly string[]> {
  const owners = new Map<string, string[]>();
  for (const entry of entries) {
    const names: Readonly<Record<string, string>> =
      "call" in entry ? operationNames(entry) : flowNames(entry);
    const ownNames = Object.entries({
      ...names,
      ...plannedNames(entry),
      ...jsonSchemaNames(entry),
    }).flatMap(([part, name]) => ("call" in entry && SHARED.includes(part) ? [] : [name]));
    for (const name of new Set(ownNames))
      owners.set(name, [...(owners.get(name) ?? []), entry.name]);
  }
  owners.delete("undefined");
  return owners;
}

// ---- lines of at most `LINE_WIDTH` columns

/** An unbreakable piece of a line, or a pair of brackets with its contents. */
type Node = string | Group;

interface Group {
  /** The whole group on one line. */
  readonly text: string;
  readonly open: string;
  readonly close: string;
  /** The code between the separators. */
  readonly items: readonly (readonly Node[])[];
  readonly separator: "," | ";";
  /** Whether a separator may follow the last item. */
  readonly trails: boolean;
}

/**
 * Matches a string, pattern, comment, arrow, bracket, separator, operator between spaces, word, or
 * other character.
 */
const TOKEN =
  /"(?:[^"\\]|\\.)*"|`(?:[^`\\]|\\.)*`|\/\*.*?\*\/|(?<=[(,=:![&|?{;] ?)\/(?:[^/\\[]|\\.|\[(?:[^\]\\]|\\.)*\])+\/|=>| (?:\|\||&&|\||&|=) |[()[\]{}<>,;]|[\w$]+|[\s\S]/g;

const CLOSING: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}", "<": ">" };

/** A renamed item of an import or export list. Only in these items may a line begin with `as`. */
const RENAMED = /^([\w$]+) (as [\w$]+)$/;

/** Operators at which a line is broken, lowest precedence first. */
const OPERATORS = [" || ", " && ", " | ", " & "] as const;

/**
 * Longer lines, and lines with more nested brackets, are left unchanged. They are data that no one
 * reads.
 */
const LONGEST_LINE = 100_000;
const DEEPEST = 100;

/**
 * Breaks the lines of printed TypeScript that are longer than `width`, as a formatter would. Code
 * is broken at an operator, or inside brackets, with one item per line. Comments are broken between
 * words. A single string, pattern or name that is too long is left unchanged, and so is a line of
 * more than 100,000 characters. `width` is in characters.
 */
export function wrapLines(text: string, width: number = LINE_WIDTH): string {
  const lines: string[] = [];
  // The words of a comment that do not fit on its line begin the next line.
  let overflow = "";
  let inComment = false;
  for (const printed of text.split("\n")) {
    const isComment = inComment || /^\s*(?:\/\/|\/\*\*)/.test(printed);
    if (/^\s*\/\*\*/.test(printed)) inComment = true;
    if (inComment && printed.includes("*/")) inComment = false;
    const continues =
      overflow !== "" &&
      !/^[@|*+•-]/.test(wordsOf(printed)) &&
      headOf(printed) === headOf(overflow);
    if (overflow !== "" && !continues) lines.push(overflow);
    const current = continues ? `${overflow} ${wordsOf(printed)}` : printed;
    overflow = "";
    if (current.length <= width || current.length > LONGEST_LINE) lines.push(current);
    else if (isComment) {
      const broken = wrapCommentLine(current, width);
      const last = broken.at(-1) ?? "";
      lines.push(...broken.slice(0, -1));
      if (broken.length > 1 && !last.endsWith("*/")) overflow = last;
      else lines.push(last);
    } else lines.push(...wrapCodeLine(current, width).split("\n"));
  }
  return [...lines, ...(overflow === "" ? [] : [overflow])].join("\n");
}

/** The spaces and stars before the words of a comment line. The whole line if it has no words. */
function headOf(text: string): string {
  return /^\s*(?:\*|\/\/) +(?=\S)/.exec(text)?.[0] ?? text;
}

/** The words of a comment line. Empty if it has none. */
function wordsOf(text: string): string {
  return text.slice(headOf(text).length);
}

/** Breaks a comment line between words. A table row is returned unchanged. */
function wrapCommentLine(text: string, width: number): readonly string[] {
  const [, indent = "", sentence] = /^(\s*)\/\*\* (.*) \*\/$/.exec(text) ?? [];
  if (sentence !== undefined)
    return [
      `${indent}/**`,
      ...fillLines(`${indent} * `, `${indent} * `, sentence, width),
      `${indent} */`,
    ];
  const [, head = "", words = ""] = /^(\s*(?:\/\/|\*) *(?:[-*+•] )?)(.*)$/.exec(text) ?? [];
  // Table rows must stay on one line.
  if (words.startsWith("|")) return [text];
  const margin = head.replace(/[-+•]|(?<=\* +)\*/, " ");
  return fillLines(head, words.startsWith("@") ? `${margin}  ` : margin, words, width);
}

/**
 * Fills lines with words, up to the width. The first line begins with `head`, the others with
 * `margin`.
 */
function fillLines(head: string, margin: string, words: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = head;
  for (const word of words.split(" ")) {
    const begins = current === (lines.length === 0 ? head : margin);
    if (!begins && current.length + 1 + word.length > width) {
      lines.push(current);
      current = margin + word;
    } else current += begins ? word : ` ${word}`;
  }
  return [...lines, current];
}

/** Breaks a line of code. Returns it unchanged if brackets are nested more than 100 levels deep. */
function wrapCodeLine(text: string, width: number): string {
  const code = text.trimStart();
  const indent = text.length - code.length;
  const tokens = code.match(TOKEN) ?? [];
  if (depthOf(tokens) > DEEPEST) return text;
  const nodes = parseTokens(tokens);
  const printer = new Printer(width);
  return " ".repeat(indent) + printer.statement(nodes, indent);
}

/** The maximum depth of nested brackets. */
function depthOf(tokens: readonly string[]): number {
  let [depth, most] = [0, 0];
  for (const token of tokens) {
    if (token in CLOSING) most = Math.max(most, ++depth);
    else if (/^[)\]}>]$/.test(token)) depth--;
  }
  return most;
}

/** Groups tokens by their brackets. Brackets without a partner stay separate tokens. */
function parseTokens(tokens: readonly string[]): readonly Node[] {
  const ends = pairs(tokens);
  const read = (from: number, to: number): readonly Node[] => {
    const nodes: Node[] = [];
    for (let at = from; at < to; at++) {
      const end = ends.get(at);
      if (end === undefined) nodes.push(tokens[at] ?? "");
      else {
        nodes.push(groupOf(at, end));
        at = end;
      }
    }
    return nodes;
  };
  const groupOf = (at: number, end: number): Group => {
    const cuts: number[] = [];
    for (let inside = at + 1; inside < end; inside++) {
      if (tokens[inside] === "," || tokens[inside] === ";") cuts.push(inside);
      inside = ends.get(inside) ?? inside;
    }
    const items = [at, ...cuts].map((separatorAt, index) =>
      trimmed(read(separatorAt + 1, cuts[index] ?? end)),
    );
    const last = items.at(-1) ?? [];
    const open = tokens[at] ?? "";
    const group = {
      open,
      close: tokens[end] ?? "",
      items: last.length === 0 ? items.slice(0, -1) : items,
      separator:
        tokens[cuts[0] ?? -1] === ";" || (cuts.length === 0 && open === "{" && isMember(last))
          ? (";" as const)
          : ("," as const),
      trails: mayTrail(open, tokens[at - 1], tokens[at - 2], last),
    };
    return { ...group, text: flatGroup(group) };
  };
  return read(0, tokens.length);
}

/**
 * Maps the index of each opening bracket to the index of its closing bracket. Brackets without a
 * partner on the line are left out. A `<` before a space or `=` is a comparison, not a bracket.
 */
function pairs(tokens: readonly string[]): ReadonlyMap<number, number> {
  const ends = new Map<number, number>();
  const opened: number[] = [];
  tokens.forEach((token, at) => {
    if (token === "<" ? tokens[at + 1] !== " " && tokens[at + 1] !== "=" : token in CLOSING)
      opened.push(at);
    else if (/^[)\]}]$/.test(token) || (token === ">" && tokens[opened.at(-1) ?? -1] === "<")) {
      const start = opened.pop();
      if (start !== undefined && CLOSING[tokens[start] ?? ""] === token) ends.set(start, at);
    }
  });
  return ends;
}

/**
 * Whether a separator may follow the last item. Not allowed in type arguments, in an index, after a
 * rest element, or in parentheses that belong to neither a call nor a function.
 */
function mayTrail(
  open: string,
  before: string | undefined,
  word: string | undefined,
  last: readonly Node[],
): boolean {
  if (open === "<" || (last[0] === "." && last[1] === ".")) return false;
  const follows = before !== undefined && /^[\w$>\])]+$/.test(before);
  if (open === "[") return !follows;
  return open === "{" || (follows && !(before === "if" && word !== "."));
}

/** Whether an object with only this member is a type, not a value. */
function isMember(item: readonly Node[]): boolean {
  return item[0] === "readonly" || item.includes(" | ") || item.includes(" & ");
}

/** Removes spaces at the beginning and end. */
function trimmed(nodes: readonly Node[]): readonly Node[] {
  let [from, to] = [0, nodes.length];
  while (from < to && nodes[from] === " ") from++;
  while (to > from && nodes[to - 1] === " ") to--;
  return nodes.slice(from, to);
}

/** Prints code on one line. */
function flat(nodes: readonly Node[]): string {
  return nodes.map((node) => (typeof node === "string" ? node : node.text)).join("");
}

/** Prints a group on one line. */
function flatGroup({ open, close, items, separator }: Omit<Group, "text">): string {
  const inside = items.map(flat).join(`${separator} `);
  return open === "{" && inside !== "" ? `{ ${inside} }` : `${open}${inside}${close}`;
}

/** Whether an item is a string or a number. Several such items share a line. */
function isPlain(item: readonly Node[]): boolean {
  return item.length === 1 && typeof item[0] === "string" && /^(?:"|\d)/.test(item[0]);
}

/** Prints code, and breaks lines that do not fit. All positions are columns. */
class Printer {
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** Prints one line of a file, starting at column `indent`. */
  statement(nodes: readonly Node[], indent: number): string {
    const condition = nodes.findIndex(
      (node, at) => typeof node !== "string" && /^(?:else )?if $/.test(flat(nodes.slice(0, at))),
    );
    const then = nodes.slice(condition + 2);
    if (condition < 0 || flat(then) === "{" || then.length === 0)
      return this.#expression(nodes, indent);
    const head = this.#expression(nodes.slice(0, condition + 1), indent);
    return `${head}\n${" ".repeat(indent + 2)}${this.#expression(then, indent + 2)}`;
  }

  /**
   * Prints code, starting at column `indent`. Subsequent lines are indented relative to that
   * column. `after` is the number of characters that follow the code on its last line.
   */
  #expression(nodes: readonly Node[], indent: number, after = 0): string {
    if (indent + flat(nodes).length + after <= this.#width) return flat(nodes);
    const isOpen = /[([{<]$/.test(flat(nodes));
    const broken = isOpen
      ? null
      : (this.#operands(nodes, indent) ?? this.#assignment(nodes, indent));
    return broken ?? this.#brackets(nodes, indent, after);
  }

  /**
   * Prints one operand per line, below the name of the value or type. Null if there is no operator
   * to break at.
   */
  #operands(nodes: readonly Node[], indent: number): string | null {
    const start = valueAt(nodes);
    const value = nodes.slice(start);
    const operator = OPERATORS.find((candidate) => value.includes(candidate));
    if (operator === undefined || (start > 0 && !/[=:]\s*$/.test(flat(nodes.slice(0, start)))))
      return null;
    const operands = split(value, operator);
    const inner = start === 0 ? indent : indent + 2;
    const between = `\n${" ".repeat(inner)}`;
    const isType = operator === " | " || operator === " & ";
    const lines = operands.map((operand) =>
      this.#expression(operand, isType ? inner + 2 : inner, 3),
    );
    const sign = operator.trim();
    const joined = isType
      ? lines.map((text) => `${sign} ${text}`).join(between)
      : lines.join(` ${sign}${between}`);
    return start === 0 ? joined : `${flat(nodes.slice(0, start)).trimEnd()}${between}${joined}`;
  }

  /**
   * Prints a value next to its name, or below the name if the value's first line does not fit. Null
   * if nothing is assigned.
   */
  #assignment(nodes: readonly Node[], indent: number): string | null {
    const at = nodes.indexOf(" = ");
    const value = nodes.slice(at + 1);
    if (at < 0 || flat(value).length < 2) return null;
    const name = flat(nodes.slice(0, at + 1));
    if (indent + name.length > this.#width) {
      const brokenName = this.#brackets(nodes.slice(0, at), indent, " =".length);
      // The value follows the closing bracket and the equals sign.
      if (brokenName.includes("\n"))
        return `${brokenName} = ${this.#expression(value, indent, "> = ".length)}`;
    }
    const beside = this.#brackets(nodes, indent, 0);
    const [first = ""] = beside.split("\n");
    if (beside.includes("\n") && first.length > name.length && indent + first.length <= this.#width)
      return beside;
    const below = `${name.trimEnd()}\n${" ".repeat(indent + 2)}${this.#expression(value, indent + 2)}`;
    return this.#isWithin(below, indent, 0) || !this.#isWithin(beside, indent, 0) ? below : beside;
  }

  /**
   * Breaks the code at the last pair of brackets that makes the lines fit. Prints one item per
   * line. Type arguments are tried last.
   */
  #brackets(nodes: readonly Node[], indent: number, after: number): string {
    const found = nodes
      .flatMap((node, at) =>
        typeof node === "string" || node.items.length === 0 ? [] : [{ node, at }],
      )
      .reverse();
    const ordered = [
      ...found.filter(({ node }) => node.open !== "<"),
      ...found.filter(({ node }) => node.open === "<"),
    ];
    let best = flat(nodes);
    for (const { node, at } of ordered) {
      const before = flat(nodes.slice(0, at));
      const following = flat(nodes.slice(at + 1));
      const broken = `${before}${this.#group(node, indent, indent + before.length)}${following}`;
      if (this.#isWithin(broken, indent, after)) return broken;
      if (this.#longest(broken, indent) < this.#longest(best, indent)) best = broken;
    }
    const arrow = nodes.indexOf("=>");
    const result = trimmed(nodes.slice(arrow + 1));
    if (arrow < 0 || result.length === 0 || flat(result) === "{") return best;
    const below = `${flat(nodes.slice(0, arrow + 1))}\n${" ".repeat(indent + 2)}${this.#expression(result, indent + 2, after)}`;
    return this.#longest(below, indent) < this.#longest(best, indent) ? below : best;
  }

  /**
   * Prints one item per line. Strings and numbers share lines. A last argument in brackets stays on
   * the line of the call.
   */
  #group(group: Group, indent: number, column: number): string {
    const { open, close, items, separator, trails } = group;
    const last = items.at(-1) ?? [];
    const [only] = last;
    const leading = items.slice(0, -1).map((item) => `${flat(item)}${separator} `);
    if (
      open === "(" &&
      last.length === 1 &&
      typeof only === "object" &&
      /[{[]/.test(only.open) &&
      only.items.length > 0
    ) {
      const first = `${open}${leading.join("")}`;
      if (column + first.length + 1 <= this.#width)
        return `${first}${this.#group(only, indent, column + first.length)}${close}`;
    }
    const inner = " ".repeat(indent + 2);
    const end = `\n${" ".repeat(indent)}${close}`;
    if (open === "[" && trails && items.every(isPlain)) {
      const words = items.map((item) => `${flat(item)}${separator}`);
      return `${open}\n${fillItems(inner, words, this.#width).join("\n")}${end}`;
    }
    const lines = items.map((item, at) => {
      const follows = at < items.length - 1 || trails ? separator : "";
      const [, name, alias] = (open === "{" && RENAMED.exec(flat(item))) || [];
      if (name !== undefined && `${inner}${flat(item)}${follows}`.length > this.#width)
        return `${inner}${name}\n${inner}  ${alias}${follows}`;
      return `${inner}${this.#expression(item, indent + 2, follows.length)}${follows}`;
    });
    return `${open}\n${lines.join("\n")}${end}`;
  }

  /** Whether all lines fit, with `after` more characters on the last line. */
  #isWithin(text: string, indent: number, after: number): boolean {
    return (
      this.#longest(text, indent) <= this.#width &&
      (text.split("\n").at(-1) ?? "").length + after <= this.#width
    );
  }

  /** Length of the longest line. `indent` is added to the first. */
  #longest(text: string, indent: number): number {
    return text
      .split("\n")
      .reduce((most, row, at) => Math.max(most, row.length + (at === 0 ? indent : 0)), 0);
  }
}

/** Fills lines with items, up to the width. Each line begins with `inner`. */
function fillItems(inner: string, words: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let current = inner;
  for (const word of words) {
    if (current !== inner && current.length + 1 + word.length > width) {
      lines.push(current);
      current = inner;
    }
    current += current === inner ? word : ` ${word}`;
  }
  return [...lines, current];
}

/**
 * The index where a declaration's value or type begins. It is after the last `=` or the first `:`
 * outside brackets, or 0 if there is neither.
 */
function valueAt(nodes: readonly Node[]): number {
  const assigned = nodes.lastIndexOf(" = ");
  if (assigned >= 0) return assigned + 1;
  const named = nodes.findIndex((node, at) => node === ":" && nodes[at + 1] === " ");
  return named < 0 || (nodes.includes("?") && nodes[nodes.indexOf("?") + 1] === " ")
    ? 0
    : named + 2;
}

/** Splits code at each occurrence of the operator, which is left out. */
function split(nodes: readonly Node[], operator: string): readonly (readonly Node[])[] {
  const parts: Node[][] = [[]];
  for (const node of nodes) {
    if (node === operator) parts.push([]);
    else parts.at(-1)?.push(node);
  }
  return parts;
}
