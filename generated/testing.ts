// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/**
 * A fake Pinterest server for your tests. It can simulate failures, and with its clock, waits take no time.
 * @packageDocumentation
 */

import { reportFacts } from "./report/facts.js";
import { templateReportFacts } from "./template-report/facts.js";
import { mmmReportFacts } from "./mmm-report/facts.js";
import { conversionProductReportFacts } from "./conversion-product-report/facts.js";
import { catalogReportFacts } from "./catalog-report/facts.js";
import { listedItems } from "./listed-items.js";
import {
  type Clock,
  type FakeClock,
  type FakeServer,
  type FakeServerOptions,
  createFakeServer as startFakeServer,
} from "../runtime/testing/index.js";

/**
 * Starts a fake Pinterest server that can generate all of this package's reports. It runs as an HTTP server on 127.0.0.1, and also provides
 * a `fetch` function that needs no network. Rejects with a `TypeError` or `RangeError` for an invalid option.
 * @example
 * ```ts
 * await using server = await createFakeServer({ accounts: 2 });
 * const client = createClient({ accessToken: server.accessToken, baseUrl: server.url, clock: server.clock });
 * ```
 */
export function createFakeServer<Time extends Clock = FakeClock>(options: FakeServerOptions<Time> = {}): Promise<FakeServer<Time>> {
  return startFakeServer(
    [
      reportFacts,
      templateReportFacts,
      mmmReportFacts,
      conversionProductReportFacts,
      catalogReportFacts,
    ],
    options,
    listedItems,
  );
}

export {
  type Clock,
  createFakeClock,
  createTrapServer,
  type FakeAccount,
  type FakeApp,
  type FakeClock,
  type FakeClockOptions,
  type FakeFetch,
  type FakeServer,
  type FakeServerOptions,
  type Fault,
  type FaultFacts,
  type FaultName,
  faultNames,
  faults,
  type FaultValue,
  type FaultValueFacts,
  type Quota,
  type RawReply,
  type RecordedRequest,
  type Step,
  systemClock,
  type TrapServer,
} from "../runtime/testing/index.js";
