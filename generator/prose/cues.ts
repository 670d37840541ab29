import type { Sight } from "./read-context.js";

/** Words that sentences use to bind somebody to something. A sentence with one of them is explained, or it is a problem. */
const binding: readonly RegExp[] = [
  /\b(?:must|shall|should|shouldn't|cannot|can't|may not|need(?:s|ed)?|requires?|required|mandatory|have to|has to|ought)\b/i,
  /\b(?:not|no|never|none|neither|nor|without|except|unless|exclud\w*|unsupported|invalid|prohibited|forbidden)\b|n't\b/i,
  /\b(?:only|exclusive\w*|at least|at most|max|min|maximum|minimum|limit\w*|up to|more than|less than|fewer|exceed\w*|restrict\w*)\b/i,
  /\b(?:before|after|earlier|later|older|newer|back from|in advance)\b/i,
  /\b(?:either|both|together|mutually|one of|combin\w+ with|conflicts?|instead of)\b/i,
  /\b(?:if|when|whenever|unless|provided that|in case)\b/i,
  /\b(?:allowed|permitted|supported|supports?|accepted|accepts?|available|unavailable|ignor\w+|rejected|non-empty|(?:ending|starting|beginning) (?:in|with))\b/i,
  /\b(?:defaults?|formatted|YYYY)\b|\bformat:|\bformats? is\b/i,
  /\b(?:hourly|daily|weekly|monthly|level) reports?\b/i,
  /\b(?:solely|exclusively|in conjunction|alongside|depends?|dependent|conditional|as long as|rather than|other than|apart from|until|beyond|prior to|ago|future|disallow\w*|refus\w*|ban(?:s|ned)?|incompatible|reserved|between|greater|smaller|larger|longer|shorter|equals?)\b/i,
  /\b\d+(?:\.\d+)?[ -](?:hour|day|week|month|year|item|value|id|character|quer|request|row|column)\w*\b/i,
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|dozen|\w+teen|\w+ty|hundred|thousand|full|whole|calendar)[ -](?:hour|day|week|month|year)s?\b/i,
  /\ba (?:week|month|quarter|year)\b/i,
  /\b\d+\s*-\s*\d+\b|\bapply \d+/i,
];

/** The first thing in a text that may bind somebody; null when there is nothing. */
export function cueOf(text: string, sight: Sight): string | null {
  for (const cue of binding) {
    const found = cue.exec(text);
    if (found) return found[0];
  }
  return mentionOf(text, sight);
}

/** A mention of another field, or of a value that only other fields have. */
export function mentionOf(text: string, { self, vocabulary }: Sight): string | null {
  const others = [...vocabulary.fields.values()].filter((field) => field !== self);
  const named = others.find(({ name }) => {
    // A name is text, whatever a description calls its fields.
    const literal = name.replaceAll(/[^\w]/g, "\\$&");
    return new RegExp(
      name.includes("_")
        ? `\\b${literal}\\b`
        : `\`${literal}\`|(?:^|[.,;:(] ?|\\b(?:if|when|whenever|where|and|or|unless) (?:the )?)${literal} (?:is|=|equals)\\b`,
    ).test(text);
  });
  if (named) return named.name;
  const words = new Set(text.match(/\b[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*\b/g) ?? []);
  const isOwn = (word: string): boolean => self?.values.includes(word) ?? false;
  return [...words].find((word) => word.length > 2 && !isOwn(word) && others.some(({ values }) => values.includes(word))) ?? null;
}
