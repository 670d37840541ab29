import { expectTypeOf, it } from "vitest";
import {
  type Clock,
  createFakeClock,
  createFakeServer,
  type FakeClock,
  type FakeServer,
  type FakeServerOptions,
  systemClock,
} from "../../../generated/testing.js";

it("the fake server has the type of its clock, which is a fake one by default", async () => {
  expectTypeOf(await createFakeServer()).toEqualTypeOf<FakeServer>();
  expectTypeOf((await createFakeServer({ polls: 0 })).clock).toEqualTypeOf<FakeClock>();
  expectTypeOf(
    (await createFakeServer({ clock: createFakeClock() })).clock,
  ).toEqualTypeOf<FakeClock>();
  expectTypeOf((await createFakeServer({ clock: systemClock })).clock).toEqualTypeOf<Clock>();
  const options: FakeServerOptions = {
    faults: [{ account: "549755885175", name: "refusal", on: "create" }],
  };
  expectTypeOf((await createFakeServer(options)).clock.advance).toBeFunction();
  // @ts-expect-error: downloads have no quota.
  await createFakeServer({ quotas: [{ requests: 1, perMs: 1, steps: ["file"] }] });
  // @ts-expect-error: the machine's clock cannot be advanced.
  (await createFakeServer({ clock: systemClock })).clock.advance(1);
});
