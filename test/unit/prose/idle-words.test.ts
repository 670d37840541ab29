// The words that make a sentence harmless, and the words beside which it is not.
import { describe, expect, it } from "vitest";
import { harmlessLabel, idleLabel, isOfRow, obliges } from "../../../generator/prose/idle.js";
import type { Label } from "../../../generator/prose/informational.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";
import { allWordings } from "./wordings.js";

interface Wordings {
  readonly harmless: readonly string[];
  readonly others?: readonly string[];
}

type Judge = (text: string, self: string | null) => Label | null;

const idle: Judge = (text, self) => {
  const sentence = sentenceOf(text, self);
  return idleLabel(sentence.text, readContextOf(sentence, vocabulary));
};
const harmless: Judge = (text, self) => {
  const sentence = sentenceOf(text, self);
  return harmlessLabel(sentence.text, readContextOf(sentence, vocabulary));
};

function compare(kinds: Readonly<Record<string, Wordings>>, judge: Judge, label: Label): void {
  describe.each(Object.entries(kinds))("a sentence %s", (_, { harmless: texts, others = [] }) => {
    it.each(allWordings(texts))("needs no decision: %s", (text) => {
      expect(judge(text, null)).toBe(label);
    });

    it.each(allWordings(others))("needs one if it may demand something: %s", (text) => {
      expect(judge(text, null)).toBe(null);
    });
  });
}

const IDLE: Readonly<Record<string, Wordings>> = {
  "that gives advice": {
    harmless: [
      "{We|Pinterest} {|strongly |highly }{recommend|suggest|advise|encourage|propose} sending `level`.",
      "Pinterest {recommends|suggests|advises|encourages|proposes} sending `level`.",
      "It is {|strongly |highly }{recommended|advised|advisable|suggested} with `level`.",
      "If `level` is `SHOP`, you are {recommended|advised|suggested|encouraged} {to|not to} send `window`.",
      "If `level` is `SHOP`, it is encouraged that you send `window`.",
      "For {best|better} {results|result|performance}, send `level`.",
      "Ideally, send `level`.",
      "{As a|By} {|general }rule, send at most 5 `shelf_ids`.",
      "Be {careful|patient} with more than 5 `shelf_ids`.",
      "Beware of more than 5 `shelf_ids`.",
      "{|(}Avoid words {that|which} are longer than `level`.",
      "It is {best practice|a good idea} to send at most 5 `shelf_ids`.",
      "Recommended for more than 5 `shelf_ids`.",
      "`window` {is|are} {|strongly |highly }{recommended|advised|suggested|encouraged}{|,} {because|since|as|so} it takes only 5 `shelf_ids`.",
      "`window` is recommended, to save time with more than 5 `shelf_ids`.",
    ],
    others: [
      "Send at most 5 recommended `shelf_ids`.",
      "Send up to 5 `shelf_ids`, for which `window` is recommended because it is short.",
      "Send up to 5 `shelf_ids`; `window` is recommended because it is short.",
      "`window` is recommended because it is short; send up to 5 `shelf_ids`.",
      "Send up to 5 `shelf_ids` and avoid words that are long.",
    ],
  },
  "that gives an example": {
    harmless: [
      "{|(}{For example|For instance|E.g.|Example}{,|:} at most 5 `shelf_ids` for `SHOP`.",
    ],
    others: ["Send at most 5 `shelf_ids`, for example, those of a shop."],
  },
  "about the future or the past": {
    harmless: [
      "`level` is needed {soon|shortly}.",
      "{From|Starting with|Starting in|Starting from|As of|With|In} {|API }{version |v}7, `level` is needed.",
      "`level` is needed in {a|the|some|one of the} {later|future|next|coming|upcoming} {version|versions|release|releases}.",
      "{Later|Future|Next|Coming|Upcoming} {versions|version|releases|release} {may|might|will|could} need `level`.",
      "`level` will {|soon |also |no longer |eventually }be able to take 5 `shelf_ids`.",
      "`level` will {have to|need to} take only 5 `shelf_ids`.",
      "`level` will be {required|reduced|raised|extended|removed|added|deprecated|retired|discontinued} for 5 `shelf_ids`.",
      "`level` will {become|stop|end|shrink|grow|change|go away|disappear} with 5 `shelf_ids`.",
      "The limit of `shelf_ids` will {shrink|grow|change} to 5.",
      "{Earlier|Older|Previous|Former} {versions|version} took only 5 `shelf_ids`.",
      "{|(}{Formerly|Previously}, you can only send 5 `shelf_ids`.",
      "The limit used to be 5 `shelf_ids`.",
      "{|(}{Before|Until|Till|Up to} {last year|recently|then|2024|version 4|v4|the summer of 2024|summer of 2024|June 2024|spring 2024}, only 5 `shelf_ids` {could be sent|were taken|was the limit|had a limit}.",
      "The limit of 5 `shelf_ids` has been {lifted|removed|dropped}.",
      "See the changelog for the limit of 5 `shelf_ids`.",
      "A limit of 5 `shelf_ids` {is|are} planned.",
      "At most 5 `shelf_ids` work after the {sunset|sunsetting} of this field.",
      "`level` will no longer take 5 `shelf_ids`.",
      "`level` is {going|planned|scheduled|expected|about} to {be|become|change|end|disappear|apply} only with 5 `shelf_ids`.",
      "At most 5 `shelf_ids` are taken from {next|later this|the coming|the end of the|end of} {year|month|quarter|week|spring|summer|autumn|fall|winter} on.",
      "At most 5 `shelf_ids` will be taken from {2027|January|February|March|April|June|July|August|September|October|November|December} on.",
      "From 1 May 2027, at most 5 `shelf_ids` will be taken.",
    ],
    others: [
      "Send at most 5 `shelf_ids` as soon as `level` is known.",
      "At most 5 `shelf_ids` shall be sent in March.",
      "`shelf_ids` shall be reduced to at most 5.",
      "Send at most 5 `shelf_ids` in 2027.",
      "Send at most 5 `shelf_ids` until 2024.",
      "Send at most 5 `shelf_ids` of crates from before 2024 that were sold.",
      "Send at most 5 `shelf_ids` ({formerly|previously} 3).",
      "Formerly 3 `shelf_ids` could be sent, {now|today} you can send at most 5.",
      "The limit of `shelf_ids` used to be 3, but it is 5 {now|today}.",
    ],
  },
};

