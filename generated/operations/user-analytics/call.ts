// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { _de24e79f1765a204 } from "../../generation.js";
import { type Operation, withCommas } from "../../../runtime/support-client.js";
import type { UserAnalyticsRequest, UserAnalyticsResponse } from "./types.js";
import { validateUserAnalytics } from "./validate.js";

/** How people met all that a user has published, answered at once. */
export const userAnalytics: Operation<UserAnalyticsRequest, UserAnalyticsResponse> = {
  name: "user-analytics",
  method: "GET",
  path: "/user_account/analytics",
  rateLimit: "org_analytics",
  call: (api, query, init) => api.GET("/user_account/analytics", { ...init, params: { query }, querySerializer: withCommas(["metric_types"]) }),
  validate: validateUserAnalytics,
};
