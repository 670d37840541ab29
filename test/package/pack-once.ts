import type { TestProject } from "vitest/node";
import { pack, unpack } from "./packed.js";

/** Packs once for all tests in this folder, before the first one. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const packed = await pack();
  project.provide("packed", packed);
  return () => unpack(packed);
}
