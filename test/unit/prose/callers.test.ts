// What restricts a sentence: certain callers, exceptions, and cases that no request shows.
import { describe, expect, it } from "vitest";
import { type Sentence, sentencesOf } from "../../../generator/prose/sentences.js";
import {
  hasException,
  hasPlainSubject,
  isAboutCallers,
  isAboutUnknown,
  isWeakened,
  leftOver,
  namesCallers,
  strangeCase,
  withoutRemarks,
} from "../../../generator/prose/subject.js";
import { type ReadContext, readContextOf } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";
import { allWordings } from "./wordings.js";

const contextOf = (sentence: Sentence): ReadContext => readContextOf(sentence, vocabulary);
/** The first sentence of a text. */
function firstOf(text: string, self: string | null = null): Sentence {
  const label = self === null ? "op.description" : `body:${self}`;
  const [first] = sentencesOf({ label, pointer: "#", text, field: self });
  return first as Sentence;
}
function table(
  what: string,
  cases: readonly (readonly [title: string, isTrue: boolean, templates: readonly string[]])[],
  judge: (text: string) => boolean,
): void {
  describe(what, () => {
    for (const [title, isTrue, templates] of cases)
      it.each(allWordings(templates))(`${title}: %s`, (text) => {
        expect(judge(text)).toBe(isTrue);
      });
  });
}

table(
  "a text",
  [
    [
      "names certain callers",
      true,
      [
        "It is set {for|by|to} {|the |an |a |all |any |some |most |other |our |your |these |those |certain |many |only |non-EU |nonlocal |the other }{|small |very small }{apps|applications|accounts|advertisers|merchants|agencies|partners|users|businesses|organizations|organisations|companies|developers|customers|clients|members|sellers|retailers|brands|creators|integrations|countries|markets|regions|territories|tiers|tier|programs|program|programmes|programme}.",
        "{|Note: |Note that |Please note: |Please note that |It is set. |It is set, |It is set; |It is set: |It is set (|It is set and |It is set but }{|new and small |small }apps {can|cannot|may|must|should|have|has|are|get|need|see|do|will|is|receive|use|who|that} x.",
        "Small apps {in|with|on|without|of|from|that|who|which|using|outside|under} it can x.",
        "It is set with {trial|managed|unmanaged|standard|basic|limited|sandbox|beta|premium|enterprise|verified|unverified|approved|allow-listed|allowlisted|white-listed|whitelisted|self-serve|eligible|selected|new} access.",
        "It is set with trial{ |-}{access|accounts|account|plan|plans|token|tokens|usage|apps}.",
        "It is set with a {business|personal|linked|shared} {account|accounts}.",
        "It is set {if|unless|when|as long as} {your app|your account|your business|your company|your organization|your organisation|your agency|your token|your plan|your ad account|your country|your contract|the app|the advertiser|the merchant|the caller|the user|the account|the ad account|the business|you're|you are|you belong|you work|you live|you have access|it is your} x.",
        "It is set {during|in|as part of|outside} {|the |a |an }{|closed |open |private |public }{beta|pilot|trial|alpha|early access|preview}.",
        "{In|Outside|Within|Across|It is based in|It is located in|It is set in|It is set outside|It is set within|It is set across} {|the }{Brazil|New Zealand|US|U.S.|USA|UK|EU|EEA|APAC|EMEA|LATAM} it is set.",
      ],
    ],
    [
      "names no callers",
      false,
      [
        "It is set in {January|February|March|April|May|June|July|August|September|October|November|December|UTC|JSON|CSV|Ads Manager|Pinterest}.",
        "It is set for {apps id|apps ids}.",
        "It is set for `clerk_ids`.",
        "Small apps x.",
        "Apps of it{, |. |; }x can x.",
        "It is set (as for trial apps).",
      ],
    ],
  ],
  (text) => namesCallers(text, contextOf(sentenceOf("A name."))),
);

describe("a remark in parentheses", () => {
  it.each(
    allWordings([
      "({only |not |except |but |only not |}{for|if|in|by|to|unless|when|during|outside} x)",
    ]),
  )("is kept if it begins like a condition: %s", (remark) => {
    expect(withoutRemarks(`A ${remark} b`)).toBe(`A ${remark} b`);
  });

  it.each(["(a cent)", "(only x)", "(format)", "(a cent, for x)"])("is removed: %s", (remark) => {
    expect(withoutRemarks(`A ${remark} b`)).toBe("A  b");
  });
});

