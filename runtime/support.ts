/**
 * Imported by code that `generate` writes in other repositories, and by no other code. A bundle of
 * a validator takes none of the client. Renaming an export requires a major release.
 * @packageDocumentation
 */

export * from "./support-client.js";
export * from "./support-data.js";
