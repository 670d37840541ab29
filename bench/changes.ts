import { count, type Table } from "./harness.js";

/** One figure, measured on two commits. */
export interface Change {
  readonly name: string;
  /** NaN if the figure could not be measured, for example because the program fails. */
  readonly before: number;
  readonly after: number;
}

const MARKED_PERCENT = 5;

/** A table of the changes in percent. Changes of more than 5 % are also stated in words. */
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
