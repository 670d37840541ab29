import {
  Comment,
  CommentTag,
  type DeclarationReflection,
  type ProjectReflection,
  ReflectionKind,
} from "typedoc";

/**
 * The groups on the main entry point's page, in order. A name belongs to the first group whose test
 * accepts the name and the file that declares it.
 */
export const GROUPS: readonly (readonly [
  title: string,
  belongs: (name: string, file: string) => boolean,
])[] = [
  ["Client", (name) => /Client$/.test(name)],
  ["Synchronous calls", (_, file) => file.startsWith("generated/operations/")],
  [
    "Rows",
    (name, file) =>
      file.endsWith("/row.ts") || /^(ReportEntry|DisplayNames?|microToCurrency)$/.test(name),
  ],
  ["Report requests", (_, file) => file.startsWith("generated/")],
  ["Errors", (name, file) => /errors?(-base)?\.ts$/.test(file) || /Failure$|Error/.test(name)],
  ["Validation", (name, file) => /violation\.ts$/.test(file) || name === "ValidateOptions"],
  ["Tokens", (name, file) => /(oauth|credentials)[\w-]*\.ts$/.test(file) || name === "Tokens"],
  [
    "Options",
    (name) =>
      /Options$|^(Clock|Fetch\w*|BodyReader|Tracer|Span|AttributeValue|RateLimit|Journal\w*|ClientEvent)$/.test(
        name,
      ),
  ],
  ["Reports", () => true],
];

const ENTRY = "pinterest-reports";

/**
 * Groups the main entry point's exports by subject. By default, TypeDoc groups them by kind, such as
 * classes and functions.
 */
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

/** The reflections that have the comment. For a function, these are its signatures. */
function placesOf(one: DeclarationReflection): readonly Pick<DeclarationReflection, "comment">[] {
  return one.signatures ?? [one];
}
