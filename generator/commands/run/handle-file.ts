import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Handle } from "../client.js";
import { inputName, readInput } from "../input.js";
import { Usage } from "../usage.js";

/** Writes the handle to a file of its own in the folder, or here, which only its owner may read, and says how to go on; where it cannot, it is shown. */
export async function keepHandle(handle: Handle, folder: string | undefined): Promise<string> {
  const json = JSON.stringify(handle);
  const name = `report-${handle.adAccountId}-${handle.createdAt.replace(/[-:.]/g, "")}.handle.json`;
  const file = folder === undefined ? name : join(folder, name);
  try {
    await writeFile(file, `${json}\n`, { mode: 0o600 });
    return `resume it within the hour with  pinterest-reports run --resume ${file}\n`;
  } catch (error) {
    const why = (error as Error).message;
    return `its handle cannot be kept (${why}); give it to  pinterest-reports run --resume -\n${json}\n`;
  }
}

/** A handle that was kept, not yet checked. */
export async function readHandle(from: string): Promise<Handle> {
  const text = await readInput(from, "the handle");
  try {
    return JSON.parse(text);
  } catch {
    throw new Usage(`${inputName(from)} is not a report handle`, "Give the file that a stopped run has named.");
  }
}
