// Prints how every sentence in the requests of all operations is read, once each, with its places:
// its rules, that it is unread, or why it is ignored. Run `npx tsx test/bench/every-sentence.ts
// [<version>] [<part of a line>] [--write]`; needs PINTEREST_SPECS. The sentences are Pinterest's,
// so they are only printed. --write stores their fates by fingerprint in test/fixtures/fates.txt.
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { descriptionText, followed } from "../support/descriptions.js";
import { fatesIn, writtenFates } from "../support/every-sentence.js";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "boolean" } },
});
const [version = followed, part = ""] = positionals;
const fates = fatesIn(descriptionText(version));
for (const { fate, fingerprint, places, rules, text } of fates) {
  const [first = ""] = places;
  const line = `${fate.padEnd(14)} ${fingerprint} ${places.size} x ${first}: ${text}`;
  if (!line.includes(part)) continue;
  console.log(line);
  for (const rule of rules) console.log(`               ${rule}`);
}
const amounts = [...new Set(fates.map(({ fate }) => fate))].map(
  (fate) => `${fate} ${fates.filter((one) => one.fate === fate).length}`,
);
console.log(amounts.join(", "));
if (values.write)
  writeFileSync(new URL("../fixtures/fates.txt", import.meta.url), writtenFates(version, fates));
