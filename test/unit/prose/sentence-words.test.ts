import { describe, expect, it } from "vitest";
import {
  hasUnclearEnd,
  type Sentence,
  sentencesOf,
  withoutReason,
} from "../../../generator/prose/sentences.js";
import { filledIn, type Row } from "./read.js";

const split = (text: string): readonly Sentence[] =>
  sentencesOf({ label: "here", pointer: "#/here", text, field: null });
const read = (text: string): string =>
  split(text)
    .map((each) => each.text)
    .join(" | ");
const filled = (rows: readonly Row[]): readonly string[] =>
  rows.flatMap(([template, words]) => filledIn(template, words));

describe("a duty", () => {
  it.each([
    ["It has to be set.", "It must be set."],
    ["They have to be set.", "They must be set."],
    ["It needs to be set.", "It must be set."],
    ["They need to be set.", "They must be set."],
    ["Has to be set.", "Must be set."],
    ["Have to be set.", "Must be set."],
    ["Needs to be set.", "Must be set."],
    ["Need to be set.", "Must be set."],
  ])("is read as “must”: %s", (text, must) => {
    expect(read(text)).toBe(must);
  });

  const NONE: readonly Row[] = [
    [
      "Lamps _ have to be sent.",
      `do~not no never are~to will would may might could can should shall no~longer rarely seldom
       hardly if~you~ever`,
    ],
    [
      "_ to be sent.",
      "nothing~has nobody~has no~one~needs no~lamps~have no~other~lamp~needs people~who~have",
    ],
    ["It is something _ has to sell.", "the a any who"],
    ["Each _ has to be read by you.", "row"],
    ["The _ have to be read by you.", "rows"],
    [
      "The access that lamps have to _ accounts.",
      "the an~owner's a~friend's your their its his her this that these those our all any each",
    ],
    ["You have to _ it first.", "know see request contact apply~for ask~for sign"],
  ];
  it("is not read into sentences that demand nothing of a request", () => {
    expect(filled(NONE).filter((text) => read(text) !== text)).toEqual([]);
  });
});

describe("a synonym", () => {
  it.each([
    ["IT CAN'T BE SET.", "IT CANNOT BE SET."],
    ["IT CAN NOT BE SET.", "IT CANNOT BE SET."],
    ["Can not be set.", "Cannot be set."],
    ["You can not only set it.", "You can not only set it."],
    ["It shan't.", "It shall not."],
    ["It WON'T.", "It will not."],
    [
      'It is said to be "what has to be", or `can\'t`.',
      'It is said to be "what has to be", or `can\'t`.',
    ],
    ["It is \u2018this\u2019 or \u201cthat\u201d.", "It is 'this' or \"that\"."],
    ["It is thrown out of the shop.", "It is thrown out of the shop."],
    ["It is turned away from us.", "It is rejected from us."],
    ["It comes back as an error.", "It will be rejected."],
    ["It comes back with a 400.", "It will be rejected."],
    ["They come back with an error.", "They will be rejected."],
    ["It errors out.", "It will be rejected."],
    ["They error out.", "They will be rejected."],
    ["It is going to be rejected.", "It will be rejected."],
    ["They are going to be refused.", "They will be refused."],
    ["They are going to be blue.", "They are going to be blue."],
    ["It is treated as an error.", "It is rejected."],
    ["They are treated as invalid and rejected.", "They are rejected."],
    ["It is regarded as a mistake.", "It is rejected."],
    ["It is considered an error.", "It is rejected."],
    ["It is taken as invalid.", "It is rejected."],
    ["It is treated as a gift.", "It is treated as a gift."],
    ["It must be set for obvious reasons.", "It must be set."],
    ["It must be set, for technical reasons.", "It must be set."],
    ["For historical reasons, it must be set.", "it must be set."],
    ["It must be set for legal reasons", "It must be set"],
    ["It must be set for practical reasons, too.", "It must be set too."],
    ["It must be set for other reasons.", "It must be set for other reasons."],
  ])("is replaced: %s", (text, replaced) => {
    expect(read(text)).toBe(replaced);
  });

  const REJECTED: readonly Row[] = [["They _ rejected.", "is are be get gets"]];
  it.each(["turned down", "turned away", "thrown out", "bounced", "knocked back"])(
    "of “rejected” is replaced: %s",
    (words) => {
      expect(filled(REJECTED).map((text) => read(text.replace("rejected", words)))).toEqual(
        filled(REJECTED),
      );
    },
  );
});

