import { describe, expect, it } from "vitest";
import { isAboutOthers } from "../../../generator/prose/idle.js";

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
    "False unless you say otherwise.",
    "Accounts can have up to 30 reports at a time.",
    "Formerly fixed at 180.",
    "No more than 60 calls per minute.",
    "Try to keep titles within 30 characters.",
  ])("matches: %s", (sentence) => {
    expect(isAboutOthers(sentence)).toBe(true);
  });
});
