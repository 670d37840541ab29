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
  if (old.answer !== null && now.answer !== null) return compareTypes(old.answer, now.answer, "answer", sidesOf(old, now, "answer"));
  if (old.answer === null && now.answer === null) return [];
  const [before, after] = [old, now].map((single) => answerOf(single, listed) ?? "empty");
  const data = { old: answerOf(old, whole), new: answerOf(now, whole) };
  return [{ place: "answer", kind: "type", step: old.answer === null ? "minor" : "major", text: `${after} now, was ${before}`, ...data }];
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
