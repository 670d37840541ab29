import { COLUMN_KINDS } from "../../runtime/validation/column-kinds.js";
import { pluralize } from "../../runtime/validation/wording.js";
import { rowLocationOf } from "../lower/report.js";
import type { Flow, Model, Operation, ReportOperation, Request, Statuses } from "../model/model.js";
import { namedIn } from "../model/written.js";
import type { Problem } from "../problem.js";
import { alignBodies, clientChange, compareCalls, compareContent } from "./calls.js";
import { type Change, type Diff, type FlowChange, largestStep } from "./change.js";
import { compareRequests, compareRootObjects } from "./requests.js";
import { fullListInWords, type Listing, listInWords, methodAndPath, typeInWords } from "./shape.js";
import { compareTypes, sidesOf } from "./types.js";

/**
 * The changes to a report. Covers the request (including its rules and our comments), columns,
 * statuses, create and poll calls with their responses, and the body's media type. Empty if nothing
 * changed.
 */
function compareFlows(old: Flow, current: Flow): readonly FlowChange[] {
  return [
    ...compareRequests(old, current),
    ...compareColumns(old, current),
    ...compareStatuses(old.statuses, current.statuses),
    ...compareReportCalls(old, current, "create"),
    ...compareReportCalls(old, current, "poll"),
    ...compareContent(old.content, current.content),
  ];
}

/** Changes to a report's create or poll call and its response. */
function compareReportCalls(
  old: Flow,
  current: Flow,
  role: "create" | "poll",
): readonly FlowChange[] {
  const parameterContext = {
    requested: [old, current].flatMap(({ body }) => body.fields.map(({ name }) => name)),
    sides: sidesOf(old, current, "request"),
  };
  return [
    ...compareRootObjects(
      [old, old[role].response],
      [current, current[role].response],
      `${role}.response`,
      "response",
    ),
    ...compareCalls(old[role], current[role], role, parameterContext),
    ...compareEnvelopes(old[role], current[role], role),
  ];
}

/**
 * Changes to the response envelope. The runtime detects the envelope, so no change breaks a client.
 */
function compareEnvelopes(
  { envelope: old }: ReportOperation,
  { envelope: current }: ReportOperation,
  role: string,
): readonly FlowChange[] {
  const words = (envelope: string | undefined): string =>
    envelope === undefined ? "flat" : `in the envelope ${envelope}`;
  return clientChange(
    old === current
      ? null
      : [`response now ${words(current)}, was ${words(old)}`, old ?? null, current ?? null],
    `${role}.response`,
  );
}

/**
 * Changes to columns that both versions have, at most one for each column.
 *
 * The first of these that changed is reported:
 *
 * * the kind of value: major if the type in a row changes, otherwise a patch,
 * * `zero`: major if rows may now lack the column, otherwise a patch,
 * * `verified`: a patch.
 *
 * New and removed columns are reported with the request.
 */
function compareColumns(
  old: Pick<Flow | Model, "columns">,
  current: Pick<Flow | Model, "columns">,
): readonly FlowChange[] {
  return (current.columns ?? []).flatMap(({ name, value, verified, zero }): FlowChange[] => {
    const before = old.columns?.find((column) => column.name === name);
    if (before === undefined) return [];
    const path = `rows[].${name}`;
    const hasSameType = COLUMN_KINDS[before.value].inRows === COLUMN_KINDS[value].inRows;
    const changes: FlowChange[] = [];
    if (before.value !== value) {
      const text = `now ${value}, was ${before.value}`;
      changes.push({
        path,
        kind: "columns",
        step: hasSameType ? "patch" : "major",
        text,
        old: before.value,
        new: value,
      });
    }
    if (hasSameType && before.zero !== zero) {
      const text =
        zero === false
          ? "a missing value no longer means zero, and stays missing in rows"
          : "a missing value now means zero";
      const step = zero === false ? "major" : "patch";
      changes.push({
        path,
        kind: "columns",
        step,
        text,
        old: before.zero ?? true,
        new: zero ?? true,
      });
    }
    if (changes.length > 0 || before.verified === verified) return changes;
    const text = verified
      ? "now verified instead of inferred from its name"
      : "now inferred from its name";
    return [
      {
        path,
        kind: "columns",
        step: "patch",
        text,
        old: { verified: !verified },
        new: { verified },
      },
    ];
  });
}

/**
 * Changes to what a poller does at each status. A poller keeps polling at a status that is no
 * longer listed.
 */
function compareStatuses(old: Statuses, current: Statuses): readonly FlowChange[] {
  const kinds = ["pending", "done", "failed"] as const;
  const kindOf = (statuses: Statuses, status: string): string | null =>
    kinds.find((kind) => statuses[kind].includes(status)) ?? null;
  const all = [
    ...new Set([current, old].flatMap((statuses) => kinds.flatMap((kind) => statuses[kind]))),
  ];
  return all.flatMap((status): FlowChange[] => {
    const [before, after] = [kindOf(old, status), kindOf(current, status)];
    if (before === after) return [];
    const text =
      before === null
        ? `new: ${status} means ${after}`
        : `${status} ${after === null ? "is no longer listed" : `now means ${after}`}, was ${before}`;
    return [
      {
        path: `statuses.${status}`,
        kind: "statuses",
        step: before === null ? "minor" : "major",
        text,
        old: before,
        new: after,
      },
    ];
  });
}

