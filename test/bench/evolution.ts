import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { packageRoot } from "../../generator/workspace.js";
import { STRICT } from "../system/evolution/compile.js";
import { consumersOf } from "../system/evolution/consumer.js";
import {
  type Case,
  Evolution,
  edited,
  type Judged,
  nameOf,
} from "../system/evolution/evolution.js";
import { generated } from "../system/evolution/generate.js";
import type { Kind } from "../system/evolution/kind.js";
import { kinds } from "../system/evolution/kinds.js";
import { everyKindOnce } from "../system/evolution/once.js";
import { randomBy } from "../system/evolution/random.js";
import { stageOf } from "../system/evolution/subject.js";
import { offersOf, versions } from "../system/evolution/versions.js";

const USAGE = `npx tsx test/bench/evolution.ts [--version <version>] [--seed <number>] [--pairs <number>] [--once]
npx tsx test/bench/evolution.ts --kind <kind>[+<kind>] [--version <version>] [--seed <number>]

Tries all kinds of edits on each version, several at a time, then pairs of kinds, and prints the results. --once tries each kind on one version only,
as the test does. With --kind and --version, runs a single case and keeps its description and output folder.`;

/** How many outputs are compiled as one program. */
const AT_ONCE = 60;

const { values } = parseArgs({
  options: {
    kind: { type: "string" },
    version: { type: "string" },
    seed: { type: "string", default: "1" },
    pairs: { type: "string", default: "120" },
    once: { type: "boolean" },
    help: { type: "boolean" },
  },
});

function kindCalled(name: string): Kind {
  const found = kinds.find((kind) => kind.name === name);
  if (found !== undefined) return found;
  throw new Error(
    `there is no kind ${name}; choose from ${kinds.map((one) => one.name).join(", ")}`,
  );
}

/** Cases that combine the named kinds, one per version. */
function casesOf(named: string, seed: number): readonly Case[] {
  return askedVersions().map((version) => ({
    kinds: named.split("+").map(kindCalled),
    version,
    seed,
  }));
}

function askedVersions(): readonly string[] {
  return values.version === undefined ? [...versions.keys()] : [values.version];
}

function pairsOf(seed: number): readonly Case[] {
  const random = randomBy(seed, "pairs");
  return Array.from({ length: Number(values.pairs) }, (_, index): Case => {
    return {
      kinds: [random.of(kinds), random.of(kinds)],
      version: random.of(askedVersions()),
      seed: seed * 10_000 + index,
    };
  });
}

async function main(): Promise<void> {
  if (values.help) return console.log(USAGE);
  const seed = Number(values.seed);
  const all: Judged[] = [];
  if (values.kind === undefined) {
    for (const among of values.once
      ? [askedVersions()]
      : askedVersions().map((version) => [version])) {
      const { judged, nowhere } = await everyKindOnce(seed, {
        among,
        progress: (text) => process.stderr.write(`${among.join()}: ${text}\n`),
      });
      judged.forEach(tell);
      all.push(
        ...judged,
        ...nowhere.map(
          (kind): Judged => ({
            kinds: [kind],
            version: "",
            seed,
            verdict: "no place",
            edits: [],
            why: [],
          }),
        ),
      );
    }
    if (!values.once) all.push(...(await oneByOne(pairsOf(seed))));
  } else all.push(...(await oneByOne(casesOf(values.kind, seed))));
  report(all);
  if (values.kind !== undefined && values.version !== undefined)
    for (const one of casesOf(values.kind, seed)) await keep(one);
}

async function oneByOne(cases: readonly Case[]): Promise<readonly Judged[]> {
  const evolution = new Evolution();
  let told = 0;
  try {
    for (const [index, one] of cases.entries()) {
      await evolution.add(one);
      if ((index + 1) % AT_ONCE !== 0 && index + 1 !== cases.length) continue;
      await evolution.compile();
      for (const judged of evolution.judged().slice(told)) tell(judged);
      told = index + 1;
      process.stderr.write(`${told} of ${cases.length} cases\n`);
    }
    return evolution.judged();
  } finally {
    evolution.remove();
  }
}

function report(all: readonly Judged[]): void {
  const rows = new Map<string, Judged[]>();
  for (const one of all) {
    const name = one.kinds.length > 1 ? "(several together)" : (one.kinds[0]?.name ?? "");
    rows.set(name, [...(rows.get(name) ?? []), one]);
  }
  console.log(line("kind", ["right", "refused", "needless", "wrong", "no place"]));
  for (const [name, some] of rows) console.log(line(name, sums(some)));
  console.log(line("all", sums(all)));
  const refusals = all.filter(({ verdict }) => verdict === "refused");
  if (refusals.length > 0) console.log("\nrefused, with the reason");
  for (const [name, why] of reasonsOf(refusals)) console.log(`${name.padEnd(36)} ${why}`);
  const counted = all.filter(({ verdict }) => verdict !== "no place").length;
  const share = (count: number): string => `${((100 * count) / Math.max(1, counted)).toFixed(1)} %`;
  const [right = 0, refused = 0, needless = 0, wrong = 0] = sums(all);
  console.log(line("\nof all", [right, refused, needless, wrong].map(share)));
  const isMet = wrong === 0 && needless === 0;
  console.log(`wrong 0, needless 0: ${isMet ? "so it is" : "not so"}`);
}

/** The first reason of each refusal, without duplicates, by kind. */
function reasonsOf(refusals: readonly Judged[]): ReadonlyMap<string, string> {
  return new Map(
    refusals.map(({ kinds: some, why: [first = ""] }) => [
      some.map(({ name }) => name).join("+"),
      first.slice(0, 160),
    ]),
  );
}

/** Prints an error as soon as it is known. */
function tell(one: Judged): void {
  if (one.verdict !== "wrong" && one.verdict !== "needless") return;
  console.log(`${one.verdict}  ${nameOf(one)}`);
  for (const { place } of one.edits) console.log(`  at ${place}`);
  for (const why of one.why.slice(0, 6)) console.log(`  ${why}`);
  console.log("");
}

function sums(some: readonly Judged[]): readonly number[] {
  return (["right", "refused", "needless", "wrong", "no place"] as const).map(
    (verdict) => some.filter((one) => one.verdict === verdict).length,
  );
}

function line(name: string, cells: readonly (string | number)[]): string {
  return [
    name.padEnd(36),
    ...cells.map((cell) => String(cell === 0 ? "." : cell).padStart(12)),
  ].join("");
}

/** Stores the edited description and its output for inspection. */
async function keep(one: Case): Promise<void> {
  const made = edited(one);
  if (made === null) return console.log("the description has no place for it");
  const folder = mkdtempSync(join(tmpdir(), "evolved-"));
  writeFileSync(join(folder, "description.json"), JSON.stringify(made.document, null, 2));
  const result = await generated(made.text, made.offers);
  if (result.is === "made") {
    const files = [
      ...result.output,
      ...consumersOf(
        stageOf(result, made.document, made.offers ?? offersOf()).subjects,
        result.output,
      ),
    ];
    for (const [path, text] of files) {
      mkdirSync(dirname(join(folder, "out", path)), { recursive: true });
      writeFileSync(join(folder, "out", path), text);
    }
    symlinkSync(
      join(fileURLToPath(packageRoot), "node_modules"),
      join(folder, "node_modules"),
      "junction",
    );
    writeFileSync(join(folder, "package.json"), JSON.stringify({ type: "module" }));
    writeFileSync(
      join(folder, "tsconfig.json"),
      JSON.stringify({ compilerOptions: STRICT, include: ["out"] }),
    );
  }
  console.log(`\nkept in ${folder}`);
}

await main();
