// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

import {
  type Connected,
  pagedClient,
} from "../../runtime/support-client.js";
import { keywords as keywordsOperation, type KeywordsClient } from "../operations/keywords/call.js";

/** The call `keywords/get`. */
export interface KeywordsCalls {
  /** The keywords of an ad account, or of a campaign or ad groups in it, page by page. */
  readonly get: KeywordsClient;
}

/** The call `keywords/get`, on the connection of `client`, with its token and its rate limits. Sends nothing itself. */
export function keywords(client: Connected): KeywordsCalls {
  return {
    get: pagedClient(client, keywordsOperation),
  };
}
