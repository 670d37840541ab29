import { EXIT } from "../../terminal/exit-codes.js";
import type { Io } from "../../terminal/io.js";
import { nothingNew } from "../generate/printed.js";
import { preparePull } from "./prepare.js";
import type { ReviewOptions } from "./review.js";

/** Options for `pull`. With `summary`, `pull` writes only if `generate` will succeed. */
export interface PullOptions extends Omit<ReviewOptions, "summary"> {
  readonly summary?: string;
  /** Also print each operation's sentence counts. */
  readonly verbose?: boolean;
}

/**
 * Writes contract.yaml and source.yaml for a description, and prints what was read to stderr.
 * Resolves to 0, even if nothing is new; with `summary`, to the exit code of `pullForReview`. After
 * a rejection with `Problems`, neither file has changed, but an interrupted earlier run may have
 * been completed or undone.
 */
export async function pull({ verbose = false, ...options }: PullOptions, io: Io): Promise<number> {
  if (options.summary !== undefined)
    return (await import("./review.js")).pullForReview(
      { ...options, summary: options.summary },
      io,
    );
  const prepared = await preparePull(options, io);
  if (!("pulled" in prepared)) return nothingNew(prepared, "contract", io);
  io.stderr.write(prepared.summary(await prepared.write(), verbose));
  return EXIT.done;
}
