// The words that make a sentence be about others than the request, and the words beside which it
// may still demand something.
import { describe, expect, it } from "vitest";
import { idleLabel, isAboutOthers, isAdvice } from "../../../generator/prose/idle.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";
import { allWordings } from "./wordings.js";

const OTHERS: Readonly<
  Record<string, readonly [others: readonly string[], not: readonly string[]]>
> = {
  "about the past": [
    [
      "This used to {be|have|allow|accept|take|count|work} less.",
      "{|(}{Formerly|Previously|Originally|In the past|Long ago|Before version 4|Until version 4|Up to version 4|Before API version 4|Before v4|Before v4.1}, names are short.",
      "Long names {were|had it|was} bad{| and have been lifted| and have not been dropped| and are removed| and are gone}.",
      "{|(}The {old|former|previous} {limit|maximum|max|minimum|min|restriction} is 5.",
    ],
    [
      "It {is|are|can be|has been|is being|can|may} used to work with 5 names.",
      "It {was|were} used to work with 5 names and still is.",
      "Formerly, it is 3, and it {must|cannot} be more than 5.",
      "Formerly 3, {now|today} 5.",
      "The number was 3, but {is 5|are 5|be it 5|has 5|have 5|can have 5|cannot be 5|may have 5|must have 5|shall have 5|should have 5|will have 5|does hold 5|do send 5|needs 5|need 5|requires 5|require 5|only 5|exists|exist}.",
      "If the old limit is 5, 6 fails.",
    ],
  ],
  "about rates": [
    [
      "5 {calls|call|requests|request|queries|hits} {|sent }{per|each|every|a} {second|minute|hour|day|month}.",
      "The rate limit is 5.",
    ],
    [],
  ],
  "about what people see": [
    [
      "The name {is|are|stays|stay|remains|remain} {|only |fully |not |always }{visible|readable|legible}.",
      "Shown on {small|large|mobile|most|some|older|narrow|every|all} {phones|phone|devices|device|screens|screen|tablets|tablet|displays|display}.",
      "{Left out of|Missing from|Absent from|Dropped from} {the |your |its |a |an |}{|finished }{answer|response|result|output|file|reply|export|exports}.",
      "At least 3 votes are {needed|necessary} {before|until|for|so that} stars are {displayed|shown|visible}.",
      "At least 3 votes are needed before stars {appear|appears}.",
      "The tile {shows|show|displays|display} {|only |just }{at most|up to|no more than|a maximum of|the first} 5 stars.",
      "{Some|Most|Many|Older|Newer|Modern|All} {|mobile }{browsers|browser|providers|provider|phones|phone|devices|device|screens|screen|programs|program} {shorten|shortens|cut|limit|keep|store|show|delete|drop|display} it after 5 days.",
      "{Safari|Chrome|Firefox|Google} keeps it for 5 days.",
      "Names of people {only |}{after|once} {they|he or she|people} {|have |had }{accept|confirm|agree|approve|accepted}.",
    ],
    [
      "At least 3 names are needed before stars are displayed, or the call fails.",
      "At least 3 names are needed before stars are displayed{; send 3|: send 3|, so send 3| and 3 more}.",
      "The list {can|may} show at most 5 names.",
      "The list is there to show at most 5 names.",
      "The list shows at most 5 names{, so |; |: | and }others fail.",
      "At least 3 names are needed before the shown ones are valid.",
      "Stars {accept|allow|permit|support} what the tile shows: at most 5 stars.",
      "Phones accept what some browsers keep.",
    ],
  ],
  "about a value without a choice": [
    ["{|(}False unless {you|told|stated|set|specified|said|it is|otherwise} so."],
    [
      "{Required|Mandatory|Compulsory|Obligatory|Needed|Forbidden|Invalid|Prohibited|Rejected|Refused|Unavailable} unless told otherwise.",
    ],
  ],
  "about what someone owns": [
    [
      "{|(}{A|An|Each|Every|One|Your|Any|The|Most|All|No|Single|} {|large }{account|accounts|profile|profiles|business|businesses|user|users|advertiser|advertisers|organization|organizations|organisation|app|apps|member|members|merchant|merchants|token|tokens|person|persons|people|company|companies|agency|agencies|employee|employees|team|teams|partner|partners|collaborator|collaborators|follower|followers|pinner|pinners|viewer|viewers|visitor|visitors|shopper|shoppers|customer|customers} {|in Japan |with shops |on it |of the shop }{can|may|cannot|could|will} {|not |only |never }{have|hold|employ|own|create|keep|manage|run|store|invite|belong|share} 5 shops.",
      "An account {is|are} limited to 5 shops.",
      "Accounts {hold|holds|own|keep|have|has|get|run|manage} {up to|at most|no more|only|a maximum of} 5 shops.",
    ],
    [],
  ],
  "that gives advice": [
    [
      "You should {look|aim|think|plan|expect|consider|keep in mind} 5 names.",
      "It {pays|helps} to send 5 names.",
      "Try to send 5 names.",
      "Aim {for|at} 5 names.",
      "5 names are a good {starting point|practice|idea|choice|measure}.",
      "5 names {work|works} best.",
      "5 names {perform|performs} {better|best}.",
      "5 names for {|a |an }{stable|good|better|best|reliable|meaningful|accurate|smooth} results.",
    ],
    [],
  ],
  "that promises nothing": [
    [
      "5 names {cannot|may not|can not} be {guaranteed|promised|ensured}.",
      "The number may {be|turn out} {|slightly |a little }{lower|higher|less|more|fewer} or equal.",
    ],
    [],
  ],
  "about what must have happened": [
    ["It must {|already |first }have {|already |first }started."],
    ["It must have {the need|a seed|an actioned} name."],
  ],
  "about what Pinterest does": [
    [
      "Names {are|is|get|gets} {|then |automatically |later }{hashed|taken|hidden} by {us|Pinterest|our people|the system|the server|the pipeline}.",
    ],
    [
      "Names {must be long and|only|cannot be long and} are hashed by us.",
      "Names are {rejected|refused|declined|denied|blocked|required|forbidden|prohibited|disallowed|limited|restricted|needed} by us.",
    ],
  ],
  "about what is no error": [
    [
      "{|(}It is {not|never} {an error|a problem|a mistake|forbidden|invalid} {if|when|to} names are long.",
    ],
    [
      "It is not an error when names are long {unless|only|as they must|as they cannot|as long as|provided|if} 5 are sent.",
      "It is not an error when names are long{, send 5|; send 5| and 5 are sent}.",
      "Say if it is not an error when 5 names are sent.",
    ],
  ],
  "about what is usual": [
    ["Names {often|usually|typically|sometimes|frequently|tend to|tends to|mostly} have 5 words."],
    [
      "Names often should have 5 words.",
      "Names often have 5 words{, more is |; more is |: more is | and more is }bad.",
    ],
  ],
  "about durations": [
    [
      "{|(}{It|This process|The process|Each process|Every process|A process|An import|A long step|A job|An upload|A review|An update|A change|A check|An audit|Sending a name} {|can |may |will |usually |normally }takes {|between |about |around |up to |at most |at least |less than |more than |only |roughly |from |a maximum of }5 {|to 6 |and 6 |or 6 }{seconds|second|minutes|minute|hours|hour|days|day|weeks|week} at night.",
      "It can take 1.5 hours.",
      "A shop {goes offline|go live|is online|are online|get offline|gets offline|stops running|stop serving|stops delivering|stops showing|disappears|disappear|expires|expire} {|again }{after|within|in} {|at most |up to |about |around |at the latest |no more than }5 {seconds|second|minutes|minute|hours|hour|days|day|weeks|week|months|month}.",
      "5 {seconds|minutes} {may|might|can} {pass|elapse|go by} {before|until} it starts.",
      "Sales {may|might|can} {start|arrive|begin|finish|appear|run|come} {with a delay|with some delay|late|later}.",
    ],
    [
      "A process takes 5 days{, send 6 |; send 6 | and takes 6 }names.",
      "Send what a process takes 5 days for.",
      "A shop expires after 5 days{, send 6 |; send 6 | and takes 6 }names.",
      "5 names of a shop that expires after 5 days.",
    ],
  ],
  "about what is measured": [
    [
      "5 names on average.",
      "{10|1.5}{%| percent| times| %} {lower|higher|more|less|fewer|better|faster|slower|cheaper|longer|shorter}.",
      "{5|10}x {faster|cheaper|more}.",
      "The {average|averages|cost|costs|total|totals|result|results|performance|delivery|spend|reach} {will|may|might|could} {be|come} {|very |slightly |a little |somewhat |quite }{close|near|similar|higher|lower}.",
    ],
    [
      "The total {must be 5 and |shall be 5 and |should be 5 and |cannot be 5 and |is only 5 and |requires 5 and |is required and |needs 5 and |is 5 unless it |is 5 as long as it |is 5 provided it |is 5 until it |has to be 5 and |is at least 5 and |is at most 5 and |is up to 5 and |has a maximum and |has a minimum and }will be near.",
      "The total is not {allowed|accepted|supported|valid} and will be near.",
    ],
  ],
  "about what becomes of others": [
    [
      "{If|When|Even if} {one|any|some|a|an|the first} {|of the many }{shop|shops} {fails|fail}, {others|the other|the rest|the remaining|the whole|the entire} list is sent.",
      "The {others|other|rest|remaining} list is sent {if|when} {one|any|some} of them {fails|fail}.",
    ],
    [],
  ],
  "about what people do": [
    [
      "{|(}{The |All |Most |Your |}people answering a question {can|may} {|also |then }{enter|type|write|answer|select|choose|see|view|comment|edit} 5 words.",
    ],
    ["5 names of people answering a question may enter."],
  ],
};