const ENDINGS = ["_ the request fails.", "_ it fails."].flatMap((text) =>
  filledIn(
    text,
    `,~or ;~or :~or ~-~or ~\u2013~or ~\u2014~or ~or ,~or~else ,~otherwise ,~else ;~otherwise, ~or,`,
  ),
);
const CONSEQUENCES = [
  ...[
    "an error occurs",
    "an error is returned",
    "an error is raised",
    "an error is thrown",
    "a 400 error is returned",
    "a validation error occurs",
  ],
  ...filledIn(
    "_ fail",
    "they we you the~requests your~call this~report that~update any~query its~queries",
  ),
  ...filledIn(
    "_ fails",
    "the~whole~request an~entire~upload the~api a~call the~entry the~event the~item the~api~call",
  ),
  ...filledIn(
    "it _",
    "will~fail would~fail is~rejected gets~refused is~then~declined will~also~be~rejected",
  ),
  ...filledIn("it _", "is~invalid is~not~accepted is~not~processed is~not~valid"),
  ...filledIn("they _", "are~invalid get~rejected"),
  ...filledIn("we _", "reject~it reject~them reject~the~request reject~the~call"),
  ...filledIn("the API _", "rejects~it"),
  ...filledIn(
    "you _",
    "get~an~error receive~a~400 get~a~400~error get~an~error~400 get~a~validation~error",
  ),
  ...filledIn(
    "it _",
    "returns~an~error causes~an~error raises~an~error will~be~an~error is~rejected~with~a~400",
  ),
  ...filledIn("it fails with _", "an~error a~400~error an~error~400"),
];

describe("what happens otherwise", () => {
  it("is left out of what is read", () => {
    const texts = [
      ...ENDINGS.map((end) => `It must be blue${end.toLowerCase()}`),
      ...CONSEQUENCES.map(
        (end) => `It must be blue, or ${end.replace(/^[A-Z](?!P)/, (one) => one.toLowerCase())}.`,
      ),
    ];
    expect(texts.filter((text) => read(text) !== "It must be blue.")).toEqual([]);
    expect(texts.filter((text) => split(text)[0]?.isDemanded !== true)).toEqual([]);
  });

  it("is left in place if it is something else", () => {
    const texts = [
      "It must be blue or the request is green.",
      "It must be blue, or the request fails only once.",
      "It must be blue, or the visitor fails.",
      "It must be blue, or no error occurs.",
      ...filledIn(
        "It is _ in blue; otherwise it fails.",
        "accepted allowed permitted supported valid available",
      ),
      ...filledIn("It _ in blue; otherwise it fails.", "can~be~set may~be~sent"),
    ];
    expect(texts.filter((text) => read(text) !== text)).toEqual([]);
    expect(
      filled([
        ["It is _ in blue; otherwise it fails.", "not~accepted never~allowed only~valid"],
        ["It _ accepted in blue; otherwise it fails.", "must~be cannot~be is~no~longer"],
      ]).filter((text) => read(text) !== text.replace("; otherwise it fails", "")),
    ).toEqual([]);
  });

  it.each([
    ["Send it with `a`, or it fails.", "Must be sent with `a`."],
    ["Please always pass this along with `a`, or it fails.", "Must be sent along with `a`."],
    ["Provide them together with a_b, or it fails.", "Must be sent together with a_b."],
    ["Give these with `a`, or it fails.", "Must be sent with `a`."],
    ["Supply it with `a`, or it fails.", "Must be sent with `a`."],
    ["Send it with care, or it fails.", "Send it with care."],
    ["Send it with `a`.", "Send it with `a`."],
  ])("turns a command into a demand: %s", (text, demand) => {
    expect(read(text)).toBe(demand);
  });

  it("may belong to a condition if no comma comes before it", () => {
    const texts = filledIn(
      "It is green _ it is blue or the call fails.",
      "if when whenever unless once where while whether as~long~as",
    ).concat(filledIn("It needs _ the lamps or the call fails.", "one~of either"));
    expect(texts.filter((text) => read(text) !== text)).toEqual([]);
    expect(texts.filter((text) => !hasUnclearEnd(split(text)[0] as Sentence))).toEqual([]);
    const clear = [
      "It is green if it is blue, or the call fails.",
      "It is green or the call fails.",
      "It is green if it is blue.",
    ];
    expect(
      clear.filter((text) => hasUnclearEnd({ ...(split("A.")[0] as Sentence), text })),
    ).toEqual([]);
  });
});

