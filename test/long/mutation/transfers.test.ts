import { describe, it } from "vitest";
import { files } from "../../system/faults/files.js";
import { resumed } from "../../system/faults/resumed.js";
import { saving } from "../../system/faults/saving.js";
import { transfer } from "../../system/faults/transfer.js";

// The faults that concern files, except those that need separate processes: next to instrumented
// sources, there is no built package for them.
describe("fault", () => {
  it.each([files, resumed, transfer, saving].flat())("$name", ({ run }) => run());
});
