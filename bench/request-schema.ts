// The request body of a report as one JSON Schema. The peers' schemas are derived from it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { ROOT } from "../test/package/packed.js";

/** The parts of JSON Schema that request schemas use. */
export interface Schema {
  readonly type?: "array" | "boolean" | "integer" | "number" | "object" | "string";
  readonly enum?: readonly (number | string)[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean;
  readonly pattern?: string;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

type Node = Readonly<Record<string, unknown>>;

/**
 * Returns the schema of the request body. References and single `allOf` schemas are inlined, and
 * defaults are removed. Objects accept no other properties, as in `validateReport`.
 */
export function requestSchema(): Schema {
  const contract: Node = parse(readFileSync(join(ROOT, "spec/contract.yaml"), "utf8"));
  const resolve = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(resolve);
    if (typeof value !== "object" || value === null) return value;
    const {
      $ref,
      allOf,
      default: _,
      ...rest
    } = value as Node & { readonly $ref?: string; readonly allOf?: readonly unknown[] };
    if ($ref !== undefined)
      return resolve(
        $ref
          .slice(2)
          .split("/")
          .reduce<unknown>((node, key) => (node as Node)[key], contract),
      );
    if (allOf !== undefined) return resolve(allOf[0]);
    const members = Object.entries(rest).map(([key, member]) => [key, resolve(member)] as const);
    return Object.fromEntries(
      rest.type === "object" ? [...members, ["additionalProperties", false]] : members,
    );
  };
  return resolve({ $ref: "#/components/schemas/AdsAnalyticsCreateAsyncRequest" }) as Schema;
}
