import { readdirSync } from "node:fs";

/** The changelog entries that wait for a version. */
export function pendingChanges(): readonly string[] {
  return readdirSync(".changeset").filter((name) => name.endsWith(".md") && name !== "README.md");
}
