import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { pull } from "../../../cli/commands/pull/pull.js";
import { compareModels } from "../../../generator/diff/compare.js";
import { lower } from "../../../generator/lower/lower.js";
import { readAnnotations } from "../../../generator/parse/contract.js";
import { isObject, type JsonObject, withoutWords } from "../../../generator/parse/json.js";
import { parseYaml } from "../../../generator/parse/yaml.js";
import { contractOf } from "../../../generator/prose/contract.js";
import { shippedFile } from "../../../generator/workspace.js";
import { contractFrom, descriptions, descriptionText } from "../../support/descriptions.js";
import { validatorOf } from "../../support/generated-code.js";
import { testIo } from "../../support/in-process.js";
import { description, flowsText } from "../../support/made-up-description.js";
import { smallContract } from "../../support/small-contract.js";

const HOUR = "        - If grain is HOUR, you can request data for up to 5 days before today.\n";
const ITEM = "        - If tier is ITEM, shelf_ids and clerk_ids are not permitted.\n";

let folder = "";
let said = "";
const io = testIo({ stderr: (text) => (said += text) });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "remembered-"));
  writeFileSync(join(folder, "flows.yaml"), flowsText);
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/**
 * Pulls a description of the given version. Returns the lines that the command prints about rules.
 */
async function pulled(
  version: string,
  edit: (text: string) => string = (text) => text,
): Promise<readonly string[]> {
  const text = edit(description).replace("version: 1.2.3", `version: ${version}`);
  writeFileSync(join(folder, "shop.yaml"), text);
  said = "";
  await pull({ from: join(folder, "shop.yaml"), spec: folder }, io);
  return said.split("\n").filter((line) => /^(?:lost|new|changed)\b/.test(line));
}

const contractText = (): string => readFileSync(join(folder, "contract.yaml"), "utf8");
const without =
  (...parts: readonly string[]) =>
  (text: string): string =>
    parts.reduce((left, part) => {
      expect(left).toContain(part);
      return left.replace(part, "");
    }, text);

function rule(id: string): JsonObject | undefined {
  const document = parseYaml(contractText(), "contract.yaml").value as JsonObject;
  const operations = Object.values(document.paths as JsonObject).flatMap((item) =>
    Object.values(item as JsonObject),
  );
  const rules = operations.flatMap((operation) =>
    isObject(operation) ? (operation["x-rules"] as readonly JsonObject[]) : [],
  );
  return rules.find((one) => one.id === id);
}

describe("a rule from an earlier version", () => {
  it("is kept with the last version that stated it, and is reported once", async () => {
    await pulled("1.2.3");
    expect(await pulled("1.3.0", without(HOUR))).toEqual([
      "lost       shop/ask max-lookback-hour: its sentence no longer exists; the rule remains as a warning, last stated in 1.2.3",
    ]);
    expect(rule("max-lookback-hour")).toMatchObject({
      until: "1.2.3",
      amount: 5,
      field: "start_date",
    });
    const once = contractText();
    expect(await pulled("1.3.0", without(HOUR))).toEqual([]);
    expect(contractText()).toBe(once);
    expect(await pulled("1.4.0", without(HOUR))).toEqual([]);
    expect(rule("max-lookback-hour")?.until).toBe("1.2.3");
    // A contract is pulled without changes.
    await pull({ from: join(folder, "contract.yaml"), spec: folder }, io);
    expect(rule("max-lookback-hour")?.until).toBe("1.2.3");
  });

  it("does not return after it is deleted from the contract", async () => {
    await pulled("1.2.3");
    await pulled("1.3.0", without(HOUR));
    const { source } =
      /(?<source>^ +- id: max-lookback-hour\n(?: {10,}.*\n)*)/m.exec(contractText())?.groups ?? {};
    writeFileSync(join(folder, "contract.yaml"), contractText().replace(source ?? "no rule", ""));
    expect(rule("max-lookback-hour")).toBeUndefined();
    expect(await pulled("1.4.0", without(HOUR))).toEqual([]);
    expect(rule("max-lookback-hour")).toBeUndefined();
  });

  it("becomes an ordinary rule again when a sentence states it again", async () => {
    await pulled("1.2.3");
    await pulled("1.3.0", without(HOUR));
    expect(await pulled("1.4.0")).toEqual([
      "new        shop/ask max-lookback-hour: stated again, last in 1.2.3",
    ]);
    expect(rule("max-lookback-hour")).not.toHaveProperty("until");
  });

  it("is removed and reported as lost if its field or value disappears", async () => {
    await pulled("1.2.3");
    const noField = (text: string): string =>
      without(ITEM)(text).replaceAll("clerk_ids", "seller_ids");
    expect(await pulled("1.3.0", noField)).toEqual([
      "lost       shop/ask forbidden-when-shelf-ids-item: its sentence no longer exists; the rule remains as a warning, last stated in 1.2.3",
      "lost       shop/ask forbidden-when-clerk-ids-item: the request no longer has the field clerk_ids",
    ]);
    const noValue = (text: string): string => noField(text).replace(/\bITEM\b/g, "THING");
    expect(await pulled("1.4.0", noValue)).toEqual([
      "lost       shop/ask forbidden-when-shelf-ids-item: tier can no longer be ITEM",
    ]);
  });

  it("is replaced if its reworded sentence states another rule for the field", async () => {
    await pulled("1.2.3");
    const other = (text: string): string =>
      text.replace("If tier is ITEM, shelf_ids", "If grain is DAY, shelf_ids");
    const lines = await pulled("1.3.0", other);
    expect(lines).toContain(
      "lost       shop/ask forbidden-when-shelf-ids-item: replaced by forbidden-when-shelf-ids-day",
    );
    expect(lines).toContain("new        shop/ask forbidden-when-shelf-ids-day");
    expect(rule("forbidden-when-shelf-ids-item")).toBeUndefined();
  });

  it("disappears if its sentence still exists but is skipped on purpose", async () => {
    await pulled("1.2.3");
    const { sources } = rule("max-lookback-hour") as {
      readonly sources: readonly { readonly fingerprint: string }[];
    };
    writeFileSync(
      join(folder, "skipped.yaml"),
      `skipped: [{ fingerprint: "${sources[0]?.fingerprint}", reason: We do not believe it. }]\n`,
    );
    expect(await pulled("1.3.0")).toEqual([
      "lost       shop/ask max-lookback-hour: its sentence is read differently now",
    ]);
  });

  it("is not added when pulling an older description, or the same description again", async () => {
    await pulled("1.2.3");
    expect(await pulled("1.2.3", without(HOUR))).toEqual(["lost       shop/ask max-lookback-hour"]);
    await pulled("1.2.3");
    expect(await pulled("1.1.0", without(HOUR))).toEqual(["lost       shop/ask max-lookback-hour"]);
  });

  it("does not change if its sentence is only reworded", async () => {
    await pulled("1.2.3");
    const reworded = (text: string): string =>
      text.replace("If grain is HOUR, you can", "When grain is HOUR, you can");
    expect(await pulled("1.3.0", reworded)).toEqual([]);
    expect(rule("max-lookback-hour")).not.toHaveProperty("until");
  });
});

