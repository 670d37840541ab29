import { relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, expect, inject, vi } from "vitest";
import { endOf, type Part } from "./time-shares.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const part = relative(ROOT, expect.getState().testPath ?? "").replaceAll("\\", "/") as Part;
const began = Date.now();

/** The remaining milliseconds of this part. */
export function leftMs(): number {
  return inject("begun") + endOf(part) - Date.now();
}

/**
 * Fails an incomplete test when the part's time is over, because fewer cases than promised prove
 * nothing.
 */
export function goOn(done: string): void {
  if (leftMs() < 0) throw new Error(`${part} ran out of its share of the time. ${done}`);
}

// A single test ends with the part's time.
vi.setConfig({ testTimeout: Math.max(1, leftMs()), hookTimeout: Math.max(1, leftMs()) });
beforeEach(() => goOn("This test did not run, nor did those after it."));
afterAll(() =>
  console.log(
    `${part} took ${Math.round((Date.now() - began) / 1_000)} s, ${Math.round(leftMs() / 1_000)} s were left`,
  ),
);