table(
  "a sentence with another one beside it",
  [
    [
      "is about certain callers",
      true,
      [
        "It is required. {This|These|That|The|It|They|Both|Such} {applies|apply|only|holds|hold|affects|affect} trial apps.",
        "It is required. This is for trial apps.",
        "It is required. {|(}{Only|Except|Exception:|Exceptions:|Unless|However,|But|Not for|Others:|Other} trial apps.",
        "It is required. But {for|to} all apps {in|with|on|that|who|which} it x.",
      ],
    ],
    [
      "is about all callers",
      false,
      [
        "It is required. Trial apps see more.",
        "It is required. Only trial apps need `window`.",
        "It is required. Only trial apps need `SHOP`.",
        "It is required. But this {feature|field|parameter|filter|option} is {|currently |still }in {|a |the }{|closed |open }beta.",
        "It is required. But {for|to} all apps it is new.",
      ],
    ],
  ],
  (text) => isAboutCallers(firstOf(text), contextOf(firstOf(text))),
);

table(
  "a sentence after one about callers",
  [
    ["is about them", true, ["Trial apps see more. It is required{.| if it is set.}"]],
    [
      "is about all callers if it has its own condition",
      false,
      ["Trial apps see more. {|(}{If|When|Whenever|For|With|At} it is set, it is required."],
    ],
    [
      "is about them if they are in its heading",
      true,
      [
        "{# Small apps|# (Small apps)|# Very small apps|# Our very small apps}\n\nIt is required.",
        "{For small apps:|(For small apps):}\n- It is required.",
      ],
    ],
    [
      "is about all callers if they are only a part of its heading",
      false,
      [
        "{# A list of ids of apps in it|# Apps and names}\n\nIt is required.",
        "There are small apps{.|!|?|.)|.\"|.'} here.\n\nIt is required.",
      ],
    ],
  ],
  (text) => isAboutCallers(sentenceOf(text), contextOf(sentenceOf(text))),
);

table(
  "a sentence",
  [
    [
      "is weakened by the next ones",
      true,
      [
        "It is required. {|A name. }{It takes precedence|They take precedence|It is ignored|They are ignored|They are then ignored|It will be ignored}.",
      ],
    ],
    [
      "is not weakened by others",
      false,
      [
        "It is ignored. It is required. A name.",
        "It is required. Names are set. Names are sent. It is ignored.",
      ],
    ],
  ],
  (text) => isWeakened(firstOf(text)),
);

table(
  "a sentence",
  [
    [
      "has an exception in the next one",
      true,
      [
        "It is required. {The |An |One |Only |The only }{exception|exceptions|however|but} x.",
        "It is required. {Exception|Exceptions|However|But|(Exception} x.",
        "It is required. {|(}{Except|Unless|Other than} x.",
        "It is required. {|(}{Also supported|Also allowed|Also accepted|Also permitted|Also available|Also valid|Also possible|Only applies|Only for|Only if|Only when} x.",
        "It is required. {|(}Not {for|needed for|necessary for|required for|needed if|needed when|needed in|needed with} x.",
        "It is required. {|(}{From|Until|Since|As of|Starting} {|May }2027{| on| onward| onwards}{.|).}",
        "It is required. Shops are {exempt|exempted|not enforced|never enforced|not checked|not applied|not applicable}.",
        "It is required. It {does|do} not apply to shops.",
        "It is required. {Both|Either|Neither} {is|are|can be|may be|can} {allowed|fine|ok|accepted|supported|possible|set|used|given|sent|needed|required|combined|optional|permitted|valid}.",
        "It is required. {|(}{This|This restriction|The restriction|The limit|The limits|The rule|The requirement|The condition} {is|was|will be|has been} {|now }{removed|lifted|dropped|relaxed|obsolete|soft}.",
        "It is required. This {only applies|applies only|no longer applies} there.",
      ],
    ],
    [
      "has none",
      false,
      [
        "It is required.",
        "It is required. An exception {is|are|will be} {thrown|raised|returned}.",
        "It is required. Except x, it is y.",
        "It is required. It is sent {if|when|whenever} both are given.",
        "It is required. Names except x.",
        "It is required. Shops are also supported.",
        "It is required. It is not for you.",
        "It is required. Shops open from 2027 on.",
        "It is required. From 2027 shops open.",
        "It is required. Shops say that this is removed.",
      ],
    ],
  ],
  (text) => hasException(firstOf(text)),
);

