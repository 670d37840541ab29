import type { Change, ChangeKind, Diff } from "../../../generator/diff/change.js";
import { FORMATS } from "../../../generator/diff/report.js";
import { listInWords } from "../../../generator/diff/shape.js";
import { table } from "../../../generator/export/markdown.js";
import { pluralize } from "../../../runtime/validation/wording.js";

/** `docs/versions.md`: what changed from each description to the next. */
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
    "This page lists the changes between the versions of Pinterest's API that we have, for the reports and calls of this package, as `pinterest-reports diff` prints them. " +
      "If several reports or calls have the same change, it is listed once but counted for each. [Diff](guide/diff.md) explains the steps.",
    table(["versions", "step", "breaking", "added or loosened", "other", "summary"], rows),
    ...diffs.map((diff) => FORMATS.markdown?.(diff).trimEnd() ?? ""),
  ]
    .join("\n\n")
    .concat("\n");
}

/** As code hosts make it of a heading, and TypeDoc. */
function anchor({ old, new: now, step }: Diff): string {
  return `${old}-to-${now}-${step}`.replaceAll(".", "");
}

const SHORT: Readonly<Record<"major" | "minor", Readonly<Partial<Record<ChangeKind, string>>>>> = {
  major: {
    operation: "removed",
    access: "changed access",
    field: "removed or newly required fields",
    required: "newly required, or possibly missing",
    columns: "removed columns",
    values: "removed values",
    type: "changed types",
    limit: "tighter limits",
    default: "changed defaults",
    rule: "stricter or new rules",
    statuses: "changed statuses",
  },
  minor: {
    operation: "new",
    field: "new fields",
    columns: "new columns",
    values: "new values",
    limit: "wider limits",
    rule: "looser rules",
  },
};

/** What came and went, then what breaks, or else what was added. */
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
    return [
      kind === "rule"
        ? `${pluralize(names.length, "stricter or new rule")}`
        : `${short}: ${listInWords(names)}`,
    ];
  };
  const kinds = (step: "major" | "minor"): readonly ChangeKind[] =>
    Object.keys(SHORT[step]) as ChangeKind[];
  const breaking = kinds("major").flatMap((kind) => said("major", kind));
  const added = kinds("minor").flatMap((kind) => (kind === "operation" ? [] : said("minor", kind)));
  return [...said("minor", "operation"), ...(breaking.length > 0 ? breaking : added)].join("; ");
}

/** Where the report or call says more than the place in it. */
function isOfWhole(kind: ChangeKind, place: string): boolean {
  return kind === "operation" || kind === "columns" || ["", "response"].includes(place);
}

/** A place by its last step: `response.items[].id` as `id`. */
function last(place: string): string {
  return place.split(".").at(-1)?.replace("[]", "") ?? "";
}
