// The project's former words for things that have a name in the field, and where they still name something. `npm run words` prints them.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";

export interface FormerWord {
  /** The former name. */
  readonly name: string;
  /** What the field calls it. */
  readonly now: string;
}

/** A declaration, a key of an object, a file, a folder, or a key or parameter of a template that still has a former name. */
export interface FormerUse extends FormerWord {
  readonly file: string;
  readonly line: number;
}

/** Words that no name contains: `answerOf`, `onAnswer` and `answer` all count. */
const PARTS: Readonly<Record<string, string>> = {
  "answer answers answered": "response",
  "look looks looked": "poll, attempts",
  "hear hears heard": "onResponse, record…",
  "tell tells told": "emit, report, notify",
  "wire wired": "transport, config",
  "settle settled settles": "resolve",
  "patience patient": "maxQueueMs",
  "surely maybe barred barring": "Required, Optional, Forbid",
  "sight sights": "context",
  "kernel kernels": "tokenRules",
  "cue cues": "bindingWords",
  "stumble stumbles starve starves starved": "unexpectedByte, needMore",
  "brake brakes": "circuitBreaker",
  "carrier carry carries carried": "task, client",
  because: "reason",
  "plainer agreeing": "normalizeSchema",
};

/** Whole names that nothing has: functions, types, members, parameters and variables, as well as keys of templates. */
const NAMES: Readonly<Record<string, string>> = {
  Seen: "status, result, or what the set holds",
  "SharedLooks ReportLook Look": "PollCoalescer, ReportStatus",
  "Entry Access Way tokenEntry": "Authenticator, Authorization, CallContext",
  Settings: "config, options",
  "Pace Leave Lines Line": "RateLimitKey, release, FairQueue, TaskQueue",
  "Steps Turn Ticket Gate": "task, Permit, AdmissionGate",
  cut: "hardAbortSignal, truncate, split",
  "waitsItself repeatable": "noBackoff, idempotent",
  "certain Certain Flat NoOthers": "guaranteedColumns, Simplify, NoExtraKeys",
  "Single less least others by above commas wrapped":
    "Operation, omitsReadOnly, minProperties, additionalProperties, discriminator, exclusiveMinimum, explode, envelope",
  "met Met signs macros plain Knowledge": "ProblemCollector, ReadContext, grammar, informational, Annotations",
  "own shown oneLine place places Place Places": "getOwn, sanitize, singleLine, location",
  "Asked Said Made Found Given Written asked said made given written": "a noun",
  "JsonBytes CsvBytes OneByOne passOn goOn again": "JsonScanner, CsvScanner, BatchIterator, streamPart, resume, reopen",
  "abortable timeLimited": "raceAbort, withTimeout",
  "onEdge outside notLike NOTHING": "boundaryViolation, outOfRange, patternMismatch, NO_VIOLATIONS",
  "asItIs asParts withIds withRows": "identityBody, toFormData, parseWithStringIds, parseRows",
  "says say": "message",
  "turn extent offers": "lock, expansionLimit, config",
  "kept walked whole listed closed checked counted tagged identified ruled otherType offence concerned lacking unmet graced":
    "OpenAPI's word, or a noun",
  "everywhere Everywhere Added": "a noun",
};

/** Names that say too little for a parameter or a variable; `...rest` of a pattern is the language's own. */
const VAGUE: Readonly<Record<string, string>> = {
  "is line one other now some more bad rest thing things stuff": "what it is",
};

function table(words: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(words).flatMap(([names, now]) => names.split(" ").map((name) => [name, now] as const)));
}

const parts = table(PARTS);
const names = table(NAMES);
const vague = table(VAGUE);

/** The former words that still name something in the sources, the generated code and the templates below `root`. */
export function formerUses(root: string): readonly FormerUse[] {
  const files = ["runtime", "generator", "cli", "generated", "templates"].flatMap((room) => filesIn(root, room));
  return files.flatMap((file) => {
    const text = readFileSync(join(root, file), "utf8");
    return [...usesInPath(file), ...(file.endsWith(".hbs") ? usesInTemplate(file, text) : usesInSource(file, text))];
  });
}

function filesIn(root: string, room: string): readonly string[] {
  const files = readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name.replaceAll("\\", "/")}`);
  // The schema has the API's own names.
  return files.filter((file) => /(?<!\.d)\.(ts|hbs)$/.test(file) && file !== "generated/schema.ts").sort();
}

/** The names of the file and of its folders. A folder is reported once for each file in it. */
function usesInPath(file: string): readonly FormerUse[] {
  const segments = file.replace(/\.\w+$/, "").split("/");
  return segments.flatMap((name) => formerUse(name, false, file, 1));
}

function usesInTemplate(file: string, text: string): readonly FormerUse[] {
  const tags = [...text.matchAll(/\{\{\{?[#/^&]?(?!!)([^{}]*)\}\}/g)];
  return tags.flatMap(({ 1: inside = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const [, tag = "", params = ""] = /^(.*?)(?:\bas \|(.*)\|\s*)?$/s.exec(inside) ?? [];
    const keys = tag.replace(/"[^"]*"/g, "").match(/(?<![\w@>/-])[a-z]\w*/gi) ?? [];
    return [
      ...keys.flatMap((name) => formerUse(name, false, file, line)),
      ...(params.match(/\w+/g) ?? []).flatMap((name) => formerUse(name, true, file, line)),
    ];
  });
}

function usesInSource(file: string, text: string): readonly FormerUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const uses: FormerUse[] = [];
  const visit = (node: ts.Node): void => {
    const name = declaredName(node);
    const line = source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
    if (name !== null) uses.push(...formerUse(name, isLocal(node), file, line));
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
}

/** The use of this name if it has a former word, else empty. `local`: whether it names a variable or a parameter. */
function formerUse(name: string, local: boolean, file: string, line: number): readonly FormerUse[] {
  const now = fieldName(name, local);
  return now === undefined ? [] : [{ name, now, file, line }];
}

/** What the field calls a name that has a former word, or undefined. */
function fieldName(name: string, local: boolean): string | undefined {
  const contained = wordsOf(name).map((word) => parts.get(word));
  return names.get(name) ?? (local ? vague.get(name) : undefined) ?? contained.find((field) => field !== undefined);
}

/** `onRateLimit` and `rate-limit` as lower-case words. */
function wordsOf(name: string): readonly string[] {
  return name.split(/(?=[A-Z])|[-_]/).map((word) => word.toLowerCase());
}

/** The name that a node gives to something, without quotes and `#`; null if it gives none. An import gives one only by `as`. */
function declaredName(node: ts.Node): string | null {
  if (ts.isImportSpecifier(node) && node.propertyName === undefined) return null;
  const { name } = node as Partial<ts.NamedDeclaration>;
  if (name === undefined) return null;
  return ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name) ? name.text.replace(/^#/, "") : null;
}

function isLocal(node: ts.Node): boolean {
  if (ts.isBindingElement(node)) return node.dotDotDotToken === undefined;
  return ts.isVariableDeclaration(node) || ts.isParameter(node);
}
