import { type Code, data, identifier, joined, list, literal, partial, type View } from "../code.js";
import { isShortEnough } from "../items.js";
import type { Limits, Request, Type } from "../model/model.js";
import { members } from "../type.js";
import { patternTest, writtenPattern } from "./pattern.js";
import { reachedFrom } from "./types.js";
import { type ValidatorNames, validatorNames } from "./validator-names.js";

/** Up to so many values a chain of comparisons is the faster look-up, above it a Set. */
const LONGEST_CHAIN = 12;

/** Enum values at the top of the file: those too many for a chain. */
export interface Sets {
  readonly names: ValidatorNames;
  readonly views: readonly View[];
  /** How a value is looked up and what is shown when it is not there. */
  choice(name: string, value: Code): { readonly broken: Code; readonly allowed: Code };
}

export function setsOf(flow: Request): Sets {
  const reached = reachedFrom(flow.body, flow);
  const enums = new Map(flow.enums.filter(({ name }) => reached.has(name)).map((type) => [type.name, type]));
  const long = [...enums.values()].filter(({ values }) => values.length > LONGEST_CHAIN);
  const names = validatorNames();
  return {
    names,
    views: long.map((type) => ({ name: names.values(type.name), lines: members(type).map((member) => joined`${member},`) })),
    choice(name, value) {
      const type = enums.get(name);
      if (type === undefined) throw new TypeError(`no enum ${name}`);
      if (type.values.length > LONGEST_CHAIN) return { broken: joined`!${names.values(name)}.has(${value})`, allowed: names.values(name) };
      const chain = members(type).map((member) => joined`${value} !== ${member}`);
      return { broken: list(chain, " && "), allowed: data(type.values) };
    },
  };
}

/** Where a value is checked: its variable, its path as code that runs only when something is wrong, and how many loops are around it. */
export interface Place {
  readonly value: Code;
  readonly path: Code;
  /** The path with a slash behind it, to put an index after. */
  readonly stem: Code;
  readonly depth: number;
  /** For an item: the path of its array with a slash behind it, and the index. */
  readonly holder?: { readonly base: Code; readonly key: Code };
}

interface LimitView {
  readonly broken: Code;
  readonly violation: Code;
  readonly [name: string]: View;
}

/** The view of the partial that checks a value of this type. */
export function typeCheck(type: Type, limits: Limits, place: Place, sets: Sets): View {
  const { value, path } = place;
  switch (type.kind) {
    case "enum":
      return { kind: partial("choice"), value, path, ...sets.choice(type.name, value) };
    case "constant":
      return { kind: partial("choice"), value, path, broken: joined`${value} !== ${literal(type.value)}`, allowed: data([type.value]) };
    case "bytes":
      return { kind: partial("bytes"), value, path };
    case "any":
      return { kind: partial("any"), value, path };
    case "object":
    case "union":
      return { kind: partial("object"), value, check: sets.names.object(type.name), ...holder(place) };
    case "array":
      return {
        kind: partial("array"),
        value,
        path,
        limits: [...countLimits(limits, place), ...columnWarnings(type, limits, place)],
        within: isShortEnough(value, limits.maxItems) ?? false,
        ...loop(place),
        items: typeCheck(type.items, type.each, inside(place), sets),
      };
    case "nullable":
      return { kind: partial("nullable"), value, of: typeCheck(type.of, limits, place, sets) };
    case "boolean":
      return { kind: partial("boolean"), value, path };
    case "string":
      return { kind: partial("string"), value, path, expected: expectedText(limits), limits: textLimits(limits, place) };
    default:
      return numberCheck(type.kind === "integer", limits, place);
  }
}

function numberCheck(whole: boolean, limits: Limits, place: Place): View {
  const { value, path } = place;
  const finite = identifier("Number");
  return {
    kind: partial("number"),
    value,
    path,
    expected: literal(whole ? "a whole number" : "a number"),
    finite: whole ? joined`${finite}.isInteger` : joined`${finite}.isFinite`,
    limits: numberLimits(limits, place),
  };
}

function holder({ path, holder }: Place): { readonly base: Code; readonly key: Code } {
  return holder ?? { base: path, key: literal("") };
}

function indexAt(depth: number): Code {
  return identifier(depth === 0 ? "index" : `index${depth}`);
}