describe.each(Object.entries(OTHERS))("a sentence %s", (_, [others, not]) => {
  it.each(allWordings(others))("is not about the request: %s", (text) => {
    expect(isAboutOthers(text)).toBe(true);
  });

  it.each(allWordings(not))("may be about the request if it demands something: %s", (text) => {
    expect(isAboutOthers(text)).toBe(false);
  });
});

describe("a sentence that changes no limit", () => {
  it.each(
    allWordings([
      "{People|Visitors} {|who like it }{stay|stays|remain|leave|live|spend|wait|drop|return|are kept|are counted|is kept} {longer|shorter|larger|smaller|bigger|higher|lower|greater|earlier|later|more|less|fewer|sooner}.",
      "The line {is|are|makes|make|lasts|last|lives|live|grows|grow|leaves|leave} {longer|shorter} than {|the name of it }{suggests|suggest|indicates|indicate|implies|expected|expects|expect|shown|yesterday}.",
      "Stars are {displayed|shown|visible|rendered} for products with at least 3 votes.",
      "Products {with|that have|have|has|having} {at least |more than |fewer than |less than |a minimum of |}3 {or more |}{votes|stars} {display|displays|show|shows|see|sees|appear|appears|get|gets} a badge.",
      "Titles work best with 40 letters.",
    ]),
  )("is advice or says what people see: %s", (text) => {
    expect(isAdvice(text)).toBe(true);
  });

  it.each(
    allWordings([
      "Names are {accepted|allowed} if they work best.",
      "Names {can|may|also} work best with 40 letters.",
      "{Any names|Names accept what} work best with 40 letters.",
      "Visitors stay longer{; |, }the {limit is|limits are|max is|maximum is|min is|minimum is|range is|ranges are|number is 5} new.",
      "Stars are displayed for products with at least 3 {characters|character|letters|letter|digits|digit|words|word}.",
      "Badges are displayed with {longer|empty|blank|null} text for products with at least 3 votes.",
      "Visitors stay, and 5 {longer|shorter} names.",
      "Visitors stay{, |; }and names are longer.",
      "The line is new{, |; }and names longer than expected.",
      "Visitors stay longer, so it {must|shall} be long.",
      "Visitors stay longer and others are {rejected|refused|invalid|not valid}.",
      "{|(}{Use|Send|Keep|Set|Give|Pass|Provide|Supply|Specify|Choose|Select|Pick|Enter|Include|Add|Write|Shorten|Cut|Trim|Make|Ensure|Remove|Omit|Leave|Start|End|Name|List|Split|Replace|Convert|Encode|Escape} names where visitors stay longer.",
      "Visitors stay longer{.|;|:|,} {|and |so |or |then |but |please |so please }use names.",
      "Older phones show it where some browsers keep more.",
    ]),
  )("is none if it may change one: %s", (text) => {
    expect(isAdvice(text)).toBe(false);
  });
});

