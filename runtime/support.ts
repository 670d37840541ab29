/**
 * Imported only by code that `generate` writes in other repositories. If only a validator is
 * bundled, bundlers leave out the client. Renaming an export requires a major release.
 * @packageDocumentation
 */

export * from "./support-client.js";
export * from "./support-data.js";
