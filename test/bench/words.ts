// Former words of the project that still name something: npm run words. `-- runtime/http` looks below one folder; `-- --count` counts by word.
import { parseArgs } from "node:util";
import { formerUses } from "../support/former-words.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { count: { type: "boolean" } } });
const [below = ""] = positionals;
const uses = formerUses(".").filter(({ file }) => file.startsWith(below));
if (values.count) {
  const counts = new Map<string, number>();
  for (const { name } of uses) counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const [name, count] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${String(count).padStart(5)} ${name}`);
} else for (const { file, line, name, now } of uses) console.log(`${file}:${line} ${name} -> ${now}`);
console.log(`${uses.length} former words`);