compare(IDLE, idle, "informational");

const HARMLESS: Readonly<Record<string, Wordings>> = {
  "that leaves a choice": {
    harmless: [
      "There is no need to send `level`.",
      "You need not send `level`.",
      "`level` is not {necessary|needed} here.",
      "It does not {need|have} to name `level`.",
      "There {is no limit|are no limits|is no restriction|are no restrictions} on `shelf_ids`.",
      "No {limit|limits|restriction|restrictions} {apply|applies} to `shelf_ids`.",
      "`level` {can|may} be {omitted|left out}.",
      "Any combination of `shelf_ids` and `clerk_ids` is fine.",
      "`shelf_ids` and `clerk_ids` {may|can} {|also }be {used|sent|set|given|combined|specified} at the same time.",
      "`level` is for shops, but you may send it anyway.",
      "`level` is sent with {whichever|whatever} `window` you like.",
      "{|(}Optional `level` of the report.",
      "`level` {is|can also be|are} optional.",
      "`level`: shops, also optional.",
      "`level` ({optional)|optional: shops)}.",
    ],
    others: ["Send the optional `level` with at most 5 `shelf_ids`."],
  },
  "about something without effect": {
    harmless: [
      "The text {is|are|get|gets} {cut off|shortened|truncated|abbreviated} after `window`.",
      "`level` {is|are|will be|get|gets} {|then |simply }ignored.",
      "{Is ignored|Ignored} if `level` is `SHOP`.",
      "`level` {has|have|takes|take} no {effect|influence|impact}.",
      "A `level` with no effect.",
      "`level` only makes sense inside a shop.",
      "`level` {takes|take} precedence.",
      "`level` wins over `window`.",
    ],
    others: ["Send `level` if the shop ignored it."],
  },
  "about a default": {
    harmless: [
      "If {`level` |it ||this |the `level` |the level field |the level parameter }{is |are |}not {set|given|provided|specified|sent|included|present}, all shops are taken.",
      "If no `level` {is|are} {set|given|provided|specified|sent}, all shops are taken.",
      "If {`level` ||the `level` |the level field |the level parameter }{is |are |}{omitted|missing|absent}, all shops are taken.",
      "If left out, all shops are taken.",
      "If you do not name it, all shops are taken by default.",
      "Without {a|an|any} `level`, all shops are taken.",
      "Without a `level` for shops, all shops are taken.",
      "A text without {a|an|any} `level` {is|are} {treated|taken|read} with care.",
      "Texts without a `level` are {treated|taken|read} with care.",
      "`level` {is|are} {|then }{treated|interpreted|taken|read} {as|alike|the same|equally} for shops.",
      "If you {do not send|omit|leave} `level`, all shops {are|is|will be} {used|applied|assumed|chosen|generated}.",
      "If you leave `level` and `window` out, `SHOP` is used.",
      "If you omit `level`, all shops will be {assumed|used}.",
      "{The default is|It defaults to|They default to|The defaults is} `SHOP`.",
      "`SHOP` by default.",
      "All `shelf_ids` {are|is} assumed.",
      "Taken from `level`, unless {stated|specified} otherwise.",
    ],
    others: [
      "{|(}{Enter|Write|Give|Send|Use|Provide|Specify} the `level` without a dot, a name and `window`.",
      "Texts with `level`. Names without `level`, a name and `window`.",
      "If you omit `level`; all shops are used to it.",
    ],
  },
  "about a meaning": {
    harmless: [
      "`SHOP` {stands|stand} for all shops.",
      "`SHOP` means all shops.",
      "`SHOP` {denotes|denote} all shops.",
      "`SHOP` {refers|refer} to all shops.",
      "`SHOP` {corresponds|correspond} to all shops.",
      "`level` can no longer be {edited|changed|deleted|restored|updated}.",
    ],
    others: ["`SHOP` means that {no|none} of the `shelf_ids` are given."],
  },
  "about the effect of a choice": {
    harmless: [
      "{|(}{Choosing|Selecting|Setting|Using|Enabling|Disabling|Passing|Sending|Leaving|Specifying|Adding|Including|Turning} `level` {reaches|targets|shows|means|includes|returns|gives|changes|affects|turns|enables|disables|excludes|makes|shares|splits|keeps|starts|stops|pauses|leads to|lets|allows|delivers|bids|optimizes} more shops.",
      "Choosing `level` can {reach|mean} more shops.",
    ],
    others: ["Send `level` when using a list to {reach|show} shops."],
  },
  "about the response": {
    harmless: [
      "`level` {is|are|will be|gets|get} {|only |also |then }{returned|shown|displayed|listed|reported|counted|delivered|dropped|left out|included|matched|merged|sorted|joined|aggregated}.",
      "`level` {is|are} {|not }part of the {report|response|result|reports}.",
      "`level` may be {incomplete|preliminary}.",
      "For old and new shops, {rows|row} {begin|start|starts|end|ends|carry|hold|show|cover|up to|are missing|have to show} the label of a sale.",
      "`level` {may|can} still {be added|change|arrive}.",
      "`level` {shows|show} up.",
      "`level` {counts|count} {if|as|when} sold.",
      "`level` {lags|lag} a little.",
      "`level` {appears|appear} in it.",
      "`level` of the returned token.",
      "`level` in the {response|result}.",
      "`level` has {one|single|separate|its own|the same|each|every} {row|rows}.",
      "`level` per row.",
    ],
  },
};

