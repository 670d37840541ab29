import { describe, expect, it } from "vitest";
import { demandsOfRequest, isAboutWorld, isOfOwnValue } from "../../../generator/prose/concern.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { filledIn, type Row, sentenceOf, vocabulary } from "./read.js";

/** Whether a sentence is about the world, so that no request can violate it. */
function isOfWorld(text: string): boolean {
  const context = readContextOf(sentenceOf(text), vocabulary);
  const { text: read } = context.sentence;
  return isAboutWorld(read, context) && !demandsOfRequest(read, context);
}

const OF_WORLD: Readonly<Record<string, readonly Row[]>> = {
  "what a report contains": [
    [
      "The name must be _ the report.",
      `left~out~of listed~in included~in named~in shown~in part~of missing~in
      missing~from dropped~from excluded~from absent~from removed~from`,
    ],
    [
      "The name must be listed in _.",
      `the~reports your~report a~report all~reports any~report other~reports responses files results
      statistics output the~output tables dashboards`,
    ],
    [
      "In _, the name must be blue.",
      `the~file the~response the~output the~result the~results the~UI the~dashboard the~interface the~app
      Ads~Manager the~statistics the~table a~table an~open~table`,
    ],
    [
      "A label _ must be blue.",
      `of~the~response in~the~result from~the~file of~an~output of~each~answer of~every~answer of~statistics
      of~the~new~response of~the~finished~report of~returned~reports of~generated~reports of~ready~reports`,
    ],
    [
      "Blue labels _ `lamps`, and must be painted.",
      `are~listed~under are~returned~in are~reported~as are~found~in are~shown~in
      will~be~given~as are~then~listed~under`,
    ],
    ["A blue label _ `lamps`, and must be painted.", "is~listed~under"],
  ],
  "a purpose": [
    ["_ win a race, the label must be blue.", "to in~order~to"],
    [
      "For _ to win a race, the label must be blue.",
      "the~shop a~shop an~owner your~shop our~shop shops",
    ],
  ],
  "a case": [
    [
      "_ it must be blue, nobody sees it.",
      `if when whenever until before after once because as~long~as as~soon~as while whereas although
      though even~if even~though where wherever so~that in~case provided~that otherwise whether however since but~if
      and~if or~if so~if only~if`,
    ],
    [
      "_, the label must be blue.",
      `if~the~invoice~was~paid if~a~visitor~clicked~the~lamp when~a~campaign~has~ended if~we~approved~it
      once~the~label~was~seen after~the~label~was~seen as~soon~as~the~label~was~seen`,
    ],
  ],
  "what is passed on": [["The price must be _.", "passed~on passed~through left~out~of~it"]],
  "what is corrected": [
    [
      "The label must be blue, _.",
      `so~it~is~padded otherwise~it~is~filled~up else~they~are~rounded or~it~will~be~extended
      or~else~it~gets~completed so~it~is~cut so~it~is~trimmed so~it~is~shortened so~it~is~dropped so~it~is~moved so~it~is~adjusted
      so~it~is~corrected`,
    ],
  ],
  somebody: [
    ["_ lamps must have a valid tag.", "our"],
    ["_ always have a valid tag.", "we"],
    ["A visitor arrived, and _ must have a valid pass.", "he she they those"],
    ["A visitor arrived, and _ hat must have a valid tag.", "its their"],
    [
      "_ no visitor with a valid pass.",
      "there~is there~are there~was there~were there~may~be there~can~be there~will~be",
    ],
    ["People must send `_`.", "null true false"],
  ],
  "what visitors do": [
    [
      "Visitors _ must have a valid pass.",
      `only also never always still therefore thus usually often already then just not even please
      yet rather seldom rarely sometimes hence however`,
    ],
    [
      "Visitors _ a valid pass.",
      `are was were be have had do did cannot could might shall should will would need ought may must can`,
    ],
    ["A visitor _ a valid pass.", "is has does needs"],
    [
      "Visitors take _ valid pass.",
      "the a an each every this its their your no more less at up only any one two 5",
    ],
    ["Visitors take _ valid passes.", "all these our"],
    ["Visitors arrived, _ must have a valid pass.", "and but or so yet nor and~then and~therefore"],
  ],
  "what leaves a choice": [
    [
      "It _ which label must be painted.",
      `makes~no~difference made~no~difference is~making~no~difference has~no~effect~on has~no~influence~on
      has~no~impact~on has~no~point~in~knowing is~no~reason~to~know is~sufficient~to~know is~advisable~to~know
      is~easier~to~know is~sufficient~not~to~know does~not~matter`,
    ],
    [
      "They _ which label must be painted.",
      "are~sufficient~to~know do~not~matter~to make~no~difference~to",
    ],
  ],
  "the past": [
    ["The label _ limited at night.", "was~only had~only"],
    ["The labels _ limited at night.", "were~only"],
  ],
};

