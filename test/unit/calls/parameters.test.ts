import ts from "typescript";
import { describe, expect, it } from "vitest";
import { build } from "../../../generator/pipeline.js";
import { contractFrom, descriptionText, versions } from "../../support/descriptions.js";
import { minimal, reportValidator } from "../../support/minimal-body.js";
import { type Cells, parameterTable, type Row } from "./parameter-table.js";

// The reference page of 5.12.0 lists 23 parameters of a report. Separate code reads each row from
// the description, and the tests compare it with the generated type and validator.
const VERSION = "5.12.0";

describe.skipIf(!versions.includes(VERSION))(`a report at ${VERSION}`, async () => {
  const text = versions.includes(VERSION) ? descriptionText(VERSION) : "";
  const table = text === "" ? [] : parameterTable(text, "/ad_accounts/{ad_account_id}/reports");
  const output =
    text === "" ? new Map<string, string>() : (await build(contractFrom(text), "elsewhere")).output;
  const types = typesIn(
    withLists(
      output.get("report/schema.ts") ?? "",
      `${output.get("lists.ts")}${output.get("report/column-kinds.ts")}`,
    ),
  );
  const validate = reportValidator(output);
  const errors = (field: string, value: unknown) =>
    validate({ ...bodyFor(field), [field]: value }).filter((one) => one.startsWith("error"));

  it("has 23 parameters", () => {
    expect(table).toHaveLength(23);
    expect(Object.keys(types.ReportRequest?.fields ?? {}).sort()).toEqual(
      table.map(({ name }) => name).sort(),
    );
  });

  it.each(table.map((row) => [row.name, row] as const))(
    "gives %s the right type, and marks it as required or optional",
    (name, row) => {
      const field = types.ReportRequest?.fields[name];
      expect(field).toEqual({
        type: expect.anything(),
        optional: !row.required,
        default: row.default === undefined ? null : JSON.stringify(row.default),
      });
      expect(expanded(field?.type ?? "", types)).toBe(typeOf(row));
    },
  );

  it.each(table.map((row) => [row.name, row] as const))(
    "makes the validator check %s as the table says",
    (name, row) => {
      const { [name]: _, ...without } = bodyFor(name) as Record<string, unknown>;
      expect(validate(without).includes(`error /${name} required`)).toBe(row.required);
      for (const good of goods(row))
        expect(errors(name, good), JSON.stringify(good)?.slice(0, 80)).toEqual([]);
      for (const [bad, path, rule] of bads(row, `/${name}`))
        expect(errors(name, bad), JSON.stringify(bad)?.slice(0, 80)).toContain(
          `error ${path} ${rule}`,
        );
    },
  );
});

/** A valid body for testing one field without breaking other rules. */
function bodyFor(field: string): object {
  const recent = { ...minimal, start_date: "2024-06-14", end_date: "2024-06-15" };
  return field === "targeting_types" ? { ...recent, level: "CAMPAIGN_TARGETING" } : recent;
}

/** Values that the row allows, including those at its limits. */
function goods(cells: Cells): readonly unknown[] {
  if (cells.enum !== undefined) return cells.enum;
  if (cells.rows !== undefined) return [objectOf(cells.rows)];
  if (cells.items !== undefined) {
    const each = goods(cells.items);
    const list = (length: number) => Array.from({ length }, (_, at) => each[at % each.length]);
    return [
      ...each.map((one) => [one]),
      ...[cells.minItems, cells.maxItems].flatMap((length) =>
        length === undefined ? [] : [list(length)],
      ),
    ];
  }
  if (cells.pattern === "^\\d+$") return ["1", "626735565838"];
  if (cells.pattern !== undefined) return ["2024-06-14", "2024-06-15"];
  return cells.type === "number" ? [1, 0.5, -1] : [];
}

/** Values that the row does not allow, each with its place and the violated limit. */
function bads(
  cells: Cells,
  at: string,
): readonly (readonly [value: unknown, path: string, rule: string])[] {
  const wrong =
    cells.enum !== undefined
      ? []
      : [[cells.type === "string" ? 1 : "1", at, "type"] as const, [null, at, "type"] as const];
  const [good] = goods(cells);
  if (cells.enum !== undefined)
    return [
      ...[`${good}_`, null, [good], typeof good === "number" ? `${good}` : 0.5].map(
        (value) => [value, at, "enum"] as const,
      ),
    ];
  if (cells.rows !== undefined)
    return [...wrong, ...cells.rows.flatMap((row) => badsOf(row, cells.rows ?? [], at))];
  if (cells.items !== undefined) {
    const limits = [
      ...(cells.minItems === undefined ? [] : [[[], at, "min-items"] as const]),
      ...(cells.maxItems === undefined
        ? []
        : [
            [
              Array.from({ length: cells.maxItems + 1 }, () => (good as readonly unknown[])[0]),
              at,
              "max-items",
            ] as const,
          ]),
    ];
    return [
      ...wrong,
      ...limits,
      ...bads(cells.items, `${at}/0`).map(([value, path, rule]) => [[value], path, rule] as const),
    ];
  }
  return cells.pattern === undefined
    ? wrong
    : [...wrong, ["x", at, "pattern"], ["", at, "pattern"]];
}

