// Helpers for all benchmarks: measuring in turns, ratios and tables.

/** One thing to measure. */
export interface Contestant {
  readonly name: string;
  /**
   * Does the work once and returns its cost, in the unit of the table: CPU seconds unless stated
   * otherwise.
   */
  readonly turn: () => number | Promise<number>;
}

/**
 * The costs of one contestant, one for each round. Values with the same index were measured in the
 * same round.
 */
export interface Costs {
  readonly name: string;
  readonly values: readonly number[];
}

export interface Spread {
  readonly min: number;
  readonly median: number;
  readonly max: number;
}

export interface Table {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface ComparisonOptions {
  readonly title: string;
  /** The contestant whose ratio is 1. If it was not measured, the first contestant is used. */
  readonly reference: string;
  /** The heading of the column of costs, and how to print a cost. */
  readonly unit: Unit;
  /** With "cost", twice the reference's cost is printed as 2.00; with "speed", as 0.50×. */
  readonly as: "cost" | "speed";
}

export interface Unit {
  readonly heading: string;
  readonly print: (cost: number) => string;
}

export const ROUNDS = 7;

export const CPU_SECONDS: Unit = { heading: "CPU, s", print: (seconds) => seconds.toFixed(2) };
export const CPU_MILLISECONDS: Unit = {
  heading: "CPU, ms",
  print: (seconds) => (seconds * 1e3).toFixed(1),
};
export const CPU_MICROSECONDS: Unit = {
  heading: "CPU, µs",
  print: (seconds) => figure(seconds * 1e6),
};

/** Formats a number: whole from 100, with three significant digits from 1, and with two below 1. */
export function figure(value: number): string {
  return value >= 100
    ? Math.round(value).toLocaleString("en-US")
    : value.toPrecision(value >= 1 ? 3 : 2);
}

/** Formats a number with all its digits and thousands separators. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** Measures the contestants in turn, `rounds` times. The order is reversed every other round. */
export async function takeTurns(
  contestants: readonly Contestant[],
  rounds: number = ROUNDS,
): Promise<readonly Costs[]> {
  const costs = contestants.map(({ name, turn }) => ({ name, turn, values: [] as number[] }));
  for (let round = 0; round < rounds; round++)
    for (const { turn, values } of round % 2 === 0 ? costs : costs.toReversed())
      values.push(await turn());
  return costs.map(({ name, values }) => ({ name, values }));
}

/**
 * Like `takeTurns`, for contestants in this process. Each contestant first takes an uncounted turn,
 * so that the JIT compiler has optimized its code.
 */
export async function takeWarmTurns(
  contestants: readonly Contestant[],
  rounds?: number,
): Promise<readonly Costs[]> {
  for (const { turn } of contestants) await turn();
  return takeTurns(contestants, rounds);
}

/**
 * Measures the CPU seconds (user and system, all threads) of one call of `work`. Repeats the call
 * until `seconds` of CPU time are used.
 */
export async function cpuPerCall(work: () => unknown, seconds: number): Promise<number> {
  const began = process.cpuUsage();
  let calls = 0;
  for (let batch = 1; ; batch = Math.min(batch * 2, 4_096)) {
    for (let index = 0; index < batch; index++) {
      const result = work();
      if (result instanceof Promise) await result;
    }
    calls += batch;
    const { user, system } = process.cpuUsage(began);
    if (user + system >= seconds * 1e6) return (user + system) / 1e6 / calls;
  }
}

export function spread(values: readonly number[]): Spread {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = sorted.length >> 1;
  const median =
    sorted.length % 2 === 1
      ? sorted[middle]
      : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
  return {
    min: sorted[0] ?? Number.NaN,
    median: median ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}

/**
 * The ratios of costs from the same round. If a round is disturbed, both sides of its ratio are
 * affected.
 */
export function ratios(costs: readonly number[], reference: readonly number[]): Spread {
  return spread(costs.map((cost, round) => cost / (reference[round] ?? Number.NaN)));
}

/**
 * Costs compared with the reference: the median cost, and the median, minimum and maximum of the
 * ratios within rounds.
 */
export function comparison(
  measured: readonly Costs[],
  { title, reference, unit, as }: ComparisonOptions,
): Table {
  const base = measured.find(({ name }) => name === reference) ?? measured[0];
  const rows = measured.map(({ name, values }) => {
    const beside =
      as === "cost" ? ratios(values, base?.values ?? []) : ratios(base?.values ?? [], values);
    const print = (ratio: number): string =>
      as === "cost" ? ratio.toFixed(2) : `${figure(ratio)}×`;
    const cells = [print(beside.median), `${print(beside.min)} to ${print(beside.max)}`];
    return [
      name,
      unit.print(spread(values).median),
      ...(name === base?.name ? [as === "cost" ? "1" : "1×", ""] : cells),
    ];
  });
  const heading =
    as === "cost" ? `relative to ${base?.name ?? ""}` : `times as fast as ${base?.name ?? ""}`;
  return { title, columns: ["", unit.heading, heading, "range"], rows };
}

/** A table as Markdown with aligned columns, which is also readable in a terminal. */
export function markdown({ title, columns, rows }: Table): string {
  const widths = columns.map((column, index) =>
    Math.max(3, column.length, ...rows.map((row) => row[index]?.length ?? 0)),
  );
  const line = (cells: readonly string[]): string =>
    `| ${widths.map((width, index) => (index === 0 ? (cells[index] ?? "").padEnd(width) : (cells[index] ?? "").padStart(width))).join(" | ")} |`;
  const rule = `|${widths.map((width, index) => (index === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [
    ...(title === "" ? [] : [`**${title}**`, ""]),
    line(columns),
    rule,
    ...rows.map(line),
  ].join("\n");
}