const OF_REQUEST: Readonly<Record<string, readonly Row[]>> = {
  "what you send": [
    [
      "The price must be _.",
      `sent given provided specified supplied passed entered submitted omitted left~out left~empty
       left~blank`,
    ],
    [
      "The price _ be given.",
      "cannot may~not shall should must~not must~never must~always must~also must~only",
    ],
    ["The price _ send must be blue.", "that~you~can which~you~can that~you~may that~you~must"],
    ["The name _ invoice must be unique.", "you nobody"],
    ["_ label contains letters, and a visitor sees it.", "each every"],
    ["_ labels contain letters, and a visitor sees it.", "all"],
    ["People must send _.", "foo_bar `foo` `foo_bar`"],
    ["A label must be blue in the _ too.", "results file"],
    ["_ must be blue.", "something anything everything nothing"],
    ["_ seen, the label must be blue.", "to~be"],
  ],
  "values of fields": [
    [
      "AGE _ lamps, and people see it.",
      "is~unavailable~for is~impossible~for necessitates demands presupposes implies precedes",
    ],
    ["AGE and CITY _ lamps, and people see it.", "necessitate demand presuppose"],
    ["People see AGE and _.", "nothing~else no~others no~other"],
  ],
  "a demand in certain cases": [
    [
      "The label must be blue _ visitors find it.",
      `if when whenever unless until before because as~long~as while
      whereas although though even~if even~though where wherever so~that in~case provided~that otherwise whether however only~if
      just~when`,
    ],
    ["The label must be blue_ visitors find it.", "; : ., ~and ~but ~so ~or ~nor ,"],
    [
      "Visitors arrived, _ must be blue.",
      "so~it and~it but~this hence~these therefore~it it so~this",
    ],
    ["_ glow at night.", "do~not never only"],
  ],
  "what was said before": [
    ["Visitors of a lamp are _.", "not~either"],
    ["People may _.", "neither"],
    ["Visitors are expected_", ". ,~always. :~many. ;~many. (always)."],
    ["A visitor is expected_", "."],
  ],
  dates: [
    [
      "People only love _ 5 days.",
      `data~of a~range~of a~period~of a~span~of an~interval~of a~date~within dates~within the~first~day~of
      the~last~day~of reports~that~reach reports~covering reports~cover reports~that~span reports~going reports~starting reports~begin
      reports~beginning reports~ending reports~reaches`,
    ],
    ["People only love 5 days of _.", "data range period span interval date dates metrics"],
    ["People only see _ and yesterday.", "`start_date`"],
  ],
};

describe("a sentence about the world", () => {
  it.each(Object.entries(OF_WORLD))("is recognized if it states %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(texts.filter((text) => !isOfWorld(text))).toEqual([]);
  });
});

describe("a sentence about the request", () => {
  it.each(Object.entries(OF_REQUEST))("is not taken for another if it is about %s", (_, rows) => {
    const texts = rows.flatMap(([template, words]) => filledIn(template, words));
    expect(texts.filter(isOfWorld)).toEqual([]);
  });
});

describe("a demand on a value", () => {
  const level = vocabulary.fields.get("level") ?? null;

  it.each([
    "SHOP must be alone.",
    "`SHOP` cannot be repeated.",
    'It is short, "SHOP" must be alone.',
    "It is short; SHOP cannot be repeated.",
    "SHOP has it all, so it must be alone.",
    "SHOP and SHELF are short, so they cannot be repeated.",
    "Since SHOP has it all, this must be alone.",
  ])("is recognized: %s", (text) => {
    expect(isOfOwnValue(text, level)).toBe(true);
  });

  it.each([
    "Lamps must be alone.",
    "Every SHOP must be alone.",
    "It must be alone, as SHOP is.",
    "SHOP has it all, so it is alone.",
    "SHOP is what visitors must be in.",
    "AGE must be alone.",
  ])("is not found in a sentence about something else: %s", (text) => {
    expect(isOfOwnValue(text, level)).toBe(false);
  });

  it("is not found without a field that has values", () => {
    expect(isOfOwnValue("SHOP must be alone.", null)).toBe(false);
    expect(isOfOwnValue("SHOP must be alone.", vocabulary.fields.get("window") ?? null)).toBe(
      false,
    );
  });
});
