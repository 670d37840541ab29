import { rowPlaceOf } from "../lower/columns.js";
import type { Single } from "../model/model.js";
import { alignBodies } from "./bodies.js";
import { compareCalls, compareContent } from "./calls.js";
import type { Found } from "./change.js";
import { compareRequests } from "./requests.js";
import { compareTypes, sidesOf } from "./types.js";
import { type Listing, listed, typeInWords, whole } from "./words.js";

/** A single call as it was and as it is. */
export function compareSingles(before: Single, after: Single): readonly Found[] {
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

function compareAnswers(old: Single, now: Single): readonly Found[] {
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
function rowsIn(single: Single): readonly string[] {
  const place = rowPlaceOf(single);
  if (place === null) return [];
  const row = `answer${place.list === null ? "" : `.${place.list}`}[]`;
  return [`${row}.*`, ...(place.cells === null ? [] : [`${row}.${place.cells}.*`])];
}

/** What a row has follows from the columns, whatever the description says of other fields; where there were no such rows, they are new. */
function ofRows(found: Found, old: Single): Found {
  if (rowPlaceOf(old) !== null)
    return { ...found, step: "patch", text: "fields of other names are not described any more; a row has the columns asked for" };
  return { ...found, step: "minor", text: "typed now by the columns asked for, was an object of any fields" };
}

function answerOf(single: Single, list: Listing): string | null {
  return single.answer === null ? null : typeInWords(single.answer, single, list);
}

/** A page of many can be gone through by itself. */
function comparePages(old: Single, now: Single): readonly Found[] {
  const [before, after] = [old.pageOf !== null, now.pageOf !== null];
  if (before === after) return [];
  const text = after ? "comes in pages that can be gone through now" : "no longer comes in pages that can be gone through";
  return [{ place: "answer", kind: "type", step: after ? "minor" : "major", text, old: { paged: before }, new: { paged: after } }];
}
