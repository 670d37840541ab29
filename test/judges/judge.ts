import { createRequire } from "node:module";
import { join } from "node:path";
import { inject } from "vitest";

/** Whether the judges are installed. */
export const areHere: boolean = inject("judges") !== null;

/**
 * Loads a module of a judge. Its types are not installed, so the caller declares the ones it needs.
 */
export function judge<Module>(name: string): Module {
  return createRequire(join(inject("judges") ?? "", "package.json"))(name) as Module;
}
