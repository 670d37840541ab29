import { describe } from "vitest";
import { descriptions } from "../../support/descriptions.js";
import { holdsOf, there } from "./all-operations.js";

describe.skipIf(descriptions === null)(
  "operations: all, of later versions (skipped without PINTEREST_SPECS)",
  () => {
    holdsOf(there.slice(8, -3));
  },
);
