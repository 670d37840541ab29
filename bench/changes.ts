import { count, type Table } from "./harness.js";

/** One figure of two commits. */
export interface Change {
  readonly name: string;
  /** NaN if the program of the commit fails, or nothing counts. */
  readonly before: number;
  readonly after: number;
}

const MARKED_PERCENT = 5;

/** The changes in percent. More than 5 % is stated in words. */
export function changesTable(changes: readonly Change[]): Table {
  const rows = changes.map(({ name, before, after }) => {
    const percent = (after / before - 1) * 100;
    const cells = [before, after].map((value) =>
      Number.isNaN(value) ? "not measured" : count(Math.round(value)),
    );
    return [
      name,
      ...cells,
      Number.isNaN(percent) ? "" : `${percent > 0 ? "+" : ""}${percent.toFixed(1)} %`,
      wordsFor(percent),
    ];
  });
  return { title: "", columns: ["", "base", "this commit", "change", ""], rows };
}

function wordsFor(percent: number): string {
  if (percent > MARKED_PERCENT) return `more by over ${MARKED_PERCENT} %`;
  return percent < -MARKED_PERCENT ? `less by over ${MARKED_PERCENT} %` : "";
}
