import { describe, it } from "vitest";
import { memoryState } from "../../../runtime/shared-state/memory.js";
import type { SharedState } from "../../../runtime/shared-state/state.js";
import { sharedStateChecks } from "../../support/shared-state-checks.js";

describe("a state in memory keeps the contract:", () => {
  const createStore = () => {
    const state = memoryState();
    // Another object, as the checks ask for; the memory of the process is the store.
    const again = (): SharedState => ({
      name: state.name,
      acquire: (key, options) => state.acquire(key, options),
      read: (key) => state.read(key),
      take: (uses, options) => state.take(uses, options),
      pause: (category, ms) => state.pause(category, ms),
      close: () => state.close(),
    });
    return { state: again };
  };
  for (const { name, run } of sharedStateChecks({ createStore })) it.concurrent(name, run);
});