const strange = (text: string, self: string | null = null): string | null => {
  const sentence = sentenceOf(text, self);
  return strangeCase(sentence.text, contextOf(sentence));
};

describe("a case that no request shows", () => {
  it.each(
    allWordings([
      "It is required {depending on|upon|given the|given that|toward|towards|on|in} weather.",
      "It is required {mostly|usually|generally|normally|typically|often|sometimes|in general|as a rule|on request|upon request|from time to time}.",
      "It is required {if|when|whenever|where|wherever} {possible|appropriate|reasonable}.",
      "It is required in the {next|last|first|previous} {week|day|month|year|hour|minute|days|weeks|months|years|hours|minutes}.",
      "It is required with {exceptions|exception}.",
      "It is required in rain {and so|which|may|can|cannot|must|should|will|is|are|was|has|have|does|do} for all.",
      "It is required in `level` in rain.",
      "It is required for `level` in rain.",
      "{If|For|When|In|With|At|On|By} rain, required.",
      "The list; in rain, optional for `level`.",
    ]),
  )("is found: %s", (text) => {
    expect(strange(text)).not.toBe(null);
  });

  it.each(
    allWordings([
      "It is required.",
      "It is required in {the same|one|a single|any one} basket.",
      "It is required within the same basket.",
      "It is required in weather {report|reports|request|requests|call|calls|query|body|list|lists|object|objects}.",
      "It is required until {the next release|new releases|the next version|new versions|it is implemented|the future|it is fixed|it is supported}.",
      "It is required {in order to sell|on less}.",
      "It is required {at least|at most|at the most|at the least} weather.",
      "It is required at once.",
      "Weather in winter, {required|mandatory|only|not|optional} for `level`.",
      "It is required for `level`.",
      "It is required after `start_date`.",
      "It is required in 5 days.",
      "It is required until 2027-01-01.",
    ]),
  )("is not found: %s", (text) => {
    expect(strange(text)).toBe(null);
  });

  it("is not found if it only consists of words in the field's name", () => {
    expect(strange("It is required in that place.", null)).not.toBe(null);
    expect(strange("It is required in that place.", "place_types")).toBe(null);
  });
});

const left = (
  text: string,
  self: string | null = null,
  around: { readonly isNegative?: boolean; readonly isOfAmount?: boolean } = {},
): string | null => {
  const sentence = sentenceOf(text, self);
  return leftOver(sentence, contextOf(sentence), {
    isNegative: false,
    isOfAmount: true,
    ...around,
  });
};

describe("a sentence whose meaning is in doubt", () => {
  it.each(
    allWordings([
      "It is {even if|even when|ahead|tomorrow|yesterday|meaningful|useful|helpful|relevant|quarters|fortnights|decades} set.",
      "It is set, or not.",
      "`end_date` {may|can|might|could} {|also |always }be {|on or |at or }{after|before|later|earlier|past} `start_date`.",
      "It can {|only }also set.",
      "It is also {be|can|when|if|for|support|supports|permitted|allowed|supported|available|accepted|valid|possible} set.",
      "At least one of `level` and `window` may be set.",
      "5 days before {|the }`start_date`.",
      "5 days after {today|the current date|the present date|the current day}.",
      "At least 5 days {ago|back|before}.",
      "It {needs|need|requires|require} {5|5 days}.",
      "{Delete|Upload|Edit|Import} {data|report|reports}.",
      "Either `level` or one of `window`.",
      "Either {this|it} or `level`.",
      "Set {more|longer|older|later|greater|further|farther} than {|the }5 days.",
      "You {cannot|may not|must not|should not} {see|view|access|edit|manage|own|change|know} it.",
    ]),
  )("has a part that is not read: %s", (text) => {
    expect(left(text)).not.toBe(null);
  });

  it.each(
    allWordings([
      "It is set.",
      "Set more than 5 days is {not|no|never|cannot|nor|without|rejected|refused|fails|error|invalid|unavailable|unsupported|impossible|purged|gone|deleted|max|maximum|exceeding|only} it.",
      "You cannot {seek|review|set|unknown} it.",
    ]),
  )("has no such part: %s", (text) => {
    expect(left(text)).toBe(null);
  });

  it.each(["Set 5 days.", "Set 5 names.", "Set 2027-01-01."])(
    "has one if its amount is not read: %s",
    (text) => {
      expect(left(text, null, { isOfAmount: false })).not.toBe(null);
      expect(left(text)).toBe(null);
    },
  );

  it.each(["past", "after", "from"])("has one if a day is %s itself", (word) => {
    expect(left(`At most 5 days ${word} end_date.`, "end_date")).toBe("end_date");
    expect(left(`At most 5 days ${word} the end_date.`, "end_date")).toBe("end_date");
    expect(left(`At most 5 days ${word} start_date.`, "start_date")).toBe(null);
  });

  it.each(
    allWordings([
      "Names {is|are} {|also }{allowed|supported|permitted|available|accepted|valid|possible|applicable}.",
    ]),
  )("has one if a ban is read from a permission: %s", (text) => {
    if (/ also /.test(text)) return;
    expect(left(text, null, { isNegative: true })).not.toBe(null);
    expect(left(text)).toBe(null);
    expect(left(text.replace("Names", "Not names"), null, { isNegative: true })).toBe(null);
    expect(left(text.replace("Names", "Only names"), null, { isNegative: true })).toBe(null);
    expect(left(`Not for:\n- ${text}`, null, { isNegative: true })).toBe(null);
  });
});

