// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  operationClient,
} from "../../runtime/support-client.js";
import { targetingOptions as targetingOptionsOperation, type TargetingOptionsClient } from "../operations/targeting-options/call.js";

/** The call `targeting_options/get`. */
export interface TargetingOptionsCalls {
  /** The values of a targeting type with their names; those of `TARGETING_VALUE` in reports are among them. */
  readonly get: TargetingOptionsClient;
}

/** The call `targeting_options/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function targetingOptions(client: Connected): TargetingOptionsCalls {
  return {
    get: operationClient(client, targetingOptionsOperation),
  };
}
