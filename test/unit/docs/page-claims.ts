import { describe, expect, it } from "vitest";
import { createClient } from "../../../generated/index.js";
import { createFakeClock, createFakeServer, type FakeServerOptions } from "../../../generated/testing.js";

/** A sentence of a page, and what holds it; null for advice, links and what another test or a program of the page shows. */
export type Claim = readonly [text: string, check: (() => Promise<void>) | null];

/** Tests that the page has these sentences in this order and no other, and that each is true. */
export function holdClaims(page: string, prose: string, claims: readonly Claim[]): void {
  describe(page, () => {
    it("has no sentence beside these", () => {
      expect(prose).toBe(claims.map(([text]) => text).join(" "));
    });

    for (const [text, check] of claims) if (check !== null) it(text, check);
  });
}

/** A server at noon of 10 March 2026 with these options, and a client of it. */
export async function scene(options: FakeServerOptions = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ clock, ...options });
  const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}