function badsOf(
  row: Row,
  rows: readonly Row[],
  at: string,
): readonly (readonly [unknown, string, string])[] {
  const { [row.name]: _, ...without } = objectOf(rows);
  const lacking = row.required ? [[without, `${at}/${row.name}`, "required"] as const] : [];
  return [
    ...lacking,
    ...bads(row, `${at}/${row.name}`).map(
      ([value, path, rule]) => [{ ...objectOf(rows), [row.name]: value }, path, rule] as const,
    ),
  ];
}

function objectOf(rows: readonly Row[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(rows.map((row) => [row.name, goods(row)[0]]));
}

/** A row's TypeScript type, with all names written out. */
function typeOf({ type, enum: values, items, rows }: Cells): string {
  if (values !== undefined)
    return [...values]
      .map((value) => JSON.stringify(value))
      .sort()
      .join(" | ");
  if (rows !== undefined)
    return `{ ${rows.map((row) => `${row.name}${row.required ? "" : "?"}: ${typeOf(row)}`).join("; ")} }`;
  if (items !== undefined) return `readonly (${typeOf(items)})[]`;
  return type === "integer" ? "number" : type;
}

interface Named {
  /** The members of a union. */
  readonly members: readonly string[];
  readonly fields: Readonly<
    Record<
      string,
      { readonly type: string; readonly optional: boolean; readonly default: string | null }
    >
  >;
}

function typesIn(text: string): Readonly<Record<string, Named>> {
  const { statements } = ts.createSourceFile("schema.ts", text, ts.ScriptTarget.Latest, true);
  return Object.fromEntries(
    statements.flatMap((line): [string, Named][] => {
      if (ts.isTypeAliasDeclaration(line)) {
        const members = ts.isUnionTypeNode(line.type) ? line.type.types : [line.type];
        return [
          [line.name.text, { fields: {}, members: members.map((member) => member.getText()) }],
        ];
      }
      return ts.isInterfaceDeclaration(line)
        ? [[line.name.text, { members: [], fields: Object.fromEntries(line.members.map(fieldOf)) }]]
        : [];
    }),
  );
}

function fieldOf(member: ts.TypeElement): [string, Named["fields"][string]] {
  const doc = ts
    .getJSDocCommentsAndTags(member)
    .map((one) => one.getText())
    .join(" ");
  const type = ts.isPropertySignature(member) ? (member.type?.getText() ?? "") : "";
  return [
    member.name?.getText() ?? "",
    {
      type,
      optional: member.questionToken !== undefined,
      default: /Default: `(.*?)`/.exec(doc)?.[1] ?? null,
    },
  ];
}

/** A type with its names written out. */
/** The text of types in which the values of lists replace the lists' names. */
function withLists(types: string, lists: string): string {
  return types.replace(/(?:ItemOf|ColumnOf)<typeof (\w+)>/g, (_, name: string) => {
    const [, text = ""] =
      new RegExp(`^export const ${name}(?:: \\{| = \\[)\n(.*?)^(?:\\} = |\\] as const)`, "ms").exec(
        lists,
      ) ?? [];
    return [...text.matchAll(/^ {2}(?:"([^"]*)",|readonly (\w+): )/gm)]
      .map(([, item, key]) => JSON.stringify(item ?? key))
      .join(" | ");
  });
}

function expanded(type: string, types: Readonly<Record<string, Named>>): string {
  const list = /^readonly (\w+)\[\]$/.exec(type);
  if (list !== null) return `readonly (${expanded(list[1] ?? "", types)})[]`;
  const named = types[type];
  if (named === undefined) return type;
  if (named.members.length > 0) return [...named.members].sort().join(" | ");
  return `{ ${Object.entries(named.fields)
    .map(([name, field]) => `${name}${field.optional ? "?" : ""}: ${expanded(field.type, types)}`)
    .join("; ")} }`;
}