const labelAt = (text: string, self: string | null): string | null => {
  const sentence = sentenceOf(text, self);
  return idleLabel(sentence.text, readContextOf(sentence, vocabulary));
};

describe("a sentence about a result instead of an error", () => {
  it.each(
    allWordings([
      "An unknown `level` yields {empty names|blank names|null|zero|zeros|nothing|merged names|unchanged names|ignored names|skipped names|dropped names|discarded names|shortened names|truncated names|trimmed names|cut off names|left out names|rounded names|converted names|no rows|no data|no result|no results|no value|no values}, not an error.",
      "An unknown `level` yields nothing {rather than|instead of|not|without} {|causing |raising |returning }{an error|any error|errors|an error message|a failure|failures|a 404|a 404 error|rejected|failing}.",
      "An unknown `level` is skipped rather than {as|in|to|with|by} an error.",
      "An unknown `level` is skipped instead of {failing|being rejected|being refused}.",
      "An unknown `level` is skipped {and|but}{| it} {does not fail|does simply not fail|do not fail|is not rejected|are not rejected|is not refused|will not fail|will simply not fail}.",
      "An unknown `level` is skipped, {which|this|it} does not {fail|cause an error|raise any error|return an error|produce errors}.",
      "Unknown values of `level` are skipped and are not {treated|reported|regarded} as an error.",
      "An unknown `level` is skipped, and no {error|errors} {is|are} {returned|raised|reported}.",
      "An unknown `level` is skipped, not an error{;|:|, and|, but|, so|, or|, then|, while} an old `level` yields nothing.",
    ]),
  )("demands nothing: %s", (text) => {
    expect(labelAt(text, null)).toBe("informational");
  });

  it.each(
    allWordings([
      "An unknown `level` is skipped, not an error {if|when|whenever|while} `window` is set.",
      "An unknown `level` {shall|should|cannot|can only|requires names and|is required and|needs names and} is skipped, not an error.",
      "An unknown `level` is skipped {unless `window` is set|as long as `window` is set|provided that `window` is set|until `window` is set}, not an error.",
      "Unknown names of {at least 3|at most 3|up to 3|the maximum|the minimum} are skipped, not an error.",
      "An unknown `level` is skipped, not an error; {keep|shorten|trim} the names.",
      "An unknown `level` is skipped, not an error; send at most 3 names.",
      "An unknown `level` is skipped, not an error; `window` may be sent.",
      "An unknown `level` is not an error.",
    ]),
  )("may demand something: %s", (text) => {
    expect(labelAt(text, null)).not.toBe("informational");
  });
});

