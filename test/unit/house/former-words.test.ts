import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { formerUses } from "../../support/former-words.js";
import { temporaryFolder } from "../../support/temporary-folder.js";

it.each([
  ["a variable", "cli/a.ts", "const answer = 1;", "answer"],
  ["a private member", "cli/a.ts", "class A { #answer = 1; }", "answer"],
  ["a quoted key of an object", "cli/a.ts", 'export const a = { "on-answer": 1 };', "on-answer"],
  ["an alias of an import", "cli/a.ts", 'import { response as answer } from "./b.js";', "answer"],
  ["an alias of an export", "cli/a.ts", 'export { response as answer } from "./b.js";', "answer"],
  ["a file", "cli/answer-reader.ts", "", "answer-reader"],
  ["a folder", "cli/answers/a.ts", "", "answers"],
  ["a key of a template", "templates/a.hbs", "{{#each answers}}{{this}}{{/each}}", "answers"],
  ["a block parameter of a template", "templates/a.hbs", "{{#each responses as |answer|}}{{this}}{{/each}}", "answer"],
  ["a block parameter that says too little", "templates/a.hbs", "{{#each responses as |response one|}}{{/each}}", "one"],
])("a former word is found as the name of %s", (_, file, text, name) => {
  expect(namesIn(file, text)).toContain(name);
});

it.each([
  ["an imported name, which its own file declares", "cli/a.ts", 'import { answer } from "./b.js";'],
  ["a string that names nothing", "cli/a.ts", 'export const a = ["answer"];'],
  ["part of a word", "cli/a.ts", "export const unanswerable = 1;"],
  ["a text of a template", "templates/a.hbs", '{{> part title="the answer"}} answer'],
])("no former word is found in %s", (_, file, text) => {
  expect(namesIn(file, text)).toEqual([]);
});

/** The former words in a repository of this file alone. */
function namesIn(file: string, text: string): readonly string[] {
  const root = temporaryFolder();
  for (const room of ["runtime", "generator", "cli", "generated", "templates"]) mkdirSync(new URL(room, root));
  mkdirSync(new URL(".", new URL(file, root)), { recursive: true });
  writeFileSync(new URL(file, root), text);
  return formerUses(fileURLToPath(root)).map((use) => use.name);
}