compare(HARMLESS, harmless, "informational");

/** Demands, each of which makes a sentence count that is otherwise harmless. */
const DEMANDS = [
  "you {must|shall} send `level`",
  "{|not }sending `level` is {mandatory|required}",
  "it requires `level`",
  "others are {rejected|refused|disallowed|forbidden|prohibited}",
  "others {reject|refuse|disallow|forbid|prohibit} it",
  "others {lead to errors|lead to an error|fail|are invalid}",
  "the other one fails",
  "you get the 400 {bad request|response|status}",
  "you get {a 422|a page with 404}",
  "others are not {allowed|permitted|accepted|supported|valid|possible}",
  "others {cannot be sent|may not be sent}",
  "do not send others",
  "send {either|neither} of them",
  "they are {mutually exclusive|exclusive|exclusively sent}",
];
/** Limits, which a description of rows may contain. */
const LIMITS = [
  "others are {declined|denied|not available|never sent}",
  "`level` is {compulsory|obligatory}",
  "send {nothing else|anything but `SHOP`}",
  "this {rules|rule} out others",
  "others are ruled out",
  "ruling out others",
  "avoid others",
  "it {takes|take} the form of `level`",
  "send both of them",
  "it is {solely sent|sent together}",
  "it is {limited|at most 5|at least 5|up to 5|no more than 5|the maximum|the minimum}",
  "{this obliges|this oblige|you are obliged}",
  "accompanied by `level`",
  "only {|sent |ever sent }{if|when|whenever|where|with|for} `level`",
];
const RARE = ["{|(}{Please |}{omit|leave out|skip} `level`, which is optional."];

