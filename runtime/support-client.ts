/** What a generated entry needs to build a client. A change of a name here is a major release. */
export { flowClient } from "./client.js";
export { type Connection, connect } from "./connection.js";
export type { ClientOptions } from "./options.js";
export type {
  CreateOptions,
  FinishedReport,
  FlowClient,
  ReadOptions,
  ReportHandle,
  ReportLook,
  RunOptions,
  WaitOptions,
} from "./report.js";
