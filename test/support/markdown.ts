/** A code block of a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line on which its text starts, from 1. */
  readonly line: number;
}

/** The code blocks of a Markdown text, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ index, 1: language = "", 2: text = "" }) => ({
      language,
      text,
      line: markdown.slice(0, index).split("\n").length + 1,
    }),
  );
}

/** The targets of links into the repository, without fragments. */
export function linksOf(markdown: string): readonly string[] {
  return placesOf(markdown).flatMap((place) => place.split("#")[0] || []);
}

/** The targets of relative links, including links to headings of the same page: `rows.md#zeros`. */
export function placesOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "`");
  return [...prose.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, place = ""]) => place);
}

/** The fragments that link to the headings: `a-workflow-to-copy`. */
export function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}
