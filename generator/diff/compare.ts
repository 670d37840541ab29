import { rowPlaceOf } from "../lower/report.js";
import type { ColumnValue, Flow, Model, Operation, ReportOperation, Request, Statuses } from "../model/model.js";
import type { Problem } from "../problem.js";
import { alignBodies, compareCalls, compareContent, wire } from "./calls.js";
import { type Change, type Diff, type Found, worst } from "./change.js";
import { compareRequests, compareWholes } from "./requests.js";
import { compareTypes, sidesOf } from "./types.js";
import { asked, type Listing, listed, typeInWords, whole } from "./words.js";

/** A report as it was and as it is. */
export function compareFlows(old: Flow, now: Flow): readonly Found[] {
  return [
    ...compareRequests(old, now),
    ...compareColumns(old, now),
    ...compareStatuses(old.statuses, now.statuses),
    ...compareOperations(old, now, "create"),
    ...compareOperations(old, now, "poll"),
    ...compareContent(old.content, now.content),
  ];
}

function compareOperations(old: Flow, now: Flow, role: "create" | "poll"): readonly Found[] {
  const handed = { requested: [old, now].flatMap(({ body }) => body.fields.map(({ name }) => name)), sides: sidesOf(old, now, "request") };
  return [
    ...compareWholes([old, old[role].answer], [now, now[role].answer], `${role}.answer`, "answer"),
    ...compareCalls(old[role], now[role], role, handed),
    ...compareEnvelopes(old[role], now[role], role),
  ];
}

/** The runtime reads a response by what it is, so that neither form breaks a client. */
function compareEnvelopes({ envelope: old }: ReportOperation, { envelope: now }: ReportOperation, role: string): readonly Found[] {
  const words = (envelope: string | undefined): string => (envelope === undefined ? "flat" : `in the envelope ${envelope}`);
  return wire(old === now ? null : [`response ${words(now)} now, was ${words(old)}`, old ?? null, now ?? null], `${role}.answer`);
}

/** What a value is in a row; whether there is a column is told with the request that asks for it. */
export function compareColumns(old: Pick<Flow | Model, "columns">, now: Pick<Flow | Model, "columns">): readonly Found[] {
  return (now.columns ?? []).flatMap(({ name, value, verified }): Found[] => {
    const before = old.columns?.find((column) => column.name === name);
    if (before === undefined) return [];
    const place = `rows[].${name}`;
    if (before.value !== value) {
      const step = typeOf(before.value) === typeOf(value) ? "patch" : "major";
      return [{ place, kind: "columns", step, text: `${value} now, was ${before.value}`, old: before.value, new: value }];
    }
    if (before.verified === verified) return [];
    const text = verified ? "known now, not only by its name" : "known only by its name now";
    return [{ place, kind: "columns", step: "patch", text, old: { verified: !verified }, new: { verified } }];
  });
}

function typeOf(value: ColumnValue): "text" | "number" | "either" {
  if (value === "label" || value === "unknown") return "either";
  return ["id", "name", "text", "url"].includes(value) ? "text" : "number";
}

/** What a poller does at a status: one that is no longer sorted is waited for. */
function compareStatuses(old: Statuses, now: Statuses): readonly Found[] {
  const kinds = ["pending", "done", "failed"] as const;
  const kindOf = (statuses: Statuses, status: string): string | null => kinds.find((kind) => statuses[kind].includes(status)) ?? null;
  const all = [...new Set([now, old].flatMap((statuses) => kinds.flatMap((kind) => statuses[kind])))];
  return all.flatMap((status): Found[] => {
    const [before, after] = [kindOf(old, status), kindOf(now, status)];
    if (before === after) return [];
    const text =
      before === null
        ? `new: ${status} means ${after}`
        : `${status} ${after === null ? "means nothing any more" : `means ${after} now`}, was ${before}`;
    return [{ place: `statuses.${status}`, kind: "statuses", step: before === null ? "minor" : "major", text, old: before, new: after }];
  });
}

/** A single call as it was and as it is. */
export function compareSingles(before: Operation, after: Operation): readonly Found[] {
  const { old, now, found } = alignBodies(before, after);
  const handed = { requested: [old, now].flatMap(({ body }) => body.fields.map(({ name }) => name)), sides: sidesOf(old, now, "request") };
  return [
    ...found,
    ...compareRequests(old, now),
    ...compareAnswers(old, now),
    ...comparePages(old, now),
    ...compareCalls(old.call, now.call, "", handed),
    ...compareContent(old.content, now.content),
  ];
}

function compareAnswers(old: Operation, now: Operation): readonly Found[] {
  if (old.answer !== null && now.answer !== null) {
    const rows = rowsIn(now);
    return compareTypes(old.answer, now.answer, "answer", sidesOf(old, now, "answer")).map((found) =>
      rows.includes(found.place) && found.new === false ? ofRows(found, old) : found,
    );
  }
  if (old.answer === null && now.answer === null) return [];
  const [before, after] = [old, now].map((single) => answerOf(single, listed) ?? "empty");
  const data = { old: answerOf(old, whole), new: answerOf(now, whole) };
  return [{ place: "answer", kind: "type", step: old.answer === null ? "minor" : "major", text: `${after} now, was ${before}`, ...data }];
}

