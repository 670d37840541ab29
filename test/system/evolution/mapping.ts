// How a flows file maps names that a description uses instead of Pinterest's.

import { isTree, listed, type Tree, tree, type Value } from "./draft.js";

/** The names in a report's responses. A path has dots. */
export interface Mapping {
  /** The account parameters; null for the usual ones. */
  readonly account: { readonly create: string; readonly poll: string } | null;
  readonly token: string;
  /** The poll parameter for the token. */
  readonly tokenParameter: string;
  readonly status: string;
  readonly link: string;
  /** The status words of this report, or those for all reports. */
  readonly done: readonly string[];
  readonly failed: readonly string[];
}

/** The names in a paginated list, as far as the file states them. */
export interface PageMapping {
  readonly items: string | null;
  readonly cursor: string | null;
  readonly parameter: string | null;
}

export function mappingOf(name: string, { flows, statuses }: Tree): Mapping {
  const entry = tree(tree(flows)[name]);
  const token = sentBack(entry.token);
  const words = (kind: string): readonly string[] =>
    [...listed(entry[kind]), ...listed(tree(statuses)[kind])].map(String);
  return {
    account: accountIn(entry.account),
    token: token.from ?? "token",
    tokenParameter: token.as ?? token.from?.split(".").at(-1) ?? "token",
    status: textOf(entry.status) ?? "report_status",
    link: textOf(entry.link) ?? "url",
    done: words("done"),
    failed: words("failed"),
  };
}

export function pageMappingOf(name: string, { operations }: Tree): PageMapping {
  const entry = tree(tree(operations)[name]);
  const cursor = sentBack(entry.cursor);
  return {
    items: textOf(entry.items),
    cursor: cursor.from,
    parameter: cursor.as ?? cursor.from?.split(".").at(-1) ?? null,
  };
}

function accountIn(value: Value | undefined): Mapping["account"] {
  if (typeof value === "string") return { create: value, poll: value };
  const { create, poll } = tree(value);
  return typeof create === "string" && typeof poll === "string" ? { create, poll } : null;
}

function sentBack(value: Value | undefined): {
  readonly from: string | null;
  readonly as: string | null;
} {
  if (!isTree(value)) return { from: textOf(value), as: null };
  return { from: textOf(value.from), as: textOf(value.as) };
}

function textOf(value: Value | undefined): string | null {
  return typeof value === "string" ? value : null;
}
