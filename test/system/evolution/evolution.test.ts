import { describe, expect, it } from "vitest";
import { descriptions } from "../../support/descriptions.js";
import { inTurn } from "../../support/effort.js";
import { nameOf } from "./evolution.js";
import { proseKinds } from "./kinds/prose.js";
import { siblingKinds } from "./kinds/spellings.js";
import { kinds } from "./kinds.js";
import { everyKindOnce, isWrong } from "./once.js";

/** Seed for the places of all edits. Set `EVOLUTION_SEED=7` to try others. */
const SEED = Number(process.env.EVOLUTION_SEED ?? 1);

/**
 * Trying all kinds takes a quarter of an hour. A short run tries a share that depends on the seed.
 */
const TURNS = 24;

describe(`the kinds of edits to a description, with seed ${SEED}`, () => {
  it("are numerous and have unique names", () => {
    expect(new Set(kinds.map(({ name }) => name)).size).toBe(kinds.length);
    expect(kinds.length).toBeGreaterThanOrEqual(60);
  });

  it("produce a client that does what the description says, or are rejected for a valid reason", {
    timeout: 3_600_000,
  }, async () => {
    const { judged, nowhere } = await everyKindOnce(SEED, { tried: inTurn(kinds, SEED, TURNS) });
    const told = judged.filter(isWrong).map((one) => {
      const places = one.edits.map(({ place }) => place).join(", ");
      return `${one.verdict}: npx tsx test/bench/evolution.ts ${nameOf(one)}\n  at ${places}\n  ${one.why.slice(0, 4).join("\n  ")}`;
    });
    expect(told).toEqual([]);
    // Contracts have no prose, and keep the keywords next to references.
    const ofDescriptions = descriptions === null ? [...proseKinds, ...siblingKinds] : [];
    expect(
      nowhere.filter((kind) => !ofDescriptions.includes(kind)).map(({ name }) => name),
    ).toEqual([]);
    const right = judged.filter(({ verdict }) => verdict === "right").length;
    expect(right / judged.length).toBeGreaterThanOrEqual(0.6);
  });
});
