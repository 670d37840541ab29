import type { Exchange } from "../http/transport.js";
import { isRecord } from "../validation/validate.js";
import { isToken } from "./handle.js";

type Refuse = Pick<Exchange, "refuse">;
type Fields = Readonly<Record<string, unknown>>;

/** What a create response says. */
export interface CreateResponse {
  readonly token: string;
  /** Empty where it says none. */
  readonly status: string;
  readonly message: string;
}

/** What a poll response says. */
export interface PollResponse {
  readonly status: string;
  readonly url: string | null;
  readonly size: number | null;
}

// Of a response whose fields stand elsewhere than the description says, so much is searched.
const DEEPEST = 3;
const MOST_OBJECTS = 100;
const MOST_NAMES = 10;

// No text in JSON holds quotes that are not escaped, so this is a member wherever it stands.
const LONG_TOKEN = /("token"\s*:\s*)(\d{16,})(?=\s*[,}\]])/g;

/** The JSON of a response about a report. A token that is a number is a text here: one of more than 15 digits would lose some. */
export function parseResponse(text: string): unknown {
  return JSON.parse(text.replaceAll(LONG_TOKEN, '$1"$2"'));
}

/**
 * Reads a create response: flat or in an envelope, whichever the server speaks and wherever the description has it, since a report whose token
 * is not found is lost. An `ApiError` without a token.
 */
export function readCreated(step: Refuse, data: unknown, envelope: string | null | undefined): CreateResponse {
  const { likely, others } = objectsOf(data, envelope);
  const inOrder = [...likely, ...others.filter((fields) => statusOf(fields) !== ""), ...others];
  const report = inOrder.find((fields) => tokenOf(fields) !== "");
  if (report === undefined) throw refusal(step, data, "without a report token");
  const message = fieldOf([report, ...likely], "message");
  const status = [report, ...likely].map(statusOf).find((one) => one !== "") ?? "";
  return { token: tokenOf(report), status, message: typeof message === "string" ? message : "" };
}

/** Reads a poll response, flat or in an envelope alike. An `ApiError` for one without a status, or whose link is no text. */
export function readLook(step: Refuse, data: unknown, envelope: string | null | undefined): PollResponse {
  const { likely, others } = objectsOf(data, envelope);
  const report = [...likely, ...others].find((fields) => statusOf(fields) !== "");
  if (report === undefined) throw refusal(step, data, "without a report status");
  const [url, size] = [fieldOf([report, ...likely], "url") ?? null, fieldOf([report, ...likely], "size") ?? null];
  if (url !== null && typeof url !== "string") throw step.refuse("with a link that is not text");
  // It is a hint: one that no file can have says nothing.
  const isSize = typeof size === "number" && Number.isSafeInteger(size) && size >= 0;
  return { status: statusOf(report), url, size: isSize ? size : null };
}

/**
 * The objects of a response: `likely` is the response itself, the description's envelope and `data`; `others` are what else is an object in it,
 * outermost first.
 */
function objectsOf(
  data: unknown,
  envelope: string | null | undefined,
): { readonly likely: readonly Fields[]; readonly others: readonly Fields[] } {
  if (!isRecord(data)) return { likely: [], others: [] };
  const inside = [envelope ?? "data", "data"].map((name) => fieldOf([data], name)).filter(isRecord);
  const likely = [...new Set([data, ...inside])];
  const others: Fields[] = [];
  let level: readonly unknown[] = likely;
  for (let depth = 0; depth < DEEPEST && others.length < MOST_OBJECTS; depth++) {
    level = level.flatMap((value) => Object.values(value as object).slice(0, MOST_OBJECTS)).filter((value) => Object(value) === value);
    level = level.slice(0, MOST_OBJECTS);
    others.push(...level.filter(isRecord).filter((fields) => !likely.includes(fields)));
  }
  return { likely, others: others.slice(0, MOST_OBJECTS) };
}

/** The field of the first object that has it itself. */
function fieldOf(objects: readonly Fields[], name: string): unknown {
  return objects.find((fields) => Object.hasOwn(fields, name))?.[name];
}

function tokenOf(fields: Fields): string {
  const token = fieldOf([fields], "token");
  if (Number.isSafeInteger(token)) return String(token);
  return isToken(token) ? token : "";
}

function statusOf(fields: Fields): string {
  const status = fieldOf([fields], "report_status");
  return typeof status === "string" ? status : "";
}

/** The error for a response that lacks what makes it one, with the names of what came: their values may be secrets. */
function refusal(step: Refuse, data: unknown, problem: string): Error {
  if (!isRecord(data)) return step.refuse("with an empty body");
  const names = Object.entries(data)
    .slice(0, MOST_NAMES)
    .flatMap(([name, value]) => (isRecord(value) ? [name, ...Object.keys(value).map((inner) => `${name}.${inner}`)] : [name]))
    .filter((name) => /^[\w.-]{1,40}$/.test(name));
  const came = names.length > MOST_NAMES ? [...names.slice(0, MOST_NAMES), "…"] : names;
  return step.refuse(`${problem}${came.length === 0 ? "" : `, but with ${came.join(", ")}`}`);
}
