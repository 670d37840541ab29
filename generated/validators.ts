// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export type { ReportRequest } from "./report/types.js";
export { reportSchema, validateReport } from "./report/validate.js";
export type { AdAccountsRequest } from "./operations/ad-accounts/types.js";
export { adAccountsSchema, validateAdAccounts } from "./operations/ad-accounts/validate.js";
export type { DeliveryMetricsRequest } from "./operations/delivery-metrics/types.js";
export { deliveryMetricsSchema, validateDeliveryMetrics } from "./operations/delivery-metrics/validate.js";
export type { OauthTokenRequest } from "./operations/oauth-token/types.js";
export { oauthTokenSchema, validateOauthToken } from "./operations/oauth-token/validate.js";
export { formatViolation, type StandardSchema, type ValidateOptions, type Violation } from "../runtime/support.js";
