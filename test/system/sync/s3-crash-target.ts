// The module that the killed processes import. Its target is a bucket.
import { s3Target } from "../../../runtime/sync/s3.js";
import type { Target } from "../../../runtime/sync/target.js";
import { s3Place } from "../../support/s3-place.js";

export const openTarget = (location: string): Target => s3Target(s3Place(location));
