// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { userAnalytics as userAnalyticsOperation, type UserAnalyticsClient } from "../operations/user-analytics/call.js";
import { userTopPins as userTopPinsOperation, type UserTopPinsClient } from "../operations/user-top-pins/call.js";
import { userTopVideoPins as userTopVideoPinsOperation, type UserTopVideoPinsClient } from "../operations/user-top-video-pins/call.js";

/** Calls in the namespace `userAccount`. */
export interface UserAccountCalls {
  /** Performance of all content of a user account, returned synchronously. */
  readonly analytics: UserAnalyticsClient;
  /** A user's top Pins by one metric, returned synchronously. */
  readonly analyticsTopPins: UserTopPinsClient;
  /** A user's top video Pins by one metric, returned synchronously. */
  readonly analyticsTopVideoPins: UserTopVideoPinsClient;
}

/** Returns the calls in the namespace `userAccount`. They use the token and rate limits of `client`. Sends nothing itself. */
export function userAccount(client: Connected): UserAccountCalls {
  return {
    analytics: operationClient(client, userAnalyticsOperation),
    analyticsTopPins: operationClient(client, userTopPinsOperation),
    analyticsTopVideoPins: operationClient(client, userTopVideoPinsOperation),
  };
}
