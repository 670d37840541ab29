import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  Application,
  Converter,
  type NormalizedPath,
  DocumentReflection as Page,
  PageEvent,
  ReflectionKind,
  RendererEvent,
} from "typedoc";
import { entriesOf } from "../../entries.js";
import { withShared } from "../../generator/model/written.js";
import { findPage, RULES } from "./find-page.js";
import { group } from "./groups.js";
import { writeMarkdownPages } from "./markdown-pages.js";
import { readableTables } from "./tables.js";

const EXAMPLES = fileURLToPath(new URL("../examples", import.meta.url));
const ROOT = new URL("../../", import.meta.url);
/** The names of the entry points, keyed by source path. */
const NAMES: ReadonlyMap<string, string> = new Map(
  entriesOf(JSON.parse(readFileSync(new URL("package.json", ROOT), "utf8")).exports).map(
    ({ name, types }) => [
      fileURLToPath(new URL(types.replace("./dist/", "").replace(".d.ts", ".ts"), ROOT)),
      name,
    ],
  ),
);
const MODEL = new URL("../../generated/model.json", import.meta.url);

/**
 * A TypeDoc plugin. It adds the search page, a page for each example, and all pages as Markdown. It
 * also sets the titles of pages and entry points.
 */
export function load(app: Application): void {
  // TypeDoc only resolves patterns of entry points if dist/ has been built.
  app.on(Application.EVENT_BOOTSTRAP_END, () =>
    app.options.setValue("entryPoints", [...NAMES.keys()]),
  );
  app.converter.on(Converter.EVENT_CREATE_DOCUMENT, (_, page: Page) => {
    page.name = title(page);
    if (page.name === "Examples") addExamples(page);
    if (page.name === RULES) addFind(page.project);
  });
  app.converter.on(Converter.EVENT_RESOLVE_BEGIN, ({ project }) => {
    for (const entry of project.getChildrenByKind(ReflectionKind.Module))
      entry.name =
        NAMES.get(project.getSymbolIdFromReflection(entry)?.fileName ?? "") ?? entry.name;
    group(project);
  });
  app.renderer.on(PageEvent.END, (page) => {
    page.contents = readableTables(page.contents ?? "");
  });
  app.renderer.on(RendererEvent.END, (end) => writeMarkdownPages(app, end));
}

/**
 * Returns a page's first heading. A guide page gets the prefix `Guide/`, which puts it in a folder.
 */
function title(page: Page): string {
  const heading = /^# (.+)$/m.exec(page.content.map(({ text }) => text).join(""))?.[1] ?? page.name;
  return /(^|\/)guide\//.test(page.name) ? `Guide/${heading}` : heading;
}

function addFind(project: Page["project"]): void {
  const page = new Page(
    "Find a column or a rule",
    project,
    content(findPage(withShared(JSON.parse(readFileSync(MODEL, "utf8"))))),
    {},
  );
  project.addChild(page);
  project.registerReflection(page, undefined, undefined);
}

/**
 * Adds a page for each example folder. Links to the folder or to its files lead to that page.
 */
function addExamples(parent: Page): void {
  for (const entry of readdirSync(EXAMPLES, { withFileTypes: true }).filter((one) =>
    one.isDirectory(),
  )) {
    const folder = join(EXAMPLES, entry.name);
    const files = readdirSync(folder).sort();
    const programs = files.map(
      (file) =>
        `## ${file}\n\n\`\`\`${extname(file).slice(1)}\n${readFileSync(join(folder, file), "utf8")}\`\`\``,
    );
    const page = new Page(
      entry.name,
      parent,
      content([`# ${entry.name}`, ...programs].join("\n\n")),
      {},
    );
    parent.addChild(page);
    parent.project.registerReflection(page, undefined, posix(folder));
    for (const file of files)
      parent.project.files.registerReflectionPath(posix(join(folder, file)), page);
  }
}

function content(text: string): Page["content"] {
  return [{ kind: "text", text }];
}

/** Returns the path with forward slashes, as TypeDoc expects on every system. */
function posix(path: string): NormalizedPath {
  return path.replaceAll("\\", "/") as NormalizedPath;
}
