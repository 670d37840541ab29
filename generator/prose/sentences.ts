import { createHash } from "node:crypto";
import { below } from "../../runtime/validation/pointer.js";
import { entriesOf, getOwn, isObject, type Json, listOf } from "../parse/json.js";
import type { SlicedOperation } from "../parse/slice.js";

/** A text of the description, and its subject. */
export interface LocatedText {
  /** Readable name of the subject: `op.description`, `body:level`, `query:columns[]#schema`. */
  readonly label: string;
  /** JSON pointer of the text. */
  readonly pointer: string;
  readonly text: string;
  /** Field of the request that the text belongs to, or null. */
  readonly field: string | null;
  /**
   * Whether the text stands beside the request. A statement there that names no field is not about
   * the request.
   */
  readonly isAside?: true;
}

/** A field of the request, body or query, with all schemas that describe it. */
export interface FieldNode {
  readonly name: string;
  readonly in: string;
  readonly nodes: readonly Json[];
  /** Whether every request has it. */
  readonly isRequired?: boolean;
}

/** All texts of an operation, and the fields that they can be about. */
export interface Texts {
  readonly texts: readonly LocatedText[];
  readonly fields: readonly FieldNode[];
}

/** Position of the walk. */
interface WalkStep {
  readonly pointer: string;
  readonly label: string;
  readonly field: string | null;
  /**
   * Suffix of `loc` for the text of a schema, where the parameter or the body has its own text too.
   */
  readonly suffix: string;
  /** References followed so far: a schema that contains itself is read once. */
  readonly through: readonly string[];
  /** Whether this is part of one of several forms of the request. */
  readonly isChoice?: boolean;
}

type Resolve = (reference: string) => Json | undefined;

/**
 * Collects the texts of an operation in the description's order: the operation itself, its
 * parameters, its body; then the texts beside the request: its tags, links to other documents, its
 * responses. `fields` are the query parameters and the fields of the body. References are followed,
 * but not within themselves; one that does not resolve is passed over.
 */
export function textsOf(operation: SlicedOperation, resolve: Resolve): Texts {
  const walk = new Walk(resolve);
  const pointer = below("#", "paths", operation.path, operation.method);
  walk.text(operation.node, "summary", {
    pointer,
    label: "op.summary",
    field: null,
    suffix: "",
    through: [],
  });
  walk.text(operation.node, "description", {
    pointer,
    label: "op.description",
    field: null,
    suffix: "",
    through: [],
  });
  const ours = listOf(getOwn(operation.node, "parameters"));
  for (const [index, parameter] of operation.shared.entries())
    walk.parameter(parameter, below("#", "paths", operation.path, "parameters", index));
  for (const [index, parameter] of ours.entries())
    walk.parameter(parameter, below(pointer, "parameters", index));
  walk.body(getOwn(operation.node, "requestBody"), below(pointer, "requestBody"));
  walk.around(operation, pointer);
  return {
    texts: walk.locatedTexts,
    fields: [...walk.fields.values()].map((field) => ({
      ...field,
      isRequired: walk.required.has(field.name),
    })),
  };
}

class Walk {
  readonly locatedTexts: LocatedText[] = [];
  readonly fields = new Map<string, { name: string; in: string; nodes: Json[] }>();
  readonly required = new Set<string>();
  readonly #resolve: Resolve;
  readonly #seen = new Set<string>();

  constructor(resolve: Resolve) {
    this.#resolve = resolve;
  }

