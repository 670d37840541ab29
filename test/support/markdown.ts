/** A block of code in a document. */
export interface Block {
  readonly language: string;
  readonly text: string;
  /** The line that its text begins on, counted from 1. */
  readonly line: number;
}

/** The blocks of code in a Markdown text, in order. */
export function blocksOf(markdown: string): readonly Block[] {
  return [...markdown.matchAll(/^```(\w+)\n(.*?)^```$/gms)].map(
    ({ index, 1: language = "", 2: text = "" }) => ({
      language,
      text,
      line: markdown.slice(0, index).split("\n").length + 1,
    }),
  );
}

/** Where its links into the repository lead, without the place in the page. */
export function linksOf(markdown: string): readonly string[] {
  return placesOf(markdown).flatMap((place) => place.split("#")[0] || []);
}

/** Where its relative links lead, also those to a heading of the same page: `rows.md#zeros`. */
export function placesOf(markdown: string): readonly string[] {
  const prose = markdown.replaceAll(/^```[\s\S]*?^```$/gm, "").replaceAll(/`[^`\n]*`/g, "`");
  return [...prose.matchAll(/\]\((?![a-z]+:)([^)\s]+)\)/g)].map(([, place = ""]) => place);
}

/** The places of its headings, as links name them: `a-workflow-to-copy`. */
export function headingsOf(markdown: string): readonly string[] {
  return [...markdown.matchAll(/^#+ (.*)$/gm)].map(([, title = ""]) =>
    title
      .toLowerCase()
      .replaceAll(/[^\w\s-]/g, "")
      .replaceAll(" ", "-"),
  );
}