function loop({ depth }: Place): { readonly index: Code; readonly item: Code } {
  return { index: indexAt(depth), item: identifier(depth === 0 ? "item" : `item${depth}`) };
}

/** The place of an item of the array at this place. */
function inside(place: Place): Place {
  const { index, item } = loop(place);
  const path = joined`${place.stem} + ${index}`;
  return { value: item, path, stem: joined`${path} + "/"`, holder: { base: place.stem, key: index }, depth: place.depth + 1 };
}

function expectedText({ pattern }: Limits): Code {
  return literal(pattern === "^\\d+$" ? "a string of digits" : "a string");
}

/** No text has so many characters. */
const LONGEST_TEXT = 2 ** 30;

/** JSON Schema counts whole characters, JavaScript their halves: what is too long is so by both. Of a text that is surely too long none is counted. */
function tooLong(maxLength: number, { pattern }: Limits, value: Code): Code {
  const longer = joined`${value}.length > ${literal(maxLength)}`;
  if (pattern === "^\\d+$" || maxLength >= LONGEST_TEXT) return longer;
  return joined`${value}.length > ${literal(2 * maxLength)} || (${longer} && [...${value}].length > ${literal(maxLength)})`;
}

function textLimits(limits: Limits, { value, path }: Place): readonly LimitView[] {
  const views: LimitView[] = [];
  const { pattern, minLength, maxLength } = limits;
  const length = joined`${value}.length`;
  // Before the pattern: a text that is too long is not matched.
  if (maxLength !== undefined)
    views.push(limit("max-length", tooLong(maxLength, limits, value), `may have at most ${maxLength} characters`, path, length));
  if (pattern !== undefined)
    views.push({ broken: patternTest(pattern, value), violation: joined`notLike(${path}, ${literal(writtenPattern(pattern))}, ${value})` });
  if (limits.format === "date")
    views.push({ broken: joined`Number.isNaN(dayNumber(${value}))`, violation: joined`notLike(${path}, "YYYY-MM-DD", ${value})` });
  if (minLength !== undefined)
    views.push(limit("min-length", joined`${length} < ${literal(minLength)}`, `must have at least ${minLength} characters`, path, length));
  return views;
}

function numberLimits({ minimum, above, maximum }: Limits, { value, path }: Place): readonly LimitView[] {
  const views: LimitView[] = [];
  if (minimum !== undefined)
    views.push(limit("minimum", joined`${value} < ${literal(minimum)}`, `must be at least ${minimum}`, path, value));
  if (above !== undefined) views.push(limit("minimum", joined`${value} <= ${literal(above)}`, `must be above ${above}`, path, value));
  if (maximum !== undefined) views.push(limit("maximum", joined`${value} > ${literal(maximum)}`, `may be at most ${maximum}`, path, value));
  return views;
}

function countLimits({ minItems, maxItems }: Limits, { value, path }: Place): readonly LimitView[] {
  const views: LimitView[] = [];
  const length = joined`${value}.length`;
  if (minItems !== undefined)
    views.push(limit("min-items", joined`${length} < ${literal(minItems)}`, `must have at least ${minItems}`, path, length));
  if (maxItems !== undefined)
    views.push(limit("max-items", joined`${length} > ${literal(maxItems)}`, `may have at most ${maxItems}`, path, length));
  return views;
}

/** Columns of which there are none, or some twice: the API takes both, and the report is not what was meant. */
function columnWarnings(type: Type & { readonly kind: "array" }, { minItems = 0 }: Limits, { value, path }: Place): readonly LimitView[] {
  if (path !== literal("/columns") || type.items.kind !== "enum") return [];
  const warning = (rule: string, broken: Code, says: string): LimitView => ({
    broken,
    violation: joined`violation(${literal(rule)}, "warning", ${path}, () => ${literal(says)})`,
  });
  return [
    ...(minItems > 0 ? [] : [warning("no-columns", joined`${value}.length === 0`, "is empty: the response may hold no data")]),
    warning(
      "repeated-columns",
      joined`new Set(${value}).size < ${value}.length`,
      "names a column more than once: the response may hold it once",
    ),
  ];
}

function limit(rule: string, broken: Code, says: string, path: Code, is: Code): LimitView {
  return { broken, violation: joined`outside(${literal(rule)}, ${path}, ${literal(says)}, ${is})` };
}
