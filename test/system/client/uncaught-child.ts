// Throws the error of a body with a misspelt column and a misspelt field, and does not catch it.
import { InvalidBodyError } from "../../../runtime/errors.js";
import { notOneOf, unknownField } from "../../../runtime/validation/checks.js";

throw new InvalidBodyError([notOneOf("/columns/0", "CTRR", ["CTR"]), unknownField("/colums", "colums", ["columns"])]);
