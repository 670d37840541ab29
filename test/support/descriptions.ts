import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Contract } from "../../generator/parse/contract.js";
import { readAnnotations } from "../../generator/parse/contract.js";
import type { JsonObject } from "../../generator/parse/json.js";
import { contractOf } from "../../generator/prose/contract.js";
import { shippedFile } from "../../generator/workspace.js";

/** The folder of full descriptions, which are not part of this repository, or null. */
export const descriptions: string | null = process.env.PINTEREST_SPECS ?? null;

/** The versions in the folder, oldest first. */
export const versions: readonly string[] =
  descriptions === null
    ? []
    : readdirSync(descriptions)
        .filter((file) => /^\d+\.\d+\.\d+\.yaml$/.test(file))
        .map((file) => file.slice(0, -".yaml".length))
        .sort((one, other) => one.localeCompare(other, "en", { numeric: true }));

/** The version that the repository follows. */
export const followed: string =
  /^version: (.*)$/m.exec(readFileSync(shippedFile("source.yaml"), "utf8"))?.[1] ?? "";

if (descriptions === null)
  console.warn("skipped: tests that use complete API descriptions; PINTEREST_SPECS is not set");

export function descriptionText(version: string): string {
  return readFileSync(join(descriptions ?? "", `${version}.yaml`), "utf8");
}

const annotations = readAnnotations(shippedFile);

/**
 * The contract of a description (or of a contract) with all annotations. If the description no
 * longer states some rules of `before`, they are kept.
 */
export function contractFrom(text: string, before?: JsonObject): Contract {
  const { document, source } = contractOf(
    text,
    { ...annotations.flows, rules: annotations.rules, ...(before && { before }) },
    annotations.skipped,
  );
  return { document, source, annotations };
}

/**
 * The labelled rules of each version, which are stored next to the descriptions; null if there are
 * none.
 */
export function labelledRules(): Readonly<
  Record<string, { readonly rules: readonly { readonly rule: LabelledRule }[] }>
> | null {
  const file = join(descriptions ?? "", "../reference/rules-gold.json");
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")).createReport : null;
}

export interface LabelledRule {
  readonly kind: string;
  readonly field?: string;
  readonly fields?: readonly string[];
  readonly when?: LabelledCondition;
  readonly requires?: LabelledCondition;
  readonly [name: string]: unknown;
}

export interface LabelledCondition {
  readonly f: string;
  readonly op: "in" | "notIn";
  readonly v: readonly string[];
}
