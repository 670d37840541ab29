import { existsSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
// The published command contains only Handlebars' runtime; build.js leaves out the rest.
import handlebars from "handlebars";

/** The templates of a folder, keyed by name, as functions of a view. */
export type Templates = Readonly<Record<string, HandlebarsTemplateDelegate>>;

/** The file with the compiled templates. The package contains it instead of the `.hbs` files. */
const COMPILED = "compiled.cjs";
const OPTIONS: CompileOptions = { strict: true, noEscape: true, knownHelpersOnly: true };

/**
 * Loads all templates (`.hbs`) of a folder and its subfolders.
 *
 * A template's name is its path without the extension and without a leading `rules/` or `parts/`.
 * If the folder contains `compiled.cjs`, loads that file instead. Throws if two `.hbs` files have
 * the same name.
 */
export function templatesIn(folder: URL): Templates {
  const compiled = fileURLToPath(new URL(COMPILED, folder));
  const isCompiled = existsSync(compiled);
  const engine = handlebars.create();
  if (isCompiled) {
    const codes: Readonly<Record<string, TemplateSpecification>> = createRequire(import.meta.url)(
      compiled,
    );
    for (const [name, code] of Object.entries(codes))
      engine.registerPartial(name, engine.template(code));
  } else
    for (const [name, text] of templateTexts(folder))
      engine.registerPartial(name, engine.compile(text, OPTIONS));
  return engine.partials;
}

/**
 * Returns the code of `compiled.cjs` for the templates of a folder; writes nothing. Names are as in
 * `templatesIn`. Throws if two templates have the same name.
 */
export function compiledTemplates(folder: URL): string {
  return `module.exports={${[...templateTexts(folder)].map(([name, text]) => `${JSON.stringify(name)}:${handlebars.precompile(text, OPTIONS)}`).join(",\n")}};\n`;
}

/**
 * The text of each `.hbs` file in a folder and its subfolders, by template name. Throws if two
 * files have the same name.
 */
function templateTexts(folder: URL): ReadonlyMap<string, string> {
  const texts = new Map<string, string>();
  for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (!file.endsWith(".hbs")) continue;
    const path = file.replaceAll("\\", "/");
    const name = path.replace(/^(rules|parts)\//, "").slice(0, -".hbs".length);
    if (texts.has(name)) throw new Error(`two templates are named ${name}`);
    texts.set(name, readFileSync(new URL(path, folder), "utf8").replaceAll("\r\n", "\n"));
  }
  return texts;
}
