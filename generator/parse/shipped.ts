import { existsSync, readFileSync } from "node:fs";
import { shippedFile } from "../workspace.js";
import {
  type ColumnFacts,
  type Docs,
  type OwnRule,
  parseColumns,
  parseDocs,
  parseOwnRules,
  parseRows,
  parseSkipped,
  type RowFacts,
  type Skipped,
} from "./annotations.js";
import { type FlowsFile, parseFlows } from "./config.js";

/** The contents of the hand-written files in `spec/`, keyed by name. */
export interface Parsed {
  readonly "flows.yaml": FlowsFile;
  readonly "skipped.yaml": Skipped;
  readonly "rules.yaml": readonly OwnRule[];
  readonly "docs.yaml": Docs;
  readonly "columns.yaml": ReadonlyMap<string, ColumnFacts>;
  readonly "rows.yaml": RowFacts;
}

/** The parser of each file, keyed by the file's name. */
export const PARSERS: {
  readonly [Name in keyof Parsed]: (text: string, file?: string) => Parsed[Name];
} = {
  "flows.yaml": parseFlows,
  "skipped.yaml": parseSkipped,
  "rules.yaml": parseOwnRules,
  "docs.yaml": parseDocs,
  "columns.yaml": parseColumns,
  "rows.yaml": parseRows,
};

const MAP = "//map";

/**
 * The parsed contents of all shipped files as JSON, keyed by file name. The package stores this in
 * `spec/parsed.json`, so its generator does not have to parse YAML. `parsedFrom` restores the maps,
 * which JSON does not have.
 */
export function parsedAsJson(): string {
  const parsed = Object.entries(PARSERS).map(([name, parse]) => [
    name,
    parse(readFileSync(shippedFile(name), "utf8")),
  ]);
  return JSON.stringify(Object.fromEntries(parsed), (_, value) =>
    value instanceof Map ? { [MAP]: [...value] } : value,
  );
}

/**
 * Reads the shipped files from `spec/parsed.json`, which only the built package has. Null in the
 * repository.
 */
export function readParsed(): Parsed | null {
  const file = shippedFile("parsed.json");
  return existsSync(file) ? parsedFrom(readFileSync(file, "utf8")) : null;
}

/** Restores the contents of all shipped files from the JSON of `parsedAsJson`. */
export function parsedFrom(json: string): Parsed {
  return JSON.parse(json, (_, value) =>
    Array.isArray(value?.[MAP]) ? new Map(value[MAP]) : value,
  );
}
