import type { Annotations } from "../../generator/parse/contract.js";

/** Annotations that say nothing, for a contract of which only the flows file matters. */
export const noAnnotations: Omit<Annotations, "flows"> = {
  skipped: new Map(),
  rules: [],
  docs: new Map(),
  columns: new Map(),
  rows: new Map(),
};
