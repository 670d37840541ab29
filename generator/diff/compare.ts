import type { Flow, Model, Request, Single } from "../model/model.js";
import type { Problem } from "../problem.js";
import { type Change, type Diff, type Found, worst } from "./change.js";
import { compareColumns, compareFlows } from "./flows.js";
import { compareSingles } from "./singles.js";
import { asked } from "./words.js";

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
function matched<One extends Flow | Single>(
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

function idsOf(one: Flow | Single): readonly string[] {
  return "call" in one ? [one.call.id] : [one.create.id, one.poll.id];
}
