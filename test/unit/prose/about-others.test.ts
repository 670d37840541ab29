import { describe, expect, it } from "vitest";
import { isAboutOthers, isAdvice } from "../../../generator/prose/idle.js";
import { judged } from "./read.js";

const OWNERS = ["Advertisers", "Business accounts", "Apps", "A user", "An ad account"];
const LIMITS = [
  "cannot have `a` together with `b`",
  "can only share `a`",
  "may keep one of page_size or `b`",
  "used to be allowed `a`, which must be left out",
];

describe("the check for sentences that do not limit the request", () => {
  it.each(OWNERS.flatMap((owner) => LIMITS.map((limit) => `${owner} ${limit}.`)))(
    "does not match a sentence that names a field: %s",
    (sentence) => {
      expect(isAboutOthers(sentence)).toBe(false);
    },
  );

  it.each(["Required", "Mandatory", "Forbidden", "Not needed", "Rejected"])(
    "does not match a demand with an exception: %s unless …",
    (demand) => {
      expect(isAboutOthers(`${demand} unless you send an image.`)).toBe(false);
    },
  );

  it.each([
    "Ids are checked by us and must be 5 characters long.",
    "Names with spaces are rejected by our system.",
    "Values are limited by us to 50 characters.",
    "Lists are restricted by Pinterest to 50 names.",
  ])("does not match what Pinterest demands: %s", (sentence) => {
    expect(isAboutOthers(sentence)).toBe(false);
  });

  it.each([
    "The total must be close to 100.",
    "The average should be lower than 5.",
    "If one of them is sent, the others must be sent, too.",
    "If one drop fails, the rest must be sent again.",
    "Must be at least 5, otherwise results may be lower.",
    "Only whole amounts: the average will be close to them.",
  ])("does not match a demand about figures or other fields: %s", (sentence) => {
    expect(isAboutOthers(sentence)).toBe(false);
  });

  it.each([
    "Old results are removed by our nightly job.",
    "Names are hashed by us as soon as they arrive.",
    "Drops of this kind are watched twice as long on average.",
    "Shops with drops have reached up to 10% lower costs.",
    "Files sent between 00:00 and 02:00 may start with a delay.",
    "Helpers can open a drop only after they have accepted.",
    "False unless you say otherwise.",
    "Accounts can have up to 30 reports at a time.",
    "Formerly fixed at 180.",
    "People answering a question can enter up to 300 characters.",
    "No more than 60 calls per minute.",
    "Try to keep titles within 30 characters.",
    "If one drop fails, the others are still sent.",
    "The rest is sent even if one of them fails.",
    "Over 7 days, the average will be close to the goal.",
  ])("matches: %s", (sentence) => {
    expect(isAboutOthers(sentence)).toBe(true);
  });
});

describe("a demand on the described field", () => {
  it.each([
    ["granularity", "HOUR covers all the others, so it must be the only value."],
    ["granularity", "HOUR must be the only permission in the list."],
    ["shelf_ids", "Any other shelf returns a 400."],
    ["shop_split_kind", "We expect exactly three numbers joined by dots."],
    ["start_hour", "Must be lower than 20, since films cannot run longer than 15 minutes."],
  ])("is never taken for information about the world: %s: %s", (self, text) => {
    expect(judged(text, self).label).toBe("unknown");
  });
});

/** Kinds of harmless sentences, each beside similar ones that demand something of a request. */
const KINDS: Readonly<
  Record<string, { readonly harmless: readonly string[]; readonly demands: readonly string[] }>