describe("a rule whose `until` is the last version that stated it", () => {
  const kept: JsonObject = {
    id: "forbidden-when-name",
    kind: "forbidden-when",
    until: "5.23.0",
    field: "name",
    when: [],
    sources: [],
  };
  const barred = {
    ...kept,
    id: "barred",
    kind: "forbidden-values-when",
    field: "list",
    values: ["B"],
  };
  const body: JsonObject = {
    type: "object",
    properties: {
      name: { type: "string" },
      list: { type: "array", items: { type: "string", enum: ["A", "B"] } },
    },
  };
  const contract = smallContract({ body, rules: [kept, barred] });

  it("is a warning that names the last version that stated it", () => {
    const found = validatorOf(contract)({ name: "a", list: ["B"] });
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      "forbidden-when-name warning",
      "barred warning",
    ]);
    for (const { message } of found) expect(message).toMatch(/; last stated in version 5\.23\.0$/);
  });

  it("is listed by `diff` as no longer stated, which is not a breaking change", () => {
    const { until: _, ...error } = kept;
    const model = (rules: readonly JsonObject[]) => lower(smallContract({ body, rules })).model;
    const { changes } = compareModels(
      { name: "1", model: model([error]) },
      { name: "2", model: model([kept]) },
    );
    expect(changes.map(({ step, text }) => `${step}: ${text}`)).toEqual([
      expect.stringMatching(
        /^minor: rule no longer stated: name .*; last stated in version 5\.23\.0 \(warns only\); was: name is not allowed$/,
      ),
    ]);
  });

  it.each([["soon"], [5.23], [""]])("needs a valid version: %j", (until) => {
    const { model, notices } = lower(smallContract({ body, rules: [{ ...kept, until }] }));
    expect(model.flows[0]?.rules).toEqual([]);
    expect(notices.map(({ what }) => what)).toEqual([
      expect.stringContaining("needs `until`: a version"),
    ]);
  });
});

describe.runIf(descriptions !== null)("the change from 5.23.0 to 5.28.0", () => {
  it("turns two rules whose sentences are gone into warnings, and loses nothing else", () => {
    const annotations = readAnnotations(shippedFile);
    const { flows, rules: own } = annotations;
    const before = contractOf(
      descriptionText("5.23.0"),
      { ...flows, rules: own },
      annotations.skipped,
    ).document;
    const wanted = { ...flows, rules: own, before, undecided: [] };
    const { document, dropped } = contractOf(
      descriptionText("5.28.0"),
      wanted,
      annotations.skipped,
    );
    const rules = Object.values(document.paths as JsonObject)
      .flatMap((item) => Object.values(item as JsonObject))
      .flatMap((operation) =>
        isObject(operation) ? ((operation["x-rules"] as readonly JsonObject[]) ?? []) : [],
      );
    expect(
      rules.filter(({ until }) => until !== undefined).map(({ id, until }) => [id, until]),
    ).toEqual([
      [
        "forbidden-values-when-targeting-types-audience-multiplier-not-campaign-targeting",
        "5.23.0",
      ],
      ["forbidden-values-when-targeting-types-media-type-not-product-item-targeting", "5.23.0"],
    ]);
    expect([...dropped]).toEqual([]);
    // Reading the contract does not change it.
    expect(withoutWords(contractFrom(JSON.stringify(document)).document)).toEqual(
      withoutWords(document),
    );
  });
});
