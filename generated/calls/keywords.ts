// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  pagedClient,
} from "../../runtime/support-client.js";
import { keywords as keywordsOperation, type KeywordsClient } from "../operations/keywords/call.js";

/** The call `keywords/get`. */
export interface KeywordsCalls {
  /** Keywords of an ad account, a campaign or ad groups, page by page. */
  readonly get: KeywordsClient;
}

/** Returns the calls in the namespace `keywords`. They use the token and rate limits of `client`. Sends nothing itself. */
export function keywords(client: Connected): KeywordsCalls {
  return {
    get: pagedClient(client, keywordsOperation),
  };
}
