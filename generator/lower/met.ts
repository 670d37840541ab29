import { leftOut, type Notice } from "../notice.js";
import type { FlowsFile } from "../parse/flows.js";
import type { FlowEntry, OperationEntry } from "../parse/offers.js";
import { type Problem, Problems } from "../problem.js";
import { Diagnostics } from "../tolerance.js";

type Entry = FlowEntry | OperationEntry;

/** So many operations are named with a problem that they share. */
const MOST = 5;

/** What was met while entries of `spec/flows.yaml` were lowered, with the entries: what many share is told once. */
export class Met {
  readonly notices: Notice[] = [];
  readonly #met = new Map<string, { readonly problem: Problem; readonly entries: Entry[] }>();
  readonly #file: FlowsFile;
  readonly #partial: boolean;

  /** `partial`: an entry that cannot be made whole gives what could be understood of it, for those who compare and write nothing. */
  constructor(file: FlowsFile, { partial }: { readonly partial: boolean }) {
    this.#file = file;
    this.#partial = partial;
  }

  /**
   * Lowers one entry. What stops it does not stop the others: then there is nothing of it, its notices neither. An operation that no entry names,
   * but `all`, is left out with a notice, unless it is a file of people's own that has to be mended.
   */
  within<Made>(entry: Entry, lower: (diagnostics: Diagnostics) => Made): Made | undefined {
    const diagnostics = new Diagnostics();
    let made: Made | undefined;
    try {
      made = lower(diagnostics);
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      diagnostics.problems.push(...error.list);
    }
    const [first] = diagnostics.problems;
    if (first === undefined) this.notices.push(...diagnostics.notices);
    else {
      const isAsked = this.#partial || this.#isNamed(entry);
      const stopping = diagnostics.problems.filter((problem) => isAsked || !isOfDescription(problem));
      for (const problem of stopping) this.#add(problem, entry);
      if (stopping.length === 0) this.notices.push(leftOut(idOf(entry), first));
    }
    return first === undefined || this.#partial ? made : undefined;
  }

  #isNamed(entry: Entry): boolean {
    return "create" in entry || (this.#file.operations ?? []).includes(entry);
  }

  #add(problem: Problem, entry: Entry): void {
    const key = JSON.stringify(problem);
    const known = this.#met.get(key) ?? { problem, entries: [] };
    this.#met.set(key, known);
    if (!known.entries.includes(entry)) known.entries.push(entry);
  }

  /** All problems. One that stands in the description comes with what it is part of. */
  problems(): readonly Problem[] {
    return [...this.#met.values()].map(({ problem, entries }) =>
      isOfDescription(problem) ? { ...problem, notes: [...(problem.notes ?? []), ["part of", listed(entries)]] } : problem,
    );
  }
}

function isOfDescription({ where }: Problem): boolean {
  return where.startsWith("#/");
}

function idOf(entry: Entry): string {
  return "operation" in entry ? entry.operation : entry.create;
}

function listed(entries: readonly Entry[]): string {
  const ids = entries.map(idOf);
  return ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} and ${ids.length - MOST} more` : ids.join(", ");
}