table(
  "a sentence",
  [
    [
      "opens with a case that is not known",
      true,
      [
        "{As an|As a|For|In|With|During|On|At|Among} old shop, it is set.",
        "{As an|For} old shop: it is set.",
        "{Old|Very old|Really very old} shops: it is set.",
        "{Since|Because|As} your shop is old, it is set.",
        "{It|This|That|The following} {does not apply|do not apply|does not hold|is no longer true|is no longer valid|is no longer the case|no longer applies|no longer apply|no longer holds|no longer hold} to it: it is set.",
      ],
    ],
    [
      "opens with no such case",
      false,
      [
        "{In order to sell|At least|At most|At once}, it is set.",
        "{|Please }{note|important|attention|warning|caution|reminder|remark|tip|hint|example}: it is set.",
        "{Required|Mandatory|Optional}{| shops}: it is set.",
        "{|Shop }{requirement|requirements|limit|limits|limitation|limitations|rule|rules|condition|conditions|prerequisite|prerequisites|precondition|preconditions|restriction|restrictions|constraint|constraints|validation|format|formats|default|defaults|value|values}: it is set.",
        "{Selling shops|A shop|An shop|The shop|This shop}: it is set.",
        "It does not apply to it.",
        "Shops, since your shop is old, it is set.",
      ],
    ],
  ],
  (text) => isAboutUnknown(sentenceOf(text).text, contextOf(sentenceOf(text))),
);

const isPlain = (text: string, self: string): boolean => {
  const sentence = sentenceOf(text, self);
  return hasPlainSubject(
    sentence,
    [{ kind: "forbidden-when", when: [], params: { field: self } }],
    contextOf(sentence),
    () => false,
  );
};

table(
  "a sentence after an unknown one",
  [
    [
      "does not say what it is about",
      false,
      [
        "Sales count. {Note: |Please note: |Please note that |Note that |Keep in mind: |Keep in mind that }only allowed for `SHOP`.",
        "Sales count. {Not|No|Cannot|Must|May|Should|Shall|Has to|Requires|Only} x for `SHOP`.",
        "Sales count. {Max|Min|A max|A min|An max|The max|The min|With a max|With max|5|A 5|An 8|The time range|The date range|You can|Data is|The furthest} x for `SHOP`.",
      ],
    ],
    [
      "says what it is about",
      true,
      [
        "Sales count. Names are not allowed for `SHOP`.",
        "Sales count. {Only supports|Only support|Only one} name for `SHOP`.",
      ],
    ],
  ],
  (text) => isPlain(text, "shelf_ids"),
);

table(
  "a sentence after another one about its field",
  [
    [
      "is about the field if that one defines it",
      true,
      ["{The ids of a shelf|Shelf id|Shelf ids|Ids-of-a-shelf}. Only allowed for `SHOP`."],
    ],
    [
      "may be about something else",
      false,
      [
        "{Shelf|Ids} of a shop. Only allowed for `SHOP`.",
        "Shelf ids {is|are|was|were|has|have|does|do|will|can|may|must} x. Only allowed for `SHOP`.",
        "Shelf ids {SHOP|hourly|not hourly|not|invalid|must|only|if set}. Only allowed for `SHOP`.",
        "A name. Shelf ids. Only allowed for `SHOP`.",
      ],
    ],
  ],
  (text) => isPlain(text, "shelf_ids"),
);
