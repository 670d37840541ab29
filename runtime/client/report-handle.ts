import type { Flow } from "../contract.js";
import { InvalidArgumentError } from "../errors.js";
import { type GuaranteedRows, guaranteedRows } from "../rows/columns.js";
import type { Format } from "../rows/reader.js";
import type { ReportHandle } from "../types.js";

/** Facts about a report's file that follow from the report's body. */
export interface ExpectedFile extends GuaranteedRows {
  readonly format?: Format;
  readonly columns?: readonly string[];
}

/**
 * Returns what the body says about the report's file. `format` is JSON unless the body requests
 * CSV, and is omitted if `formatInBody` is false. `columns` is included if it is a list of valid
 * names, possibly empty. Unless the body requests CSV, the columns that every row has are also
 * included. Inherited members of the body are ignored.
 */
export function fileOf(
  body: unknown,
  {
    formatInBody = true,
    guaranteedColumns,
  }: Pick<Flow<never>, "formatInBody" | "guaranteedColumns">,
): ExpectedFile {
  // Own members only, because a property added to `Object.prototype` is not sent.
  const ownBody: { report_format?: unknown; columns?: unknown } = Object.assign(
    Object.create(null),
    body,
  );
  const { report_format, columns } = ownBody;
  const format = report_format === "CSV" ? "CSV" : "JSON";
  const known = isNames(columns) ? { columns } : {};
  return {
    ...(formatInBody && { format }),
    ...known,
    ...(format === "JSON" && guaranteedRows(ownBody, known.columns ?? [], guaranteedColumns)),
  };
}

/** Whether the value is a list of column names, possibly empty. */
function isNames(value: unknown): value is readonly string[] {
  return (
    Array.isArray(value) &&
    value.every((name) => typeof name === "string" && /^[A-Za-z][A-Za-z0-9_]*$/.test(name))
  );
}

// Maximum length of a token in characters. Pinterest's tokens have a few hundred characters, and
// servers do not accept URLs longer than this.
const MAX_TOKEN_LENGTH = 32 * 1024;

// The messages are not stored in the handles, because handles are plain data that callers may store
// anywhere. Only a wait in this process uses the message.
const createMessages = new WeakMap<ReportHandle, string>();

/**
 * Stores Pinterest's message from the create response for this handle object, unless the message is
 * empty. Returns the handle.
 */
export function setCreateMessage(handle: ReportHandle, message: string): ReportHandle {
  if (message !== "") createMessages.set(handle, message);
  return handle;
}

/**
 * Pinterest's message stored for this handle object. It is empty if there was none or another
 * process created the report.
 */
export function getCreateMessage(handle: ReportHandle): string {
  return createMessages.get(handle) ?? "";
}

/**
 * Returns the account id. Throws an `InvalidArgumentError` unless it is a string of 1 to 18 digits.
 * openapi-fetch would send `..` unchanged, which would change the path.
 */
export function checkAccount(adAccountId: unknown): string {
  if (typeof adAccountId === "string" && /^\d{1,18}$/.test(adAccountId)) return adAccountId;
  throw new InvalidArgumentError(
    "the ad account id must be a string of 1 to 18 digits; nothing was sent",
  );
}

/**
 * Whether this can be a report's token. A token is a string of 1 to 32,768 characters. It has no
 * unpaired surrogates, which no URL can contain, and is not `.` or `..`, which would change the
 * path.
 */
export function isToken(token: unknown): token is string {
  return (
    typeof token === "string" &&
    token !== "" &&
    token.length <= MAX_TOKEN_LENGTH &&
    !/\p{Cs}/u.test(token) &&
    !/^\.{1,2}$/.test(token)
  );
}

/**
 * Returns a checked copy of the handle, which may come from a file or queue. Unknown members are
 * dropped; getters and inherited members are ignored. Lists are also accepted under their version
 * 0.1 names. The copy keeps the create message of the original object. Throws an
 * `InvalidArgumentError` if `handle` is not a valid handle of the flow named `flow`. A handle as a
 * JSON string is not valid.
 */
export function checkHandle(handle: unknown, flow: string): ReportHandle {
  if (typeof handle === "string") throw invalidHandle("is a string: pass the result of JSON.parse");
  if (typeof handle !== "object" || handle === null) throw invalidHandle("is not an object");
  // Getters are ignored: they may return a different value later.
  const ownValue = (name: string): unknown => Object.getOwnPropertyDescriptor(handle, name)?.value;
  const [version, handleFlow, adAccountId, token] = [
    ownValue("version"),
    ownValue("flow"),
    ownValue("adAccountId"),
    ownValue("token"),
  ];
  const [createdAt, format] = [ownValue("createdAt"), ownValue("format")];
  if (version !== 1) throw invalidHandle("has a version that this package does not know");
  if (handleFlow !== flow) throw invalidHandle(`does not belong to the flow ${flow}`);
  if (!isToken(token)) throw invalidHandle("has no token");
  if (typeof createdAt !== "string" || Number.isNaN(Date.parse(createdAt)))
    throw invalidHandle("has no valid createdAt");
  if (format !== undefined && format !== "JSON" && format !== "CSV")
    throw invalidHandle("has an invalid format");
  const names = (
    list: "columns" | "guaranteedColumns" | "keyColumns",
    former?: "certain" | "keyed",
  ): Partial<ReportHandle> => {
    const value = ownValue(list) ?? (former === undefined ? undefined : ownValue(former));
    if (value !== undefined && !isNames(value)) throw invalidHandle("has invalid columns");
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
    // Handles from version 0.1 have these lists under their old names.
    ...names("guaranteedColumns", "certain"),
    ...names("keyColumns", "keyed"),
  };
  return setCreateMessage(copy, getCreateMessage(handle as ReportHandle));
}

/** The error for an invalid handle. `what` completes the sentence "the report handle …". */
function invalidHandle(what: string): InvalidArgumentError {
  return new InvalidArgumentError(`the report handle ${what}; nothing was sent`);
}
