// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import { commaSeparated, type Operation, type OperationClient } from "../../../runtime/support-client.js";
import { type UserAnalyticsRequest, type UserAnalyticsResponse, validateUserAnalytics } from "./schema.js";

/** Performance of all content of a user account, returned synchronously. */
export type UserAnalyticsClient = OperationClient<UserAnalyticsRequest, UserAnalyticsResponse>;

/** Performance of all content of a user account, returned synchronously. */
export const userAnalytics: Operation<UserAnalyticsRequest, UserAnalyticsResponse, UserAnalyticsClient> = {
  name: "user-analytics",
  method: "GET",
  path: "/user_account/analytics",
  rateLimit: "org_analytics",
  call: (api, query, init) => api.GET("/user_account/analytics", {
    ...init,
    params: { query },
    querySerializer: commaSeparated(["metric_types"]),
  }),
  validate: validateUserAnalytics,
};
