// Determines which parts of which wordings a set of sentences uses. A part is one path through a
// pattern: the pattern in one of its frames (bare, condition first, condition last), and each
// alternative and optional part that the sentence matched. Alternatives are identified by their
// text, so one that a macro adds to several patterns counts for all of them.
import { classifySentence, type Wordings } from "../../generator/prose/classify.js";
import { informational } from "../../generator/prose/informational.js";
import { patterns } from "../../generator/prose/patterns.js";
import type { Sentence } from "../../generator/prose/sentences.js";
import type { Vocabulary } from "../../generator/prose/vocabulary.js";

type Watch = (used: readonly string[]) => boolean;

/**
 * A regular expression that reports the alternatives it matched, and that can be restricted to some
 * of them.
 */
class Watched extends RegExp {
  readonly #name: string;
  readonly #ways: readonly (readonly [number, string])[];
  readonly #watch: Watch;

  constructor(test: RegExp, watch: Watch) {
    const { source, ways } = marked(test.source);
    super(source, test.flags);
    this.#name = nameless(test.source);
    this.#ways = ways;
    this.#watch = watch;
  }

  override exec(text: string): RegExpExecArray | null {
    const found = super.exec(text);
    if (!found) return null;
    const used = this.#ways.filter(([index]) => found[index] !== undefined).map(([, way]) => way);
    return this.#watch([this.#name, ...used]) ? found : null;
  }
}

const nameless = (source: string): string => source.replaceAll(/\?<\w+>/g, "?:");

interface Group {
  readonly opens: number;
  readonly alternatives: { begins: number; index: number }[];
}

/**
 * Adds an empty capture at the start of every alternative. Returns the new source and each
 * alternative's name.
 */
function marked(source: string): {
  readonly source: string;
  readonly ways: readonly (readonly [number, string])[];
} {
  const ways: (readonly [number, string])[] = [];
  const open: Group[] = [];
  let out = "";
  let captures = 0;
  for (const part of source.matchAll(
    /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<\w+>|[:=!]|<[=!]))?|[|)]|[^\\[(|)]+/gs,
  )) {
    const [text] = part;
    out += text;
    const group = open.at(-1);
    if (text.startsWith("(")) {
      if (text === "(" || /^\(\?<\w/.test(text)) captures += 1;
      open.push({
        opens: part.index,
        alternatives: [{ begins: part.index + text.length, index: ++captures }],
      });
      out += "()";
    } else if (text === "|" && group) {
      group.alternatives.push({ begins: part.index + 1, index: ++captures });
      out += "()";
    } else if (text === ")" && group) {
      const whole = nameless(source.slice(group.opens, part.index + 1));
      for (const [nth, { begins, index }] of group.alternatives.entries()) {
        const ends = (group.alternatives[nth + 1]?.begins ?? part.index + 1) - 1;
        ways.push([index, `${whole} -> ${nth} ${nameless(source.slice(begins, ends))}`]);
      }
      open.pop();
    }
  }
  return { source: out, ways };
}

function watched(watch: Watch): Wordings {
  return {
    patterns: patterns.map((pattern) => ({
      ...pattern,
      tests: pattern.tests.map((test) => new Watched(test, watch)),
    })),
    informational: informational.map((each) => ({ ...each, test: new Watched(each.test, watch) })),
  };
}

/** All parts that the sentences use. */
export function licenseOf(
  sentences: readonly (readonly [Sentence, Vocabulary])[],
): ReadonlySet<string> {
  const license = new Set<string>();
  let pending: string[] = [];
  const recording = watched((used) => {
    pending.push(...used);
    return true;
  });
  for (const [sentence, vocabulary] of sentences) {
    pending = [];
    if (classifySentence(sentence, vocabulary, recording).label !== "unknown")
      for (const way of pending) license.add(way);
  }
  return license;
}

/** The wordings, restricted to these parts. */
export function licensed(license: ReadonlySet<string>): Wordings {
  return watched((used) => used.every((way) => license.has(way)));
}
