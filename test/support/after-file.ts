import { afterAll } from "vitest";
import { removeTemporaryFolders } from "./temporary-folder.js";

// Runs for each test file, unlike modules that it imports.
afterAll(removeTemporaryFolders);
