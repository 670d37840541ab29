import { createRequire } from "node:module";
import type { GlobalContext, OpenAPI3 } from "openapi-typescript";
import type ts from "typescript";
import { escapeUnseen } from "../code.js";
import { wordsAsLines } from "../comment.js";
import { isNode, type Node } from "../lower/context.js";
import { isExtended, mappingOf } from "../lower/flatten.js";
import { jsonSchema } from "../lower/operation.js";
import { withWords, wordsOf } from "../parse/json.js";
import { type Problem, Problems } from "../problem.js";

/** The prefix of references to schemas of the description. */
const SCHEMAS = "#/components/schemas/";

/**
 * Changes the parts of an `allOf` so that no property contradicts itself. This is needed because
 * openapi-typescript intersects the parts. The result has one part for each given part.
 *
 * The changes are:
 * * A property described only by `additionalProperties` is removed if another part lists the
 *   property's own properties.
 * * A property described only as an array of objects gets the array of another part that describes
 *   the items, unless the items can be null.
 *
 * In a changed part, the schema replaces the `$ref`. Parts with a discriminator stay unchanged.
 * `schemas` contains the targets of references, by name.
 */
function mergedParts(parts: readonly unknown[], schemas: Node): readonly unknown[] {
  return parts.map((part) => {
    const schema = followed(part, schemas);
    const fields = Object.entries(isNode(schema.properties) ? schema.properties : {});
    const otherParts = parts.filter((candidate) => candidate !== part);
    const remaining = fields.flatMap(([name, field]): readonly (readonly [string, unknown])[] => {
      const inOtherParts = otherParts.map((otherPart) => fieldOf(otherPart, name, schemas));
      if (isOpen(field) && inOtherParts.some((definition) => lists(definition, schemas))) return [];
      // Any other field is kept, because this part may require it.
      return [
        [
          name,
          isOpenList(field)
            ? (inOtherParts.find(
                (definition) =>
                  isList(definition) &&
                  !isOpenList(definition) &&
                  !takesNull(definition.items, schemas),
              ) ?? field)
            : field,
        ],
      ];
    });
    const isSame =
      remaining.length === fields.length &&
      remaining.every(([, field], index) => field === fields[index]?.[1]);
    return isSame || schema.discriminator !== undefined
      ? part
      : { ...schema, properties: Object.fromEntries(remaining) };
  });
}

/** Whether an object is described by `additionalProperties` only. */
function isOpen(field: unknown): boolean {
  return (
    isNode(field) &&
    isNode(field.additionalProperties) &&
    field.properties === undefined &&
    field.allOf === undefined
  );
}

/** Whether a schema describes the items of an array. */
function isList(field: unknown): field is Node & { readonly items: Node } {
  return isNode(field) && isNode(field.items);
}

/** Whether an array is described only as an array of objects. */
function isOpenList(field: unknown): boolean {
  return (
    isList(field) &&
    Object.keys(field.items).every((keyword) => keyword === "type") &&
    field.items.type === "object"
  );
}

/** Whether a schema allows null. An object schema in another part would exclude null. */
function takesNull(schema: unknown, schemas: Node): boolean {
  return (
    (isNode(schema) && schema.nullable === true) || followed(schema, schemas).nullable === true
  );
}

/** Whether a schema lists properties, itself or in `allOf`. */
function lists(schema: unknown, schemas: Node, seen: readonly unknown[] = []): boolean {
  const resolved = followed(schema, schemas);
  const { properties, allOf } = resolved;
  // A schema may contain itself.
  if (seen.includes(resolved)) return false;
  return (
    isNode(properties) ||
    (Array.isArray(allOf) && allOf.some((part) => lists(part, schemas, [...seen, resolved])))
  );
}

