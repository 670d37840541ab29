import type { Annotations } from "../../generator/parse/contract.js";

/** Empty annotations, for a contract that only needs its flows file. */
export const noAnnotations: Omit<Annotations, "flows"> = {
  skipped: new Map(),
  rules: [],
  docs: new Map(),
  columns: new Map(),
  rows: new Map(),
};