describe("a reason before a demand", () => {
  const REASONS: readonly Row[] = [
    [
      "It is printed, _ use blue.",
      `so so~please hence therefore thus which~is~why that~is~why which~means which~means~that
       for~that~reason for~this~reason please so,`,
    ],
    ["It is printed; _ use blue.", "so"],
    [
      "_ use blue.",
      "therefore, thus hence consequently, for~that~reason, for~this~reason this~is~why that~is~why",
    ],
    [
      "In _, use blue.",
      "each~entry every~item each~object each~element each~record each~entry~of~the~list",
    ],
    ["For _, use blue.", "each~entry"],
    ["_ it is part of the lamp, use blue.", "since because as given~that"],
    [
      "As it _ lamps, use blue.",
      `is are was were has have do does can must may will cannot gets get become becomes
      include includes contain contains show shows read reads`,
    ],
    ["As _ like lamps, use blue.", "we they it you"],
    [
      "The lamp _ the shop: use blue.",
      "is are cannot must do does choose decide pick select remember",
    ],
  ];
  it("is left out of the demand", () => {
    expect(filled(REASONS).filter((text) => withoutReason(text) !== "use blue.")).toEqual([]);
  });

  const CASES: readonly Row[] = [
    ["_ the lamp, it is printed, so use blue.", "for in with on at during under"],
    [
      "It is printed _ it is green, so use blue.",
      "if when whenever unless once where while until only as~soon~as",
    ],
    ["It is printed, so _ blue is used.", "that"],
    ["_ of the lamp it is green, use blue.", "because"],
    ["As _ as it is green, use blue.", "long soon far"],
    ["As it is green _ it is red, use blue.", "if when unless until while where only except"],
    [
      "As it is _, use blue.",
      "`green` 5 a_b BLUE your~lamp for~lamps not~green no~lamp never~green",
    ],
    ["As colors of lamps, use _.", "blue"],
    ["_ the green lamp it is so: use blue.", "for in with at on"],
    [
      "The lamp is green _: use blue.",
      `if~it~is when~it~is whenever~it~is unless~it~is where~it~is while~it~is
      until~it~is only~then except~at~night that~day which~is~odd whose~shop~it~is the~following
      and~applies and~so~apply as~it~holds and~true and~they~do~not and~does~not and~is~not no~longer`,
    ],
    ["It is _: use blue.", "so"],
    ["Lamps of shops: use _.", "blue"],
  ];
  it("is kept if it may be a case, or if it is something else", () => {
    expect(filled(CASES).filter((text) => withoutReason(text) !== text)).toEqual([]);
  });
});

