import { describe, expect, it } from "vitest";
import { isAboutWorldOf } from "../../../generator/prose/concern.js";
import { filledIn, type Row, sentenceOf } from "./read.js";

/** Whether a sentence in the text of a field `mood` is about the world. If not, it may bind. */
function isOfWorld(text: string): boolean {
  return isAboutWorldOf(sentenceOf(text), new Set(["mood"]));
}

/** Sentences that no request can violate, whatever their words demand. */
const OF_WORLD: Readonly<Record<string, readonly Row[]>> = {
  people: [
    [
      "Your _ must have a valid license.",
      `user advertiser merchant agency owner admin administrator colleague customer visitor person
       people pinner reader viewer shopper buyer seller member representative manager team party
       partner human consumer follower moderator reviewer employee creator developer business
       company brand competitor household regulator authority publisher client account lawyer
       collaborator users agencies`,
    ],
    ["_ must have a valid license.", "nobody somebody someone everybody everyone anyone anybody"],
  ],
  "responses, money and events": [
    [
      "The _ is only valid until the shop closes.",
      `row line response result output file csv figure metric statistic average total sum ratio share
       rate percentage conversion click view impression purchase sale visit tap landing spend
       spending estimate price cost money charge fee invoice billing balance credit revenue delivery
       processing review generation attribution learning cache crawler server job queue import
       synchronization change edit update effect moment page site website shop device phone tablet
       screen browser market auction pixel login history dashboard ui interface wait answer
       exception failure header footer link call app consent policy law behavior behaviour
       performance quality score ranking status token search match synonym traffic session cookie
       star decimal rounding reason difference point badge responses clicks`,
    ],
    ["The _ only allows a short rest.", "night morning midnight weekday weekend"],
    ["_ only allows a short rest.", "today yesterday"],
  ],
  "people, whatever they own": [["Customers _ own a campaign need a valid license.", "who"]],
  "what others do": [
    [
      "A color must be set by _.",
      `a~person people a~user users the~crawler our~system its~owner the~owners a~visitor customer
       your~admin a~reviewer the~server your~browser a~device`,
    ],
  ],
  "the API, without a refusal": [
    ["The _ always has a valid certificate.", "pinterest api endpoint system validator service"],
  ],
  "what is done with a name elsewhere": [
    [
      "The name must be _ at some point.",
      `shown displayed seen stored retained deleted archived restored expired renewed cached
       processed generated created finished taken delivered served spent charged paid billed
       refunded counted computed calculated estimated rounded attributed credited reported returned
       refreshed changed grown dropped reviewed approved signed issued granted verified contacted
       treated regarded assumed considered compared confused remembered borne converted reached
       ranked learned crawled visited loaded opened clicked tapped answered merged joined found
       switched recovered downloaded fetched polled shared paused resumed notified informed received
       owned invited updated edited altered translated encrypted deduplicated rebuilt built
       aggregated averaged withheld anonymized anonymised made caused lost bought sold scanned
       inspected moderated analyzed analysed understood read started stopped ended begun skipped
       ignored advertised worked matched viewed kept`,
    ],
  ],
  "what a name does or is": [
    [
      "The name must be something that _ on its own.",
      `showed shows showing displays sees stores keeps expires finishes takes took waits waited
       delivers spends pays costs counts arrives arrived grows grew shrinks rises drops
       converts reaches resembles ranks learns loads scrolls taps answers responds redirects finds
       guarantees remains stays affects influences matters helps improves slows receives gets got
       belongs makes causes happens happened wins beats buys sells tells means meant reflects
       describes explains stops began outlives lives lags fluctuates vary varies differs depends
       existed sounds looks feels seems`,
    ],
    ["The name must be something _ by itself.", "arriving archived meant repeated sorted"],
    [
      "The name must _ at night.",
      "keep expire take wait pay change grow perform find get see understand",
    ],
    [
      "The name must be _ for everyone.",
      `friendly right best better worse wise useful sensible worth~it ideal helpful safe likely enough
       final provisional slower faster cheaper visible hidden protected private public accessible`,
    ],
  ],
};

/** Sentences that a request may violate. */
const OF_REQUEST: Readonly<Record<string, readonly Row[]>> = {
  "objects that a request creates or names": [
    [
      "Every _ must be unique.",
      `campaign ad group pin audience feed form product promotion report keyword event catalog board
       order template list tag lead quiz section export download request query placement creative
       carousel collection video image item store subscription queries boards`,
    ],
    ["All _ must be unique.", "data"],
  ],
  "values and their parts": [
    [
      "Every _ must be unique.",
      `value field parameter property attribute text string number array entry element
       id name label title url uri date day time hour start end code format key type kind
       option amount size length count maximum minimum limit range filter word sign period window pair combination domain address e-mail email currency
       country language phrase sentence object body column level duplicate choice
       flag hash identifier pattern prefix suffix protocol scheme path entries`,
    ],
    ["_ must be unique.", "they~all this~lamp these~lamps those~lamps"],
    [
      "_ must be unique.",
      "one both either neither each all any none others the~rest the~first the~last the~former the~latter",
    ],
  ],
  "a name, whatever it belongs to": [
    [
      "The name _ the invoice must be unique.",
      `of in on for from with without by at to between about per via into over under within during
       through across against among around behind beyond despite like as inside outside since until
       upon than`,
    ],
    ["The name _ the invoice has must be unique.", "that which whom"],
    ["A name _ invoice must be unique.", "whose"],
  ],
  "what is sent": [
    [
      "A color must be _ for each lamp.",
      `sent set provided specified given passed supplied included contained listed named chosen
       selected combined used filled omitted excluded requested written spelt spelled formatted
       repeated absent present empty blank entered typed submitted declared stated defined assigned
       mentioned targeted preceded~by~a~shade hashed escaped sorted ordered quoted prefixed normalized
       separated enclosed capped encoded mixed paired nested duplicated picked followed~by~a~shade`,
    ],
    [
      "Lamps must _ a color.",
      `name list request set use cover target send provide specify pass supply include contain choose
       select omit exclude exceed consist~of comprise carry enter submit declare define mention span
       equal`,
    ],
    ["Brightness shall _ in the green part.", "lie fall occur"],
    ["Brightness only _ in the green part.", "lies falls occurs"],
    ["The price must be _ for free lamps.", "blank"],
    [
      "A lamp never _ a color.",
      "sends provides specifies includes contains excludes exceeds carries spans equals",
    ],
    ["A lamp never _ glass.", "consists~of"],
  ],
};

describe("a sentence about the world", () => {
  it.each(Object.entries(OF_WORLD))("is recognized if it is about %s", (_, rows) => {
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
