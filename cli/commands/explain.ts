import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { posix } from "node:path";
import { pathToFileURL } from "node:url";
import { jsonText } from "../../generator/print.js";
import type { Rule } from "../../runtime/validation/rule.js";
import { nearest } from "../../runtime/validation/wording.js";
import { loadData } from "../modules.js";
import type { Io } from "../terminal/io.js";
import { suggestion, Usage } from "../terminal/usage.js";

/** Arguments of `explain`. */
export interface ExplainArguments {
  /** An error code or the name of a rule; default: list all codes. */
  readonly code?: string | undefined;
  /** `text` or `json`; default: `text`. */
  readonly format?: string;
}

/** What the guide says about an error code or a rule. */
interface Explanation {
  readonly code: string;
  /** The error class, such as `AuthError`; for a rule, `rule`. */
  readonly error: string;
  readonly when: string;
  readonly whatToDo: string;
  /** The sections of the guide that the table row links to, as Markdown. */
  readonly sections: readonly string[];
}

const FORMATS = ["text", "json"];
const ERRORS = "errors.md";

/**
 * Prints what the guide says about an error code or a rule. Without `code`, lists the error codes,
 * but not the rules. Resolves to 0. Throws `Usage` for an unknown name or format.
 */
export async function explain(
  { code, format = "text" }: ExplainArguments,
  { stdout }: Io,
): Promise<number> {
  if (!FORMATS.includes(format))
    throw new Usage(`unknown format: ${format}`, suggestion(format, FORMATS));
  const errors = ofErrors();
  const codes = [...new Set(errors.map((each) => each.code))];
  const all = code === undefined ? errors : [...errors, ...ofLimits(), ...(await ofRules())];
  const found = code === undefined ? all : all.filter((each) => each.code === code);
  if (code !== undefined && found.length === 0)
    throw new Usage(`${code} is neither an error code nor a rule`, hintFor(code, codes, all));
  if (format === "json") stdout.write(`${jsonText(found, 2)}\n`);
  else
    stdout.write(
      code === undefined ? codes.map((each) => lineOf(each, all)).join("") : textOf(found),
    );
  return 0;
}

/** Suggests the most similar code or rule. If none is similar, lists the codes. */
function hintFor(name: string, codes: readonly string[], all: readonly Explanation[]): string {
  const known = all.map(({ code }) => code);
  return nearest(name, known) === null
    ? `${suggestion(name, codes)} A rule is a name in brackets at the end of a violation, such as [enum].`
    : suggestion(name, known);
}

/** The rows of the first table on the page about errors. */
function ofErrors(): readonly Explanation[] {
  const rows = page(ERRORS).matchAll(/^\| `(\w+)`[^|]*\| `(\w+)` \| (.+?) \| (.+?) \|$/gm);
  return [...rows].map(([, error = "", code = "", when = "", whatToDo = ""]) => {
    const places = placesIn(whatToDo);
    return {
      code,
      error,
      when: plain(when, ERRORS, places),
      whatToDo: plain(whatToDo, ERRORS, places),
      sections: places.map(section),
    };
  });
}

/** The rows of the table that lists the rules for all requests. */
function ofLimits(): readonly Explanation[] {
  const rows = page(ERRORS).matchAll(/^\| (`[a-z-]+`(?:, `[a-z-]+`)*) \| (.+?) \| (.+?) \|$/gm);
  return [...rows].flatMap(([, names = "", when = "", whatToDo = ""]) =>
    [...names.matchAll(/[a-z-]+/g)].map(([code]) => ({
      code,
      error: "rule",
      when: plain(when),
      whatToDo: plain(whatToDo),
      sections: [],
    })),
  );
}

/** The cross-field rules of all requests. Rules with the same wording are listed once. */
async function ofRules(): Promise<readonly Explanation[]> {
  const byText = new Map<string, Explanation>();
  const { reportRules, ...others } = await loadData();
  // The ad report's rules come first, because most requests are ad reports.
  for (const [key, value] of Object.entries({ reportRules, ...others })) {
    if (!/[a-z]Rules$/.test(key)) continue;
    const of = key.replace(/Rules$/, "").replaceAll(/[A-Z]/g, (letter) => `-${letter}`);
    for (const { id, message, reason } of value as readonly Rule[]) {
      const when = `the request breaks this rule: ${message}${reason === undefined ? "" : `. ${reason}`}`;
      const whatToDo = `change the fields that the rule names. \`npx pinterest-reports rules --of ${of.toLowerCase()}\` prints all rules for this request`;
      if (!byText.has(`${id} ${message}`))
        byText.set(`${id} ${message}`, { code: id, error: "rule", when, whatToDo, sections: [] });
    }
  }
  return [...byText.values()];
}

/** A code with the situations in which it occurs, as one line. */
function lineOf(code: string, all: readonly Explanation[]): string {
  const when = all.flatMap((each) => (each.code === code ? [each.when] : []));
  return `${code.padEnd(22)}  ${when.join("; or ")}\n`;
}

/** Explanations as text, followed by the sections of the guide that they refer to. */
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

/** A section of the guide as Markdown, with links as in `plain`. */
function section(place: string): string {
  const [name = "", heading] = place.split("#");
  const [, ...parts] = page(name || ERRORS).split(/^(?=## )/m);
  const found = parts.find((part) => anchorOf(part.split("\n", 1)[0] ?? "") === heading);
  return `${plain(found ?? "", name || ERRORS).trimEnd()}\n`;
}

/** The anchor that GitHub gives to a heading. */
function anchorOf(heading: string): string {
  return heading
    .replace(/^#+ /, "")
    .toLowerCase()
    .replaceAll(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");
}

/**
 * A page's text, with each link replaced by its text and path: `rows (docs/guide/rows.md)`. Links
 * to the targets in `printed` become `rows (below)`.
 */
function plain(markdown: string, from = ERRORS, printed: readonly string[] = []): string {
  return markdown.replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, (_, text: string, target: string) => {
    const [name] = target.split("#");
    const path = /^https?:/.test(target) ? target : posix.join("docs/guide", name || from);
    return `${text} (${printed.includes(target) ? "below" : path})`;
  });
}
