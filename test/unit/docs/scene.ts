import { createClient } from "../../../generated/index.js";
import {
  createFakeClock,
  createFakeServer,
  type FakeServerOptions,
} from "../../../generated/testing.js";

/** A server with these options at noon on 10 March 2026, and its client. */
export async function scene(options: FakeServerOptions = {}) {
  const clock = createFakeClock({ start: "2026-03-10T12:00:00Z" });
  const server = await createFakeServer({ clock, ...options });
  const client = createClient({
    accessToken: server.accessToken,
    baseUrl: server.url,
    clock: server.clock,
  });
  return { server, client, [Symbol.asyncDispose]: () => server.close() };
}
