import type { Change, ChangeKind, Diff } from "../../../generator/diff/change.js";
import { FORMATS } from "../../../generator/diff/report.js";
import { listInWords } from "../../../generator/diff/shape.js";
import { table } from "../../../generator/export/markdown.js";
import { pluralize } from "../../../runtime/validation/wording.js";

/** The text of `docs/versions.md`, which lists the changes between consecutive descriptions. */
export function versionsPage(diffs: readonly Diff[]): string {
  const rows = diffs.map((diff) => {
    const of = (step: Change["step"]): string =>
      String(diff.changes.filter((change) => change.step === step).length);
    return [
      `[${diff.old} to ${diff.new}](#${anchor(diff)})`,
      diff.step,
      of("major"),
      of("minor"),
      of("patch"),
      headline(diff),
    ];
  });
  return [
    "# Changes between API versions",
    "This page lists changes to this package's reports and calls from one version of Pinterest's API to the next. " +
      "We compared every version that we have a description of, with `pinterest-reports diff`. A change to several reports or calls is listed once, but counted for each of them. " +
      "[Comparing two descriptions](guide/diff.md#semver-bump-for-each-change) explains which changes are major, minor or patch.",
    table(["versions", "step", "breaking", "added or loosened", "other", "summary"], rows),
    ...diffs.map((diff) => FORMATS.markdown?.(diff).trimEnd() ?? ""),
  ]
    .join("\n\n")
    .concat("\n");
}

/** The heading's anchor, as GitHub and TypeDoc generate it. */
function anchor({ old, new: now, step }: Diff): string {
  return `${old}-to-${now}-${step}`.replaceAll(".", "");
}

const SHORT: Readonly<Record<"major" | "minor", Readonly<Partial<Record<ChangeKind, string>>>>> = {
  major: {
    operation: "removed",
    access: "changed access",
    field: "removed or newly required fields",
    required: "now required in requests or possibly missing from responses",
    columns: "removed columns",
    values: "removed values",
    type: "changed types",
    limit: "tighter limits",
    default: "changed defaults",
    rule: "stricter or new rule",
    statuses: "changed statuses",
  },
  minor: {
    operation: "new",
    field: "new fields",
    columns: "new columns",
    values: "new values",
    limit: "wider limits",
    rule: "changed rule",
  },
};

/** New reports and calls, then breaking changes, or, if there are none, other additions. */
export function headline({ changes }: Diff): string {
  const said = (step: "major" | "minor", kind: ChangeKind): readonly string[] => {
    const found = changes.filter((change) => change.step === step && change.kind === kind);
    const names = [
      ...new Set(
        found.map(({ flow, path: place }) => (isOfWhole(kind, place) ? flow : last(place))),
      ),
    ];
    const short = SHORT[step][kind];
    if (names.length === 0 || short === undefined) return [];
    return [kind === "rule" ? pluralize(names.length, short) : `${short}: ${listInWords(names)}`];
  };
  const kinds = (step: "major" | "minor"): readonly ChangeKind[] =>
    Object.keys(SHORT[step]) as ChangeKind[];
  const breaking = kinds("major").flatMap((kind) => said("major", kind));
  const added = kinds("minor").flatMap((kind) => (kind === "operation" ? [] : said("minor", kind)));
  return [...said("minor", "operation"), ...(breaking.length > 0 ? breaking : added)].join("; ");
}

/** Whether to name the whole report or call instead of a place in it. */
function isOfWhole(kind: ChangeKind, place: string): boolean {
  return kind === "operation" || kind === "columns" || ["", "response"].includes(place);
}

/** The last segment of a path: `id` for `response.items[].id`, but all of `spec.*`. */
function last(place: string): string {
  return /[^.]+(?:\.\*)?$/.exec(place)?.[0].replace("[]", "") ?? "";
}