/**
 * The changes to a synchronous call. Covers the request (including its rules and our comments), the
 * response, pagination, credentials, id, address, limits, parameters, and the body's media type.
 * Empty if nothing changed.
 */
function compareOperations(before: Operation, after: Operation): readonly FlowChange[] {
  const { old, current, changes } = alignBodies(before, after);
  const parameterContext = {
    requested: [old, current].flatMap(({ body }) => body.fields.map(({ name }) => name)),
    sides: sidesOf(old, current, "request"),
  };
  return [
    ...changes,
    ...compareRequests(old, current),
    ...compareResponses(old, current),
    ...comparePages(old, current),
    ...compareCalls(old.call, current.call, "", parameterContext),
    ...compareContent(old.content, current.content),
  ];
}

/** Changes to a call's response. Adding or removing the whole response is a single change. */
function compareResponses(old: Operation, current: Operation): readonly FlowChange[] {
  if (old.response !== null && current.response !== null) {
    const rows = rowsIn(current);
    return compareTypes(
      old.response,
      current.response,
      "response",
      sidesOf(old, current, "response"),
    ).map((change) =>
      rows.includes(change.path) && change.new === false ? rowChange(change, old) : change,
    );
  }
  if (old.response === null && current.response === null) return [];
  const [before, after] = [old, current].map(
    (operation) => responseInWords(operation, listInWords) ?? "empty",
  );
  const data = {
    old: responseInWords(old, fullListInWords),
    new: responseInWords(current, fullListInWords),
  };
  return [
    {
      path: "response",
      kind: "type",
      step: old.response === null ? "minor" : "major",
      text: `now ${after}, was ${before}`,
      ...data,
    },
  ];
}

/** Paths in a response at which additional properties contain the requested columns. */
function rowsIn(operation: Operation): readonly string[] {
  const location = rowLocationOf(operation);
  if (location === null) return [];
  const row = `response${location.list === null ? "" : `.${location.list}`}[]`;
  return [`${row}.*`, ...(location.cells === null ? [] : [`${row}.${location.cells}.*`])];
}

/**
 * The change to a row's additional properties. It is minor if `old` had no rows typed by columns,
 * otherwise a patch. The row type depends only on the columns, not on what the description states.
 */
function rowChange(change: FlowChange, old: Operation): FlowChange {
  if (rowLocationOf(old) !== null)
    return {
      ...change,
      step: "patch",
      text: "additional fields are no longer described; rows only contain the requested columns",
    };
  return {
    ...change,
    step: "minor",
    text: "now typed according to the requested columns, was an object with arbitrary fields",
  };
}

/** The type of a response in words; null if the response is empty. */
function responseInWords(operation: Operation, list: Listing): string | null {
  return operation.response === null ? null : typeInWords(operation.response, operation, list);
}

/** The change if a response became paged or is no longer paged, as a list. */
function comparePages(old: Operation, current: Operation): readonly FlowChange[] {
  const [before, after] = [old.pageOf !== null, current.pageOf !== null];
  if (before === after) return [];
  const text = after ? "can now be read page by page" : "can no longer be read page by page";
  return [
    {
      path: "response",
      kind: "type",
      step: after ? "minor" : "major",
      text,
      old: { paged: before },
      new: { paged: after },
    },
  ];
}

export interface ComparedModel {
  readonly name: string;
  readonly model: Pick<Model, "flows" | "operations" | "schemas" | "columns" | "allOperations">;
  /** Problems that prevent generation. Parts that depend on them may be missing from the model. */
  readonly undecided?: readonly Problem[];
  /**
   * Problems that prevent a report or call from being generated, keyed by its name. The model may
   * contain only a part of that report or call.
   */
  readonly refusedByEntry?: ReadonlyMap<string, readonly Problem[]>;
}

/**
 * All changes from `old` to `current`. The reports come first, in the order of `current`, followed
 * by the reports that only `old` has. Then come the calls in the same order, the columns of calls,
 * and the shared types that were removed. Equal changes are listed once. `undecided` contains the
 * problems of both models, except problems about a sentence that has the same problem in both.
 */
export function compareModels(old: ComparedModel, current: ComparedModel): Diff {
  const refused = [old, current].map(
    ({ refusedByEntry }) => refusedByEntry ?? new Map<string, readonly Problem[]>(),
  ) as [Refused, Refused];
  const flows = compareEntries(
    [old.model.flows, current.model.flows],
    refused,
    compareFlows,
    ({ create }) => `report: ${methodAndPath(create)}`,
  );
  const operations = compareEntries(
    [old.model.operations, current.model.operations],
    refused,
    compareOperations,
    ({ call }) => `operation: ${methodAndPath(call)}`,
  );
  const columns = compareColumns(old.model, current.model).map(
    (change): Change => ({ flow: "operations", ...change }),
  );
  // Unnamed union members may change in the same way; equal changes are reported once.
  const changes = [
    ...new Map(
      [...flows, ...operations, ...columns, ...compareNames(old.model, current.model)].map(
        (change) => [JSON.stringify(change), change] as const,
      ),
    ).values(),
  ];
  const undecided = undecidedIn(old.undecided ?? [], current.undecided ?? []);
  return {
    old: old.name,
    new: current.name,
    step: largestStep(changes.map(({ step }) => step)),
    changes,
    undecided,
  };
}

