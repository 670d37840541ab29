import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";
import { jsonText } from "../../generator/print.js";
import { nearest } from "../../runtime/validation/wording.js";
import type { Io } from "../terminal/io.js";
import { suggestion, Usage } from "../terminal/usage.js";

/** Arguments of `explain`. */
export interface ExplainArguments {
  /** An error code; default: list all codes. */
  readonly code?: string | undefined;
  /** `text` or `json`; default: `text`. */
  readonly format?: string;
}

/** What the guide says about an error code. */
interface Explanation {
  readonly code: string;
  /** The error class, such as `AuthError`. */
  readonly error: string;
  readonly when: string;
  readonly whatToDo: string;
  /** The sections of the guide that the table row links to, as Markdown. */
  readonly sections: readonly string[];
}

const FORMATS = ["text", "json"];
const ERRORS = "errors.md";

/**
 * Prints what the guide says about an error code, or lists all codes. Resolves to 0. Throws `Usage`
 * for an unknown code or format.
 */
export async function explain(
  { code, format = "text" }: ExplainArguments,
  { stdout }: Io,
): Promise<number> {
  if (!FORMATS.includes(format))
    throw new Usage(`--format ${format} is not a format`, suggestion(format, FORMATS));
  const all = explanations();
  const found = code === undefined ? all : all.filter((each) => each.code === code);
  const codes = [...new Set(all.map((each) => each.code))];
  if (found.length === 0)
    throw new Usage(`${code} is not an error code`, hintFor(code ?? "", codes));
  if (format === "json") stdout.write(`${jsonText(found, 2)}\n`);
  else
    stdout.write(
      code === undefined ? codes.map((each) => lineOf(each, all)).join("") : textOf(found),
    );
  return 0;
}

/** Suggests the nearest code, and explains names in brackets such as `[enum]`. */
function hintFor(code: string, codes: readonly string[]): string {
  const hint = suggestion(code, codes);
  return nearest(code, codes) === null
    ? `${hint} A name in brackets, such as [enum], is the rule that a body violates, not an error code: see explain invalid_body, and the rules command.`
    : hint;
}

/** The rows of the first table on the page about errors. */
function explanations(): readonly Explanation[] {
  const rows = page(ERRORS).matchAll(/^\| `(\w+)`[^|]*\| `(\w+)` \| (.+?) \| (.+?) \|$/gm);
  return [...rows].map(([, error = "", code = "", when = "", whatToDo = ""]) => ({
    ...{ code, error, when: plain(when), whatToDo: plain(whatToDo) },
    sections: placesIn(whatToDo).map(section),
  }));
}

function lineOf(code: string, all: readonly Explanation[]): string {
  const when = all.flatMap((each) => (each.code === code ? [each.when] : []));
  return `${code.padEnd(22)}  ${when.join("; or ")}\n`;
}

function textOf(found: readonly Explanation[]): string {
  const heads = found.map(
    ({ code, error, when, whatToDo }) =>
      `${code} (${error})\n\n  when        ${when}\n  what to do  ${whatToDo}\n`,
  );
  const sections = [...new Set(found.flatMap((each) => each.sections))];
  return [...heads, ...sections].join("\n");
}

/** Reads a page of the guide, which is part of the package. */
function page(name: string): string {
  const manifest = createRequire(import.meta.url).resolve("pinterest-reports/package.json");
  return readFileSync(new URL(`docs/guide/${name}`, pathToFileURL(manifest)), "utf8");
}

/** The link targets in Markdown text, as `page.md#heading`. */
function placesIn(markdown: string): readonly string[] {
  return [...markdown.matchAll(/\]\(([^)#]*#[^)]+)\)/g)].map(([, place = ""]) => place);
}

/** A section of the guide as Markdown, with links reduced to their text. */
function section(place: string): string {
  const [name = "", heading] = place.split("#");
  const [, ...parts] = page(name || ERRORS).split(/^(?=## )/m);
  const found = parts.find((part) => anchorOf(part.split("\n", 1)[0] ?? "") === heading);
  return `${plain(found ?? "").trimEnd()}\n`;
}

function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}

function plain(markdown: string): string {
  return markdown.replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}
