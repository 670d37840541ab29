import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import * as validators from "../../../generated/validators.js";
import { validateConversionProductReport, validateReport } from "../../../generated/validators.js";
import { pascal } from "../../../generator/lower/names.js";
import type { Model, Request } from "../../../generator/model/model.js";
import { packageRoot } from "../../../generator/workspace.js";
import type { Violation } from "../../../runtime/validation/violation.js";
import { daysAgo, TODAY } from "./body.js";

const model: Pick<Model, "flows" | "operations"> = JSON.parse(
  readFileSync(new URL("generated/model.json", packageRoot), "utf8"),
);
const requests: readonly Request[] = [...model.flows, ...model.operations];

/** The warnings of a validator about one rule. */
function warned(
  request: Pick<Request, "name">,
  rule: string,
  body: object,
): readonly Pick<Violation, "path" | "message">[] {
  const validate = (validators as unknown as Readonly<Record<string, typeof validateReport>>)[
    `validate${pascal(request.name)}`
  ] as typeof validateReport;
  return validate(body, { today: TODAY }).filter((violation) => {
    if (violation.rule === rule) expect(violation.severity).toBe("warning");
    return violation.rule === rule;
  });
}

describe("a rule that Pinterest does not state", () => {
  const added = requests.flatMap(({ name, rules }) =>
    rules.filter(({ sources }) => sources.length === 0).map((rule) => ({ name, rule })),
  );

  it("says who reported it and when, or that nobody did", () => {
    expect(added.length).toBeGreaterThan(40);
    for (const { name, rule } of added) {
      const { id, seenIn, seenOn } = rule;
      expect(seenIn, `${name} ${id}`).toMatch(/./);
      if (seenIn !== "nowhere") expect(seenOn, `${name} ${id}`).toMatch(/^2026-\d\d-\d\d$/);
    }
  });

  it("differs from a rule that Pinterest states, which has neither a reporter nor a date", () => {
    const stated = requests.flatMap(({ rules }) =>
      rules.filter(({ sources }) => sources.length > 0),
    );
    expect(stated.length).toBeGreaterThan(50);
    for (const rule of stated) expect([rule.seenIn, rule.seenOn]).toEqual([undefined, undefined]);
  });

  it("mentions its source in the message and the params of each violation", () => {
    const body = {
      start_date: daysAgo(-5),
      end_date: daysAgo(3),
      granularity: "DAY",
      level: "CAMPAIGN",
    };
    const ofAdded = validateReport(body, { today: TODAY }).filter(({ rule }) =>
      added.some((one) => one.name === "report" && one.rule.id === rule),
    );
    expect(ofAdded.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
      "dates-in-order: must not be before start_date; seen on 2026-11-24 in pinterest/api-quickstart",
      "start-date-not-in-the-future: must not be after today (UTC); seen on 2026-11-24 in airbytehq/airbyte",
      "columns-left-out: is missing: the response may be useless; no known source",
    ]);
    expect(ofAdded.map(({ params: { seenIn, seenOn } }) => [seenIn, seenOn])).toEqual([
      ["pinterest/api-quickstart", "2026-11-24"],
      ["airbytehq/airbyte", "2026-11-24"],
      ["nowhere", undefined],
    ]);
  });
});

/** Click, engagement and view windows that a source lists as accepted. */
const ACCEPTED = new Set(
  (
    "60,60,60 60,60,30 60,60,7 60,60,1 60,30,30 60,30,7 60,30,1 60,7,7 60,7,1 60,1,1 30,60,1 " +
    "30,30,30 30,30,7 30,30,1 30,7,7 30,7,1 30,1,1 7,7,7 7,7,1 7,1,1 1,1,1 7,0,0 1,0,0"
  ).split(" "),
);
const REFUSED = ["30,0,0", "0,0,1"];
const DAYS = [0, 1, 7, 14, 30, 60];
const WINDOWS = ["click_window_days", "engagement_window_days", "view_window_days"] as const;

describe("attribution windows", () => {
  const withWindows = requests.filter(({ body }) =>
    WINDOWS.every((name) => body.fields.some((field) => field.name === name)),
  );

  it("are all present in eleven requests, and only conversion-product-report lacks the engagement window", () => {
    expect(withWindows).toHaveLength(11);
    const some = requests.filter(({ body }) =>
      body.fields.some(({ name }) => name === "view_window_days"),
    );
    expect(
      some.filter((request) => !withWindows.includes(request)).map(({ name }) => name),
    ).toEqual(["conversion-product-report"]);
  });

  it.each(withWindows.map((request) => [request.name, request] as const))(
    "cause a warning in %s unless a source says that they are accepted",
    (_, request) => {
      const assumed = WINDOWS.map(
        (window) => request.body.fields.find(({ name }) => name === window)?.default,
      );
      const options = [undefined, ...DAYS];
      for (const click of options)
        for (const engagement of options)
          for (const view of options) {
            const given = [click, engagement, view];
            const body = Object.fromEntries(
              WINDOWS.flatMap((name, at) => (given[at] === undefined ? [] : [[name, given[at]]])),
            );
            const triple = given.map((days, at) => days ?? assumed[at]);
            const isFine = triple.includes(undefined) || ACCEPTED.has(triple.join());
            const finding = REFUSED.includes(triple.join())
              ? "was refused"
              : "is not among the combinations known to be accepted";
            expect(
              warned(request, "attribution-windows", body).map(({ message }) => message),
            ).toEqual(
              isFine
                ? []
                : [
                    `${triple.join("/")} for ${WINDOWS.join("/")} ${finding}; ` +
                      "seen on 2026-11-29 in getmcpads-com/pinterest-ads-mcp-server and Matia's Pinterest setup guide",
                  ],
            );
          }
    },
  );

  it("are not checked in a request without a window for engagements, because nothing is known about them", () => {
    for (const click_window_days of DAYS)
      for (const view_window_days of DAYS)
        expect(
          validateConversionProductReport(
            { click_window_days, view_window_days },
            { today: TODAY },
          ).filter(({ path }) => path === "" || path.includes("window")),
        ).toEqual([]);
  });
});

describe("reach and frequency", () => {
  const columns = [
    "CAMPAIGN_ID",
    "TOTAL_IMPRESSION_USER",
    "SPEND_IN_DOLLAR",
    "TOTAL_IMPRESSION_FREQUENCY",
  ];
  const old = (days: number, requested: readonly string[]) =>
    warned({ name: "report" }, "reach-of-old-days", {
      start_date: daysAgo(days),
      end_date: daysAgo(days - 3),
      columns: requested,
    });

  it("cause a warning for their columns if the first day is more than 185 days ago", () => {
    for (const days of [0, 30, 184, 185]) expect(old(days, columns)).toEqual([]);
    for (const days of [186, 300, 913])
      expect(old(days, columns).map(({ path, message }) => `${path}: ${message}`)).toEqual([
        "/columns/1: TOTAL_IMPRESSION_USER may be inaccurate if start_date is more than 185 days before today (UTC); seen on 2026-11-29 in PowerMyAnalytics",
        "/columns/3: TOTAL_IMPRESSION_FREQUENCY may be inaccurate if start_date is more than 185 days before today (UTC); seen on 2026-11-29 in PowerMyAnalytics",
      ]);
    expect(old(300, ["CAMPAIGN_ID", "TOTAL_IMPRESSION"])).toEqual([]);
  });
});
