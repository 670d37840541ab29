import { createHash } from "node:crypto";
import { leftOut, type Notice } from "../notice.js";
import { isObject, type Json, type JsonObject } from "../parse/json.js";
import { sourceDigest } from "../parse/pair.js";
import { readDescription } from "../parse/read.js";
import type { Skipped } from "../parse/skipped.js";
import { type Slice, type SlicedOperation, slice } from "../parse/slice.js";
import { once, Problems } from "../problem.js";
import { type Account, account, type Ledger } from "./account.js";
import { carried } from "./carried.js";
import type { NamedRule, UnreadSentence } from "./draft.js";
import { textsOf } from "./places.js";
import { beforeIn, remembered } from "./remembered.js";
import { fingerprint, sentencesOf } from "./sentences.js";
import { vocabularyOf } from "./vocabulary.js";
import { chosenOf, type Wanted } from "./wanted.js";

/** What `pull` makes of a description. */
export interface Pulled {
  /** A valid OpenAPI document: our operations with all their facts and rules, and no prose. */
  readonly document: JsonObject;
  /** Whether the text was a contract already. */
  readonly isContract: boolean;
  /** By operation: what became of its sentences. */
  readonly ledger: Readonly<Record<string, Ledger>>;
  /** Of the rules of the earlier contract that are not in this one, why; by operation and id. */
  readonly dropped: ReadonlyMap<string, string>;
  /** The rules that were proposed and accepted, each with its operation. */
  readonly accepted: readonly string[];
  /** Where prose and schema contradict each other. */
  readonly remarks: readonly string[];
  /** Sentences that may bind and give no rule, each with its operation, also those of operations that say `prose: certain`. */
  readonly unread: readonly UnreadOf[];
  /** The fingerprints that are to be skipped and that no sentence has, though nobody said that only older ones have it. */
  readonly idleSkips: readonly string[];
  readonly source: { readonly title: string; readonly version: string; readonly sha256: string };
  /** What stopped nothing and should be known: what was loosened or left out, and where. */
  readonly notices: readonly Notice[];
  /** The operations that the description has and that are not in the contract, because of one of the problems or notices. */
  readonly leftOut: readonly string[];
}

/** A sentence of an operation that may bind and gives no rule. */
export interface UnreadOf extends UnreadSentence {
  readonly operation: string;
  /** Whether every sentence of the operation was to be read: it was named, and does not say `prose: certain`. */
  readonly asked: boolean;
}

/**
 * Makes the contract of a description's text: the operations of the flows, their facts, and the rules that the prose states.
 * A contract has no prose; its rules are carried over. Throws `Problems`: what is broken, and unread sentences that were to be read,
 * unless `prose` is tolerant: then those are only in `unread`.
 */
export function contractOf(text: string, wanted: Wanted, skipped: Skipped = new Map()): Pulled {
  const description = readDescription(text);
  const { acceptProposed = false, prose = "strict" } = wanted;
  const chosen = chosenOf(wanted, description);
  const kept = slice(description, chosen.operations);
  const isContract = description.root("x-contract") !== undefined;
  const info = kept.document.info as { readonly title: string; readonly version: string };
  const before = wanted.before && beforeIn(wanted.before);
  const dropped = new Map<string, string>();
  const accounts = new Map(
    kept.operations.map((operation): readonly [SlicedOperation, Account] => {
      if (isContract) return [operation, carried(operation)];
      const { sentences, vocabulary } = proseOf(operation, kept);
      const read = account(sentences, vocabulary, { skipped, acceptProposed });
      const fingerprints = new Set(sentences.map((sentence) => fingerprint(sentence.text)));
      const now = { operation: operation.id, version: info.version, rules: read.rules, fingerprints, vocabulary };
      const memory = remembered(before, now);
      for (const [id, why] of memory.dropped) dropped.set(`${operation.id} ${id}`, why);
      return [operation, { ...read, rules: [...read.rules, ...memory.kept] }];
    }),
  );
  const unread = [...accounts].flatMap(([{ id }, account]) =>
    account.unread.map((sentence) => ({ ...sentence, operation: id, asked: chosen.listed.has(id) })),
  );
  const broken = [...kept.met].filter(([, { problems }]) => problems.length > 0);
  const stopping = prose === "strict" ? unread.filter(({ asked, proposed }) => asked || proposed.length > 0) : [];
  const problems = once([
    ...chosen.problems,
    ...broken.flatMap(([id, met]) => (chosen.named.has(id) ? met.problems : [])),
    ...[...accounts.values()].flatMap((each) => each.problems),
    ...stopping.map(({ problem }) => problem),
  ]);
  if (wanted.undecided) wanted.undecided.push(...problems);
  else if (problems.length > 0) throw new Problems(problems);
  const source = { ...info, sha256: createHash("sha256").update(text).digest("hex") };
  // A contract stays that of the description that it was made from.
  const named = isContract ? description.root("x-source") : sourceDigest(source);
  return {
    document: annotated(kept.document, accounts, named),
    isContract,
    ledger: Object.fromEntries([...accounts].map(([{ id }, { ledger }]) => [id, ledger])),
    dropped,
    accepted: [...accounts].flatMap(([{ id }, { accepted }]) => accepted.map((rule) => `${id} ${rule}`)),
    remarks: [...accounts].flatMap(([{ id }, { remarks }]) => remarks.map((remark) => `${id} ${remark}`)),
    unread,
    idleSkips: isContract ? [] : idle(skipped, [...accounts.values()]),
    source,
    notices: [
      ...chosen.notices,
      ...broken.flatMap(
        ([
          id,
          {
            problems: [first],
          },
        ]) => (chosen.named.has(id) || first === undefined ? [] : [leftOut(id, first)]),
      ),
      ...kept.operations.flatMap(({ id }) => kept.met.get(id)?.notices ?? []),
    ],
    leftOut: [...chosen.leftOut, ...broken.map(([id]) => id)],
  };
}

function idle(skipped: Skipped, accounts: readonly Account[]): readonly string[] {
  const met = new Set(accounts.flatMap(({ skips }) => skips));
  return [...skipped].flatMap(([fingerprint, { until }]) => (until === undefined && !met.has(fingerprint) ? [fingerprint] : []));
}

/** All sentences of an operation, and what their words can mean. */
function proseOf(operation: SlicedOperation, { resolve }: Pick<Slice, "resolve">) {
  const { places, fields } = textsOf(operation, resolve);
  return { sentences: places.flatMap(sentencesOf), vocabulary: vocabularyOf(fields, resolve) };
}

function annotated(document: JsonObject, accounts: ReadonlyMap<SlicedOperation, Account>, source: Json | undefined): JsonObject {
  const { openapi = null, ...rest } = document;
  const paths = new Map(Object.entries(isObject(rest.paths) ? rest.paths : {}));
  for (const [{ path, method }, { rules, ledger }] of accounts) {
    const item = paths.get(path) as JsonObject;
    const operation = item[method] as JsonObject;
    const notes = { "x-rules": rules.map(plainRule), "x-ledger": ledger as unknown as JsonObject };
    paths.set(path, { ...item, [method]: { ...operation, ...notes } });
  }
  return { openapi, "x-contract": 1, ...(source !== undefined && { "x-source": source }), ...rest, paths: Object.fromEntries(paths) };
}

function plainRule({ id, kind, until, when, params, sources }: NamedRule): JsonObject {
  return { id, kind, ...(until !== undefined && { until }), when, ...params, sources } as unknown as { readonly [key: string]: Json };
}
