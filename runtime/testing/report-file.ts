import type { Cell, DataRow } from "./report-data.js";

/** The rows as Pinterest writes them as JSON: by entity, or by date when asked so; without the zeros. */
export function jsonFile(rows: readonly DataRow[], byDate: boolean): string {
  const groups = new Map<string, string[]>();
  for (const { entity, date, cells } of rows) {
    const key = byDate && date !== null ? date : entity;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    const members = [...cells].filter(([, value]) => value !== 0).map(([name, value]) => `${JSON.stringify(name)}:${json(value)}`);
    group.push(`{${members.join(",")}}`);
  }
  return `{${[...groups].map(([key, group]) => `${JSON.stringify(key)}:[${group.join(",")}]`).join(",")}}`;
}

/** The rows as Pinterest writes them as CSV: with display names for a header, and with the zeros. */
export function csvFile(rows: readonly DataRow[], columns: readonly string[]): string {
  const names = [...new Set([...(rows[0]?.cells.keys() ?? []), ...columns])];
  const lines = rows.map(({ cells }) => names.map((name) => csv(plain(cells.get(name) ?? ""))).join(","));
  return [names.map((name) => csv(displayName(name))).join(","), ...lines].map((line) => `${line}\r\n`).join("");
}

// Seen in real files; the rest is as these are made.
const KNOWN_NAMES: Readonly<Record<string, string>> = {
  PIN_ID: "Organic pin ID",
  TARGETING_TYPE: "Targeting Type",
  TARGETING_VALUE: "Targeting Value",
};

/** `AD_GROUP_ID` is "Ad group ID" to people. */
export function displayName(column: string): string {
  const known = KNOWN_NAMES[column];
  if (known !== undefined) return known;
  const words = column
    .toLowerCase()
    .replaceAll("_", " ")
    .replace(/\bid\b/g, "ID");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function json(value: Cell): string {
  // An integer of more digits than a number holds, written without quotes.
  return typeof value === "string" && /^\d+n$/.test(value) ? value.slice(0, -1) : JSON.stringify(value);
}

function plain(value: Cell): string {
  return String(value).replace(/^(\d+)n$/, "$1");
}

function csv(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
