import type { CreateAnswer, PollAnswer } from "./flow.js";
import type { Exchange } from "./transport.js";

type Refuse = Pick<Exchange<object>, "refuse">;

/** What a create answered, when it is one that says which report was made. */
export function readCreated(step: Refuse, data: CreateAnswer | undefined): CreateAnswer {
  return read(step, data, createProblem);
}

/** What a look answered, when it can be read. */
export function readLook(step: Refuse, data: PollAnswer | undefined): PollAnswer {
  const answer = read(step, data, pollProblem);
  // A size that no file can have says nothing.
  return Number.isSafeInteger(answer.size ?? 0) && (answer.size ?? 0) >= 0 ? answer : { ...answer, size: null };
}

function read<Answer extends object>(step: Refuse, data: Answer | undefined, problemOf: (data: Answer) => string | null): Answer {
  const problem = data === undefined ? "with an empty body" : problemOf(data);
  if (data === undefined || problem !== null) throw step.refuse(problem ?? "");
  return data;
}

function createProblem({ token }: CreateAnswer): string | null {
  return typeof token === "string" && token !== "" ? null : "without a report token";
}

function pollProblem({ report_status, url = null, size = null }: PollAnswer): string | null {
  if (typeof report_status !== "string" || report_status === "") return "without a report status";
  if (url !== null && typeof url !== "string") return "with a link that is not text";
  return size === null || typeof size === "number" ? null : "with a size that is not a number";
}