  text(node: Json | undefined, key: string, step: WalkStep): void {
    const text = getOwn(node, key);
    const pointer = below(step.pointer, key);
    if (typeof text !== "string" || this.#seen.has(`${step.label} ${pointer}`)) return;
    this.#seen.add(`${step.label} ${pointer}`);
    this.locatedTexts.push({ label: step.label, pointer, text, field: step.field });
  }

  parameter(parameterOrReference: Json, from: string): void {
    const [node, pointer] = this.#followed(parameterOrReference, from);
    const name = String(getOwn(node, "name"));
    const where = String(getOwn(node, "in"));
    const step: WalkStep = {
      pointer,
      label: `${where}:${name}`,
      field: name,
      suffix: "#schema",
      through: [],
    };
    this.text(node, "description", step);
    const schema =
      getOwn(node, "schema") ??
      getOwn(Object.values(entriesOf(getOwn(node, "content")))[0]?.[1], "schema");
    if (where === "query") this.#field(name, where, node);
    if (where === "query" && getOwn(node, "required") === true) this.required.add(name);
    if (schema !== undefined) this.#schema(schema, { ...step, pointer: below(pointer, "schema") });
  }

  body(bodyOrReference: Json | undefined, from: string): void {
    if (bodyOrReference === undefined) return;
    const [node, pointer] = this.#followed(bodyOrReference, from);
    const step: WalkStep = { pointer, label: "body", field: null, suffix: "", through: [] };
    this.text(node, "description", step);
    for (const [type, media] of entriesOf(getOwn(node, "content"))) {
      const schema = getOwn(media, "schema");
      if (schema !== undefined)
        this.#schema(schema, {
          ...step,
          pointer: below(pointer, "content", type, "schema"),
          suffix: "#schema",
        });
    }
  }

  around({ node, tags = [] }: SlicedOperation, pointer: string): void {
    for (const [pointerOfText, tag] of tags)
      this.#aside(tag, pointerOfText, `tag:${String(getOwn(tag, "name"))}`);
    this.#aside(getOwn(node, "externalDocs"), below(pointer, "externalDocs"), "op.externalDocs");
    for (const [status, response] of entriesOf(getOwn(node, "responses"))) {
      const [followed, pointerOfText] = this.#followed(
        response,
        below(pointer, "responses", status),
      );
      this.#aside(followed, pointerOfText, `response:${status}`);
    }
  }

  #aside(node: Json | undefined, pointer: string, label: string): void {
    const text = getOwn(node, "description");
    if (typeof text === "string")
      this.locatedTexts.push({
        label,
        pointer: below(pointer, "description"),
        text,
        field: null,
        isAside: true,
      });
  }

  #followed(node: Json, pointer: string): readonly [Json | undefined, string] {
    const reference = getOwn(node, "$ref");
    return typeof reference === "string" ? [this.#resolve(reference), reference] : [node, pointer];
  }

  #field(name: string, where: string, node: Json | undefined): void {
    const field = this.fields.get(name) ?? { name, in: where, nodes: [] };
    this.fields.set(name, field);
    if (node !== undefined) field.nodes.push(node);
  }

  #schema(node: Json, step: WalkStep): void {
    if (step.field !== null && /^(?:body|query):[^.[\]]+$/.test(step.label))
      this.#field(step.field, step.label.split(":")[0] ?? "", node);
    if (!isObject(node)) return;
    this.text(node, "title", { ...step, label: `${step.label}${step.suffix}#title` });
    this.text(node, "description", { ...step, label: `${step.label}${step.suffix}` });
    this.#enumTexts(node, step);
    const reference = getOwn(node, "$ref");
    if (typeof reference === "string" && !step.through.includes(reference)) {
      const target = this.#resolve(reference);
      if (target !== undefined)
        this.#schema(target, {
          ...step,
          pointer: reference,
          through: [...step.through, reference],
        });
    }
    for (const join of ["allOf", "oneOf", "anyOf"])
      for (const [index, part] of listOf(getOwn(node, join)).entries())
        this.#schema(part, {
          ...step,
          pointer: below(step.pointer, join, index),
          isChoice: step.isChoice === true || join !== "allOf",
        });
    this.#inside(node, { ...step, suffix: step.label === "body" ? "" : step.suffix });
  }

  /** Texts about single values, one each, in the order of the enum or by value. */
  #enumTexts(node: Json, step: WalkStep): void {
    for (const key of ["x-enum-descriptions", "x-enumDescriptions", "x-ms-enum"]) {
      const texts = key === "x-ms-enum" ? getOwn(getOwn(node, key), "values") : getOwn(node, key);
      const values = listOf(getOwn(node, "enum"));
      const each = Array.isArray(texts)
        ? texts.map(
            (text: Json, index) =>
              [
                String(getOwn(text, "value") ?? values[index]),
                getOwn(text, "description") ?? text,
                index,
              ] as const,
          )
        : entriesOf(texts).map(([value, text]) => [value, text, value] as const);
      const pointer =
        key === "x-ms-enum" ? below(step.pointer, key, "values") : below(step.pointer, key);
      for (const [value, text, last] of each)
        if (typeof text === "string" && text.trim() !== "")
          this.locatedTexts.push({
            label: `${step.label}${step.suffix}#${value}`,
            pointer: below(pointer, last),
            text: `${value} - ${text}`,
            field: step.field,
          });
    }
  }

  #inside(node: Json, step: WalkStep): void {
    // A field that only one of several forms requires is not in every request.
    if (step.label === "body" && !step.isChoice)
      for (const name of listOf(getOwn(node, "required"))) this.required.add(String(name));
    const items = getOwn(node, "items");
    if (items !== undefined)
      this.#schema(items, {
        ...step,
        pointer: below(step.pointer, "items"),
        label: `${step.label}[]`,
      });
    const further = getOwn(node, "additionalProperties");
    if (isObject(further))
      this.#schema(further, {
        ...step,
        pointer: below(step.pointer, "additionalProperties"),
        label: `${step.label}.*`,
      });
    for (const [name, property] of entriesOf(getOwn(node, "properties"))) {
      const label = step.label === "body" ? `body:${name}` : `${step.label}.${name}`;
      // A text about a part of a field is not about the field.
      this.#schema(property, {
        ...step,
        pointer: below(step.pointer, "properties", name),
        label,
        field: step.label === "body" ? name : null,
      });
    }
  }
}