/** Where in a response fields of any name stand for the columns that were asked for. */
function rowsIn(single: Operation): readonly string[] {
  const place = rowPlaceOf(single);
  if (place === null) return [];
  const row = `answer${place.list === null ? "" : `.${place.list}`}[]`;
  return [`${row}.*`, ...(place.cells === null ? [] : [`${row}.${place.cells}.*`])];
}

/** What a row has follows from the columns, whatever the description says of other fields; where there were no such rows, they are new. */
function ofRows(found: Found, old: Operation): Found {
  if (rowPlaceOf(old) !== null)
    return { ...found, step: "patch", text: "fields of other names are not described any more; a row has the columns asked for" };
  return { ...found, step: "minor", text: "typed now by the columns asked for, was an object of any fields" };
}

function answerOf(single: Operation, list: Listing): string | null {
  return single.answer === null ? null : typeInWords(single.answer, single, list);
}

/** A page of many can be gone through by itself. */
function comparePages(old: Operation, now: Operation): readonly Found[] {
  const [before, after] = [old.pageOf !== null, now.pageOf !== null];
  if (before === after) return [];
  const text = after ? "comes in pages that can be gone through now" : "no longer comes in pages that can be gone through";
  return [{ place: "answer", kind: "type", step: after ? "minor" : "major", text, old: { paged: before }, new: { paged: after } }];
}

/** Two models, and what they are called. */
export interface Named {
  readonly name: string;
  readonly model: Pick<Model, "flows" | "operations" | "columns" | "everything">;
  /** What stops its generation: what depends on it may be missing from the model. */
  readonly undecided?: readonly Problem[];
}

/** All that changed from one model to another, in the order of the newer. */
export function compareModels(old: Named, now: Named): Diff {
  const flows = matched(old.model.flows, now.model.flows, compareFlows, ({ create }) => `report: ${asked(create)}`);
  const singles = matched(old.model.operations, now.model.operations, compareSingles, ({ call }) => `operation: ${asked(call)}`);
  const columns = compareColumns(old.model, now.model).map((found): Change => ({ flow: "operations", ...found }));
  // Forms that have no name of their own may change in the same way.
  const changes = [...new Map([...flows, ...singles, ...columns].map((change) => [JSON.stringify(change), change] as const)).values()];
  const undecided = openOf(old.undecided ?? [], now.undecided ?? []);
  return { old: old.name, new: now.name, step: worst(changes.map(({ step }) => step)), changes, undecided };
}

/** What is to be decided of either. A sentence that is unread in both, in as many places, changes nothing from one to the other. */
function openOf(old: readonly Problem[], now: readonly Problem[]): readonly Problem[] {
  const [before, after] = [old, now].map((problems) => new Set(problems.map(sentenceOf)));
  const isInBoth = (sentence: string | null): boolean =>
    sentence !== null && before?.has(sentence) === true && after?.has(sentence) === true;
  return [...old, ...now].filter((problem) => !isInBoth(sentenceOf(problem)));
}

/** The sentence that a problem is about, and all that is said of it but where it stands; null for other problems. */
function sentenceOf({ what, notes = [] }: Problem): string | null {
  const places = notes.filter(([name]) => name === "also").map(([, place]) => (place.startsWith("#/") ? "" : place));
  const said = notes.filter(([name]) => name !== "also");
  return said.some(([name]) => name === "fingerprint") ? JSON.stringify([what, said, places]) : null;
}

/** What has the same name is the same; what has not is gone or new. */
function matched<One extends Flow | Operation>(
  old: readonly One[],
  now: readonly One[],
  compare: (old: One, now: One) => readonly Found[],
  inWords: (one: One) => string,
): readonly Change[] {
  const of = (all: readonly One[], { name }: Request): One | undefined => all.find((one) => one.name === name);
  const whole = { place: "", kind: "operation" } as const;
  const kept = now.flatMap((one): readonly Change[] => {
    const before = of(old, one);
    if (before !== undefined) return compare(before, one).map((found) => ({ flow: one.name, ...found }));
    return [{ flow: one.name, ...whole, step: "minor", text: `new ${inWords(one)}`, old: null, new: idsOf(one) }];
  });
  const gone = old.filter((one) => of(now, one) === undefined);
  return [
    ...kept,
    ...gone.map((one): Change => ({ flow: one.name, ...whole, step: "major", text: `gone, ${inWords(one)}`, old: idsOf(one), new: null })),
  ];
}

function idsOf(one: Flow | Operation): readonly string[] {
  return "call" in one ? [one.call.id] : [one.create.id, one.poll.id];
}
