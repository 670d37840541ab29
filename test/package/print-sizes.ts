// Prints the sizes of the packed package: npm run size [-- <entry>[#<name>]]. With an entry point,
// prints the modules in a bundle of the sources, by size.

import { consumer, pack, unpack } from "./packed.js";
import { bundleOf, complaint, number, sizes, table } from "./sizes.js";

const [name] = process.argv.slice(2);
const packed = await pack();
try {
  if (name === undefined) {
    const all = await sizes(packed);
    const complaints = all.map(complaint).filter((text) => text !== null);
    console.log([table(all), ...complaints].join("\n"));
    if (complaints.length > 0) process.exitCode = 1;
  } else {
    const { files } = await bundleOf(await consumer(packed, "sizes"), name, { sources: true });
    const largest = [...files].sort(([, one], [, other]) => other - one);
    for (const [path, bytes] of largest) console.log(`${number(bytes).padStart(9)}  ${path}`);
  }
} finally {
  await unpack(packed);
}
