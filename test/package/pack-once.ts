import type { TestProject } from "vitest/node";
import { pack, unpack } from "./packed.js";

/** Packs once for all files of this folder, before the first test. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const packed = await pack();
  project.provide("packed", packed);
  return () => unpack(packed);
}
