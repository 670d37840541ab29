import { writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inputName, readInput } from "../input.js";
import type { Handle } from "../session.js";
import { Usage } from "../usage.js";

/** How a report is taken up again. */
export interface TakingUp {
  /** Where the handle is kept: beside the output, or here. */
  readonly folder: string | undefined;
  /** The file that has it already. */
  readonly kept?: string | undefined;
  /** The whole command for a handle in this file, for a shell. */
  readonly command: (file: string) => string;
}

/**
 * Writes the handle to a file of its own, which only its owner may read, and says how to go on; where it cannot, it is shown. All at once: the
 * process may be about to end.
 */
export function keepHandle(handle: Handle, { folder, kept, command }: TakingUp): string {
  if (kept !== undefined) return resumeWords(command(kept));
  const json = JSON.stringify(handle);
  const name = `report-${handle.adAccountId}-${handle.createdAt.replace(/[-:.]/g, "")}`;
  let why = "";
  const names = [`${name}.handle.json`, `${name}-${crypto.randomUUID()}.handle.json`];
  for (const file of [folder ?? "", tmpdir()].flatMap((one) => names.map((each) => join(one, each)))) {
    try {
      // Never into what stands there, or through a link.
      writeFileSync(file, `${json}\n`, { mode: 0o600, flag: "wx" });
      return resumeWords(command(file));
    } catch (error) {
      why ||= (error as Error).message;
    }
  }
  return `its handle cannot be kept (${why}); give it within the hour to  ${command("-")}\n${json}\n`;
}

function resumeWords(command: string): string {
  return `resume it within the hour with  ${command}\n`;
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
