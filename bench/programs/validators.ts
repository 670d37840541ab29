// The same checks of single fields in each peer's notation, derived from one JSON Schema.
import type { Schema } from "../request-schema.js";

/** One validator. */
export interface Validator {
  /** Null for a valid body, otherwise all errors. */
  readonly check: (body: unknown) => unknown;
  /** The text of an error from `check`, as its library prints it. */
  readonly message: (errors: unknown) => string;
  /** The number of errors. */
  readonly count: (errors: unknown) => number;
}

// In each notation, an id is a string of digits and a date has ten characters.
const members = ({
  properties = {},
  required = [],
}: Schema): readonly (readonly [string, Schema, boolean])[] =>
  Object.entries(properties).map(([name, schema]) => [name, schema, required.includes(name)]);

/** The validators by name. Each is loaded only when it is created. */
export const PEERS: Readonly<Record<string, (schema: Schema) => Promise<Validator>>> = {
  "Ajv, allErrors": (schema) => ajv(schema, false),
  "Ajv, allErrors, enums as sets": (schema) => ajv(schema, true),
  TypeBox: async (schema) => {
    const { Type } = await import("typebox");
    const { Compile } = await import("typebox/compile");
    const { Settings } = await import("typebox/system");
    Settings.Set({ maxErrors: 100 });
    const make = (part: Schema): unknown => {
      if (part.enum !== undefined) return Type.Enum(part.enum);
      if (part.type === "array")
        return Type.Array(
          make(part.items ?? {}),
          only({ minItems: part.minItems, maxItems: part.maxItems }),
        );
      if (part.type === "object") {
        const all = members(part).map(([name, member, required]) => [
          name,
          required ? make(member) : Type.Optional(make(member)),
        ]);
        return Type.Object(Object.fromEntries(all), { additionalProperties: false });
      }
      if (part.type === "integer")
        return Type.Integer(only({ minimum: part.minimum, maximum: part.maximum }));
      if (part.type === "number") return Type.Number();
      return part.type === "boolean"
        ? Type.Boolean()
        : Type.String(only({ pattern: part.pattern }));
    };
    const validator = Compile(make(schema));
    return {
      check: (body) => (validator.Check(body) ? null : validator.Errors(body)),
      message: (errors) => (errors as { message: string }[])[0]?.message ?? "",
      count: (errors) => (errors as unknown[]).length,
    };
  },
  zod: (schema) => zod(schema, false),
  "zod, compiled": (schema) => zod(schema, true),
  valibot: async (schema) => {
    const v = await import("valibot");
    const make = (part: Schema): unknown => {
      if (part.enum !== undefined) return v.picklist(part.enum);
      if (part.type === "array") {
        const { minItems, maxItems } = part;
        const limits = [
          minItems === undefined ? [] : v.minLength(minItems),
          maxItems === undefined ? [] : v.maxLength(maxItems),
        ].flat();
        return v.pipe(v.array(make(part.items ?? {})), ...limits);
      }
      if (part.type === "object") {
        const all = members(part).map(([name, member, required]) => [
          name,
          required ? make(member) : v.optional(make(member)),
        ]);
        return v.strictObject(Object.fromEntries(all));
      }
      if (part.type === "integer")
        return v.pipe(v.number(), v.integer(), v.minValue(part.minimum), v.maxValue(part.maximum));
      if (part.type === "number") return v.number();
      if (part.type === "boolean") return v.boolean();
      return part.pattern === undefined
        ? v.string()
        : v.pipe(v.string(), v.regex(new RegExp(part.pattern)));
    };
    const made = make(schema);
    return {
      check: (body) => v.safeParse(made, body).issues ?? null,
      message: (errors) => (errors as { message: string }[])[0]?.message ?? "",
      count: (errors) => (errors as unknown[]).length,
    };
  },
};

async function ajv(schema: Schema, asSets: boolean): Promise<Validator> {
  const { Ajv } = await import("ajv");
  const maker = new Ajv({ allErrors: true, strict: false });
  if (asSets) {
    maker.removeKeyword("enum");
    maker.addKeyword({
      keyword: "enum",
      compile(values: readonly unknown[]) {
        const set = new Set(values);
        return (value: unknown) => set.has(value);
      },
    });
  }
  const validate = maker.compile(schema);
  return {
    check: (body) => (validate(body) ? null : validate.errors),
    message: (errors) => maker.errorsText(errors),
    count: (errors) => (errors as unknown[]).length,
  };
}

async function zod(schema: Schema, compiled: boolean): Promise<Validator> {
  const z = await import("zod");
  // biome-ignore lint/suspicious/noExplicitAny: the peers have no types here.
  const make = (part: Schema): any => {
    if (part.enum !== undefined)
      return typeof part.enum[0] === "string" ? z.enum(part.enum) : z.literal(part.enum);
    if (part.type === "array") {
      let array = z.array(make(part.items ?? {}));
      if (part.minItems !== undefined) array = array.min(part.minItems);
      return part.maxItems === undefined ? array : array.max(part.maxItems);
    }
    if (part.type === "object") {
      const all = members(part).map(([name, member, required]) => [
        name,
        required ? make(member) : make(member).optional(),
      ]);
      return z.strictObject(Object.fromEntries(all));
    }
    if (part.type === "integer") return z.int().min(part.minimum).max(part.maximum);
    if (part.type === "number") return z.number();
    if (part.type === "boolean") return z.boolean();
    return part.pattern === undefined ? z.string() : z.string().regex(new RegExp(part.pattern));
  };
  const made = compiled ? z.compile(make(schema)) : make(schema);
  return {
    check: (body) => made.safeParse(body).error ?? null,
    message: (errors) => z.prettifyError(errors),
    count: (errors) => (errors as { issues: unknown[] }).issues.length,
  };
}

/** Removes undefined properties. */
function only(members: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}