describe("a word that demands something", () => {
  it.each(allWordings(DEMANDS))("rules out that the sentence is harmless: … %s", (demand) => {
    expect(obliges(demand)).toBe(true);
    expect(harmless(`By default, it is off, and ${demand}.`, null)).toBe(null);
    expect(isOfRow(`Each row has a label, and ${demand}.`)).toBe(false);
    expect(idle(`${demand}, and from version 7 on, \`window\` is sent.`, null)).toBe(null);
  });

  it.each(allWordings(LIMITS))("rules out that the sentence is harmless: … %s", (limit) => {
    expect(obliges(limit)).toBe(true);
    expect(harmless(`By default, it is off, and ${limit}.`, null)).toBe(null);
  });

  it.each(allWordings(RARE))("rules out that the sentence is harmless: %s", (text) => {
    expect(obliges(text)).toBe(true);
    expect(harmless(text, null)).toBe(null);
  });

  it.each([
    ...allWordings(["send {it between two dates|only names|names, not ids}"]),
    ...allWordings(["you {have to|has to|need to|needs to} send it", "you do not send it"]),
  ])("may limit something: … %s", (text) => {
    expect(obliges(text)).toBe(true);
  });

  it.each(["with 4000 names", "a 400px tile", "a 4,000 km road", "with 412.5 points"])(
    "is not a number that looks like a status: %s",
    (text) => {
      expect(obliges(text)).toBe(false);
    },
  );
});

describe("a sentence about a row", () => {
  it.each(
    allWordings([
      "{|(}{A|An|The|Each|Every|All|Most} single campaign {row|rows} {has|is|are|have|carries|holds|shows|begins|starts|covers|contains|ends|counts|stands for} a day.",
      "{WEEK rows|Daily campaign rows|Rows} {|never |always |only |also }have a day.",
    ]),
  )("demands nothing: %s", (text) => {
    expect(isOfRow(text)).toBe(true);
  });

  it.each(["Send a row that has a day.", "Names of all long campaign rows have a day."])(
    "is one only if it begins with the row: %s",
    (text) => {
      expect(isOfRow(text)).toBe(false);
    },
  );
});

compare(
  {
    "about a confusion or a duration": {
      harmless: [
        "`level` {must not|is not to|should not|cannot|should never} be {confused|mistaken|misread|understood as|misunderstood as|taken for} `window`.",
        "`level` {can|may} take {up to|a few|some|several} 5 minutes.",
      ],
    },
    "about only some shops": {
      harmless: [
        "It must be sent, and a cover is {required|mandatory|needed|necessary|supported} {for|in|on|by} {some|certain|most|many|several|a few} shops.",
        "It must be sent, as {|is }required by law.",
        "It must be sent, because the {law|laws|regulation|regulations|authority|authorities} {|may }{require|requires} it.",
        "It must be the label that is {required|needed|necessary} before the sale.",
        "It must be a label {which|that} {is|are} {required|needed|necessary} {for|to} sell.",
        "It must pass {our|the|a|an} {|strict |official }{check|checks|review|reviews|moderation}.",
        "It must be a label that {may not|might not|cannot|can only} {appear|show up|be shown|be seen|be found|be visible} there.",
        "It {cannot|may not|must not|can never} be seen by {us|Pinterest|our people}.",
        "{|(}{The |Your |}{report|reports} {|may |can |will }{|only }{show|shows|contain|contains|include|includes|list|lists} what must be sold.",
      ],
      others: [
        "It must be sent, and `cover` is required for some shops.",
        "It must be sent, and a_cover is required for some shops.",
        "It must be 1, and a cover is required for some shops.",
        "It must be what the reports show.",
      ],
    },
  },
  idle,
  "informational",
);

