import { describe, expect, it } from "vitest";
import { isAboutOthers } from "../../../generator/prose/idle.js";
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
    ["start_hour", "Must be lower than 20, since films cannot run longer than 15 minutes."],
  ])("is never taken for information about the world: %s: %s", (self, text) => {
    expect(judged(text, self).label).toBe("unknown");
  });
});
