import { readBody } from "./body.js";
import { loadPlanner } from "./generated.js";
import { Usage } from "./usage.js";
import { line } from "./validate.js";

export interface PlanArguments {
  /** A file, or `-` for stdin. */
  readonly from: string;
  /** `YYYY-MM-DD`, in UTC. */
  readonly today?: string;
  readonly splitTotal: boolean;
  readonly json: boolean;
}

type Plan = ReturnType<Awaited<ReturnType<typeof loadPlanner>>["planReport"]>;
type Request = Plan["requests"][number];

/** Prints the requests that a report body takes. 1 when it cannot be planned, 0 when it can, be it as no request at all. */
export async function plan({ from, today, splitTotal, json }: PlanArguments): Promise<number> {
  const body = await readBody(from);
  const { planReport } = await loadPlanner();
  const planned = planReport(body, { splitTotal, ...(today === undefined ? {} : { today }) });
  if (planned.problems.some(({ rule }) => rule === "today")) throw new Usage(`--today ${today} is not a day`, "Write it as 2026-03-08.");
  const failed = planned.problems.some(({ severity }) => severity === "error");
  if (json) process.stdout.write(`${JSON.stringify(planned, null, 2)}\n`);
  else {
    process.stdout.write(table(planned.requests));
    for (const text of [...said(planned), failed ? "no plan" : amount(planned.requests.length, "request")])
      process.stderr.write(`${text}\n`);
  }
  return failed ? 1 : 0;
}

/** What a plan leaves out, and what a reader of its rows must know. */
export function said({ dropped, notes, problems }: Plan): readonly string[] {
  const gone = dropped.map((part) => {
    const what =
      "days" in part ? `${part.start_date} to ${part.end_date}, ${amount(part.days, "day")}` : `${part.values.join(", ")} of ${part.field}`;
    return `dropped  ${what} [${part.because}]`;
  });
  return [...gone, ...notes.map((note) => `note     ${note}`), ...problems.map(line)];
}

/** A line a request: its days, and of the other fields those in which requests differ (they share what was not split). Of a list, its length. */
function table(requests: readonly Request[]): string {
  const fields = differing(requests);
  const lines = requests.map((request) => {
    const days = (Date.parse(request.end_date) - Date.parse(request.start_date)) / 86_400_000 + 1;
    const cells = fields.map((field) => `${field} ${shown(request[field])}`);
    return [request.start_date, request.end_date, amount(days, "day").padStart(8), ...cells].join("  ");
  });
  return lines.map((text) => `${text}\n`).join("");
}

function differing(requests: readonly Request[]): readonly (keyof Request)[] {
  const fields = new Set(requests.flatMap((request) => Object.keys(request) as (keyof Request)[]));
  const [first] = requests;
  return [...fields].filter(
    (field) => field !== "start_date" && field !== "end_date" && requests.some((request) => request[field] !== first?.[field]),
  );
}

function shown(value: unknown): string {
  return Array.isArray(value) ? `(${value.length})` : String(value ?? "-");
}

function amount(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? "" : "s"}`;
}
