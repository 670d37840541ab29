import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import {
  buildFromDescription,
  type FromDescription,
} from "../../../cli/commands/generate/from-description.js";
import { earlierOutput, printNews } from "../../../cli/commands/generate/news.js";
import { Problems } from "../../../generator/problem.js";
import { many } from "../../support/effort.js";
import { testIo } from "../../support/in-process.js";
import { Draft, isTree, listed, type Tree, tree, type Value } from "./draft.js";
import { edited } from "./evolution.js";
import { written } from "./generate.js";
import { kinds } from "./kinds.js";
import { type Random, randomBy, shuffled } from "./random.js";
import { descriptionOf, offersOf, versions, wantedOf } from "./versions.js";

// Compares what `generate` says about an earlier output with both model.json files, which are read
// here without the code that compares them.

const SEED = Number(process.env.EVOLUTION_SEED ?? 1);
const folder = mkdtempSync(join(tmpdir(), "news-"));
afterAll(() => rmSync(folder, { recursive: true }));

interface Entry extends Tree {
  readonly name: string;
}
type Entries = ReadonlyMap<string, Entry>;

function entriesIn(text: string): Entries {
  const model = JSON.parse(text) as Tree;
  const all = [...listed(model.flows ?? []), ...listed(model.operations ?? [])] as Entry[];
  return new Map(all.map((entry) => [entry.name, entry]));
}

/**
 * A line: its first word, how many reports and calls it is about, which of them it names, where,
 * and what.
 */
interface Line {
  readonly word: string;
  readonly names: readonly string[];
  readonly amount: number;
  readonly places: string;
  readonly text: string;
}

function lineOf(line: string): Line {
  const [, word = "", flows = "", more = "0", places = "", text = ""] =
    /^(\w+) +([\w-]+(?:, [\w-]+)*)(?: and (\d+) more)?(?: (.*?))?: (.*)$/.exec(line) ?? [];
  const names = flows.split(", ");
  return { word, names, amount: names.length + Number(more), places, text };
}

/**
 * Expects that these lines are about this many reports and calls, and only about those listed. If
 * the list is truncated, there may be more.
 */
function expectTold(
  lines: readonly Line[],
  names: readonly string[],
  { what, isCut }: { readonly what: string; readonly isCut: boolean },
): void {
  const named = lines.flatMap((line) => line.names);
  const amount = lines.reduce((sum, line) => sum + line.amount, 0);
  const expected = isCut ? Math.min(amount, names.length) : names.length;
  expect([what, new Set(named).size, amount]).toEqual([what, named.length, expected]);
  expect(names, what).toEqual(expect.arrayContaining(named));
}

const rulesOf = (entry: Entry): readonly Tree[] => listed(entry.rules ?? []) as Tree[];
const idsOf = (entry: Entry): readonly string[] => rulesOf(entry).map(({ id }) => String(id));
const has = (all: readonly string[], one: string): boolean => all.includes(one);
const text = (value: Value | undefined): string => JSON.stringify(value ?? null);

/** The fields and values that a rule is about, without its conditions. */
const subject = ({ kind, params }: Tree): string => text([kind ?? null, params ?? null]);

/**
 * Whether a rule that is missing by id has no equivalent: no rule with other conditions, no wider
 * rule, and no day format in the field itself.
 */
function isReallyGone(rule: Tree, old: Entry, current: Entry): boolean {
  const isAnew = rulesOf(current).some(
    (other) => !has(idsOf(old), String(other.id)) && subject(other) === subject(rule),
  );
  const conditions = listed(rule.when ?? []).map(text);
  const isCovered = rulesOf(old).some(
    (other) =>
      other.id !== rule.id &&
      !has(idsOf(current), String(other.id)) &&
      subject(other) === subject(rule) &&
      other.severity === rule.severity &&
      listed(other.when ?? []).length < conditions.length &&
      listed(other.when ?? []).every((condition) => conditions.includes(text(condition))),
  );
  const isFormat = [old, current].some((entry) =>
    listed(tree(entry.body).fields).some(
      (field) =>
        tree(field).name === tree(rule.params).field && tree(tree(field).limits).format === "date",
    ),
  );
  return !isAnew && !isCovered && !(rule.kind === "date-format" && isFormat);
}

/** A report's described statuses; null if they are not listed. */
function statusesOf(entry: Entry): readonly string[] | null {
  const field = listed(tree(tree(entry.poll).response).fields).find(
    (one) => tree(one).name === "report_status",
  );
  const type = tree(tree(field).type);
  const found = listed(entry.enums ?? []).find((one) => tree(one).name === type.name);
  return type.kind === "enum" ? listed(tree(found).values).map(String) : null;
}

