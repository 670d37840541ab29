import type { ColumnValue } from "../model/column.js";
import type { Flow, Model, Operation, Statuses } from "../model/model.js";
import { compareCalls, compareContent, wire } from "./calls.js";
import type { Found } from "./change.js";
import { compareRequests, compareWholes } from "./requests.js";
import { sidesOf } from "./types.js";

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
function compareEnvelopes({ envelope: old }: Operation, { envelope: now }: Operation, role: string): readonly Found[] {
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
