import { isKnownGood, rememberGood } from "../fingerprint.js";
import { lineChanges } from "../line-diff.js";
import { workplace } from "../place.js";
import { compare, compareOurs, type Difference } from "../write.js";

/** So many lines of each file's difference are shown. */
const MOST_LINES = 20;

/** Whether generated/ and our pages of docs/ are what spec/ and templates/ give. Resolves to the exit code. */
export async function check(): Promise<number> {
  const place = workplace();
  // Nothing has changed since all was well: no need to load a compiler to say so.
  if (isKnownGood(place.root)) return report([], "generated", "npm run generate");
  const { build, readSpec } = await import("../pipeline.js");
  const { output, docs } = await build(readSpec(place), place.home);
  const differences = compare(new URL("generated/", place.root), output);
  const inDocs = docs.size === 0 ? [] : compareOurs(new URL("docs/", place.root), docs);
  if (differences.length === 0 && inDocs.length === 0) rememberGood(place.root);
  const fix = place.home === "here" ? "npm run generate" : "pinterest-reports generate";
  const exit = report(differences, "generated", fix);
  return inDocs.length === 0 ? exit : report(inDocs, "docs", fix);
}

/** Says what differs, shows how, and gives the command that mends it. Returns the exit code. */
export function report(differences: readonly Difference[], folder: string, fix: string, from = "spec/ and templates/"): number {
  const gives = from.endsWith("templates/") ? `${from} give` : `${from} gives`;
  if (differences.length === 0) {
    process.stderr.write(`${folder}/ is what ${gives}\n`);
    return 0;
  }
  const foreign = differences.some(({ kind }) => kind === "foreign");
  const mend = foreign ? `${fix}; move foreign files out of ${folder}/` : fix;
  const parts = [
    `error  ${folder}/ is not what ${gives}`,
    differences.map((difference) => headline(difference, folder)).join("\n"),
    ...differences.filter(({ kind }) => kind === "changed").map((difference) => excerpt(difference, folder)),
    `  fix  ${mend}, then commit ${folder}/`,
    "1 error.",
  ];
  process.stderr.write(`${parts.join("\n\n")}\n`);
  return 1;
}

function headline({ kind, path, added, removed }: Difference, folder: string): string {
  const note = {
    changed: `+${added} -${removed}`,
    missing: "not there",
    orphan: "nothing makes it any more",
    foreign: `not ours; ${folder}/ holds only generated files`,
  }[kind];
  return `  ${kind.padEnd(8)} ${folder}/${path}   ${note}`;
}

function excerpt({ path, is, shouldBe }: Difference, folder: string): string {
  const changes = lineChanges(is, shouldBe);
  const lines = changes.slice(0, MOST_LINES).map(({ sign, line, text }) => `  ${String(line).padStart(5)} ${sign} ${text.slice(0, 160)}`);
  const more = changes.length > MOST_LINES ? [`        … and ${changes.length - MOST_LINES} more lines`] : [];
  return [`  ${folder}/${path}  (- as it is, + as it should be)`, ...lines, ...more].join("\n");
}
