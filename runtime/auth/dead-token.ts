import { AuthError } from "../errors.js";
import { isGrantRefused } from "./oauth-call.js";

// Pinterest's "Authentication failed". Other codes of a 401 say that this user may not do this.
const AUTHENTICATION_FAILED = 2;

/** Whether no call with these credentials will be let in any more: the access token is refused and there is no other, or there will be none. */
export function isDeadToken(error: unknown): boolean {
  if (!(error instanceof AuthError)) return false;
  return error.apiCode === AUTHENTICATION_FAILED || isGrantRefused(error) || Object(error.body).error === "invalid_client";
}
