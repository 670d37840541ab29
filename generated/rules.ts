// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

export { reportRules } from "./report/rules.js";
export type { Condition, Rule } from "../runtime/support.js";
