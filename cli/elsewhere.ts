import { readFileSync } from "node:fs";
import { compareModels, type Named } from "../generator/diff/compare.js";
import { shapeOf } from "../generator/lower/rules.js";
import type { Flow, Model, Operation, Rule } from "../generator/model/model.js";
import type { Notice, Told } from "../generator/notice.js";
import type { Annotations } from "../generator/parse/contract.js";
import { withoutWords } from "../generator/parse/words.js";
import { type Built, build } from "../generator/pipeline.js";
import { noticeLines, noticesAs, sanitize, toldLines } from "../generator/print.js";
import { type Problem, Problems } from "../generator/problem.js";
import { contractOf, type Pulled } from "../generator/prose/contract.js";
import { ruleInWords } from "../generator/rules/parse.js";
import { packageRoot } from "../generator/workspace.js";
import { annotationsWith, type Own } from "./annotations.js";
import { acceptedLine, remarkLines, unaskedLines, unreadNotices } from "./pull-summary.js";

/** How a description becomes an output folder of another repository. */
export interface MakeOptions extends Own {
  /** Takes the rules that are proposed for sentences in new words. */
  readonly acceptProposed?: boolean;
  /** Leaves out an operation that was asked for by name and cannot be made; without it that is an error. */
  readonly keepGoing?: boolean;
  /** Makes sentences that may bind and are not understood errors; without it each is a notice. */
  readonly strictProse?: boolean;
  /** Whether comments carry the description's words, as they do unless it is false. */
  readonly descriptions?: boolean;
}

type Requests = Pick<Model, "flows" | "operations">;

/** What a description gave, before anything is written. */
export interface Elsewhere extends Built {
  readonly pulled: Pulled;
  readonly knowledge: Annotations;
  /** Rules that the prose states and this package's own contract has not, nor what was made before: a person should read them. */
  newRules(before?: Requests | null): readonly Told[];
}

/** Reads a description and makes all files of it. Throws `Problems`, all that there are. */
export async function makeElsewhere(text: string, options: MakeOptions): Promise<Elsewhere> {
  const { acceptProposed = false, keepGoing = false, strictProse = false, descriptions = true } = options;
  const knowledge = annotationsWith(options);
  const problems: Problem[] = [];
  const prose = strictProse ? "strict" : "tolerant";
  const wanted = { ...knowledge.flows, ...(strictProse && { unoffered: [] }) };
  const pulled = contractOf(text, { ...wanted, acceptProposed, prose, undecided: problems }, knowledge.skipped);
  // No operation could be left out to mend these.
  const unread = new Set(strictProse ? pulled.unread.map(({ problem }) => keyOf(problem)) : []);
  const strict = problems.filter((problem) => unread.has(keyOf(problem)));
  if (keepGoing && strict.length > 0) throw new Problems(strict);
  const { source, leftOut } = pulled;
  const document = descriptions ? pulled.document : withoutWords(pulled.document);
  const built = await build(
    { document, source, knowledge, met: { problems, notices: [...pulled.notices, ...unreadNotices(pulled)], leftOut } },
    "elsewhere",
    { keepGoing },
  );
  return { ...built, pulled, knowledge, newRules: (before) => newRules(built.model, [shippedModel(), ...(before ? [before] : [])]) };
}

function keyOf({ what, where }: Problem): string {
  return JSON.stringify([what, where]);
}

/** The rules that were read and that no known model has for the same operation. */
function newRules(model: Requests, known: readonly Requests[]): readonly Told[] {
  const old = new Set(known.flatMap(requestsOf).flatMap((request) => request.rules.map((rule) => meaning(request, rule))));
  return requestsOf(model).flatMap((request) => {
    const read = request.rules.filter((rule) => rule.because === undefined && !old.has(meaning(request, rule)));
    return read.map((rule): Told => {
      const what = `new here: ${idOf(request)} ${rule.id}: ${ruleInWords(rule, shapeOf(request))}`;
      const [source] = rule.sources;
      return { kind: "rule", what, where: source?.at ?? "", ...(source && { fingerprint: source.fingerprint }) };
    });
  });
}

/** The model of this package's own description. */
function shippedModel(): Requests {
  return JSON.parse(readFileSync(new URL("generated/model.json", packageRoot), "utf8"));
}

function requestsOf({ flows, operations }: Requests): readonly (Flow | Operation)[] {
  return [...flows, ...operations];
}

function idOf(request: Flow | Operation): string {
  return "call" in request ? request.call.id : request.create.id;
}

function meaning(request: Flow | Operation, { kind, when, params }: Rule): string {
  return JSON.stringify([idOf(request), kind, when, params]);
}

/** All that stopped nothing; what could not be made is left out. */
export function noticesOf({ notices, refused }: Pick<Built, "notices" | "refused">): readonly Notice[] {
  return [...refused.map(asNotice), ...notices];
}

function asNotice({ what, where, notes = [] }: Problem): Notice {
  const [, operations] = notes.find(([name]) => name === "part of") ?? [];
  return { kind: "left out", what: operations === undefined ? what : `${operations}: ${what}`, where };
}

/** What became of the rules since the last run, those that are gone first. */
export function ruleLines(before: Named["model"] | null, now: Model): readonly string[] {
  if (before === null) return [];
  const { changes } = compareModels({ name: "", model: before }, { name: "", model: now });
  const rules = changes.filter(({ kind }) => kind === "rule");
  const line = (word: string, { flow, place, text }: (typeof rules)[number]): string =>
    sanitize(`${word.padEnd(10)} ${flow} ${place}: ${text.replace(/^(?:new rule|rule gone): /, "")}`);
  return [
    ...rules.filter((rule) => rule.new === null).map((rule) => line("lost", rule)),
    ...rules.filter((rule) => rule.old === null).map((rule) => line("new", rule)),
    ...rules.filter((rule) => rule.old !== null && rule.new !== null).map((rule) => line("changed", rule)),
  ];
}

/** What a person should read of a run, the gravest first; `before` is what was there. */
export function tellingLines(made: Elsewhere, before: Named["model"] | null): readonly string[] {
  const { pulled, newRules } = made;
  return [
    ...ruleLines(before, made.model),
    ...pulled.accepted.map(acceptedLine),
    ...toldLines("rule", newRules()),
    ...noticeLines(noticesOf(made)),
    ...unaskedLines(pulled),
    ...remarkLines(pulled.remarks),
  ].map(sanitize);
}

export interface NoticeFormat {
  /** For programs, who get all of them on stdout; people get lines on stderr. */
  readonly format?: "github" | "json";
  /** The file that a notice means by `description`. */
  readonly spec?: string;
}

/** Prints what a program should know of a run; nothing where only people read. */
export function printForPrograms(told: readonly Told[], { format, spec }: NoticeFormat): void {
  if (format !== undefined) process.stdout.write(noticesAs(format, told, spec));
}
