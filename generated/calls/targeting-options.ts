// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { targetingOptions as targetingOptionsOperation, type TargetingOptionsClient } from "../operations/targeting-options/call.js";

/** The call `targeting_options/get`. */
export interface TargetingOptionsCalls {
  /** The values of a targeting type, with their names. In reports, these values are in `TARGETING_VALUE`. */
  readonly get: TargetingOptionsClient;
}

/** Returns the calls in the namespace `targetingOptions`. They use the token and rate limits of `client`. Sends nothing itself. */
export function targetingOptions(client: Connected): TargetingOptionsCalls {
  return {
    get: operationClient(client, targetingOptionsOperation),
  };
}