describe("Markdown and HTML", () => {
  it.each([
    ["# Lamps\nBlue.", "Lamps | Blue."],
    ["  ###### Lamps\nBlue.", "Lamps | Blue."],
    ["#Lamps are\nblue", "#Lamps are blue"],
    ["Lamps\n---\nblue", "Lamps | blue"],
    ["Lamps\n  ===  \nblue", "Lamps | blue"],
    ["Lamps\n--\nblue", "Lamps -- blue"],
    ["Green. \n<h2 class='x'>Lamps</h2>blue", "Green. | Lamps | blue"],
    ["Green <H3>Lamps</H3> blue", "Green | Lamps | blue"],
    ["Green\n**Lamps**:\n- blue", "Green | Lamps | blue"],
    ["Green\n<b>Lamps</b>\n\nblue", "Green | Lamps | blue"],
    ["Green<br>**Lamps**<br>blue", "Green | Lamps | blue"],
    ["<strong>Lamps</strong>\n1. blue", "Lamps | blue"],
    ["Green\n**Lamps** are\nblue", "Green Lamps are blue"],
    ["Lamps\nBLUE: sold\nRED - not sold", "Lamps | BLUE: sold | RED - not sold"],
    [
      "Lamps\n`BLUE` \u2013 sold\n  RED \u2014 not sold",
      "Lamps | `BLUE` \u2013 sold | RED \u2014 not sold",
    ],
    ["Lamps\nA: sold", "Lamps A: sold"],
    ["Lamps<br/>are blue", "Lamps are blue"],
    ["Lamps<br>blue: sold", "Lamps | blue: sold"],
    ["Lamps<ul><li class='x'>blue</li><li>red</ul>and", "Lamps | blue | red | and"],
    ["Lamps<p>blue</p>red<hr/>green<ol>x</ol>", "Lamps | blue | red | green | x"],
    ["Lamps <code> BLUE </code> and <code>RED</code>.", "Lamps `BLUE` and `RED`."],
    ["Lamps <CODE>BLUE</CODE>.", "Lamps `BLUE`."],
    ["Lamps </code> BLUE.", "Lamps BLUE."],
    ["[Old](https://a.test/b) Lamps\n\n[New](x) Lamps", "Old | Lamps | New | Lamps"],
    ["[Old](x) lamps", "Old lamps"],
    ["Lamps (see [the shop](x)).", "Lamps (see the shop)."],
    ["<a href='x'>Old</a> lamps", "Old lamps"],
    ["Lamps are <i>blue</i> if a < b.", "Lamps are blue if a < b."],
    [
      "Lamps &lt; 5 &amp; &gt; 3 &quot;x&quot; &#39;y&#39; &copy;.",
      "Lamps < 5 & > 3 \"x\" 'y' &copy;.",
    ],
    ["Lamps:\n* blue\n\u2022 red\n2. green\n- white", "Lamps: | blue | red | green | white"],
    ["Lamps\r\n\r\nblue\rred", "Lamps | blue red"],
    ["Lamps\n \t\nblue", "Lamps | blue"],
    ["Lamps\uE000\uE001 blue", "Lamps blue"],
  ])("is taken apart: %j", (text, sentences) => {
    expect(read(text)).toBe(sentences);
  });

  it("introduces the sentences below a heading or in a list", () => {
    const context = (text: string) =>
      split(text).map(({ text, heading, before, beside }) =>
        [text, heading, before, beside]
          .map((each) =>
            (typeof each === "string" ? each : (each?.text ?? "")).replace(/[.:]$/, ""),
          )
          .join(" < "),
      );
    expect(
      context("# One\nTwo. Three.\n\nFour:\n- Five. Six.\n  - Seven.\n- Eight.\n\n# Nine\nTen."),
    ).toEqual([
      "One <  <  < ",
      "Two < One <  < ",
      "Three < One < Two < ",
      "Four < One <  < ",
      "Five < Four <  < ",
      "Six < Four < Five < ",
      "Seven < Six <  < ",
      "Eight < Four <  < Five",
      "Nine <  <  < One",
      "Ten < Nine <  < ",
    ]);
  });
});

describe("the end of a sentence", () => {
  it.each([
    ["Sold e.g. Lamps are. Blue.", "Sold e.g. Lamps are. | Blue."],
    ["Sold i.e. Lamps.", "Sold i.e. Lamps."],
    ["Lamps etc. Are blue.", "Lamps etc. Are blue."],
    ["Lamps vs. Tables.", "Lamps vs. Tables."],
    ["It takes approx. 5 lamps.", "It takes approx. 5 lamps."],
    ["Sold incl. VAT.", "Sold incl. VAT."],
    ["Lamp no. 5.", "Lamp no. 5."],
    ["Lives in St. Gallen.", "Lives in St. Gallen."],
    ["Lamps (min. 5).", "Lamps (min. 5)."],
    ["Min. 5 lamps.", "Min. 5 lamps."],
    ["Max. 5 lamps.", "Max. 5 lamps."],
    ["It has max. 5 lamps.", "It has max. 5 lamps."],
    ["5 lamps max. They are blue.", "5 lamps max. | They are blue."],
    ["From 5 to max. 9 lamps.", "From 5 to max. 9 lamps."],
    ["From 5 or max. 9 lamps.", "From 5 or max. 9 lamps."],
    ["5 and max. 9 lamps.", "5 and max. 9 lamps."],
    ["Of J. Doe.", "Of J. Doe."],
    ['Say "no. 5".', 'Say "no. 5".'],
    ["Blue! Red? Green.", "Blue! | Red? | Green."],
    ["(Blue.) Red.", "(Blue.) | Red."],
    ['Say "blue." "Red".', 'Say "blue." | "Red".'],
    ["Blue. (Red.)", "Blue. | (Red.)"],
    ["Blue. 5 lamps.", "Blue. | 5 lamps."],
    ["Blue. [Red]", "Blue. | [Red]"],
    ["Blue. - Red.", "Blue. | Red."],
    ["Lamps [Old lamps are blue]", "Lamps | [Old lamps are blue]"],
    ["Lamps [old]", "Lamps [old]"],
    ["Lamps [Old]", "Lamps [Old]"],
    ["Blue. a_b is red.", "Blue. | a_b is red."],
    ["Blue. red.", "Blue. red."],
    ["Blue.Red.", "Blue.Red."],
  ])("is found: %s", (text, sentences) => {
    expect(read(text)).toBe(sentences);
  });
});
