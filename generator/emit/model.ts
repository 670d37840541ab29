import type { Model } from "../model/model.js";

/** Incremented when a member of model.json gets another name or meaning: files of another format are not compared. */
export const MODEL_FORMAT = 2;

/**
 * `model.json`: the whole model without its source and without the description's words, so that neither a new version alone nor a reworded
 * sentence changes the file.
 */
export function modelText({ flows, operations, columns, allOperations }: Model): string {
  const header = "Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.";
  return `${JSON.stringify({ "//": header, format: MODEL_FORMAT, flows, operations, columns, allOperations }, withoutWords, 1)}\n`;
}

function withoutWords(key: string, value: unknown): unknown {
  return key === "description" ? undefined : value;
}
