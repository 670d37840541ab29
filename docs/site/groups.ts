import { Comment, CommentTag, type DeclarationReflection, type ProjectReflection, ReflectionKind } from "typedoc";

/** The groups of the entry's page, in the order in which they stand there, with what is in each: names, and the files that declare them. */
export const GROUPS: readonly (readonly [title: string, belongs: (name: string, file: string) => boolean])[] = [
  ["Client", (name) => /Client$/.test(name)],
  ["Calls answered at once", (_, file) => file.startsWith("generated/operations/")],
  ["Rows", (name, file) => file.endsWith("/row.ts") || /^(ReportEntry|DisplayNames?|microToCurrency)$/.test(name)],
  ["Requests of reports", (_, file) => file.startsWith("generated/")],
  ["Errors", (name, file) => /errors?(-base)?\.ts$/.test(file) || /Failure$|Error/.test(name)],
  ["Checks", (name, file) => /violation\.ts$/.test(file) || name === "ValidateOptions"],
  ["Tokens", (name, file) => /(oauth|credentials)[\w-]*\.ts$/.test(file) || name === "Tokens"],
  ["Options", (name) => /Options$|^(Clock|Fetch\w*|BodyReader|Tracer|Span|AttributeValue|RateLimit|Journal\w*|ClientEvent)$/.test(name)],
  ["Reports", () => true],
];

const ENTRY = "pinterest-reports";

/** Sorts what the package's entry exports into groups, where TypeDoc would sort it by what TypeScript calls it. */
export function group(project: ProjectReflection): void {
  const entry = project.getChildrenByKind(ReflectionKind.Module).find(({ name }) => name === ENTRY);
  for (const one of entry?.children ?? []) {
    const file = project.getSymbolIdFromReflection(one)?.packagePath ?? "";
    const [title = ""] = GROUPS.find(([, belongs]) => belongs(one.name, file)) ?? [];
    for (const place of placesOf(one)) {
      place.comment ??= new Comment();
      place.comment.blockTags.push(new CommentTag("@group", [{ kind: "text", text: title }]));
    }
  }
}

/** A function's comment stands at each of its signatures. */
function placesOf(one: DeclarationReflection): readonly Pick<DeclarationReflection, "comment">[] {
  return one.signatures ?? [one];
}
