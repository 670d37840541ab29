// Declares the peers without types, so that bench/ can be type-checked without installing them.
declare module "@streamparser/json";
declare module "ajv";
declare module "ajv/dist/standalone/index.js";
declare module "csv-parse";
declare module "papaparse";
declare module "stream-json";
declare module "stream-json/filters/pick.js";
declare module "stream-json/streamers/stream-values.js";
declare module "typebox";
declare module "typebox/compile";
declare module "typebox/system";
declare module "udsv";
declare module "valibot";
declare module "zod";
