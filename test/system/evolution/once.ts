// Tries every kind of edit once, several together, because four edits cost little more than one.

import type { Value } from "./draft.js";
import { type Case, Evolution, edited, type Judged } from "./evolution.js";
import type { Edit, Kind } from "./kind.js";
import { kinds } from "./kinds.js";
import { randomBy, shuffled } from "./random.js";
import { versions } from "./versions.js";

/**
 * How many edits that must be accepted are combined in one description. If the combination fails,
 * they are tried one by one.
 */
const TOGETHER = 5;

/** How many outputs are compiled as one program while the next ones are generated. */
const AT_ONCE = 30;

export interface Once {
  /** The verdict on each kind, and on combinations whose verdict differs. */
  readonly judged: readonly Judged[];
  /** Kinds that no version has a place for. */
  readonly nowhere: readonly Kind[];
}

interface OnceOptions {
  /** Default: the whole catalogue. */
  readonly tried?: readonly Kind[];
  /** The versions on which a kind may be tried. Default: all. */
  readonly among?: readonly string[];
  readonly progress?: (text: string) => void;
}

/** Tries each kind of edit once, on a version and at places that depend on the seed. */
export async function everyKindOnce(
  seed: number,
  { tried = kinds, among = [...versions.keys()], progress = () => {} }: OnceOptions = {},
): Promise<Once> {
  const { together, alone, nowhere } = drawn(seed, tried, among);
  const evolution = new Evolution();
  try {
    const first = await judged([...together, ...alone], evolution, progress);
    const groups = first.filter((one) => one.kinds.length > 1 && one.verdict !== "right");
    const single = groups.flatMap(({ kinds: several, version }) =>
      several.map((kind): Case => ({ kinds: [kind], version, seed })),
    );
    const second = await judged(single, evolution, progress);
    // If each one is accepted by itself, the combination is at fault.
    const isExplained = (group: Judged): boolean =>
      second.some((one) => isWrong(one) && group.kinds.includes(one.kinds[0] as Kind));
    const apart = (group: Judged): readonly Judged[] =>
      group.kinds.map((kind) => ({ ...group, kinds: [kind], why: [] }));
    const of = (one: Judged): readonly Judged[] => {
      if (one.kinds.length === 1) return [one];
      if (one.verdict === "right") return apart(one);
      return isWrong(one) && !isExplained(one) ? [one] : [];
    };
    return { judged: [...first, ...second].flatMap(of), nowhere };
  } finally {
    evolution.remove();
  }
}

export function isWrong({ verdict }: Judged): boolean {
  return verdict === "wrong" || verdict === "needless";
}

interface Drawn {
  /** Combinations of kinds that must all be accepted. */
  readonly together: readonly Case[];
  readonly alone: readonly Case[];
  readonly nowhere: readonly Kind[];
}

/**
 * Each kind once, on the first version with a place for it. The order of versions depends on the
 * seed.
 */
function drawn(seed: number, tried: readonly Kind[], among: readonly string[]): Drawn {
  const order = randomBy(seed, "versions");
  const alone: Case[] = [];
  const nowhere: Kind[] = [];
  const groups = new Map<string, { readonly version: string; readonly some: Kind[] }>();
  for (const kind of tried) {
    const found = firstPlace(kind, shuffled(among, order), seed);
    if (found === null) nowhere.push(kind);
    else if (found.edits.some(standsAlone))
      alone.push({ kinds: [kind], version: found.version, seed });
    else {
      // The other kinds use the syntax of 3.0, which 3.1 writes differently in part.
      const key = `${found.version} ${String(found.openapi).startsWith("3.0")}`;
      const group = groups.get(key) ?? { version: found.version, some: [] };
      group.some.push(kind);
      groups.set(key, group);
    }
  }
  const together = [...groups.values()].flatMap(({ version, some }) => {
    const mixed = shuffled(some, order);
    return Array.from({ length: Math.ceil(mixed.length / TOGETHER) }, (_, index): Case => {
      return { kinds: mixed.slice(index * TOGETHER, (index + 1) * TOGETHER), version, seed };
    });
  });
  return { together, alone, nowhere };
}

/** Whether other edits at the same place could change what is expected of this one. */
function standsAlone({ expected, told, differs, keeps, isYaml, isAlone }: Edit): boolean {
  const isSaid = (told ?? differs ?? keeps) !== undefined;
  return expected === "refused" || isSaid || isYaml === true || isAlone === true;
}

function firstPlace(
  kind: Kind,
  order: readonly string[],
  seed: number,
): (Pick<Judged, "version" | "edits"> & { readonly openapi: Value | undefined }) | null {
  for (const version of order) {
    const made = edited({ kinds: [kind], version, seed });
    if (made !== null) return { version, edits: made.edits, openapi: made.document.openapi };
  }
  return null;
}

async function judged(
  cases: readonly Case[],
  evolution: Evolution,
  progress: (text: string) => void,
): Promise<readonly Judged[]> {
  const before = evolution.judged().length;
  const began = performance.now();
  const compiling: Promise<void>[] = [];
  for (const [index, one] of cases.entries()) {
    await evolution.add(one);
    if ((index + 1) % AT_ONCE !== 0 && index + 1 !== cases.length) continue;
    compiling.push(evolution.compile());
    progress(
      `${index + 1} of ${cases.length} generated, ${Math.round((performance.now() - began) / 1000)} s`,
    );
  }
  await Promise.all(compiling);
  progress(`${cases.length} compiled, ${Math.round((performance.now() - began) / 1000)} s`);
  return evolution.judged().slice(before);
}
