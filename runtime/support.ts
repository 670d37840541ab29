/**
 * Imported only by code that `generate` writes in other repositories. Bundlers leave out the client
 * if the bundled code only uses a validator. Renaming an export requires a major release.
 * @packageDocumentation
 */

export * from "./support-client.js";
export * from "./support-data.js";
