import { type Parted, partsOf } from "./clauses.js";
import type { Draft } from "./draft.js";
import { type Kernel, kernels } from "./kernels.js";
import { bare } from "./macros.js";
import type { Vocabulary } from "./resolve.js";
import type { Sentence } from "./sentences.js";
import { type Sight, sightOf } from "./sight.js";
import { signsOf } from "./signs.js";

/** Longer sentences say more than a kernel does. */
const longest = 400;

/**
 * The rules that a sentence in new words seems to say, for a person to accept; nothing where there are two ways to read it.
 * Every word of it is part of a kernel, of a condition, or empty: a "not" or an "except" too many, and there is no proposal.
 */
export function propose(sentence: Sentence, vocabulary: Vocabulary): readonly Draft[] {
  if (sentence.text.length > longest || sentence.text.includes("@")) return [];
  const sight = sightOf(sentence, vocabulary);
  const readings = new Map<string, readonly Draft[]>();
  for (const part of partsOf(bare(sentence.text), sight)) {
    const signs = signsOf(part.said, vocabulary);
    for (const kernel of kernels) for (const drafts of readBy(kernel, { part, signs }, sight)) readings.set(JSON.stringify(drafts), drafts);
  }
  const [only, ...others] = readings.values();
  return only && others.length === 0 ? only : [];
}

function readBy(
  kernel: Kernel,
  { part, signs }: { readonly part: Parted; readonly signs: string },
  sight: Sight,
): readonly (readonly Draft[])[] {
  if (!stands(part, kernel.condition)) return [];
  const said = kernel.isBound ? signs.replaceAll(/ ?@(?:FINE|MUST|NEED)\b/g, "").trim() : signs;
  return kernel.tests.flatMap((test) => {
    const groups = test.exec(said)?.groups ?? (test.test(said) ? {} : null);
    const reading = groups && kernel.read({ ...part.groups, ...groups }, sight);
    if (!reading || "dead" in reading || "strange" in reading || reading.length === 0 || !reading.every((draft) => fits(draft, sight)))
      return [];
    return [reading];
  });
}

function stands({ when, leads }: Parted, where: Kernel["condition"]): boolean {
  if (where === "none") return when.length === 0;
  if (where === "anywhere or none") return true;
  return when.length > 0 && (where === "anywhere" || !leads);
}

/** A window that is told at a field that is neither a date nor what it depends on may be about something else. */
function fits({ kind, when, params }: Draft, { self }: Sight): boolean {
  if (when.some(({ field }) => field === params.field)) return false;
  if (self === null || !/^(?:max|min)-/.test(kind)) return true;
  if (when.some(({ field }) => field === self.name)) return true;
  if (kind === "max-lookback" || kind === "min-date") return self.name === params.field;
  return self.name === params.start || self.name === params.end;
}
