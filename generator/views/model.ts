import type { Model } from "../model/model.js";

/** `model.json`: all that the generator understood but the source, so that a new version alone changes nothing here. */
export function modelText({ flows, operations, columns, everything }: Model): string {
  const header = "Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.";
  return `${JSON.stringify({ "//": header, flows, operations, columns, everything }, null, 1)}\n`;
}
