// The shape of the sources in figures: npm run house. `-- --list` also names the small files and those with one importer;
// `-- --of <folder>` measures another checkout.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseArgs } from "node:util";
import ts from "typescript";

const { values } = parseArgs({ options: { list: { type: "boolean" }, of: { type: "string", default: "." } } });

const sources = new Map<string, { readonly lines: number; readonly imports: readonly string[] }>();
for (const room of ["runtime", "generator", "cli"])
  for (const name of filesIn(room)) {
    const text = readFileSync(join(values.of, name), "utf8");
    const { importedFiles } = ts.preProcessFile(text, true, true);
    const local = importedFiles.filter(({ fileName }) => fileName.startsWith("."));
    const imports = local.map(({ fileName }) => normalize(join(dirname(name), fileName)).replace(/\.js$/, ".ts"));
    sources.set(name, { lines: text.split("\n").length - 1, imports });
  }

function filesIn(room: string): readonly string[] {
  try {
    const names = readdirSync(join(values.of, room), { recursive: true, encoding: "utf8" });
    return names.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => `${room}/${name.replaceAll("\\", "/")}`);
  } catch {
    return [];
  }
}

const importers = new Map([...sources.keys()].map((name) => [name, [...sources].filter(([, { imports }]) => imports.includes(name))]));
const single = [...importers].filter(([, those]) => those.length === 1);

const lengths = new Map<string, readonly string[]>();
/** The longest chain of imports that starts at a file. There are no circles: `npm run lint`. */
function chainFrom(name: string): readonly string[] {
  const known = lengths.get(name);
  if (known !== undefined) return known;
  const chains = (sources.get(name)?.imports ?? []).filter((next) => sources.has(next)).map(chainFrom);
  const longest = chains.reduce((best, chain) => (chain.length > best.length ? chain : best), [] as readonly string[]);
  lengths.set(name, [name, ...longest]);
  return [name, ...longest];
}

const bySize = [...sources].sort(([, a], [, b]) => a.lines - b.lines);
const chain = [...sources.keys()].map(chainFrom).reduce((best, next) => (next.length > best.length ? next : best));
const [largest] = bySize.slice(-1);
console.log(`files                  ${sources.size}`);
console.log(`lines                  ${bySize.reduce((sum, [, { lines }]) => sum + lines, 0)}`);
console.log(`median                 ${bySize[Math.floor(bySize.length / 2)]?.[1].lines} lines`);
console.log(`largest                ${largest?.[1].lines} lines, ${largest?.[0]}`);
console.log(`from 80 to 300 lines   ${bySize.filter(([, { lines }]) => lines >= 80 && lines <= 300).length}`);
console.log(`with one importer      ${single.length}`);
console.log(`longest import chain   ${chain.length} files, from ${chain[0]} to ${chain.at(-1)}`);
if (values.list) {
  console.log(`\nlongest chain\n  ${chain.join("\n  ")}\n\none importer`);
  for (const [name, [those]] of single.sort(([a], [b]) => (sources.get(a)?.lines ?? 0) - (sources.get(b)?.lines ?? 0)))
    console.log(`  ${String(sources.get(name)?.lines).padStart(4)} ${name} <- ${those?.[0]}`);
}
