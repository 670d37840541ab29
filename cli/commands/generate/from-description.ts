import { readFileSync } from "node:fs";
import type { Flow, Model, Operation, Rule } from "../../../generator/model/model.js";
import { withShared } from "../../../generator/model/written.js";
import { FlowsProblems } from "../../../generator/parse/config.js";
import type { Annotations } from "../../../generator/parse/contract.js";
import { withoutWords } from "../../../generator/parse/json.js";
import { type Built, build } from "../../../generator/pipeline.js";
import { linesOfKind, noticeLines, noticesAs, sanitize } from "../../../generator/print.js";
import type { Message, Notice } from "../../../generator/problem.js";
import { type Problem, Problems } from "../../../generator/problem.js";
import { contractOf, type Pulled, unknownOperations } from "../../../generator/prose/contract.js";
import { isProposal } from "../../../generator/prose/draft.js";
import type { Shape } from "../../../generator/rules/kind.js";
import { nestedRules } from "../../../generator/rules/nested.js";
import { ruleInWords } from "../../../generator/rules/parse.js";
import { shapeOf } from "../../../generator/rules/shape.js";
import { packageRoot } from "../../../generator/workspace.js";
import type { Io } from "../../terminal/io.js";
import {
  acceptedLine,
  remarkLines,
  unlistedUnreadLines,
  unreadNotices,
} from "../pull/pull-summary.js";
import { annotationsWith } from "./annotations.js";
import type { UserAnnotations } from "./user-files.js";

/** Options for generating from a description into your own repository. */
export interface DescriptionOptions extends UserAnnotations {
  /** Accept the rules proposed for reworded sentences. */
  readonly acceptProposed?: boolean;
  /**
   * Leave out operations that you named but that cannot be generated; otherwise, they are errors.
   */
  readonly keepGoing?: boolean;
  /**
   * Fail on sentences that may state a rule but are not understood. By default, they are reported
   * as notices.
   */
  readonly strictProse?: boolean;
  /** Whether comments include the description's text; default true. */
  readonly descriptions?: boolean;
  /** Add schema.ts with openapi-typescript's types; needs that package. */
  readonly schema?: boolean;
}

type Requests = Pick<Model, "flows" | "operations">;

/** The result of generating from a description, before anything is written. */
export interface FromDescription extends Built {
  readonly pulled: Pulled;
  readonly annotations: Annotations;
  /**
   * The new rules from the prose, which need review. They are in neither the package's own model
   * nor `before`, the previous run's model.
   */
  newRules(before?: Requests | null): readonly Message[];
}

/**
 * Checks your own annotation files without a description. Throws `Problems` for an invalid file, a
 * missing folder, a folder without annotation files, or an unknown YAML file.
 *
 * Errors in flows.yaml are not thrown, because `buildFromDescription` lists them together with the
 * operations that are missing from the description.
 */
export function checkAnnotations(options: DescriptionOptions): void {
  try {
    annotationsWith(options);
  } catch (error) {
    if (!(error instanceof FlowsProblems)) throw error;
  }
}

/**
 * Loads the annotations. If flows.yaml has errors, the `Problems` also list operations that are
 * missing from the description.
 */
function annotationsFor(text: string, options: DescriptionOptions): Annotations {
  try {
    return annotationsWith(options);
  } catch (error) {
    if (!(error instanceof FlowsProblems)) throw error;
    throw new Problems([...error.list, ...unknownOperations(text, error.entries)]);
  }
}

/**
 * Reads a description and generates all its files in memory; writes nothing. Rejects with
 * `Problems`, which lists all problems found. If an annotation file is invalid, lists only the
 * problems of that file. For flows.yaml, these include operations that are missing from the
 * description. With `keepGoing`, operations with problems are left out instead. If `strictProse` is
 * also set, an unread sentence is still an error.
 */
export async function buildFromDescription(
  text: string,
  options: DescriptionOptions,
): Promise<FromDescription> {
  const {
    acceptProposed = false,
    keepGoing = false,
    strictProse = false,
    descriptions = true,
    schema = false,
  } = options;
  const annotations = annotationsFor(text, options);
  const problems: Problem[] = [];
  const prose = strictProse ? "strict" : "tolerant";
  const { rules } = annotations;
  const contractOptions = {
    ...annotations.flows,
    rules,
    ...(strictProse && { unoffered: [], readRemaining: true }),
  };
  const pulled = contractOf(
    text,
    { ...contractOptions, acceptProposed, prose, undecided: problems },
    annotations.skipped,
  );
  // Unread sentences are errors even if operations are left out.
  const unread = new Set(strictProse ? pulled.unread.map(({ problem }) => keyOf(problem)) : []);
  const strict = problems.filter((problem) => unread.has(keyOf(problem)));
  if (keepGoing && strict.length > 0) throw new Problems(strict);
  const { source, leftOut } = pulled;
  const document = descriptions ? pulled.document : withoutWords(pulled.document);
  const built = await build(
    {
      document,
      source,
      annotations,
      findings: { problems, notices: [...pulled.notices, ...unreadNotices(pulled)], leftOut },
    },
    "elsewhere",
    { keepGoing, schema },
  );
  return {
    ...built,
    pulled,
    annotations,
    newRules: (before) => newRules(built.model, [shippedModel(), ...(before ? [before] : [])]),
  };
}

