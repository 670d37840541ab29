// Malicious descriptions: a real one or a small one, with random changes.

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { smallContract } from "../../support/small-contract.js";
import { type Random, randomBy } from "../../system/evolution/random.js";

type Value = string | number | boolean | null | Value[] | { [key: string]: Value };
type Tree = { [key: string]: Value };

/** Text that calls the tripwire if it becomes code. */
const CODE = [
  "*/ PWNED(); /*",
  '"; PWNED(); "',
  "'; PWNED(); '",
  "`; PWNED(); `",
  `${"$"}{PWNED()}`,
  '\\"; PWNED(); //',
  "a\n PWNED();\n//",
  "a\u2028PWNED();\u2029//",
  "{{PWNED}}{{#if PWNED}}{{/if}}",
  "{{> header}}{{lookup PWNED}}",
  ")}]>; PWNED(); //",
  "a/; PWNED(); /a",
  "</script><script>PWNED()</script>",
  "\u202e/* PWNED \u2066*/",
  "constructor",
  "__proto__",
  "prototype",
  "toString",
  "hasOwnProperty",
  "default",
  "await",
  "eval",
  "con",
  "nul",
  "\u0000",
  "\u009b2J",
  "",
  " ",
  "x".repeat(5_000),
] as const;

/** Paths that leave the output folder, and addresses of other machines. */
const WAYS_OUT = [
  "../../../pwned",
  "/pwned",
  "..",
  "C:\\pwned",
  "a/../../pwned",
  "file:///etc/passwd",
  "http://127.0.0.1:9/x",
  "./other.yaml#/a",
  "//pwned",
] as const;

const PATTERNS = [
  "(a+)+$",
  "^(a|a)*$",
  "[",
  "(?<=a)b",
  "\\p{L}",
  "\\",
  "a{1000000}",
  "^(?:\\d+\\s?)*$",
  "(?<n>a)\\k<n>",
] as const;
const NUMBERS = [0, -1, 2 ** 53 + 2, -(2 ** 63), 1e308, 0.1, 1_000_000_000] as const;
const KEYWORDS = [
  "type",
  "enum",
  "pattern",
  "default",
  "required",
  "items",
  "allOf",
  "oneOf",
  "format",
  "nullable",
  "$ref",
] as const;

const documents = new Map<string, string>();

/** A description as JSON, which takes a tenth of the time of YAML to parse. */
function documentIn(file: string): Tree {
  const known = documents.get(file) ?? JSON.stringify(parse(readFileSync(file, "utf8")));
  documents.set(file, known);
  return JSON.parse(known) as Tree;
}

/** A different description for each number, and the same one each time. */
export function draftOf(number: number, seed: number, files: readonly string[]): string {
  const random = randomBy("hostile", seed, number);
  // Most are based on the small description: each of its places is changed more often, and a draft
  // takes a tenth of the time.
  const document =
    random.next() < 0.75 || files.length === 0 ? small() : documentIn(random.of(files));
  const places = placesIn(document);
  for (let changes = 1 + random.below(6); changes > 0; changes--)
    change(random.of(places), places, random);
  return JSON.stringify(document);
}

function small(): Tree {
  const text = { type: "string" };
  const name = "Part";
  const { document } = smallContract({
    createId: "analytics/create_report",
    path: "/ad_accounts/{ad_account_id}/reports",
    account: "ad_account_id",
    schemas: {
      [name]: {
        type: "object",
        required: ["value"],
        properties: { value: { type: "number", minimum: 0 }, note: text },
      },
    },
    body: {
      type: "object",
      required: ["start_date", "level"],
      properties: {
        start_date: { type: "string", format: "date", description: "Not more than 90 days back." },
        end_date: { type: "string", pattern: "^\\d{4}-\\d{2}-\\d{2}$" },
        level: { type: "string", enum: ["CAMPAIGN", "AD"], default: "AD" },
        columns: {
          type: "array",
          minItems: 1,
          maxItems: 5,
          items: { type: "string", enum: ["SPEND", "CTR"] },
        },
        parts: { type: "array", items: { $ref: `#/components/schemas/${name}` } },
        choice: { oneOf: [{ $ref: `#/components/schemas/${name}` }, text] },
        both: {
          allOf: [
            { $ref: `#/components/schemas/${name}` },
            { type: "object", properties: { more: text } },
          ],
        },
      },
    },
  });
  // Renames operations to those of a known report, so that most drafts contain one.
  return JSON.parse(
    JSON.stringify(document).replaceAll("things/get", "analytics/get_report"),
  ) as Tree;
}

interface Place {
  readonly holder: Value[] | Tree;
  readonly key: string | number;
}

function placesIn(node: Value, found: Place[] = []): Place[] {
  if (typeof node !== "object" || node === null) return found;
  for (const key of Object.keys(node)) {
    found.push({ holder: node, key });
    placesIn((node as Tree)[key] as Value, found);
  }
  return found;
}

/** Sets an own, enumerable property with any name. */
function put(holder: Value[] | Tree, key: string | number, value: Value): void {
  Object.defineProperty(holder, key, {
    value,
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

function change({ holder, key }: Place, places: readonly Place[], random: Random): void {
  const words = random.of([...CODE, ...WAYS_OUT]);
  const now = Object.getOwnPropertyDescriptor(holder, key)?.value as Value | undefined;
  if (now === undefined) return;
  const kinds: readonly (() => void)[] = [
    () =>
      put(
        holder,
        key,
        typeof now === "string"
          ? words
          : typeof now === "number"
            ? random.of(NUMBERS)
            : random.of<Value>([null, [], {}, 0, "", true]),
      ),
    // Renames a part.
    () => {
      if (Array.isArray(holder)) return put(holder, key, words);
      delete holder[key];
      put(holder, words, now);
    },
    () => {
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
    },
    // Copies parts from elsewhere, so that references and parts form cycles.
    () => {
      const { holder: other, key: at } = random.of(places);
      put(holder, key, structuredClone((other as Tree)[at] ?? null));
    },
    () =>
      put(holder, key, {
        $ref: random.of([
          ...WAYS_OUT,
          "#",
          "#/",
          "#/components/schemas/Part",
          "#/paths",
          `#/${words}`,
          "#/components/schemas/none",
        ]),
      }),
    () => put(holder, key, { allOf: [{ $ref: "#/components/schemas/Part" }, now] }),
    () =>
      put(holder, key, {
        type: "string",
        pattern: random.of([...PATTERNS, words]),
        maxLength: random.of(NUMBERS),
      }),
    () =>
      put(holder, key, {
        type: random.of<Value>(["string", "integer", ["string", "null"], words]),
        enum: [words, "A", random.of(NUMBERS), words],
      }),
    () =>
      put(holder, key, {
        type: "object",
        properties: Object.fromEntries([[words, { type: "string", default: words }]]),
        required: [words],
      }),
    () => put(holder, key, deep(20 + random.below(300))),
    () => {
      if (!Array.isArray(holder))
        put(holder, random.of(KEYWORDS), random.of<Value>([words, [words], { [words]: {} }, null]));
    },
  ];
  random.of(kinds)();
}

function deep(levels: number): Value {
  let made: Value = { type: "string" };
  for (let level = 0; level < levels; level++) made = { type: "array", items: made };
  return made;
}
