// The words by which a sentence without a rule binds, is about the server, or only informs.
import { describe, expect, it } from "vitest";
import { bindingOf } from "../../../generator/prose/binding.js";
import { type Sentence, sentencesOf } from "../../../generator/prose/sentences.js";
import { readContextOf } from "../../../generator/prose/vocabulary.js";
import { sentenceOf, vocabulary } from "./read.js";
import { allWordings } from "./wordings.js";

const fateOf = (sentence: Sentence): string => {
  const binding = bindingOf(readContextOf(sentence, vocabulary));
  return "label" in binding ? binding.label : "binds";
};
/** In the description of an operation. */
const atOperation = (text: string): string => fateOf(sentenceOf(text));

describe("a sentence that only the server can check", () => {
  it.each(
    allWordings([
      "{Tokens|Token|Users|User|Owners|Owner|Admins|Admin|Administrators|Administrator|Apps|App|Accounts|Account|Merchants|Merchant|Advertisers|Advertiser|Agencies|Agency|Partners|Partner|Boards|Board|Catalogs|Catalog|Feeds|Feed|Pins|Pin|Ads|Ad|Campaigns|Campaign|Entities|Entity|Events|Event|Tags|Tag|Templates|Template|Items|Item|Products|Product|Files|File|Members|Member|Membership} must be new.",
      "A new token {|of the new shop }{must be new|can only be new|needs to be new|need it}.",
      "This is only for {allowlisted|allow-listed|whitelisted|white-listed|eligible|invited} shops.",
      "This is only {in beta|with permission|with permissions|with a role|with roles|for your account manager|for your partner manager|for your account team|with business access|enabled for you|for the OWNER|if you sign up|once signed up|by contacting us|if you contact us|by contacting your shop|with billing|by the terms of Pinterest|by agreement|with consent|for legal shops}.",
      "Shoppers see at most one per {catalog|account|advertiser|user|app|token|minute|second|hour|day|merchant|feed|organization|business}.",
      "Shoppers see at most one for each {catalog|account|advertiser|user|app|feed|merchant}.",
    ]),
  )("is about the server: %s", (text) => {
    expect(atOperation(text)).toBe("server-side");
  });

  it.each(
    allWordings([
      "`level` must be sent if {your shop|your new shop|the advertiser|the merchant|the account|the app|the catalog|the user|the user's shop} {was|were|has|have|is|are|does|do|did|receives|receive|owns|own|belongs|belong} new.",
      "`level` must be sent if you {receive|own|belong|are a|are an|are in|are part of|have access|have a|have an|do not have} sales.",
    ]),
  )("is about the server, whatever it demands: %s", (text) => {
    expect(atOperation(text)).toBe("server-side");
  });
});