/**
 * Shared types that were removed although a call that used them still exists. Code that imports
 * such a type no longer compiles.
 */
function compareNames(
  old: ComparedModel["model"],
  current: ComparedModel["model"],
): readonly Change[] {
  const namesIn = ({ schemas }: ComparedModel["model"]): ReadonlySet<string> =>
    new Set(
      Object.values(schemas ?? {})
        .flatMap(namedIn)
        .map(({ name }) => name),
    );
  const [before, after] = [namesIn(old), namesIn(current)];
  const still = new Set(current.operations.map(({ name }) => name));
  const used = old.operations.flatMap((one) => (still.has(one.name) ? namedIn(one) : []));
  const gone = new Set(
    used.map(({ name }) => name).filter((name) => before.has(name) && !after.has(name)),
  );
  return [...gone].sort().map(
    (name): Change => ({
      flow: "operations",
      path: name,
      kind: "type",
      step: "major",
      text: "type removed or renamed",
      old: name,
      new: null,
    }),
  );
}

/**
 * Problems of either model that need a decision. Omits a problem about a sentence if both models
 * have that problem, at the same number of locations.
 */
function undecidedIn(old: readonly Problem[], current: readonly Problem[]): readonly Problem[] {
  const [before, after] = [old, current].map((problems) => new Set(problems.map(sentenceOf)));
  const isInBoth = (sentence: string | null): boolean =>
    sentence !== null && before?.has(sentence) === true && after?.has(sentence) === true;
  return [...old, ...current].filter((problem) => !isInBoth(sentenceOf(problem)));
}

/**
 * A key for a problem about a sentence: its message and notes, without JSON pointers. Null for
 * other problems.
 */
function sentenceOf({ what, notes = [] }: Problem): string | null {
  const locations = notes
    .filter(([name]) => name === "also")
    .map(([, location]) => (location.startsWith("#/") ? "" : location));
  const otherNotes = notes.filter(([name]) => name !== "also");
  return otherNotes.some(([name]) => name === "fingerprint")
    ? JSON.stringify([what, otherNotes, locations])
    : null;
}

/** The problems of each report and call that cannot be generated, keyed by name. */
type Refused = ReadonlyMap<string, readonly Problem[]>;

/**
 * Pairs entries by name and compares the two versions of each. An entry without a counterpart is
 * reported as removed or new. An entry that can be generated from only one version is also
 * reported, and the parts that exist in both versions are still compared.
 */
function compareEntries<One extends Flow | Operation>(
  [old, current]: readonly [readonly One[], readonly One[]],
  [refusedBefore, refusedNow]: readonly [Refused, Refused],
  compare: (old: One, current: One) => readonly FlowChange[],
  inWords: (entry: One) => string,
): readonly Change[] {
  const of = (all: readonly One[], { name }: Request): One | undefined =>
    all.find((entry) => entry.name === name);
  const whole = (entry: One): readonly Change[] => {
    const { name: flow } = entry;
    const [why, whyNow] = [refusedBefore.get(flow), refusedNow.get(flow)];
    const was = of(old, entry) !== undefined && why === undefined;
    const is = of(current, entry) !== undefined && whyNow === undefined;
    if (was === is) return [];
    const about = { flow, path: "", kind: "operation" } as const;
    const [text, textNow] = [
      whyNow ? `can no longer be generated: ${reasonsOf(whyNow)}` : `removed ${inWords(entry)}`,
      why ? "can now be generated" : `new ${inWords(entry)}`,
    ];
    return was
      ? [{ ...about, step: "major", text, old: idsOf(entry), new: null }]
      : [{ ...about, step: "minor", text: textNow, old: null, new: idsOf(entry) }];
  };
  const offered = current.flatMap((entry): readonly Change[] => {
    const before = of(old, entry);
    const changes = before === undefined ? [] : compare(before, entry);
    return [...whole(entry), ...changes.map((change) => ({ flow: entry.name, ...change }))];
  });
  const others = old.filter((entry) => of(current, entry) === undefined);
  return [...offered, ...others.flatMap(whole)];
}

/** The first problem's message and the number of other problems, in words. */
function reasonsOf([first, ...others]: readonly Problem[]): string {
  const more = others.length === 0 ? "" : `, and ${pluralize(others.length, "more reason")}`;
  return `${first?.what}${more}`;
}

/** The ids of an entry's operations. */
function idsOf(entry: Flow | Operation): readonly string[] {
  return "call" in entry ? [entry.call.id] : [entry.create.id, entry.poll.id];
}