/** One sentence of the description, with its place. */
export interface Sentence {
  readonly text: string;
  readonly source: LocatedText;
  /** Number of the sentence in its text, from 1. */
  readonly number: number;
  /** The sentence before it in the same paragraph or list item. "Either" and "then" refer to it. */
  readonly before: Sentence | null;
  /** The sentence after it in the same paragraph or list item. */
  readonly after?: Sentence | null;
  /** The heading or list introduction above it. */
  readonly heading?: Sentence | null;
  /**
   * The first sentence of the preceding list item or heading of the same depth. "All others"
   * excludes its case.
   */
  readonly beside?: Sentence | null;
}

/**
 * Maximum length of a sentence, in characters. A longer one is not read and counts as not
 * understood.
 */
export const LONGEST_SENTENCE = 2000;
const longestText = 50_000;

/**
 * Identifies a sentence without repeating it: the first 16 hex digits of the SHA-256 hash of its
 * text, with white space normalized.
 */
export function fingerprint(text: string): string {
  return createHash("sha256").update(text.replace(/\s+/g, " ").trim()).digest("hex").slice(0, 16);
}

/**
 * Splits a Markdown or HTML text into sentences, without markup, linked to their neighbours and
 * headings. A text of more than 50,000 characters is a single sentence; a blank one has none.
 */
export function sentencesOf(source: LocatedText): readonly Sentence[] {
  if (source.text.length > longestText)
    return [{ text: source.text, source, number: 1, before: null }];
  const sentences: { -readonly [Key in keyof Sentence]: Sentence[Key] }[] = [];
  let heading: Sentence | null = null;
  /**
   * The last sentence of each open list item and of the paragraph that introduces the list, by
   * depth.
   */
  let leads: readonly (readonly [depth: number, lead: Sentence])[] = [];
  let firsts: readonly (readonly [depth: number, first: Sentence])[] = [];
  for (const { text, kind, depth } of blocksOf(source.text)) {
    const level = kind === "bullet" ? depth : kind === "heading" ? -1 : 0;
    const beside: Sentence | null =
      level === 0 ? null : (firsts.findLast(([of]) => of === level)?.[1] ?? null);
    leads = kind === "bullet" ? leads.filter(([outer]) => outer < depth) : [];
    const headingAbove: Sentence | null =
      kind === "heading" ? null : (leads.at(-1)?.[1] ?? heading);
    let before: (typeof sentences)[number] | null = null;
    for (const each of splitIntoSentences(text)) {
      const sentence: (typeof sentences)[number] = {
        text: each,
        source,
        number: sentences.length + 1,
        before,
        heading: headingAbove,
        beside: before ? null : beside,
      };
      if (before === null && level !== 0)
        firsts = [...firsts.filter(([of]) => (level < 0 ? of < 0 : of < level)), [level, sentence]];
      if (before) before.after = sentence;
      before = sentence;
      sentences.push(sentence);
    }
    if (kind === "heading") heading = before;
    else if (before) leads = [...leads, [depth, before]];
  }
  return sentences;
}

/** A paragraph, a list item or a heading. */
interface Block {
  readonly text: string;
  readonly kind: "text" | "bullet" | "heading";
  /** Depth of a list item, from 1; 0 for other blocks. */
  readonly depth: number;
}

const blockEnd = "\u2029";
// Marks for the kind of a block, from Unicode's private use area, which texts do not use.
const [headed, itemed, indent] = ["\uE000", "\uE001", "\uE002"];

