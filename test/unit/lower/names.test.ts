import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { camel, constant, kebab, Names, pascal, singular } from "../../../generator/lower/names.js";

const suffix = (text: string): string =>
  createHash("sha256").update(text).digest("hex").slice(0, 6);

describe("a name", () => {
  it.each([
    ["ad-group_ids", "AdGroupIds", "adGroupIds"],
    ["ad accounts/listAll", "AdAccountsListAll", "adAccountsListAll"],
    ["_a__1b.", "A1b", "a1b"],
    ["XMLFile", "XMLFile", "xMLFile"],
    ["été", "T", "t"],
    ["", "", ""],
    ["--", "", ""],
  ])("%s becomes %s and %s in code", (name, type, value) => {
    expect([pascal(name), camel(name)]).toEqual([type, value]);
  });

  it.each([
    ["ReportMetricsFilter", "REPORT_METRICS_FILTER"],
    ["top10Pins", "TOP10_PINS"],
    ["ABTest", "ABTEST"],
    ["a_b", "A_B"],
  ])("%s becomes the constant name %s", (name, other) => {
    expect(constant(name)).toBe(other);
  });

  it.each([
    ["ad_accounts/listAll", "ad-accounts-list-all"],
    ["/Ad Groups//get2Of/", "ad-groups-get2-of"],
    ["ABTest", "abtest"],
    ["é/", ""],
  ])("%s becomes %s in a path", (name, other) => {
    expect(kebab(name)).toBe(other);
  });

  it.each([
    ["entries", "entry"],
    ["ENTRIES", "ENTRy"],
    ["statuses", "status"],
    ["boxes", "box"],
    ["batches", "batch"],
    ["wishes", "wish"],
    ["dates", "date"],
    ["ids", "id"],
    ["IDS", "ID"],
    ["status", "statu"],
    ["class", "class"],
    ["s", "s"],
    ["diesel", "diesel"],
    ["escape", "escape"],
    ["sesame", "sesame"],
  ])("%s has items named %s", (name, item) => {
    expect(singular(name)).toBe(item);
  });
});

describe("the types of an entry", () => {
  it("are named after the entry and their path, with a suffix if the name is already in use", () => {
    const names = new Names([{ name: "report" }, { name: "ad-pins" }]);
    const [report, pins] = [names.of("report"), names.of("ad-pins")];
    const claims: readonly (readonly [typeof report, readonly string[], string])[] = [
      [report, ["request"], "ReportRequest"],
      // The name is already taken, since a field may have the same name.
      [report, ["request"], `ReportRequest_${suffix("report/request")}`],
      [report, ["response"], "ReportResponse"],
      [report, ["row"], `ReportRow_${suffix("report/row")}`],
      [report, ["column_values"], `ReportColumnValues_${suffix("report/column_values")}`],
      [report, ["client"], `ReportClient_${suffix("report/client")}`],
      [report, ["report_format"], "ReportFormat"],
      [report, ["report_format"], `ReportFormat_${suffix("report/report_format")}`],
      [report, ["report_format"], `ReportFormat_${suffix("report/report_format/2")}`],
      [report, ["reports"], "ReportReports"],
      [report, ["reported_", "a"], "ReportReportedA"],
      [report, ["filters", "value-kind"], "ReportFiltersValueKind"],
      [report, ["é", "b"], `ReportX${suffix("é")}B`],
      [pins, ["request"], "AdPinsRequest"],
      [pins, ["ad_pins_kind"], "AdPinsAdPinsKind"],
      [pins, ["kind"], "AdPinsKind"],
      [pins, ["kind"], `AdPinsKind_${suffix("ad-pins/kind")}`],
    ];
    for (const [own, path, name] of claims) expect(own.claim(path, "#/")).toBe(name);
  });

  it("avoid names that generated files import, that another entry uses, or that conflicted before", () => {
    const clashes = { entries: new Map(), types: new Set(["ThingKind"]) };
    const names = new Names(
      [{ name: "thing" }, { name: "column" }, { name: "strict-thing" }, { name: "checked" }],
      clashes,
    );
    const claimed = (entry: string, ...path: readonly string[]) =>
      names.of(entry).claim(path, "#/");
    expect([
      claimed("thing", "kind"),
      claimed("column", "value"),
      claimed("strict-thing", "request"),
      claimed("checked", "thing"),
      claimed("thing", "request"),
    ]).toEqual([
      `ThingKind_${suffix("thing/kind")}`,
      `ColumnValue_${suffix("column/value")}`,
      "StrictThingRequest",
      `CheckedThing_${suffix("checked/thing")}`,
      "ThingRequest",
    ]);
  });
});
