// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  type OperationClient,
  operationClient,
} from "../../runtime/support-client.js";
import { userAnalytics as userAnalyticsOperation } from "../operations/user-analytics/call.js";
import type { UserAnalyticsRequest, UserAnalyticsResponse } from "../operations/user-analytics/types.js";
import { userTopPins as userTopPinsOperation } from "../operations/user-top-pins/call.js";
import type { UserTopPinsRequest, UserTopPinsResponse } from "../operations/user-top-pins/types.js";
import { userTopVideoPins as userTopVideoPinsOperation } from "../operations/user-top-video-pins/call.js";
import type { UserTopVideoPinsRequest, UserTopVideoPinsResponse } from "../operations/user-top-video-pins/types.js";

/** The calls of `userAccount`. */
export interface UserAccountCalls {
  /** Performance of all content of a user account; a synchronous call. */
  readonly analytics: OperationClient<UserAnalyticsRequest, UserAnalyticsResponse>;
  /** The Pins of a user with the highest metrics; a synchronous call. */
  readonly analyticsTopPins: OperationClient<UserTopPinsRequest, UserTopPinsResponse>;
  /** The video Pins of a user with the highest metrics; a synchronous call. */
  readonly analyticsTopVideoPins: OperationClient<UserTopVideoPinsRequest, UserTopVideoPinsResponse>;
}

/** The calls of `userAccount`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function userAccount(client: Connected): UserAccountCalls {
  return {
    analytics: operationClient(client, userAnalyticsOperation),
    analyticsTopPins: operationClient(client, userTopPinsOperation),
    analyticsTopVideoPins: operationClient(client, userTopVideoPinsOperation),
  };
}
