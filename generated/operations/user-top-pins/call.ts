// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, type OperationClient } from "../../../runtime/support-client.js";
import { type UserTopPinsRequest, type UserTopPinsResponse, validateUserTopPins } from "./schema.js";

/** A user's top Pins by one metric, returned synchronously. */
export type UserTopPinsClient = OperationClient<UserTopPinsRequest, UserTopPinsResponse>;

/** A user's top Pins by one metric, returned synchronously. */
export const userTopPins: Operation<UserTopPinsRequest, UserTopPinsResponse, UserTopPinsClient> = {
  name: "user-top-pins",
  method: "GET",
  path: "/user_account/analytics/top_pins",
  rateLimit: "org_analytics",
  call: (api, query, init) => api.GET("/user_account/analytics/top_pins", {
    ...init,
    params: { query },
    querySerializer: commaSeparated(["metric_types"]),
  }),
  validate: validateUserTopPins,
};