function expectAllTold(oldText: string, currentText: string, said: string): number {
  const [old, current] = [entriesIn(oldText), entriesIn(currentText)];
  const printed = said.split("\n").filter((line) => line !== "");
  const lines = printed.map(lineOf);
  expect(new Set(printed).size, said).toBe(printed.length);
  const both = [...old.values()].flatMap((entry) => {
    const now = current.get(entry.name);
    return now === undefined ? [] : [[entry, now] as const];
  });
  let amount = 0;
  const told = (
    word: string,
    fits: (line: Line) => boolean,
    names: readonly string[],
    what: string,
  ): void => {
    const isCut = printed.some((line) => new RegExp(`^${word} +and \\d+ more$`).test(line));
    const about = lines.filter((line) => line.word === word && fits(line));
    expectTold(about, names, { what: `${what}\n${said}`, isCut });
    amount += names.length;
  };

  const gone = [...old.keys()].filter((name) => !current.has(name));
  told("breaking", ({ text }) => text.startsWith("removed "), gone, "calls gone");

  const unpaged = both.filter(
    ([before, now]) => text(before.pageOf) !== "null" && text(now.pageOf) === "null",
  );
  told(
    "breaking",
    ({ text }) => text.includes("can no longer be read page by page"),
    unpaged.map(([{ name }]) => name),
    "lists without pages",
  );

  const ids = new Set(both.flatMap(([before]) => idsOf(before)));
  for (const id of ids) {
    const losing = both.filter(([before, now]) => {
      const [rule, still] = [before, now].map((entry) =>
        rulesOf(entry).find((one) => one.id === id),
      );
      if (rule === undefined) return false;
      return still === undefined
        ? isReallyGone(rule, before, now)
        : rule.until === undefined && still.until !== undefined;
    });
    told(
      "lost",
      ({ places }) => places.split(", ").includes(id),
      losing.map(([{ name }]) => name),
      `rule ${id} lost`,
    );
  }

  const statuses = new Set(both.flatMap(([before]) => statusesOf(before) ?? []));
  for (const status of statuses) {
    const losing = both.filter(([before, now]) => {
      const [was, is] = [statusesOf(before), statusesOf(now)];
      return was?.includes(status) === true && is?.includes(status) === false;
    });
    told(
      "lost",
      ({ places, text }) =>
        places.split(", ").includes("poll.response.report_status") &&
        new RegExp(`removed: (?:.*[ ,])?${status}\\b`).test(text.split(";")[0] ?? ""),
      losing.map(([{ name }]) => name),
      `status ${status} gone`,
    );
  }
  return amount;
}

/** The output folder of a version, and its model. */
interface Base {
  readonly folder: URL;
  readonly model: string;
}
const bases = new Map<string, Base>();

async function baseOf(version: string): Promise<Base> {
  const known = bases.get(version);
  if (known !== undefined) return known;
  const built = await made(written(descriptionOf(version)));
  const path = join(folder, version);
  mkdirSync(path);
  const model = built?.output.get("model.json") ?? "";
  writeFileSync(join(path, "model.json"), model);
  const base = { folder: pathToFileURL(`${path}/`), model };
  bases.set(version, base);
  return base;
}

async function made(description: string): Promise<FromDescription | null> {
  try {
    return await buildFromDescription(description, { keepGoing: true });
  } catch (error) {
    if (error instanceof Problems) return null;
    throw error;
  }
}

/**
 * What is printed about an earlier output when it is replaced by this description's; null if the
 * description is rejected.
 */
async function saidOf(
  { folder }: Base,
  description: string,
): Promise<{ readonly model: string; readonly said: string } | null> {
  const built = await made(description);
  if (built === null) return null;
  let said = "";
  const io = testIo({ stderr: (line) => (said += line) });
  printNews(earlierOutput(folder, built.model), "out", undefined, io);
  return { model: built.output.get("model.json") ?? "", said };
}

/** Checks the printed lines, and resolves to how many things were lost. */
async function expectNews(version: string, description: string): Promise<number> {
  const base = await baseOf(version);
  const news = await saidOf(base, description);
  return news === null ? 0 : expectAllTold(base.model, news.model, news.said);
}

