import { Document, isMap, isSeq, type Node, visit } from "yaml";
import type { JsonObject } from "../parse/json.js";
import type { Draft } from "./draft.js";

const header = {
  contract: "Written by `npm run pull` from Pinterest's API description: our operations, their facts and rules, none of its sentences.",
  source: "Written by `npm run pull`: the description that contract.yaml was made from.",
};

/** Prints a file of `spec/` as YAML, one value a line, so that a diff shows only what changed. */
export function printYaml(value: JsonObject, kind: keyof typeof header): string {
  return `# ${header[kind]}\n${printed(value)}`;
}

/** Prints a rule as the contract stores it. */
export function printRule({ params, ...rule }: Draft & { readonly id: string }): string {
  return printed({ ...rule, ...params } as unknown as JsonObject).trimEnd();
}

function printed(value: JsonObject): string {
  // Values such as NO and ON are quoted, for readers of older YAML.
  const document = new Document(value, { version: "1.2", compat: "yaml-1.1", aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value: node }) {
      const name = String(key);
      if ((name === "when" || name === "requires") && (isSeq(node) || isMap(node)) && isShort(node)) node.flow = true;
    },
  });
  return document.toString({ lineWidth: 0, flowCollectionPadding: false });
}

function isShort(node: Node): boolean {
  return JSON.stringify(node).length <= 100;
}