/** A property of a schema or of the schema it refers to. Undefined if there is none. */
function fieldOf(schema: unknown, name: string, schemas: Node): unknown {
  const { properties } = followed(schema, schemas);
  return isNode(properties) && Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** The schema itself, or the target of its reference. An empty object if there is neither. */
function followed(schema: unknown, schemas: Node): Node {
  const reference = isNode(schema) ? schema.$ref : undefined;
  if (typeof reference !== "string") return isNode(schema) ? schema : {};
  const target = schemas[reference.slice(SCHEMAS.length)];
  return isNode(target) ? target : {};
}

/** Keywords that contain values and names instead of schemas. */
const VALUES: readonly string[] = ["enum", "default", "required", "mapping", "x-rules", "x-ledger"];
/**
 * Suffix for the copy of a discriminated schema without its union of variants. Schemas that extend
 * the original refer to the copy.
 */
const OWN = ".own";

/**
 * Copies an OpenAPI document, and works around limitations of openapi-typescript.
 *
 * openapi-typescript ignores keywords next to `$ref`, and treats `discriminator` as an annotation.
 * It types an object without properties as empty. If properties do not fit the
 * `additionalProperties` next to them, their types contradict each other.
 *
 * A discriminated schema that others extend gets a copy `<name>.own` without its union of variants.
 * A reference that would make a type contain itself only through `allOf`, `oneOf`, `anyOf` or
 * `items` becomes `{}`.
 */
function normalizeSchema(document: object): Node {
  const { components, ...rest } = document as Node;
  const schemas: Node = isNode(components) && isNode(components.schemas) ? components.schemas : {};
  const withDiscriminator = Object.entries(schemas).filter(
    ([, schema]) => isNode(schema) && isNode(schema.discriminator),
  );
  const bases = withDiscriminator.filter(([name, schema]) =>
    isExtended(document as Node, schema as Node, [`${SCHEMAS}${name}`]),
  );
  const write = writer(
    new Set(bases.map(([name]) => `${SCHEMAS}${name}`)),
    schemas,
    document as Node,
  );
  const withoutChoice = withDiscriminator.map(([name, schema]) => {
    const { discriminator: _, oneOf: __, anyOf: ___, ...keywords } = schema as Node;
    return [`${name}${OWN}`, write(keywords)] as const;
  });
  const extending = Object.fromEntries(
    Object.entries(schemas).map(([name, schema]) => [name, extended(name, schema, schemas)]),
  );
  const all = withoutCircles({
    ...(write(extending) as Node),
    ...Object.fromEntries(withoutChoice),
  });
  return {
    ...(write(rest) as Node),
    ...(isNode(components) ? { components: { ...(write(components) as Node), schemas: all } } : {}),
  };
}

/**
 * Removes references that make a schema contain itself only through `allOf`, `oneOf`, `anyOf` or
 * `items`. Such a type does not compile. A reference back through a property is kept.
 */
function withoutCircles(schemas: Node): Node {
  const cutSchemas = new Map<string, unknown>();
  function withoutCircle(node: unknown, within: readonly string[]): unknown {
    if (!isNode(node)) return node;
    if (typeof node.$ref === "string") {
      const name = node.$ref.startsWith(SCHEMAS) ? node.$ref.slice(SCHEMAS.length) : "";
      if (within.includes(name)) return {};
      visit(name, within);
      return node;
    }
    const parts = ["allOf", "oneOf", "anyOf"].flatMap((key) =>
      Array.isArray(node[key]) ? [[key, node[key]] as const] : [],
    );
    const lists = parts.map(
      ([key, list]) => [key, list.map((part: unknown) => withoutCircle(part, within))] as const,
    );
    const changed = isNode(node.items)
      ? [...lists, ["items", withoutCircle(node.items, within)] as const]
      : lists;
    return changed.length === 0 ? node : { ...node, ...Object.fromEntries(changed) };
  }
  function visit(name: string, within: readonly string[]): void {
    if (!cutSchemas.has(name) && Object.hasOwn(schemas, name))
      cutSchemas.set(name, withoutCircle(schemas[name], [...within, name]));
  }
  for (const name of Object.keys(schemas)) visit(name, []);
  return Object.fromEntries(Object.keys(schemas).map((name) => [name, cutSchemas.get(name)]));
}

/**
 * Returns a function that rewrites nodes as `normalizeSchema` describes. `choices`: references to
 * schemas that stand for a union of the schemas that extend them. `schemas`: the targets of all
 * references.
 */
function writer(
  choices: ReadonlySet<string>,
  schemas: Node,
  document: Node,
): (value: unknown) => unknown {
  function write(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(write);
    if (!isNode(value)) return value;
    const node = chosen(besideReference(asSchema(value)), document);
    const entries = Object.entries(node).filter(([key, member]) => !isBeside(key, member, node));
    const rewritten = withWords(
      Object.fromEntries(entries.map(([key, member]) => [key, rewriteMember(key, member, node)])),
      wordsOf(value),
    );
    if (node.items !== undefined && node.type === undefined) return { ...rewritten, type: "array" };
    return isBare(node) ? { ...rewritten, additionalProperties: true } : rewritten;
  }
  function rewriteMember(key: string, member: unknown, { properties }: Node): unknown {
    if (VALUES.includes(key)) return member;
    // A property may have the same name as a keyword.
    if (key === "properties" && isNode(member))
      return Object.fromEntries(
        Object.entries(member).map(([name, schema]) => [name, write(schema)]),
      );
    if (key !== "allOf" || !Array.isArray(member)) return write(member);
    const extended = member.length > 1 || isNode(properties);
    const parts = extended ? mergedParts(member, schemas) : member;
    return parts
      .filter((part) => !isNode(part) || !isBare(part))
      .map((part) => (extended ? base(part) : write(part)));
  }
  function base(part: unknown): unknown {
    const reference = isNode(part) ? part.$ref : undefined;
    if (typeof reference === "string" && choices.has(reference))
      return { $ref: `${reference}${OWN}` };
    if (!isNode(part)) return part;
    // An `allOf` is not nullable just because one of its parts is.
    const { nullable: _, ...rest } = part;
    return write(rest);
  }
  return write;
}

/**
 * Makes a schema that only extends a discriminated schema refer to its `.own` copy. This applies
 * only if the discriminator maps to the extending schema.
 */
function extended(name: string, schema: unknown, schemas: Node): unknown {
  const [part, ...more] = isNode(schema) && Array.isArray(schema.allOf) ? schema.allOf : [];
  if (!isNode(schema) || !isNode(part) || more.length > 0 || typeof part.$ref !== "string")
    return schema;
  const choice = schemas[part.$ref.slice(SCHEMAS.length)];
  const { mapping } = isNode(choice) && isNode(choice.discriminator) ? choice.discriminator : {};
  const leads = isNode(mapping) && Object.values(mapping).includes(`${SCHEMAS}${name}`);
  return leads ? { ...schema, allOf: [{ $ref: `${part.$ref}${OWN}` }] } : schema;
}

/**
 * Whether a member is an `additionalProperties` that contradicts the properties or union next to
 * it.
 */
function isBeside(key: string, member: unknown, { properties, oneOf, anyOf }: Node): boolean {
  return (
    key === "additionalProperties" &&
    (oneOf !== undefined || anyOf !== undefined || (isNode(member) && isNode(properties)))
  );
}

/** Moves the schema of a parameter's JSON `content` to the parameter itself. */
function asSchema(node: Node): Node {
  const { content, ...rest } = node;
  const schema = typeof node.in === "string" ? jsonSchema(node) : undefined;
  return schema === undefined ? node : { ...rest, schema };
}

/** Rewrites `{ $ref, nullable }` as `{ allOf: [{ $ref }], nullable }`. */
function besideReference(node: Node): Node {
  const { $ref, nullable, required } = node;
  if (typeof $ref !== "string" || (nullable === undefined && !Array.isArray(required))) return node;
  return {
    allOf: [{ $ref }],
    ...(nullable === undefined ? {} : { nullable }),
    ...(Array.isArray(required) ? { required } : {}),
  };
}

/**
 * Rewrites a union with a discriminator as `oneOf`, with each member combined with its
 * discriminator values. Drops the discriminator if its mapping refers to a schema that is not a
 * member.
 */
function chosen(node: Node, document: Node): Node {
  const { discriminator, ...rest } = node;
  if (!isNode(discriminator) || typeof discriminator.propertyName !== "string") return node;
  const propertyName = discriminator.propertyName;
  const mapping = mappingOf(document, node);
  const alternatives = [rest.oneOf, rest.anyOf].find(Array.isArray) as readonly Node[] | undefined;
  const named = [...new Set(mapping.flatMap(([, target]) => target ?? []))];
  const members: readonly Node[] = alternatives ?? named.map(($ref) => ({ $ref }));
  // If a mapping refers to a schema that is not a member, the union gets no discriminator.
  if (
    !mapping.every(([, target]) => target !== null && members.some(({ $ref }) => $ref === target))
  )
    return rest;
  const oneOf = members.map((member) => {
    const { $ref } = member;
    if (typeof $ref !== "string") return member;
    const keys = mapping.filter(([, target]) => target === $ref).map(([key]) => key);
    const values = keys.length > 0 ? keys : [$ref.split("/").at(-1) ?? ""];
    return {
      allOf: [
        { $ref },
        {
          type: "object",
          required: [propertyName],
          properties: { [propertyName]: { type: "string", enum: values } },
        },
      ],
    };
  });
  if (oneOf.length === 0) return rest;
  // The properties and the type are left out, because the members, or the schemas that they extend,
  // have them.
  const { anyOf: _, oneOf: __, properties: ___, required: ____, type: _____, ...keywords } = rest;
  return { ...keywords, oneOf };
}

/** Whether a schema says only that a value is an object. */
function isBare(node: Node): boolean {
  const hasContent = [
    "properties",
    "additionalProperties",
    "allOf",
    "oneOf",
    "anyOf",
    "$ref",
    "enum",
    "discriminator",
  ].some((key) => node[key] !== undefined);
  return node.type === "object" && !hasContent;
}

const ABOUT = `/**
 * The operations as generated by openapi-typescript: types only, for code that uses openapi-fetch directly.
 * @packageDocumentation
 */
`;

/**
 * Functions of openapi-typescript that print a document's types, and the compiler's node factory.
 */
export interface Printer
  extends Pick<
    typeof import("openapi-typescript"),
    "astToString" | "resolveRef" | "scanDiscriminators" | "transformSchema"
  > {
  readonly factory: ts.NodeFactory;
}

/** Loads a package's CommonJS module. */
type LoadModule = (name: string) => unknown;

/**
 * Loads openapi-typescript's printer without the linter and bundler that its main file loads. Falls
 * back to the main file if the installed version has different files. Loads everything as CommonJS:
 * an `import` would make Node read these modules twice, including the compiler's 9 MB. Throws
 * `Problems` if openapi-typescript or a usable TypeScript is not installed.
 */
export function loadPrinter(load: LoadModule = loadInstalled): Printer {
  try {
    const { factory, version } = load("typescript") as typeof ts;
    if (factory === undefined)
      throw new Problems([notUsable(`TypeScript ${version} has no compiler API`)]);
    const from = (file: string): object => load(`openapi-typescript/dist/${file}.cjs`) as object;
    try {
      return {
        factory,
        ...from("lib/utils"),
        ...from("lib/ts"),
        transformSchema: from("transform/index"),
      } as unknown as Printer;
    } catch (error) {
      if (!isNotFound(error)) throw error;
      return { factory, ...(load("openapi-typescript") as Omit<Printer, "factory">) };
    }
  } catch (error) {
    throw isNotFound(error)
      ? new Problems([notUsable((error as Error).message.split("\n", 1).join())])
      : error;
  }
}

/**
 * Loads a package as openapi-typescript would. Looks for openapi-typescript from this package, then
 * from the current folder.
 */
function loadInstalled(name: string): unknown {
  const { resolve } = createRequire(import.meta.url);
  return createRequire(
    resolve("openapi-typescript", { paths: [import.meta.dirname, process.cwd()] }),
  )(name);
}

/** Whether an error means that a package or one of its files is not installed. */
function isNotFound(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === "MODULE_NOT_FOUND" || code === "ERR_PACKAGE_PATH_NOT_EXPORTED";
}

/** The problem to report if openapi-typescript or TypeScript cannot be used. */
function notUsable(reason: string): Problem {
  const packages = "openapi-typescript@7 typescript@5";
  return {
    what: `schema.ts needs openapi-typescript 7 and TypeScript 5: ${reason}`,
    where: "--schema",
    why: "openapi-typescript prints schema.ts with the compiler API of TypeScript 5. Nothing else needs these two packages.",
    fix: `npm install --save-dev ${packages}. In a project with a different version of TypeScript, install them in a separate folder: npm install --prefix generator pinterest-reports ${packages}, then npx --prefix generator pinterest-reports generate …`,
  };
}

/**
 * Returns the text of `schema.ts`: `header`, then the types `paths`, `components`, `operations` and
 * so on.
 *
 * The types are generated by openapi-typescript from the contract. Members are readonly, fields
 * with a default stay optional, and `format: binary` is a Blob. References that do not begin with
 * `#/components/` are removed. `document` is not changed. Throws openapi-typescript's error if it
 * cannot read the document. Throws an Error for any other reference without a target, and for a
 * version of OpenAPI other than 3. Throws `Problems` for any reference without a target in the
 * alternatives of a schema with a discriminator.
 */
export function schemaText(document: object, header: string, printer: Printer): string {
  const { astToString, resolveRef, scanDiscriminators, transformSchema, factory } = printer;
  const text = JSON.stringify(described(normalizeSchema(document)));
  const end = ending(text);
  const schema: OpenAPI3 = JSON.parse(text.replace(new RegExp(`"(${NAMES})"`, "g"), `"$1${end}"`));
  if (!/^3(?:\.|$)/.test(String(schema.openapi)))
    throw new Error(`OpenAPI ${schema.openapi} is not supported`);
  for (const reference of referencesIn(schema))
    if (resolveRef(schema, reference, { silent: true, visited: [] }) === undefined)
      throw new Error(`${reference} does not exist`);
  // By default, every field with a default value would be required, even in requests.
  const options = {
    defaultNonNullable: false,
    immutable: true,
    silent: true,
    transform: bytes(factory),
  };
  const nodes = transformSchema(schema, {
    ...options,
    injectFooter: [],
    discriminators: scanDiscriminators(schema, options),
    resolve: (reference: string) => resolveRef(schema, reference, { silent: true, visited: [] }),
  } as unknown as GlobalContext);
  const typed = escapeUnseen(astToString(nodes)).replace(new RegExp(`(${NAMES})${end}`, "g"), "$1");
  return fileOf(header, typed);
}

/**
 * Puts the prose attached to a document's nodes into `description`, made safe for a comment.
 * Removes references that do not begin with `#/components/`: openapi-typescript would read a file
 * or fetch a URL.
 */
function described(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(described);
  if (typeof node !== "object" || node === null) return node;
  const safe = Object.entries(node).filter(
    ([key, member]) =>
      key !== "$ref" || typeof member !== "string" || member.startsWith("#/components/"),
  );
  const copy = Object.fromEntries(safe.map(([key, member]) => [key, described(member)]));
  const lines = wordsAsLines(wordsOf(node));
  return lines.length === 0 ? copy : { ...copy, description: lines.join("\n") };
}

/** The values of `$ref` in a document, without duplicates. */
function referencesIn(document: object): ReadonlySet<string> {
  const references = new Set<string>();
  const visit = (node: object): void => {
    for (const [key, member] of Object.entries(node)) {
      if (key === "$ref" && typeof member === "string") references.add(member);
      else if (typeof member === "object" && member !== null) visit(member);
    }
  };
  visit(document);
  return references;
}

/**
 * Returns a placeholder for a description that openapi-typescript cannot read. Generated code does
 * not need `schema.ts` to make calls.
 */
export function schemaWithout(header: string): string {
  return fileOf(
    header,
    "export type paths = Record<string, never>;\nexport type components = Record<string, never>;",
  );
}

/** Joins the parts of `schema.ts`, ending with one newline. */
function fileOf(header: string, types: string): string {
  return `${header}\n${ABOUT}\n${types}`.replace(/(?<!\n)\n*$/, "\n");
}

/**
 * Names that every object inherits. openapi-typescript looks up fields by name, finds these
 * instead, and may fail.
 */
const NAMES = Object.getOwnPropertyNames(Object.prototype).join("|");

/** Returns a suffix of underscores that follows none of `NAMES` in the text. */
function ending(text: string): string {
  let end = "_";
  while (new RegExp(`(${NAMES})${end}`).test(text)) end += "_";
  return end;
}

/**
 * Returns a function that types `format: binary` as Blob. Without it, openapi-typescript would use
 * a string.
 */
function bytes(
  factory: ts.NodeFactory,
): (schema: { readonly format?: string }) => ts.TypeNode | undefined {
  return ({ format }) =>
    format === "binary" ? factory.createTypeReferenceNode("Blob") : undefined;
}
