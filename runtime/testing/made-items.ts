import { seededRandom } from "./report-data.js";

/** How to make up a value: its kind, its possible values, or its parts. */
export type ItemSketch =
  | "text"
  | "digits"
  | "integer"
  | "number"
  | "boolean"
  | "any"
  | { readonly integer: readonly [least: number, most: number] }
  | { readonly number: readonly [least: number, most: number] }
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly list: ItemSketch; readonly most?: number }
  | { readonly fields: Readonly<Record<string, ItemSketch>> }
  | { readonly nullable: ItemSketch };

/** Fields of each list's items, keyed by the last segment of the list's path. */
export type ListedItems = Readonly<Record<string, Readonly<Record<string, ItemSketch>>>>;

type Random = () => number;

const SECONDS_FROM = 1_577_836_800;
const SECONDS_RANGE = 200_000_000;

/**
 * Makes up an item with the described fields. The same `text` always results in the same item. On
 * average, one in eight fields is missing, and one in four nullable values is null.
 */
export function madeItem(
  fields: Readonly<Record<string, ItemSketch>>,
  text: string,
): Readonly<Record<string, unknown>> {
  return objectOf(fields, seededRandom(text));
}

/** Makes up an object, in which one in eight fields is missing. */
function objectOf(
  fields: Readonly<Record<string, ItemSketch>>,
  random: Random,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, sketch]) => {
      const value = madeValue(name, sketch, random);
      return random() < 1 / 8 ? [] : [[name, value]];
    }),
  );
}

/** Makes up a value as `sketch` describes it. `name` is the field's name. */
function madeValue(name: string, sketch: ItemSketch, random: Random): unknown {
  if (typeof sketch === "string") return plainValue(name, sketch, random);
  if ("nullable" in sketch)
    return random() < 1 / 4 ? null : madeValue(name, sketch.nullable, random);
  if ("oneOf" in sketch) return sketch.oneOf[below(sketch.oneOf.length, random)];
  if ("fields" in sketch) return objectOf(sketch.fields, random);
  if ("list" in sketch) {
    const length = below(Math.min(2, sketch.most ?? 2) + 1, random);
    return Array.from({ length }, () => madeValue(name, sketch.list, random));
  }
  if ("integer" in sketch) {
    const [least, most] = sketch.integer;
    return least + below(most - least + 1, random);
  }
  const [least, most] = sketch.number;
  return Number((least + (most - least) * random()).toFixed(3));
}

/** Makes up a value of this kind. The field's `name` influences strings and integers. */
function plainValue(
  name: string,
  kind: Extract<ItemSketch, string>,
  random: Random,
): string | number | boolean | object {
  switch (kind) {
    case "text":
      return textOf(name, random);
    case "digits":
      return String(1 + below(9, random)) + digits(random() < 1 / 2 ? 11 : 17, random);
    case "integer":
      return integerOf(name, random);
    case "number":
      return Number((random() * 100).toFixed(6));
    case "boolean":
      return random() < 1 / 2;
    case "any":
      return { [`made up ${below(3, random)}`]: [null, 0.5, { é: '"' }] };
  }
}

/**
 * Makes up an integer. A time is in seconds since 1970. Money is in millionths, and may exceed 32
 * bits.
 */
function integerOf(name: string, random: Random): number {
  if (name.endsWith("_time")) return SECONDS_FROM + below(SECONDS_RANGE, random);
  if (/_micro_currency$|_cap$/.test(name))
    return random() < 1 / 8 ? 0 : Math.round(10 ** (4 + 9 * random())) * 10;
  return below(100, random);
}

/**
 * Makes up a string. It is a URL if the field's name ends like one; otherwise, it is words, some
 * with unusual characters.
 */
function textOf(name: string, random: Random): string {
  const number = below(1000, random);
  if (/_url(_template)?s?$|_links?$/.test(name))
    return `https://example.com/${name}/${number}?utm_source=pinterest&utm_campaign=made%20up`;
  const words = `made up ${name.replaceAll("_", " ")} ${number}`;
  return [words, `${words} "A", é`, `${words}\n日本 😀`][number % 3] ?? words;
}

/** Returns a string of `count` random digits. */
function digits(count: number, random: Random): string {
  return Array.from({ length: count }, () => below(10, random)).join("");
}

/** Returns a whole number from 0 up to `limit`, exclusive. */
function below(limit: number, random: Random): number {
  return Math.floor(random() * limit);
}