describe("an amount of something else than the request", () => {
  it.each(
    allWordings([
      "Shoppers see at most 5 in the {ads manager|reporting tool|dashboard|user interface|UI|website|business hub}.",
      "Shoppers see at most 5 in the app.",
      "{|For }example: shoppers see up to 5.",
      "Shoppers see at most 5, which {are preliminary|may change|may still change}.",
      "Shoppers see at most 5 days, since it {will end|will be removed|will be deprecated|will be retired|will become old|will stop|will change|is deprecated|are deprecated|was deprecating it|is being sunset|is sunsetted}.",
      "{Later this year|Over time}, shoppers see at most 5 days.",
      "Shoppers see at most 5 days, since {we'll know|we will know|we no longer know|we have known|we are slow|we plan|we recommend it|Pinterest no longer knows|Pinterest will know|Pinterest has known}.",
    ]),
  )("is only information: %s", (text) => {
    expect(atOperation(text)).toBe("informational");
  });

  it.each(
    allWordings([
      "{The |All |Only |A |An |Each |Every |No |}{archived |deleted |unknown |paused |empty |several |other |}{rows|row|results|result|names|name|values|value|items|pins|pin|campaigns|campaign|ads|ad groups|products|product|product groups|conversions|clicks|views|events|purchases|metrics|figures|numbers|data|lifetime metrics|filters|filter} of at most 5 shops {appear|appears|are dropped|are left out|are merged|are included|are listed|are reported|are returned|are counted|are shown|show up|are refreshed|are updated|add up|arrive|are kept|satisfy it|match|are joined|are combined with and|are ignored|belong}.",
    ]),
  )("is only information if it is about the response: %s", (text) => {
    expect(atOperation(text)).toBe("informational");
  });

  it.each(
    allWordings([
      "Shoppers see at most 5 {rows|row|lines|line|results|result|records|record|bytes|KB|MB|GB|megabytes|requests|calls|queries|pages|page} there.",
      "Shoppers see at most 5 days, since it {expires|expired|is valid for|is ready for|finishes|finished|takes|take|has links for|has a link for|has urls for|has a url for|has tokens for|has a token for|downloads for|has a download for|is processed for|is processing for|is kept for|is deleted after|is available for download for|has a response time of an hour}.",
    ]),
  )("is about the server if it is about its work: %s", (text) => {
    expect(atOperation(text)).toBe("server-side");
  });

  it.each(
    allWordings([
      "Shoppers see at most 5.",
      "Shoppers see at most 5 days.",
      "Shoppers see at most 5 preliminary ones, {rejected|refused|an error|what fails|what the 400 says|invalid|what must not be|what can not be|what may not be|what could not be|what should not be|what cannot be|not allowed|not supported|not permitted|not accepted|not possible|not available|not valid|unsupported|forbidden|prohibited|required|what it requires|mandatory}.",
      "Shoppers see at most 5 rows there{;|,} {|and }{|all |any }other {calls are rejected|calls are refused|calls fail|call fails}.",
      "Shoppers see at most 5, as an example: 4.",
    ]),
  )("binds otherwise: %s", (text) => {
    expect(atOperation(text)).toBe("binds");
  });
});

/** In the description of a field inside the body. */
const inside = (text: string): string => {
  const place = { label: "body:shops[].mood", pointer: "#", text, field: null };
  return fateOf(sentencesOf(place).at(-1) as Sentence);
};

describe("a sentence about a part of a field", () => {
  it.each(
    allWordings([
      "Shops {shall|have to|cannot|need|needs|require|requires} it.",
      "Old ones are {mandatory|illegal|forbidden|prohibited|invalid|required|an error|rejected|refused}.",
      "It has {no more than|no less than|no fewer than|at least|at most|up to} five.",
      "A 5{ |-|-mood | mood }limit.",
      "Its {limit 5|limit of 5|limit is 5|limit: 5|moods are limited to 5}.",
      "Moods from {5-6|5 - 6|5–6|5 to 6}.",
      "{Valid|Allowed|Possible|Accepted|Permitted|Supported|Recognized|Recognised} {options|values|choices|range|moods are|moods: are|moods is|moods includes|moods include} old.",
      "{From|Between} {5|-5|5.5|1,000} {to|and} {9|-9}.",
      "It goes {5|-5|5.5} {|(old) |(very old) }{through|up to} {9|-9}.",
      "{|(}{|Only }{valid|allowed|possible|accepted|permitted|supported} {is|are} {\"OLD\"|'OLD'|`OLD`}.",
      "{Values|Value}{ are|:} {\"OLD|'OLD|`OLD|[OLD|old, new}.",
      "Old ones and {nothing else|no others|no other}.",
      "Old moods, exactly {5|one|two|three|four|five}.",
      "{Any other|Other} {value|values} {fails|fail|is bad|are bad|will be bad}.",
      "An A followed by {|the first |a few }{digits|digit|letters|letter|characters|character|numbers|number}.",
      "It is {written|formatted|expressed} as a mood.",
      "5 {to|-|–} 6 moods.",
    ]),
  )("binds: %s", (text) => {
    expect(inside(text)).toBe("binds");
  });

  it.each(["Moods that shops had to have were not required.", "Old moods are shown."])(
    "is only information otherwise: %s",
    (text) => {
      expect(inside(text)).not.toBe("binds");
    },
  );
});

