// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * Facts about requests and rows, as data: the cross-field rules, the columns with labels and descriptions, the allowed values of each
 * enum field, and each request as JSON Schema and Standard Schema.
 * @packageDocumentation
 */

export * from "./rules.js";
export * from "./columns.js";
export * from "./values.js";
export * from "./json-schema.js";
