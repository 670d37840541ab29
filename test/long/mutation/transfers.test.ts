import { describe, it } from "vitest";
import { files } from "../../system/faults/files.js";
import { resumed } from "../../system/faults/resumed.js";
import { saving } from "../../system/faults/saving.js";
import { transfer } from "../../system/faults/transfer.js";

// The faults of files, without those that need separate processes, for which there is no built
// package beside instrumented sources.
describe("fault", () => {
  it.each([files, resumed, transfer, saving].flat())("$name", ({ run }) => run());
});
