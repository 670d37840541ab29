import type { Draft } from "../../generator/prose/draft.js";
import { readSentence } from "../../generator/prose/read-sentence.js";
import { relationDrafts } from "../../generator/prose/relation-reader.js";
import type { Sentence } from "../../generator/prose/sentences.js";
import { Statement } from "../../generator/prose/statement.js";
import {
  dateFormatDrafts,
  minDateDrafts,
  windowDrafts,
} from "../../generator/prose/statement-dates.js";
import { draftsOfParts } from "../../generator/prose/statement-fields.js";
import { readContextOf, type Vocabulary } from "../../generator/prose/vocabulary.js";

/** A single reader. */
type Reader = (sentence: Sentence, vocabulary: Vocabulary) => readonly Draft[];

/**
 * The parser's readers in the order in which they are tried. Running one alone reveals errors that
 * another one's result would hide.
 */
export const READERS: Readonly<Record<"relations" | "grammar" | "statement", Reader>> = {
  relations: (sentence, vocabulary) =>
    relationDrafts(sentence, readContextOf(sentence, vocabulary)),
  grammar: (sentence, vocabulary) => readSentence(sentence, vocabulary).drafts ?? [],
  statement: (sentence, vocabulary) => {
    const statement = new Statement(sentence, readContextOf(sentence, vocabulary), () => null);
    return [
      windowDrafts(statement),
      minDateDrafts(statement),
      dateFormatDrafts(statement),
      ...draftsOfParts(statement),
    ].flatMap((drafts) => drafts ?? []);
  },
};
