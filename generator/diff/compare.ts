import { rowLocationOf } from "../lower/report.js";
import type { ColumnValue, Flow, Model, Operation, ReportOperation, Request, Statuses } from "../model/model.js";
import type { Problem } from "../problem.js";
import { alignBodies, compareCalls, compareContent, wire } from "./calls.js";
import { type Change, type Diff, type Found, worst } from "./change.js";
import { compareRequests, compareWholes } from "./requests.js";
import { asked, type Listing, listed, typeInWords, whole } from "./shape.js";
import { compareTypes, sidesOf } from "./types.js";

/** Changes of a report. */
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
    ...compareWholes([old, old[role].response], [now, now[role].response], `${role}.response`, "response"),
    ...compareCalls(old[role], now[role], role, handed),
    ...compareEnvelopes(old[role], now[role], role),
  ];
}

/** Changes of the response envelope. The runtime detects the form of a response, so neither breaks a client. */
function compareEnvelopes({ envelope: old }: ReportOperation, { envelope: now }: ReportOperation, role: string): readonly Found[] {
  const words = (envelope: string | undefined): string => (envelope === undefined ? "flat" : `in the envelope ${envelope}`);
  return wire(old === now ? null : [`response ${words(now)} now, was ${words(old)}`, old ?? null, now ?? null], `${role}.response`);
}

/** Changes of a column's kind of value in rows. New and removed columns are reported with the request. */
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

/** Changes of what a poller does at a status. It keeps polling at a status that is no longer listed. */
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

/** Changes of a single call. */
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
  if (old.response !== null && now.response !== null) {
    const rows = rowsIn(now);
    return compareTypes(old.response, now.response, "response", sidesOf(old, now, "response")).map((found) =>
      rows.includes(found.place) && found.new === false ? ofRows(found, old) : found,
    );
  }
  if (old.response === null && now.response === null) return [];
  const [before, after] = [old, now].map((single) => answerOf(single, listed) ?? "empty");
  const data = { old: answerOf(old, whole), new: answerOf(now, whole) };
  return [
    { place: "response", kind: "type", step: old.response === null ? "minor" : "major", text: `${after} now, was ${before}`, ...data },
  ];
}

/** Places in a response where properties of any name hold the requested columns. */
function rowsIn(single: Operation): readonly string[] {
  const place = rowLocationOf(single);
  if (place === null) return [];
  const row = `response${place.list === null ? "" : `.${place.list}`}[]`;
  return [`${row}.*`, ...(place.cells === null ? [] : [`${row}.${place.cells}.*`])];
}

/**
 * Change of a row's additional properties. The row type follows from the columns, whatever the description says; without such rows before,
 * it is new.
 */
function ofRows(found: Found, old: Operation): Found {
  if (rowLocationOf(old) !== null)
    return { ...found, step: "patch", text: "fields of other names are not described any more; a row has the columns asked for" };
  return { ...found, step: "minor", text: "typed now by the columns asked for, was an object of any fields" };
}

function answerOf(single: Operation, list: Listing): string | null {
  return single.response === null ? null : typeInWords(single.response, single, list);
}

/** Changes of pagination. A paged response can be iterated. */
function comparePages(old: Operation, now: Operation): readonly Found[] {
  const [before, after] = [old.pageOf !== null, now.pageOf !== null];
  if (before === after) return [];
  const text = after ? "comes in pages that can be gone through now" : "no longer comes in pages that can be gone through";
  return [{ place: "response", kind: "type", step: after ? "minor" : "major", text, old: { paged: before }, new: { paged: after } }];
}

/** A model and its name. */
export interface Named {
  readonly name: string;
  readonly model: Pick<Model, "flows" | "operations" | "columns" | "allOperations">;
  /** Problems that stop its generation. Parts that depend on them may be missing from the model. */
  readonly undecided?: readonly Problem[];
}

/** All changes from one model to another, in the order of the newer one. */
export function compareModels(old: Named, now: Named): Diff {
  const flows = matched(old.model.flows, now.model.flows, compareFlows, ({ create }) => `report: ${asked(create)}`);
  const singles = matched(old.model.operations, now.model.operations, compareSingles, ({ call }) => `operation: ${asked(call)}`);
  const columns = compareColumns(old.model, now.model).map((found): Change => ({ flow: "operations", ...found }));
  // Unnamed union members may change in the same way; equal changes are reported once.
  const changes = [...new Map([...flows, ...singles, ...columns].map((change) => [JSON.stringify(change), change] as const)).values()];
  const undecided = openOf(old.undecided ?? [], now.undecided ?? []);
  return { old: old.name, new: now.name, step: worst(changes.map(({ step }) => step)), changes, undecided };
}

/** Open problems of either model. A sentence that is unread in both, at the same number of places, changes nothing between them. */
function openOf(old: readonly Problem[], now: readonly Problem[]): readonly Problem[] {
  const [before, after] = [old, now].map((problems) => new Set(problems.map(sentenceOf)));
  const isInBoth = (sentence: string | null): boolean =>
    sentence !== null && before?.has(sentence) === true && after?.has(sentence) === true;
  return [...old, ...now].filter((problem) => !isInBoth(sentenceOf(problem)));
}

/** The sentence of a problem and its notes without JSON pointers; null for problems that are not about a sentence. */
function sentenceOf({ what, notes = [] }: Problem): string | null {
  const places = notes.filter(([name]) => name === "also").map(([, place]) => (place.startsWith("#/") ? "" : place));
  const said = notes.filter(([name]) => name !== "also");
  return said.some(([name]) => name === "fingerprint") ? JSON.stringify([what, said, places]) : null;
}

/** Pairs entries by name. An entry without a counterpart is gone or new. */
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