describe("a sentence about how much an object can contain", () => {
  it.each(
    allWordings([
      "{|(}{A|An|Each|Every|One|The|Any|} {|big }{board|boards|campaign|campaigns|ad group|ad groups|catalog|catalogs|feed|feeds|audience|audiences|product group|product groups|promotion|promotions|account} {has|have|holds|hold|contains|contain} {more than|up to|at most|a maximum of|no more than|fewer than} 5 shops.",
      "A board {can|may|cannot|may not} {|only }{have|hold|contain} up to 5 shops.",
    ]),
  )("is not about a field without items: %s", (text) => {
    expect(labelAt(text, "window")).toBe("server-side");
  });

  it.each(["A board has up to 5 `shelf_ids`.", "Names of a board that has up to 5 shops are bad."])(
    "may be about another field: %s",
    (text) => {
      expect(labelAt(text, "window")).not.toBe("server-side");
    },
  );

  it("may be about a field with items", () => {
    expect(labelAt("A board has up to 5 shops.", "shelf_ids")).not.toBe("server-side");
  });
});

describe("a description that is only a name", () => {
  it.each(["not_before", " not_before ", "_never"])("is informational: %s", (text) => {
    expect(labelAt(text, null)).toBe("informational");
  });

  it.each(["not_before x", "x not_before", "never"])("is read if it is more: %s", (text) => {
    expect(labelAt(text, null)).toBe(null);
  });
});