> = {
  "a result instead of an error": {
    harmless: [
      "If the shop has sold nothing, the report is an empty file rather than an error.",
      "A mood that fits none of the shelves yields empty columns, not an error.",
      "Unknown moods are skipped instead of causing an error.",
      "Long labels are shortened to 200 lines on our side, which doesn't cause an error.",
      "Blanks at the end are trimmed and not rejected.",
      "Twins are merged, and no error is returned.",
      "A shelf that was sold results in no rows instead of a 404.",
    ],
    demands: [
      "An unknown mood yields an error, not an empty column.",
      "Blanks at the end are not trimmed but rejected.",
      "Unknown moods are skipped instead of being rejected as long as `level` is given.",
      "Unknown moods yield empty columns, not an error, but a mood with blanks is rejected.",
      "Moods must be lowercase; unknown ones yield empty columns, not an error.",
      "Unknown moods yield empty columns, not an error, so send at least 3 letters.",
      "Longer labels are not rejected if they have at most 200 letters; the rest is cut off.",
      "Labels of up to 200 lines are shortened rather than rejected.",
    ],
  },
  "how a value is interpreted": {
    harmless: [
      "Like `start_hour`, it is interpreted in the time zone selected with `place_types`.",
      "Hours are evaluated in the time zone set with `place_types`.",
      "The amount is stated in the currency of `level`, just like `start_hour`.",
      "The hour refers to the time zone that `place_types` selects.",
      "Whether this is local time or UTC depends on `place_types`.",
      "How the hour is interpreted depends on `place_types`.",
    ],
    demands: [
      "Like `start_hour`, it is only interpreted if `place_types` is set.",
      "Like `start_hour`, it requires `place_types`.",
      "It is interpreted in the time zone selected with `place_types`, which is required then.",
      "It is interpreted in the time zone of `place_types` and must be later than `start_hour`.",
      "Whether it is valid depends on `place_types`.",
      "How many of them can be given depends on `place_types`.",
    ],
  },
  "what people cannot do with something": {
    harmless: [
      "Comments are not allowed on Pins of such a shelf, and it doesn't show up on your profile.",
      "On such boards, comments are not supported.",
      "Likes and replies are not permitted below these videos.",
      "Such boards are never recommended to other people and cannot be followed.",
      "Collaborators are not allowed to remove other people's Pins from it.",
    ],
    demands: [
      "Comments are not allowed.",
      "Comments are not allowed in the label of such a shelf.",
      "A `window` is not allowed on such a board.",
      "Comments are not allowed on Pins of such a board, and `level` must be `SHOP`.",
      "The board doesn't show up on your profile, and `level` has to be `SHOP`.",
      "Digits must be followed by a letter.",
    ],
  },
  "how long something lives, and what is displayed": {
    harmless: [
      "In most browsers, the cookie lives for a maximum of one year.",
      "Some browsers delete it after 7 days at the latest.",
      "Sessions last for a maximum of 30 minutes.",
      "The carousel shows at most 10 pictures at once.",
      "Stars are displayed only for products with at least 3 reviews.",
      "At least 3 reviews are needed before stars are displayed.",
    ],
    demands: [
      "Stars are displayed only for products with at least 3 reviews; other requests fail.",
      "Moods are accepted only for products with at least 3 reviews.",
      "In most browsers, the cookie lives for a maximum of one year, and older moods are refused.",
      "Some browsers delete it after 7 days; send at most 5 names.",
      "The carousel shows at most 10 pictures, so don't send more.",
      "The cookie may have at most 100 characters.",
    ],
  },
  "how much time passes": {
    harmless: [
      "Filling a large shelf takes between 2 and 48 hours.",
      "The review takes up to 3 days.",
      "Up to 60 seconds can pass before all shops know it.",
      "A few minutes may go by until it is known everywhere.",
    ],
    demands: [
      "At most 60 days can pass between `start_date` and `end_date`.",
      "Up to 60 seconds can pass before all shops know it, so `level` must be `SHOP`.",
    ],
  },
  "what is usual or no error": {
    harmless: [
      "Small shops often have fewer than ten shelves.",
      "It is not an error when two shelves share a name.",
      "Shelves are excluded from all reports after 30 days.",
      "Labels are hashed on arrival and never written to disk.",
      "A shelf that belongs to another shop leads to a 403.",
    ],
    demands: [
      "Small shops often send more, but fewer than ten shelves are allowed.",
      "It is not an error when two shelves share a name, but three cannot.",
      "It is never an error to send both, provided they match.",
      "The list usually holds two labels and should not hold more than three.",
      "Importing takes up to 24 hours, so `start_date` must be a day ahead.",
      "A shelf may have at most 5 labels, which expire after 30 days.",
      "Shelves disappear after 30 days; send at most 5 labels.",
      "It is not an error when two shelves share a name; send at most 5 labels.",
      "Labels that belong to another shop are rejected, and at most 5 may be sent.",
      "It is an error when two shelves share a name.",
      "Labels with blanks lead to an error.",
      "We can't guess it, so this has to be accompanied by `level`.",
      "Shops open early, which means that none of these may come after `window`.",
    ],
  },
  "that nothing is filtered": {
    harmless: [
      "If neither `level` nor `window` is given, shelves are not filtered by these criteria.",
      "When both `level` and `window` are missing, shelves aren't filtered.",
      "Without `level` and `window`, the shelves are not filtered.",
      "If you leave out both `level` and `window`, the file contains all shelves.",
      "No filter is applied if `level` and `window` are both omitted.",
    ],
    demands: [
      "If neither `level` nor `window` is given, the request fails.",
      "If neither `level` nor `window` is given, `start_hour` must be set.",
      "If neither `level` nor `window` is given, shelves are not accepted.",
      "If neither `level` nor `window` is given, shelves are not filtered, and the call fails.",
      "If neither `level` nor `window` is given, provide `start_hour`.",
      "Neither `level` nor `window` may be given.",
    ],
  },
};

describe.each(Object.entries(KINDS))("a sentence that says %s", (_, { harmless, demands }) => {
  it.each(harmless)("is ignored: %s", (text) => {
    expect(judged(text, "shop_split_kind").label).toMatch(/^(?:informational|server-side)$/);
  });

  it.each(demands)("is not ignored if it demands something: %s", (text) => {
    expect(judged(text, "shop_split_kind").label).toMatch(/^(?:rule|unknown)$/);
  });
});

describe("the check for sentences that leave a limit beside them unchanged", () => {
  it.each([
    "Every visit restarts the period, so regular visitors stay longer than the number suggests.",
    "People who come back are kept longer than the days given here.",
    "A short window keeps the list fresh, but makes it smaller than most shops expect.",
    "Stars are displayed only for products with at least 3 reviews.",
    "Products with fewer than 3 reviews are displayed without stars.",
    "The carousel shows at most 10 pictures at once.",
  ])("matches: %s", (text) => {
    expect(isAdvice(text)).toBe(true);
  });

  it.each([
    "Longer ones are displayed in part.",
    "Names longer than expected are cut off.",
    "Visitors may stay longer than the number suggests.",
    "Regular visitors stay longer; their limit is 90.",
    "Visitors must not stay longer than the number suggests.",
    "Products with at least 3 reviews are displayed with longer names.",
    "Products with at least 3 reviews are displayed with an empty name.",
    "Ratings are accepted only for products with at least 3 reviews.",
    "Stars are displayed for products with at least 3 reviews, from 1 to 5.",
  ])("does not match: %s", (text) => {
    expect(isAdvice(text)).toBe(false);
  });
});
