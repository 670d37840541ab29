import { createRequire } from "node:module";
import { join } from "node:path";
import { inject } from "vitest";

/** Whether the judges are installed. */
export const areHere: boolean = inject("judges") !== null;

/**
 * Loads a module of theirs. Their types are not installed where this is compiled: the caller says
 * what it needs.
 */
export function judge<Module>(name: string): Module {
  return createRequire(join(inject("judges") ?? "", "package.json"))(name) as Module;
}
