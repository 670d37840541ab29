// Throws an InvalidBodyError for a body with a misspelled column and field, and does not catch it.
import { InvalidBodyError } from "../../../runtime/errors.js";
import { NO_VIOLATIONS, pushNotOneOf, unknownField } from "../../../runtime/validation/checks.js";

throw new InvalidBodyError([
  ...pushNotOneOf(NO_VIOLATIONS, "/columns/0", "CTRR", ["CTR"]),
  unknownField("/colums", "colums", ["columns"]),
]);
