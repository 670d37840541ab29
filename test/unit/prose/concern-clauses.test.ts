import { describe, expect, it } from "vitest";
import { demandsOfRequest, isAboutWorld } from "../../../generator/prose/concern.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { filledIn, type Row, sentenceOf, vocabulary } from "./read.js";

/**
 * Whether a sentence clearly constrains a request ("binds"), is about the world, or is neither, so
 * it "may bind".
 */
function judged(text: string): "binds" | "may bind" | "world" {
  const context = readContextOf(sentenceOf(text), vocabulary);
  const { text: read } = context.sentence;
  if (demandsOfRequest(read, context)) return "binds";
  return isAboutWorld(read, context) ? "world" : "may bind";
}

/** Sentences that clearly constrain a request. */
const BINDING: Readonly<Record<string, readonly Row[]>> = {
  "words that compel": [
    [
      "Lamps of this kind _ the same colors.",
      "must~name can~only~name may~only~name may~not~repeat cannot~repeat must~never~repeat",
    ],
    ["Digits are _ in a mood.", "compulsory obligatory mandatory"],
    ["Digits are _.", "ruled~out"],
    ["A mood rules out _.", "digits"],
    ["A mood excludes _ digits.", "each all any every"],
    ["Do not list the same color again in the list of colors.", "x"],
    ["Never list the same color in two moods.", "x"],
    ["Only _ colors of lamps.", "provide send set specify use include"],
    ["Only include one of the colors.", "x"],
    ["The mood takes the form of a word.", "x"],
    ["Do not show anything but digits.", "x"],
    ["The mood has digits, and nothing else.", "x"],
    ["Please no digits.", "x"],
    ["No digits.", "x"],
    ["Letters, not _ than in the shade.", "more less"],
    ["Letters, at _.", "most the~most the~very~most least longest"],
    ["Letters, _ more than in the shade.", "no not"],
  ],
};

/** Sentences that may constrain a request. */
const MAY_BIND: Readonly<Record<string, readonly Row[]>> = {
  refusals: [
    [
      "A price without cents _.",
      `is~rejected will~reject rejects leads~to~rejection lead~to~rejection results~in~rejection
       result~in~rejection is~refused is~invalid is~forbidden is~prohibited is~disallowed
       is~illegal is~unsupported is~denied is~declined gets~an~error get~an~error results~in~an~error
       result~in~an~error leads~to~an~error lead~to~a~new~error raises~an~error raise~an~error
       is~not~allowed is~not~permitted is~not~accepted is~not~supported is~not~valid
       is~not~understood is~not~recognized is~not~recognised`,
    ],
  ],
  judgments: [
    [
      "Lamps without a color _, and a visitor sees it.",
      `error errors fail fails yield~a~400 are~under~bans are~banned are~allowed allow~it allows
       permit~it permitted accept~it accepted support supports supported are~valid
       need~validation require~it requires
       are~required are~mandatory are~compulsory are~obligatory are~incompatible are~mutually~dim
       are~ruled~out rule~out~more excludes~each exclude~all exclude~any exclude~every
       exclude~the~rest are~exclusive make~no~sense are~making~no~sense are~meaningful~only~then
       are~meaningless are~pointless are~useless`,
    ],
  ],
  demands: [
    [
      "Spell the mood _, and a visitor sees it.",
      `as~it~must~be as~one~shall as~one~should as~a~lamp~needs as~a~lamp~requires~it as~required
       as~mandatory as~compulsory as~obligatory as~it~cannot~be not~twice with~no~gaps never~twice
       with~none~of~it neither~here~nor~there nor~twice only~here just~so solely~here
       exclusively~here at~most~here at~the~most at~the~very~least at~longest at~the~latest
       at~earliest with~max~care with~min~care up~to~here with~more~than~care with~less~than~care
       with~fewer~than~before longer~than~now shorter~than~now smaller~than~now larger~than~now
       greater~than~now higher~than~now lower~than~now later~than~now earlier~than~now
       older~than~now within~its~limits as~exceeding~it between~lamps exactly~so either~way
       both~ways together as~one~of~them on~the~lowest~lamp on~the~highest~lamp on~the~smallest~lamp
       on~the~largest~lamp on~the~longest~lamp on~the~shortest~lamp with~errors as~rejected
       as~refused as~it~fails as~invalid as~forbidden as~prohibited as~disallowed as~allowed
       as~valid as~accepted as~permitted as~supported as~possible unless~dim alone
       and~nothing~else~here as~it~takes~the~form `,
    ],
    ["_ spell the mood aloud, and a visitor sees it.", "do~not"],
    ["_ the mood glows, and a visitor sees it.", "make~sure~that ensure~that avoid~that"],
    ["Spell the mood only _.", "in~English"],
    ["The possible moods _ dim or bright, and a visitor sees it.", "are"],
    ["The possible mood _ dim, and a visitor sees it.", "is"],
  ],
  "the form of values": [
    [
      "Lamps must show _ somewhere.",
      `a~char chars a~character characters letters a~digit lowercase lower~case uppercase upper~case
       hexadecimal a~whole~number an~integer spaces a~blank http https commas a~slash slashes
       a~quotation~mark a~query~string fragments ids entries elements`,
    ],
  ],
  "what is sent": [
    [
      "Colors must be unique and _.",
      "not~repeated only~given never~mixed always~named also~given both~listed either~mixed",
    ],
    ["A color must _ mixed.", "get have~been be not~get~being"],
  ],
};

/** Sentences about the world. */
const OF_WORLD: Readonly<Record<string, readonly Row[]>> = {
  "what is done with a color later": [
    ["A color must be _.", "passed~through passed~on set~up"],
    ["Lamps must be _ the wall.", "written~to"],
    ["Lamps must set up a table.", "x"],
    ["A late visit gets an error message on its screen.", "x"],
  ],
};

describe("what a sentence is about", () => {
  it.each(Object.entries(BINDING))("is clearly the request: %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(
      texts.filter((text) => judged(text) !== "binds").map((text) => [text, judged(text)]),
    ).toEqual([]);
  });
  it.each(Object.entries(MAY_BIND))("may be the request: %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(texts.filter((text) => judged(text) === "world")).toEqual([]);
  });
  it.each(Object.entries(OF_WORLD))("is the world: %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(
      texts.filter((text) => judged(text) !== "world").map((text) => [text, judged(text)]),
    ).toEqual([]);
  });
});