describe("an example at the end of a sentence", () => {
  it.each(
    allWordings([
      "The shops of a report{, | (}{for example|for instance|e.g.}{,|} {\"at home|'at home|`at home|[at home} and up to date.",
    ]).filter((text) => !/up to/.test(text)),
  )("demands nothing: %s", (text) => {
    expect(inside(text)).toBe("informational");
  });

  it.each(
    allWordings([
      'The shops of a report, for example "A", which {must|cannot|is not allowed|only|never|requires|require|required|needs|need|has at most|has at least|has up to|has the max|has the maximum of|has the min|has the minimum of|exceeds|exceed|is limited to|has the limit of} 5.',
    ]),
  )("binds if it demands something: %s", (text) => {
    expect(inside(text)).toBe("binds");
  });
});

describe("an amount in the description of a field", () => {
  it.each([
    ["window", "Max is 60."],
    ["window", "The limit is 60 here."],
    ["window", "Shoppers see at most 60."],
    ["window", "The default is 30."],
    ["window", "Shops from 30 to 60 see it only."],
    ["shelf_ids", "Shoppers see at most 50."],
  ])("is implied if the schema states it: %s: %s", (self, text) => {
    expect(fateOf(sentenceOf(text, self))).toBe("schema-implied");
  });

  it.each([
    ["window", "Max is 50."],
    ["window", "The limit is 50 here."],
    ["window", "Shoppers see at most 50."],
    ["window", "Shoppers see at most 49 rows."],
    ["window", "Shops from 5 to 9 see it only."],
    ["window", "Shops from 30 to 50 see it only."],
    ["window", "Shoppers see up to 60 before start_date."],
    ["shelf_ids", "Shoppers see at most 49."],
    ["shelf_ids", "Shoppers see at most 49 rows."],
    ["place_types", "Shoppers see at most 49."],
  ])("binds if the schema states another one, or none: %s: %s", (self, text) => {
    expect(fateOf(sentenceOf(text, self))).toBe("binds");
  });

  it("does not bind if it is about rows, and the field has no amounts", () => {
    expect(fateOf(sentenceOf("Shoppers see at most 49 rows.", "place_types"))).toBe("server-side");
  });

  it("does not bind if it is the default, which is compared elsewhere", () => {
    expect(fateOf(sentenceOf("The default is 31.", "window"))).toBe("informational");
  });
});

describe("a sentence about another field or value", () => {
  it.each([
    [null, "Shoppers see `level` only in the dashboard."],
    [null, "Shoppers see `level` and at most 5 rows."],
    [null, "Tokens must be new for `level`."],
    [null, "Shoppers see no SHOP."],
    [null, "Every shop_color must be new."],
    ["level", "SHOP must be the only token."],
    ["place_types", "If `level` is not set, all are shown."],
    ["place_types", "If not set, `level` must be sent."],
  ])("binds: %s: %s", (self, text) => {
    expect(fateOf(sentenceOf(text, self))).toBe("binds");
  });

  it.each([
    [null, "Shoppers see it only if so."],
    [null, "Otherwise, shoppers see none."],
    ["place_types", "If not set, all are shown."],
    ["window", "Shoppers may see it later than this."],
  ])("does not bind if it names none: %s: %s", (self, text) => {
    expect(fateOf(sentenceOf(text, self))).toBe("informational");
  });

  it("does not bind beside the request, unless it demands something", () => {
    const aside = (text: string): string => {
      const place = { label: "op.tag", pointer: "#", text, field: null, isAside: true as const };
      return fateOf(sentencesOf(place).at(-1) as Sentence);
    };
    expect(aside("Tools see no `level`.")).toBe("informational");
    expect(aside("Tools for `level` must be new.")).toBe("binds");
    expect(aside("Tools must be new.")).toBe("informational");
  });
});