/**
 * The rules and limits that reworded sentences may state, as problems without duplicates. `text` is
 * the description. The option `acceptProposed` accepts these rules; otherwise, they are only
 * proposed. Throws `Problems` if `text` is not a description.
 */
export function proposalsIn(
  text: string,
  { flows, rules, skipped }: Annotations,
): readonly Problem[] {
  const options = { ...flows, rules, prose: "tolerant" as const, undecided: [] };
  const { unread } = contractOf(text, options, skipped);
  const problems = unread.filter(isProposal).map(({ problem }) => problem);
  return [
    ...new Map(
      problems.map((problem) => [JSON.stringify([problem.what, problem.notes]), problem]),
    ).values(),
  ];
}

/** Returns the same key for equal problems at the same location. */
function keyOf({ what, where }: Problem): string {
  return JSON.stringify([what, where]);
}

/** Rules from prose that no model in `known` has for the same operation or type. */
function newRules(model: Requests, known: readonly Requests[]): readonly Message[] {
  const seen = new Set(known.flatMap(rulesIn).map(meaning));
  return rulesIn(model).flatMap((one): readonly Message[] => {
    const { subject, rule, shape } = one;
    // A type that several requests share is reported once.
    const isNew = !seen.has(meaning(one));
    seen.add(meaning(one));
    if (!isNew || rule.reason !== undefined || rule.inUpdates === true) return [];
    const [source] = rule.sources;
    return [
      {
        kind: "rule",
        what: `to review: ${subject} ${rule.id}: ${ruleInWords(rule, shape)}`,
        where: source?.at ?? "",
        ...(source && { fingerprint: source.fingerprint }),
      },
    ];
  });
}

/** A rule, with the id of its operation or the name of its type. */
interface SubjectRule {
  readonly subject: string;
  readonly rule: Rule;
  readonly shape: Shape;
}

/** All rules of a model, including the rules of nested objects. */
function rulesIn(model: Requests): readonly SubjectRule[] {
  return requestsOf(model).flatMap((request) => {
    const shape = shapeOf(request);
    return [
      ...request.rules.map((rule) => ({ subject: idOf(request), rule, shape })),
      ...nestedRules(request).map(({ object, ...one }) => ({ subject: object.name, ...one })),
    ];
  });
}

/** The model generated from this package's own description. */
function shippedModel(): Requests {
  return withShared(JSON.parse(readFileSync(new URL("generated/model.json", packageRoot), "utf8")));
}

/** The reports and calls of a model. */
function requestsOf({ flows, operations }: Requests): readonly (Flow | Operation)[] {
  return [...flows, ...operations];
}

/** The operation id of a call, or of a report's create call. */
function idOf(request: Flow | Operation): string {
  return "call" in request ? request.call.id : request.create.id;
}

/** Returns the same key for rules that require the same of the same operation or type. */
function meaning({ subject, rule: { kind, when, params } }: SubjectRule): string {
  return JSON.stringify([subject, kind, when, params]);
}

/** All notices of a run, starting with the operations that were left out. Keeps duplicates. */
export function noticesOf({
  notices,
  refused,
}: Pick<Built, "notices" | "refused">): readonly Notice[] {
  return [...refused.map(asNotice), ...notices];
}

/**
 * The messages about operations that were left out, for the manifest. There is one message per
 * problem, which may affect several operations.
 */
export function leftOutOf({ refused }: Pick<Built, "refused">): readonly string[] {
  return noticesOf({ refused, notices: [] }).map(({ what }) => what);
}

/** The notice for a problem whose operations were left out. */
function asNotice({ what, where, notes = [] }: Problem): Notice {
  const [, operations] = notes.find(([name]) => name === "part of") ?? [];
  return {
    kind: "left out",
    what: operations === undefined ? what : `${operations}: ${what}`,
    where,
  };
}

/**
 * Lines that need review after a run. In order: accepted proposals; `rules` (default: new rules
 * that are not in the package's own model); notices; the number of other unread sentences;
 * contradictions between prose and schema.
 */
export function reviewLines(
  built: FromDescription,
  rules: readonly Message[] = built.newRules(),
): readonly string[] {
  const { pulled } = built;
  return [
    ...pulled.accepted.map(acceptedLine),
    ...linesOfKind("rule", rules),
    ...noticeLines(noticesOf(built)),
    ...unlistedUnreadLines(pulled),
    ...remarkLines(pulled.remarks),
  ].map(sanitize);
}

/** How notices are printed. */
export interface NoticeFormat {
  /** Print notices in this machine-readable format on stdout. By default, text goes to stderr. */
  readonly format?: "github" | "json";
  /** The file that notices refer to as `description`. */
  readonly spec?: string;
}

/**
 * Prints all distinct messages to stdout. Format `github` prints GitHub warnings, and `json` one
 * JSON object per line. Prints nothing if no format is set. `spec` is the path of the description,
 * for locations such as `description:12`.
 */
export function printForPrograms(
  messages: readonly Message[],
  { format, spec }: NoticeFormat,
  { stdout }: Pick<Io, "stdout">,
): void {
  if (format !== undefined) stdout.write(noticesAs(format, messages, spec));
}