compare(
  {
    "about what only the API knows": {
      harmless: [
        "It has at least {100|1,000} {|matched |well matched }{people|persons|users|members|followers|matches|visitors|pinners|impressions|clicks|views|conversions}.",
        "Names {belonging|that belong|that belongs} to {another|a different|some other|other} shop.",
        "{Poll|It is polled|When polling} later.",
        "{Download it|It is downloaded} within a few {hours|hour|minutes|minute}.",
        "The {file|files|image|images|picture|pictures|photo|photos|video|videos|clip|clips|media|pixel|pixels|time span|duration|resolution|aspect ratio} {5 MB|5MB|5 kB|5 GB|5 TB|5 MiB|5 bytes|5 byte|5 kilobytes|5 megabytes|5 gigabytes|5 x 4|5x4|5 × 4|5×4|5x 4|5 pixels|5 pixel|5 px|5 seconds|5 second|5 secs|5 sec|5 minutes|5 minute|5 frames|5 frame|5 fps}.",
        "{Accounts|Account|Campaigns|Campaign|Ad groups|Ad group|Ads|Pins|Pin|Catalogs|Catalog|Feeds|Feed|Boards|Board|Items|Item|Products|Product|Files|File|Images|Image|Videos|Video|Urls|Url|Links|Link|Domains|Domain|Websites|Website|Sites|Site|Tags|Tag|Audiences|Audience|Lists|List|Pages|Page|Order lines|Order line|Uploads|Upload|Templates|Template|Forms|Form} {must|should} {|not |never |also }be active.",
        "Boards must be {|still }{active|live|approved|published|public|private|deleted|archived|verified|claimed|owned|shared|reachable|accessible|processed|ingested|enabled|eligible|paused|protected|promotable|closed|finished|completed|complete|expired|suspended|rejected|connected|linked}.",
        "Boards should {be linked|have been live|have at least a Pin|have existed|exist|belong to you}.",
        "Names must {|not |never }have been used.",
        "Names must {|already }exist.",
        "Shown in {the|your} {feed|ads manager|profile|app}.",
        "One at a time per shop.",
        "Sent within {an hour|a minute|a second|hours|minutes|seconds}.",
      ],
      others: [
        "At most five names, none belonging to another shop.",
        "Names not belonging to another shop; at most five.",
        "A five MB name.",
      ],
    },
  },
  harmless,
  "server-side",
);

describe("an explanation of a value", () => {
  it.each(
    allWordings(["{|(}{HOUR|`HOUR`} {-|:|–|—} counted by the hour.", "HOUR: counted by the hour."]),
  )("demands nothing: %s", (text) => {
    expect(harmless(text, "granularity")).toBe("informational");
  });

  it.each([
    "HOUR - must be sent.",
    "YEAR - counted by the year.",
    "As long as HOUR - counted by the hour.",
  ])("may demand something: %s", (text) => {
    expect(harmless(text, "granularity")).toBe(null);
  });
});

describe("a sentence that says where something is not available", () => {
  it.each(
    allWordings([
      "{|(}{|A: |A - |A-|`AB`: |AB_C1 : |AB:}not {available|supported|allowed|permitted|valid|possible} for small shops.",
    ]),
  )("is harmless if it belongs to no field: %s", (text) => {
    expect(harmless(text, null)).toBe("informational");
    expect(harmless(text, "level")).toBe(null);
  });

  it.each(["Not available for SHOP.", "Not available for small - SHOP."])(
    "is harmless if it names a value of its field: %s",
    (text) => {
      expect(harmless(text, "level")).toBe("informational");
      expect(harmless(text, "granularity")).toBe(null);
    },
  );

  it("is not harmless if it begins with something else", () => {
    expect(harmless("Names are not available for small shops.", null)).toBe(null);
  });
});
