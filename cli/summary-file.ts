import { existsSync, renameSync, rmSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { keep } from "../generator/write/commit.js";
import { Made } from "../generator/write/write.js";
import { type Destination, destinationOf } from "./destination.js";
import { forget, temporary } from "./leftovers.js";
import { checkApart, type NamedPlace } from "./places.js";
import { write } from "./write.js";

const FLAG = "--summary";

/** Throws Usage for a file that cannot be written, or that the same run reads or writes otherwise. */
export async function checkSummary(summary: string | undefined, places: readonly NamedPlace[]): Promise<void> {
  if (summary === undefined || summary === "-") return;
  // Apart from each, not all from all: a repository may well keep its own files within its output folder.
  for (const place of places) await checkApart([place, { name: FLAG, path: summary }]);
  if (existsSync(dirname(resolve(summary)))) await destinationOf(summary, FLAG);
}

/**
 * Writes the summary, then does the work. Where one cannot be written the other is not. A process that ends in between has lost nothing:
 * the next one finds the same news. What stood in the summary's file comes back when the work fails.
 */
export async function withSummary<Done>(summary: string | undefined, text: string, work: () => Promise<Done>): Promise<Done> {
  if (summary === undefined) return work();
  const made = new Made();
  let old: Old | undefined;
  try {
    if (summary !== "-") made.folder(dirname(resolve(summary)));
    const destination = await destinationOf(summary, FLAG);
    old = keepOld(destination);
    await write([text], destination, new AbortController().signal);
    return await work();
  } catch (error) {
    old?.bringBack();
    made.takeBack();
    throw error;
  } finally {
    old?.drop();
  }
}

/** What stood where the summary goes. */
interface Old {
  bringBack(): void;
  drop(): void;
}

/** A pipe or a device keeps what was written into it. */
function keepOld(destination: Destination): Old | undefined {
  if (destination.kind !== "file") return undefined;
  const { real, old } = destination;
  if (old === null) return { bringBack: () => rmSync(real, { force: true }), drop: () => {} };
  const kept = `${real}.${crypto.randomUUID()}.old`;
  temporary(kept);
  keep(real, kept);
  return {
    bringBack: () => renameSync(kept, real),
    drop: () => {
      rmSync(kept, { force: true });
      forget(kept);
    },
  };
}
