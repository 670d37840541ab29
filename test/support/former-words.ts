// The project's former words for things that have a name in the field, and where they still name something. `npm run words` prints them.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import ts from "typescript";

export interface FormerWord {
  /** The former name. */
  readonly name: string;
  /** What the field calls it. */
  readonly now: string;
}

/** A declaration, a file or a key of a template that still has a former name. */
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
    return [...usesInName(file), ...(file.endsWith(".hbs") ? usesInTemplate(file, text) : usesInSource(file, text))];
  });
}

function filesIn(root: string, room: string): readonly string[] {
  const files = readdirSync(join(root, room), { recursive: true, encoding: "utf8" }).map((name) => `${room}/${name.replaceAll("\\", "/")}`);
  // The schema has the API's own names.
  return files.filter((file) => /(?<!\.d)\.(ts|hbs)$/.test(file) && file !== "generated/schema.ts").sort();
}

function usesInName(file: string): readonly FormerUse[] {
  const name = basename(file).replace(/\.\w+$/, "");
  const now =
    parts.get(name) ??
    names.get(name) ??
    wordsOf(name)
      .map((word) => parts.get(word))
      .find((field) => field !== undefined);
  return now === undefined ? [] : [{ name, now, file, line: 1 }];
}

function usesInTemplate(file: string, text: string): readonly FormerUse[] {
  const tags = [...text.matchAll(/\{\{\{?[#/^&]?(?!!)([^{}]*)\}\}/g)];
  return tags.flatMap(({ 1: inside = "", index }) => {
    const line = text.slice(0, index).split("\n").length;
    const keys = inside.replace(/"[^"]*"/g, "").match(/(?<![\w@>/-])[a-z]\w*/gi) ?? [];
    return keys.flatMap((name) => {
      const now = fieldName(name, false);
      return now === undefined ? [] : [{ name, now, file, line }];
    });
  });
}

function usesInSource(file: string, text: string): readonly FormerUse[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const uses: FormerUse[] = [];
  const visit = (node: ts.Node): void => {
    const name = declaredName(node);
    const now = name === null ? undefined : fieldName(name, isLocal(node));
    if (name !== null && now !== undefined)
      uses.push({ name, now, file, line: source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1 });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return uses;
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

function declaredName(node: ts.Node): string | null {
  const name = ts.isImportSpecifier(node) ? undefined : (node as Partial<ts.NamedDeclaration>).name;
  return name !== undefined && (ts.isIdentifier(name) || ts.isPrivateIdentifier(name)) ? name.text.replace(/^#/, "") : null;
}

function isLocal(node: ts.Node): boolean {
  if (ts.isBindingElement(node)) return node.dotDotDotToken === undefined;
  return ts.isVariableDeclaration(node) || ts.isParameter(node);
}
