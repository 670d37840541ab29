// Adds sentences to Pinterest's description one at a time, each at its place, and prints how they
// are read. Run `npx tsx test/bench/sentences.ts <file.json> [<version>]`; needs PINTEREST_SPECS.
// The file is a list of `PlacedSentence`.
import { readFileSync } from "node:fs";
import type { JsonObject } from "../../generator/parse/json.js";
import { parseYaml } from "../../generator/parse/yaml.js";
import { descriptionText, followed } from "../support/descriptions.js";
import {
  type Outcome,
  PlacedReader,
  type PlacedSentence,
  totalsOf,
} from "../support/placed-sentences.js";

const [file, version = followed] = process.argv.slice(2);
if (file === undefined) throw new Error("pass the path of a file of sentences");
const reader = new PlacedReader(parseYaml(descriptionText(version), version).value as JsonObject);
const outcomes = (JSON.parse(readFileSync(file, "utf8")) as readonly PlacedSentence[]).map(
  (sentence) => reader.outcomeOf(sentence),
);
for (const { sentence, fate, rules } of outcomes) {
  const name = `${sentence.id} ${sentence.binding ? "binding" : "harmless"} ${sentence.place} ${sentence.kind}`;
  console.log(`${fate.padEnd(9)} ${name}: ${sentence.sentence.trim()}`);
  for (const rule of rules) console.log(`          ${rule}`);
}
const print = (name: string, some: readonly Outcome[]): void =>
  console.log(`${name.padEnd(16)} ${totalsOf(some)}`);
for (const binding of [true, false]) {
  const name = binding ? "binding" : "harmless";
  const all = outcomes.filter(({ sentence }) => sentence.binding === binding);
  for (const place of ["flat", "nested"])
    print(
      `${name} ${place}`,
      all.filter(({ sentence }) => sentence.place === place),
    );
  print(name, all);
}
const given = outcomes.filter(({ isProposed }) => isProposed);
const wrong = given.filter(({ fate }) => fate === "wrong");
console.log(`proposals        ${given.length}, of which wrong ${wrong.length}`);
