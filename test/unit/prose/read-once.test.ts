import { expect, it } from "vitest";
import { readOnce } from "../../../generator/prose/read-once.js";
import type { Sentence } from "../../../generator/prose/sentences.js";
import { sentencesOf } from "../../../generator/prose/sentences.js";

const source = (text: string) => ({ label: "body:name", pointer: "#/x", text, field: "name" });

it("a sentence is read once per vocabulary, even if the result is empty", () => {
  const [first, second] = sentencesOf(source("One is read. Two are read.")) as [Sentence, Sentence];
  const vocabularies = [{ fields: new Map() }, { fields: new Map() }] as const;
  const read: string[] = [];
  const numberOf = readOnce(({ text }: Sentence, vocabulary) => {
    read.push(text);
    return vocabulary === vocabularies[0] ? undefined : text.length;
  });

  for (const vocabulary of [...vocabularies, ...vocabularies])
    for (const sentence of [first, second, first]) numberOf(sentence, vocabulary);

  expect(read).toEqual([first.text, second.text, first.text, second.text]);
});

it("a text is split once, so the results for its sentences are reused", () => {
  const text = source("One is read. Two are read.");
  expect(sentencesOf(text)[1]).toBe(sentencesOf(text)[1]);
});
