import { DECIMAL_SCALE } from "../decimal.js";
import { InvalidArgumentError } from "../errors.js";
import { dayNumber } from "../validation/dates.js";
import { CELL_TYPES } from "./cell-types.js";
import type { TargetTable } from "./target.js";

/** Parses a table that a target has recorded as JSON; null for any other content. */
export function recordedTable(text: string): TargetTable | null {
  const table = parsedRecord(text) as TargetTable | null | undefined;
  const names =
    table?.columns?.map?.((column) => [column?.name, Object.hasOwn(CELL_TYPES, column?.type)]) ??
    [];
  const isColumn = (name: unknown): boolean =>
    names.some(([column, isKnown]) => column === name && isKnown === true);
  const needed = [
    ...(Array.isArray(table?.primaryKey) ? table.primaryKey : [undefined]),
    table?.accountColumn,
    table?.dayColumn ?? table?.accountColumn,
  ];
  const isFirstDay = table?.firstDay === undefined || !Number.isNaN(dayNumber(table.firstDay));
  return table && isFirstDay && [...names.map(([name]) => name), ...needed].every(isColumn)
    ? table
    : null;
}

/** Parses recorded JSON; undefined if the text is not JSON. */
export function parsedRecord(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Throws an `InvalidArgumentError` if the name of a recorded table differs from `name` only in
 * case. `target` is the target's name for the message.
 */
export function checkCase(
  name: string,
  { recorded, target }: { readonly recorded: readonly string[]; readonly target: string },
): void {
  const taken = recorded.find(
    (table) => table !== name && table.toLowerCase() === name.toLowerCase(),
  );
  if (taken === undefined) return;
  throw new InvalidArgumentError(
    `the table ${name} differs only in case from ${taken}, which sync has recorded in ${target}: use that name or another one; nothing was sent`,
  );
}

/** SQL types that round numbers without an error. */
const ROUNDING = /^(?:real|float|money|u?(?:tiny|small|big|huge)?int)/i;

/**
 * Throws an `InvalidArgumentError` for a column whose SQL type rounds numbers. `sync` never creates
 * such a column, so someone must have changed the column's type. Only columns for doubles and
 * decimals are checked. `types` maps each column to its SQL type; columns missing from `types` are
 * accepted. `where` is the subject of the message.
 */
export function checkExact(
  { columns }: TargetTable,
  { types, where }: { readonly types: ReadonlyMap<string, string>; readonly where: string },
): void {
  for (const { name, type } of columns) {
    const present = types.get(name) ?? "";
    const scale = /^(?:numeric|decimal)\(\d+, ?(\d+)\)$/i.exec(present)?.[1];
    const isRounding =
      (type === "double" && ROUNDING.test(present)) ||
      (type === "decimal" &&
        (ROUNDING.test(present) || /^double/i.test(present) || Number(scale) < DECIMAL_SCALE));
    if (isRounding)
      throw new InvalidArgumentError(
        `${where} has the column ${name} of type ${present}, which rounds numbers: restore its original type, or rename the table so that sync loads it again; nothing was sent`,
      );
  }
}
