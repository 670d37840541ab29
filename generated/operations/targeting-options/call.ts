// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import type { Operation, OperationClient } from "../../../runtime/support-client.js";
import { type TargetingOptionsRequest, type TargetingOptionsResponse, validateTargetingOptions } from "./schema.js";

/** The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`. */
export type TargetingOptionsClient = OperationClient<TargetingOptionsRequest, TargetingOptionsResponse>;

/** The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`. */
export const targetingOptions: Operation<TargetingOptionsRequest, TargetingOptionsResponse, TargetingOptionsClient> = {
  name: "targeting-options",
  method: "GET",
  path: "/resources/targeting/{targeting_type}",
  rateLimit: "ads_read",
  responseKind: "json",
  call: (api, { targeting_type, ...query }, init) => api.GET("/resources/targeting/{targeting_type}", {
    ...init,
    params: { path: { targeting_type }, query },
  }),
  validate: validateTargetingOptions,
};
