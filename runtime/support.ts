/**
 * What code that `generate` writes in other repositories imports; for no other code. A bundle of a
 * validator takes none of the client. Renaming an export requires a major release.
 * @packageDocumentation
 */

export * from "./support-client.js";
export * from "./support-data.js";
