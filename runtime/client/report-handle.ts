import type { Flow } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import { type GuaranteedRows, guaranteedRows } from "../rows/columns.js";
import type { Format } from "../rows/rows.js";
import type { ReportHandle } from "../types.js";

/** What a body says about the file. */
export interface ExpectedFile extends GuaranteedRows {
  readonly format?: Format;
  readonly columns?: readonly string[];
}

/**
 * What the body says about the file: its format, JSON when it does not say, as the API does; its columns, when it lists any; and what each
 * row has. Where no body says the format, nothing is known of it.
 */
export function fileOf(body: unknown, { saysFormat = true, certain }: Pick<Flow<never>, "saysFormat" | "certain">): ExpectedFile {
  // Its own members alone: what somebody has put on all objects is not sent.
  const asked: { report_format?: unknown; columns?: unknown } = Object.assign(Object.create(null), body);
  const { report_format, columns } = asked;
  const format = report_format === "CSV" ? "CSV" : "JSON";
  const known = isNames(columns) ? { columns } : {};
  return { ...(saysFormat && { format }), ...known, ...(format === "JSON" && guaranteedRows(asked, known.columns ?? [], certain)) };
}

/** Whether it is a list of names; `__proto__` and the like are none. */
export function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((name) => typeof name === "string" && /^[A-Za-z][A-Za-z0-9_]*$/.test(name));
}

// Of what Pinterest gives, some hundred characters; as a part of an address, servers take no more than this.
const LONGEST_TOKEN = 32 * 1024;

// Beside the handles, which are plain data and may be stored anywhere: it helps only whoever waits for the report now.
const said = new WeakMap<ReportHandle, string>();

/** Notes what Pinterest said when a report was created, and gives its handle back. */
export function setCreateMessage(handle: ReportHandle, message: string): ReportHandle {
  if (message !== "") said.set(handle, message);
  return handle;
}

/** What Pinterest said when the report was created here; empty when it said nothing. */
export function getCreateMessage(handle: ReportHandle): string {
  return said.get(handle) ?? "";
}

/** The account id, when it is one: openapi-fetch would send `..` as it is, and with it another path. */
export function checkAccount(adAccountId: unknown): string {
  if (typeof adAccountId === "string" && /^\d{1,18}$/.test(adAccountId)) return adAccountId;
  throw new InvalidArgumentError("the ad account id must be a text of 1 to 18 digits; nothing was sent");
}

/** Whether a report can be asked for by it: half a surrogate pair cannot stand in an address. */
export function isToken(token: unknown): token is string {
  return typeof token === "string" && token !== "" && token.length <= LONGEST_TOKEN && !/\p{Cs}/u.test(token);
}

/** A copy of the handle, when it is one of this flow. It may come from a file or a queue, so nothing is taken on trust. */
export function checkHandle(handle: unknown, flow: string): ReportHandle {
  if (typeof handle === "string") throw bad("is a text: give what JSON.parse makes of it");
  if (typeof handle !== "object" || handle === null) throw bad("is not an object");
  // What a getter would give now it need not give later.
  const own = (name: keyof ReportHandle): unknown => Object.getOwnPropertyDescriptor(handle, name)?.value;
  const [version, madeBy, adAccountId, token] = [own("version"), own("flow"), own("adAccountId"), own("token")];
  const [createdAt, format] = [own("createdAt"), own("format")];
  if (version !== 1) throw bad("has a version that this package does not know");
  if (madeBy !== flow) throw bad(`is not one of the flow ${flow}`);
  if (!isToken(token)) throw bad("has no token");
  if (typeof createdAt !== "string" || Number.isNaN(Date.parse(createdAt))) throw bad("has no date of creation");
  if (format !== undefined && format !== "JSON" && format !== "CSV") throw bad("has a format that is none");
  const names = (list: "columns" | "certain" | "keyed"): Partial<ReportHandle> => {
    const value = own(list);
    if (value !== undefined && !isNames(value)) throw bad("has columns that are none");
    return value === undefined ? {} : { [list]: [...value] };
  };
  const copy: ReportHandle = {
    version,
    flow,
    adAccountId: checkAccount(adAccountId),
    token,
    createdAt,
    ...(format && { format }),
    ...names("columns"),
    ...names("certain"),
    ...names("keyed"),
  };
  return setCreateMessage(copy, getCreateMessage(handle as ReportHandle));
}

function bad(what: string): InvalidArgumentError {
  return new InvalidArgumentError(`the report handle ${what}; nothing was sent`);
}