/** Removals that an API's owner might make. Each returns whether there was anything to remove. */
const takes: Readonly<Record<string, (draft: Draft, random: Random) => boolean>> = {
  "an operation": ({ document }, random) => {
    const all = Object.values(tree(document.paths)).flatMap((item) =>
      Object.keys(tree(item)).flatMap((method) =>
        tree(tree(item)[method]).operationId === undefined ? [] : [[tree(item), method] as const],
      ),
    );
    if (all.length < 3) return false;
    const [item, method] = random.of(all);
    return delete item[method];
  },
  "the bookmark of some lists": ({ document }, random) => {
    const all = objectsIn(document).filter((one) => tree(one.properties).bookmark !== undefined);
    const [first, ...others] = shuffled(all, random);
    if (first === undefined) return false;
    for (const one of others.filter(() => random.coin())) one.required = [];
    return delete tree(first.properties).bookmark;
  },
  "a bookmark as text": ({ document }, random) => {
    const all = objectsIn(document).filter((one) => one.name === "bookmark" && one.in === "query");
    if (all.length === 0) return false;
    random.of(all).schema = { type: "array", items: { type: "string" } };
    return true;
  },
  "sentences of prose": ({ document }, random) => {
    const all = objectsIn(document).filter(
      (one) => typeof one.description === "string" && one.description.length > 60,
    );
    const some = shuffled(all, random).slice(0, Math.ceil(all.length / 3));
    for (const one of some) one.description = "";
    return some.length > 0;
  },
  "rules of a contract": ({ document }, random) => {
    const all = objectsIn(document).filter((one) => listed(one["x-rules"] ?? []).length > 0);
    for (const one of all)
      one["x-rules"] = listed(one["x-rules"]).filter(() => random.next() < 0.9);
    return all.length > 0;
  },
  statuses: ({ document }, random) => {
    const all = objectsIn(document).filter((one) => listed(one.enum ?? []).includes("FINISHED"));
    for (const one of all)
      one.enum = listed(one.enum).filter((status) => status === "FINISHED" || random.coin());
    return all.length > 0;
  },
  "values that rules name": ({ document }, random) => {
    const all = objectsIn(document).filter((one) => listed(one.enum ?? []).includes("HOUR"));
    const some = all.filter(() => random.coin());
    for (const one of some) one.enum = listed(one.enum).filter((value) => value !== "HOUR");
    return some.length > 0;
  },
  "fields of requests": (draft, random) => {
    const fields = draft.fields().filter(({ side, depth }) => side === "request" && depth === 0);
    for (const { owner, key } of shuffled(fields, random).slice(0, 6)) {
      delete tree(owner.properties)[key];
      if (owner.required !== undefined)
        owner.required = listed(owner.required).filter((name) => name !== key);
    }
    return fields.length > 0;
  },
};

function objectsIn(value: Value): readonly Tree[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  return isTree(value) ? [value, ...Object.values(value).flatMap(objectsIn)] : [];
}

describe(`what was lost since an earlier output, with seed ${SEED}`, () => {
  it.each(Object.keys(takes))("is printed once after removing %s", async (name) => {
    let amount = 0;
    const among = [...versions.keys()];
    for (let turn = 0; turn < many(4, 1); turn += 1) {
      const version = among[turn % among.length] ?? "";
      const document = descriptionOf(version);
      const random = randomBy(SEED, version, name, turn);
      const draft = new Draft({ document, offers: offersOf() }, wantedOf(version), random);
      if (takes[name]?.(draft, random)) amount += await expectNews(version, written(document));
    }
    // A contract has rules as data; a description has them in prose.
    if (!/^(?:rules|sentences of prose|values|fields)/.test(name))
      expect(amount, name).toBeGreaterThan(0);
  });

  it("is printed once for each edit when two kinds of edits are combined", {
    timeout: 1_800_000,
  }, async () => {
    const order = shuffled(kinds, randomBy(SEED, "order")).slice(0, many(kinds.length, 8));
    const among = [...versions.keys()];
    for (let at = 0; at < order.length; at += 2) {
      const version = among[(at / 2) % among.length] ?? "";
      const pair = order.slice(at, at + 2);
      const both = edited({ kinds: pair, version, seed: SEED });
      // If there is no place for one edit, the other one is still tested.
      const found =
        both === null ? pair.map((kind) => edited({ kinds: [kind], version, seed: SEED })) : [both];
      for (const one of found)
        if (one !== null && one.offers === null) await expectNews(version, one.text);
    }
  });

  it("is not printed if nothing differs", async () => {
    for (const version of versions.keys()) {
      const base = await baseOf(version);
      expect(await saidOf(base, written(descriptionOf(version)))).toMatchObject({ said: "" });
    }
  });
});
