import { writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import {
  type Application,
  type DocumentReflection,
  type ProjectReflection,
  Reflection,
  type RendererEvent,
} from "typedoc";

/**
 * Writes each page of the guide as Markdown next to its HTML file, for language models. Also writes
 * `llms.txt`, which lists the pages with their first sentences. See llmstxt.org.
 */
export function writeMarkdownPages(
  app: Application,
  { outputDirectory, pages, project }: RendererEvent,
): void {
  const documents = pages.flatMap(({ url, model }) =>
    isDocument(model) ? [{ url: url.replace(/\.html$/, ".md"), page: model }] : [],
  );
  const urls = new Map<Reflection, string>(
    pages.flatMap(({ url, model }) => (model instanceof Reflection ? [[model, url] as const] : [])),
  );
  for (const { url, page } of documents) urls.set(page, url);
  const lines = documents.map(({ url, page }) => {
    const text = textOf(page, { project, from: url, urls });
    writeFileSync(join(outputDirectory, url), text);
    return `- [${page.name.replace(/^.*\//, "")}](${url})${summaryOf(text)}`;
  });
  const about = project.readme?.map(({ text }) => text).join("") ?? "";
  writeFileSync(
    join(outputDirectory, "llms.txt"),
    `# ${app.options.getValue("name")}\n\n> ${firstParagraph(about)}\n\n## Pages\n\n${lines.join("\n")}\n`,
  );
}

function isDocument(model: unknown): model is DocumentReflection {
  return model instanceof Reflection && model.isDocument();
}

interface PageContext {
  readonly project: ProjectReflection;
  /** The page's own URL, which its links are relative to. */
  readonly from: string;
  readonly urls: ReadonlyMap<Reflection, string>;
}

/**
 * Returns the Markdown of a page. Its links lead to the Markdown of other pages, or to the HTML of
 * pages that have no Markdown.
 */
function textOf(page: DocumentReflection, { project, from, urls }: PageContext): string {
  const parts = page.content.map((part) => {
    if (part.kind !== "relative-link" || part.target === undefined) return part.text;
    const target = project.files.resolve(part.target, project);
    // TypeDoc copies other files in the repository to media/.
    const copy = `media/${project.files.getName(part.target)}`;
    const url = target instanceof Reflection ? (urls.get(target) ?? "index.html") : copy;
    return `${relative(dirname(from), url).replaceAll("\\", "/")}${part.targetAnchor === undefined ? "" : `#${part.targetAnchor}`}`;
  });
  return `${parts.join("").trimEnd()}\n`;
}

/**
 * Returns `: ` and the first sentence after the heading, or an empty string if there is no
 * paragraph.
 */
function summaryOf(text: string): string {
  const [sentence] = /^.*?[.:](?=\s|$)/.exec(firstParagraph(text)) ?? [];
  return sentence === undefined ? "" : `: ${sentence.replace(/:$/, ".")}`;
}

/** Returns the first paragraph of prose on one line, or an empty string if there is none. */
function firstParagraph(text: string): string {
  const paragraph = text.split(/\n{2,}/).find((block) => /^(?:[A-Z"]|`(?!`))/.test(block)) ?? "";
  return paragraph.replace(/\s+/g, " ").replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
}
