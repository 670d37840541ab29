import type { FlowsFile } from "../load/flows.js";
import type { FlowEntry, OperationEntry } from "../load/offers.js";
import { type Problem, Problems } from "../problem.js";
import { FLOWS_FILE } from "./names.js";

type Entry = FlowEntry | OperationEntry;

/** So many operations are named with a problem that they share. */
const MOST = 5;

/** What was met while entries of `spec/flows.yaml` were lowered, with the entries: what many share is told once. */
export class Met {
  readonly #met = new Map<string, { readonly problem: Problem; readonly entries: Entry[] }>();

  /** Lowers one entry. What stops it does not stop the others. */
  within<Made>(entry: Entry, lower: (problems: Problem[]) => Made): Made | undefined {
    const problems: Problem[] = [];
    try {
      return lower(problems);
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      problems.push(...error.list);
      return undefined;
    } finally {
      for (const problem of problems) this.#add(problem, entry);
    }
  }

  #add(problem: Problem, entry: Entry): void {
    const key = JSON.stringify(problem);
    const known = this.#met.get(key) ?? { problem, entries: [] };
    this.#met.set(key, known);
    if (!known.entries.includes(entry)) known.entries.push(entry);
  }

  /** All of them. One that stands in the description comes with what it is part of, and with how to do without that where nobody named it. */
  problems({ operations = [], file = FLOWS_FILE }: FlowsFile): readonly Problem[] {
    return [...this.#met.values()].map(({ problem, entries }) => {
      if (!problem.where.startsWith("#/")) return problem;
      const made = entries.flatMap((entry) => ("operation" in entry && !operations.includes(entry) ? [entry.operation] : []));
      const way = `\nOr leave it out in ${file}: \`operations: { all: true, except: [${made.join(", ")}] }\`.`;
      return {
        ...problem,
        fix: `${problem.fix}${made.length > 0 ? way : ""}`,
        notes: [...(problem.notes ?? []), ["part of", listed(entries)]],
      };
    });
  }
}

function listed(entries: readonly Entry[]): string {
  const ids = entries.map((entry) => ("operation" in entry ? entry.operation : entry.create));
  return ids.length > MOST ? `${ids.slice(0, MOST).join(", ")} and ${ids.length - MOST} more` : ids.join(", ");
}
