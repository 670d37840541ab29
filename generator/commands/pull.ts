import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { type Fetched, fetchDescription, fetchNewer } from "../load/fetch.js";
import { parseFlows } from "../load/flows.js";
import type { JsonObject } from "../load/json.js";
import { parseSkipped } from "../load/skipped.js";
import { type Known, parseSource } from "../load/source.js";
import { own, workplace } from "../place.js";
import type { Ledger } from "../prose/account.js";
import { contractOf, type Pulled } from "../prose/contract.js";
import { printYaml } from "../prose/print-contract.js";

export interface PullOptions {
  /** A description or a contract: the path of a file, or a URL. */
  readonly from: string;
  /** The folder with flows.yaml and skipped.yaml, to which contract.yaml and source.yaml are written. */
  readonly spec?: URL | string;
  /** Takes the rules that are proposed for sentences in new words. Without it they stop the pull. */
  readonly acceptProposed?: boolean;
  /** Asks for what is newer than source.yaml says, and leaves all as it is when there is nothing. */
  readonly ifNew?: boolean;
}

/** The text of a description, from a file or a URL. */
export async function readDescriptionText(from: string): Promise<string> {
  return (await fetchDescription(from)).text;
}

/** Writes the contract of a description and where it came from. Resolves to the exit code; throws Problems, and then nothing is written. */
export async function pull({
  from,
  spec = new URL("spec/", workplace().root),
  acceptProposed = false,
  ifNew,
}: PullOptions): Promise<number> {
  const folder = typeof spec === "string" ? pathToFileURL(spec.endsWith("/") ? spec : `${spec}/`) : spec;
  const file = (name: string): URL => new URL(name, folder);
  // A workplace without its own takes the lists that come with the generator.
  const ours = (name: string): string => existing(file(name)) ?? readFileSync(new URL(`spec/${name}`, own), "utf8");
  const flows = parseFlows(ours("flows.yaml"));
  const skipped = parseSkipped(ours("skipped.yaml"));
  const known = ifNew ? parseSource(existing(file("source.yaml"))) : undefined;
  const fetched = await fetchNewer(from, known?.origin);
  if (known && (fetched === null || isSameText(fetched, known))) return nothingNew(known);
  const { text, origin } = fetched as Fetched;
  const pulled = contractOf(text, { ...flows, acceptProposed }, skipped);
  const contract = printYaml(pulled.document, "contract");
  // A contract that was pulled already comes from where source.yaml says, not from its own file.
  const isSame = pulled.isContract && existing(file("contract.yaml")) === contract;
  const source = isSame ? existing(file("source.yaml")) : printYaml({ ...pulled.source, ...origin }, "source");
  const written = writeAll([[file("contract.yaml"), contract], ...(source === null ? [] : [[file("source.yaml"), source] as const])]);
  process.stderr.write(summary(pulled, written));
  return 0;
}

function isSameText({ text }: Fetched, { sha256 }: Known): boolean {
  return createHash("sha256").update(text).digest("hex") === sha256;
}

function nothingNew({ title, version }: Known): number {
  process.stderr.write(`spec       ${title} ${version}\ncontract   nothing new: the description is still the one in spec/source.yaml\n`);
  return 0;
}

function existing(file: URL): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
}

/** Writes what differs: all beside the old files first, so that a full disk leaves the old files whole. Gives the names written. */
function writeAll(files: readonly (readonly [URL, string])[]): readonly string[] {
  for (const [file] of files) mkdirSync(new URL(".", file), { recursive: true });
  const changed = files.filter(([file, text]) => existing(file) !== text);
  const beside = changed.map(([file]) => new URL(`${file.href}.${process.pid}.new`));
  try {
    for (const [index, [, text]] of changed.entries()) writeFileSync(beside[index] as URL, text, { flush: true });
    for (const [index, [file]] of changed.entries()) renameSync(beside[index] as URL, file);
  } finally {
    for (const left of beside) rmSync(left, { force: true });
  }
  return changed.map(([file]) => nameOf(file));
}

function nameOf(file: URL): string {
  return file.pathname.split("/").at(-1) ?? "";
}

function summary({ document, ledger, remarks, accepted, source }: Pulled, written: readonly string[]): string {
  const lines = [
    `spec       ${source.title} ${source.version}, ${Object.keys(ledger).length} operations`,
    ...Object.entries(ledger).map(([id, sums]) => `sentences  ${id}: ${inWords(sums)}`),
    `rules      ${rulesOf(document)}`,
    ...accepted.map((rule) => `accepted   ${rule}, as proposed`),
    ...remarks.map((remark) => `remark     ${remark}`),
    written.length === 0 ? "contract   nothing changed" : `contract   wrote ${written.map((name) => `spec/${name}`).join(" and ")}`,
  ];
  return `${lines.join("\n")}\n`;
}

function inWords({ sentences, ...sums }: Ledger): string {
  const parts = Object.entries(sums).filter(([, sum]) => sum > 0);
  return `${sentences} = ${parts.map(([label, sum]) => `${sum} ${label}`).join(" + ")}`;
}

function rulesOf(document: JsonObject): number {
  const items = Object.values(document.paths ?? {}).flatMap((item) => Object.values(item as JsonObject));
  return items.reduce<number>(
    (sum, operation) => sum + (((operation as JsonObject)["x-rules"] as readonly unknown[] | undefined) ?? []).length,
    0,
  );
}
