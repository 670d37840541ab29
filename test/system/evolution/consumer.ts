import type { Value } from "./draft.js";
import { TODAY, validatorIn } from "./judge.js";
import { isFlow } from "./output.js";
import type { Subject } from "./subject.js";

/**
 * Programs that use each request with the smallest input: as a variable of the request's type, and
 * as a literal if types check literals. There is one program per request, so that programs for
 * unchanged requests are compiled only once.
 */
export function consumersOf(
  subjects: readonly Subject[],
  output: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  return new Map(
    subjects.map((subject) => [`${subject.folder}/consumer.ts`, consumerOf(subject, output)]),
  );
}

/** Optional fields named like an inherited property. TypeScript rejects literals that omit them. */
const INHERITED = new RegExp(
  `^ +(readonly )?(${Object.getOwnPropertyNames(Object.prototype).join("|")})\\?:`,
  "m",
);

function consumerOf(
  { type, folder, listed, least: value }: Subject,
  output: ReadonlyMap<string, string>,
): string {
  // For some requests, no valid input is known. Others are valid by the schema but violate a rule.
  if (
    value === undefined ||
    INHERITED.test(output.get(`${folder}/schema.ts`) ?? "") ||
    validatorIn(output, folder)(value, { today: TODAY }).some(
      ({ severity }) => severity === "error",
    )
  )
    return lines("export {};");
  const variable = `export const input: ${type} = ${code(value)};`;
  const request = `import type { ${type} } from "./schema.js";`;
  if (isFlow(listed)) {
    const [checked, row] = [
      exported(output, `${folder}/check.ts`, /^Checked/),
      exported(output, `${folder}/row.ts`, /Row$/),
    ];
    return lines(
      `import type { ${checked} } from "./check.js";`,
      `import type { ${row} } from "./row.js";`,
      request,
      variable,
      `declare function run<const Request extends ${type}>(body: ${checked}<Request>): readonly ${row}<Request>[];`,
      `export function use(): readonly object[] {`,
      `  return [...run(${code(value)}), ...run(input)];`,
      "}",
    );
  }
  const client = exported(output, `${folder}/call.ts`, /Client$/);
  return lines(
    `import type { ${client} } from "./call.js";`,
    request,
    variable,
    `export async function use(call: ${client}): Promise<readonly unknown[]> {`,
    `  return [await call(${code(value)}), await call(input)];`,
    "}",
  );
}

/** The type that a generated file exports under a name matching `called`. */
function exported(output: ReadonlyMap<string, string>, path: string, called: RegExp): string {
  const names = [...(output.get(path) ?? "").matchAll(/^export (?:type|interface) (\w+)/gm)];
  return names.map(([, name = ""]) => name).find((name) => called.test(name)) ?? "Missing";
}

function lines(...all: readonly string[]): string {
  return `${all.join("\n")}\n`;
}

/** JSON as TypeScript code, in which `__proto__` does not set a prototype. */
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
