import { describe } from "vitest";
import { descriptions } from "../../support/descriptions.js";
import { holdsOf, there } from "./all-operations.js";

describe.skipIf(descriptions === null)(
  "operations: all, of earlier versions (skipped without PINTEREST_SPECS)",
  () => {
    holdsOf(there.slice(0, 8));
  },
);
