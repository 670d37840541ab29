import { pascal } from "../../../generator/lower/names.js";
import type { Value } from "./draft.js";
import type { Input } from "./judge.js";

/**
 * A program beside each request that uses it with the smallest input: as a variable of the
 * request's type, and as a literal where literals are held against the rules. Each stands by
 * itself, so that those of requests that an edit did not touch are compiled once.
 */
export function consumersOf(
  inputs: readonly Input[],
  output: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(inputs.map((input) => [`${input.folder}/consumer.ts`, consumerOf(input, output)]));
}

/**
 * An optional field called as what every object has: of such a type TypeScript takes no literal
 * that leaves the field out.
 */
const INHERITED = new RegExp(
  `^ +(readonly )?(${Object.getOwnPropertyNames(Object.prototype).join("|")})\\?:`,
  "m",
);

function consumerOf(
  { name, type, folder, isFlow, value }: Input,
  output: ReadonlyMap<string, string>,
): string {
  const typed = pascal(name);
  if (INHERITED.test(output.get(`${folder}/types.ts`) ?? "")) return lines("export {};");
  const variable = `export const input: ${type} = ${code(value)};`;
  const request = `import type { ${type} } from "./types.js";`;
  if (isFlow) {
    return lines(
      `import type { Checked${typed} } from "./check.js";`,
      `import type { ${typed}Row } from "./row.js";`,
      request,
      variable,
      `declare function run<const Request extends ${type}>(body: Checked${typed}<Request>): readonly ${typed}Row<Request>[];`,
      `export function use(): readonly object[] {`,
      `  return [...run(${code(value)}), ...run(input)];`,
      "}",
    );
  }
  if (!output.has(`${folder}/client.ts`)) return lines(request, variable);
  return lines(
    `import type { ${typed}Client } from "./client.js";`,
    request,
    variable,
    `export async function use(call: ${typed}Client): Promise<readonly unknown[]> {`,
    `  return [await call(${code(value)}), await call(input)];`,
    "}",
  );
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

/** JSON as TypeScript: `__proto__` would set a prototype. */
function code(value: Value): string {
  if (Array.isArray(value)) return `[${value.map(code).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{ ${Object.entries(value)
    .map(
      ([name, one]) =>
        `${name === "__proto__" ? '["__proto__"]' : JSON.stringify(name)}: ${code(one)}`,
    )
    .join(", ")} }`;
}
