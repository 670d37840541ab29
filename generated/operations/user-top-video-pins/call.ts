// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, type OperationClient } from "../../../runtime/support-client.js";
import { type UserTopVideoPinsRequest, type UserTopVideoPinsResponse, validateUserTopVideoPins } from "./schema.js";

/** A user's top video Pins by one metric, returned synchronously. */
export type UserTopVideoPinsClient = OperationClient<UserTopVideoPinsRequest, UserTopVideoPinsResponse>;

/** A user's top video Pins by one metric, returned synchronously. */
export const userTopVideoPins: Operation<UserTopVideoPinsRequest, UserTopVideoPinsResponse, UserTopVideoPinsClient> = {
  name: "user-top-video-pins",
  method: "GET",
  path: "/user_account/analytics/top_video_pins",
  rateLimit: "org_analytics",
  call: (api, query, init) => api.GET("/user_account/analytics/top_video_pins", {
    ...init,
    params: { query },
    querySerializer: commaSeparated(["metric_types"]),
  }),
  validate: validateUserTopVideoPins,
};
