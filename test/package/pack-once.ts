import type { TestProject } from "vitest/node";
import { pack, unpack } from "./packed.js";

/** Before the first test of this folder and only then: packs once for all of its files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const packed = await pack();
  project.provide("packed", packed);
  return () => unpack(packed);
}