/** Paragraphs, list items and lines that are broken on purpose, without their markup. */
function blocksOf(text: string): readonly Block[] {
  return (
    text
      .replaceAll(/[\uE000-\uE002]/g, " ")
      .replaceAll(/\r\n?/g, "\n")
      // Long runs of blanks and of empty lines mean the same as short ones, and would slow the
      // patterns below.
      .replaceAll(/(?<=[ \t]{40})[ \t]+/g, "")
      .replaceAll(/\n[ \t]*(?=\n[ \t]*\n)/g, "")
      .replaceAll(
        /(^|\n)(?=[^\n\w]*\w)([^\n]*)\n[ \t]*(?:-{3,}|={3,})[ \t]*(?=\n|$)/g,
        `$1${blockEnd}${headed}$2${blockEnd}`,
      )
      .replaceAll(/(^|\n)[ \t]*#{1,6}[ \t]+([^\n]+)/g, `$1${blockEnd}${headed}$2${blockEnd}`)
      .replaceAll(/<h([1-6])\b[^<>]*>([^<]*)<\/h\1>/gi, `${blockEnd}${headed}$2${blockEnd}`)
      .replaceAll(
        /(^|\n|<br\s*\/?>)[ \t]*(?:\*\*|<b>|<strong>)([^\n<*]{1,80})(?:\*\*|<\/b>|<\/strong>):?[ \t]*(?=\n[ \t]*(?:\n|[-*•]|\d+\.)|$|<br)/gi,
        `$1${blockEnd}${headed}$2${blockEnd}`,
      )
      .replaceAll(/\n(?=[ \t]*`?[A-Z][A-Z0-9_]+`?[ \t]*(?::|-|\u2013|\u2014)[ \t])/g, blockEnd)
      .replaceAll(/<br\s*\/?>\s*(?=[a-z](?![^\n<]{0,40}: ))/g, " ")
      .replaceAll(/<li\b[^<>]*>/gi, `${blockEnd}${itemed}`)
      .replaceAll(/<(?:br|p|\/p|\/li|\/?ul|\/?ol|hr)\s*\/?>/gi, blockEnd)
      .replaceAll(/\u2029\s*(?=\u2029)/g, "")
      .split(/<\/code>/i)
      .map(inBackticks)
      .join("")
      .replaceAll(/^\s*<a\b[^<>]*>([^<]*)<\/a>\s*\n/gi, `$1${blockEnd}`)
      .replaceAll(/(^|[\n\u2029])\s*\[([^\][]+)\]\([^()\s]*\)\s+(?=[A-Z])/g, `$1$2${blockEnd}`)
      .replaceAll(/\[([^\][]+)\]\([^()\s]*\)/g, "$1")
      .replaceAll(/<\/?[a-z][^<>]*>/gi, "")
      .replaceAll("**", "")
      .replaceAll(/\n[ \t]*\n/g, blockEnd)
      .replaceAll(
        /(^|[\n\u2029])([ \t]*)(?:[-*•]|\d+\.)[ \t]+/g,
        (_, _start, space: string) => blockEnd + itemed + indent.repeat(Math.min(space.length, 20)),
      )
      .replaceAll(
        /&(amp|lt|gt|quot|#39);/g,
        (_, name: string) => ({ amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" })[name] ?? "",
      )
      .split(blockEnd)
      .map(blockOf)
      .filter((block) => block.text !== "")
  );
}

/**
 * Turns the `<code>` that ends with this part into backticks. If several begin in it, the first one
 * counts. The last part has no end tag.
 */
function inBackticks(part: string, pointer: number, { length }: readonly string[]): string {
  return pointer === length - 1
    ? part
    : part.replace(/<code>(.*)$/is, (_, code: string) => `\`${code.trim()}\``);
}

function blockOf(marked: string): Block {
  const normalized = marked
    .replaceAll(/[\uE000-\uE002]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();
  if (marked.startsWith(headed)) return { text: normalized, kind: "heading", depth: 0 };
  if (!marked.startsWith(itemed)) return { text: normalized, kind: "text", depth: 0 };
  return { text: normalized, kind: "bullet", depth: 1 + (marked.match(/\uE002/g)?.length ?? 0) };
}

/** Abbreviations that end in a full stop within a sentence. */
const abbreviation = /(?:^|[\s("'])(?:e\.g|i\.e|etc|vs|approx|incl|no|St|[Mm]in|[Mm]ax|[A-Z])$/;

/**
 * Longer than any abbreviation with the character before it: this much text before a full stop is
 * enough to recognize one.
 */
const LONGEST_ABBREVIATION = 20;

/** The sentences of a paragraph, trimmed; empty for blank text. */
function splitIntoSentences(block: string): readonly string[] {
  const sentences: string[] = [];
  let start = 0;
  const take = (end: number): void => {
    const sentence = block.slice(start, end).trim();
    if (sentence !== "") sentences.push(sentence);
    start = end;
  };
  // A full stop followed by the beginning of a sentence, or a remark in brackets, which needs no
  // full stop before it.
  for (const match of block.matchAll(
    /[.!?]["'`)\]]*(?:\s+(?=["'`([]*[A-Z0-9])|(?=\[))|\s(?=\[[A-Z][a-z]+ )/g,
  )) {
    const isStop = /^[.!?]/.test(match[0]);
    if (
      isStop &&
      abbreviation.test(
        block.slice(Math.max(start, match.index - LONGEST_ABBREVIATION), match.index),
      )
    )
      continue;
    take(match.index + match[0].length);
  }
  take(block.length);
  return sentences;
}
