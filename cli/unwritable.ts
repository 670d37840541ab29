import { Problems } from "../generator/problem.js";

/** What the disk refused, as a problem; any other error as it is. */
export function unwritable(error: unknown, where: string, fix: string): unknown {
  if (!(error instanceof Error) || (error as NodeJS.ErrnoException).syscall === undefined) return error;
  return new Problems([{ what: `${where} cannot be written`, where, why: error.message, fix }]);
}
