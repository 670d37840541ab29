/**
 * Imported only by code that `generate` writes in other repositories. The bundle of a validator
 * contains no part of the client. Renaming an export requires a major release.
 * @packageDocumentation
 */

export * from "./support-client.js";
export * from "./support-data.js";
