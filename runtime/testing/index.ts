/** What a generated testing entry hands on: a fake server for the contract's facts, and a clock that waits for nobody. */
export type { Clock } from "../clock.js";
export type {
  ColumnOfFacts,
  ContractFacts,
  EnumFacts,
  FieldFacts,
  LevelFacts,
  LimitFacts,
  ObjectFacts,
  OperationFacts,
  RuleFacts,
  TypeFacts,
} from "./facts.js";
export { createFakeClock, type FakeClock, type FakeClockOptions } from "./fake-clock.js";
export type { FakeFetch } from "./fake-fetch.js";
export { createFakeServer, type FakeServer, type FakeServerOptions } from "./fake-server.js";
export type { FakeApp } from "./fake-tokens.js";
export type { ApiFault } from "./fault-api.js";
export type { FileFault } from "./fault-file.js";
export type { FaultValue } from "./fault-kind.js";
export { type Fault, type FaultName, faultNames } from "./faults.js";
export type { Quota } from "./quotas.js";
export type { RawReply, SeenRequest, Step } from "./reply.js";
export { createTrapServer, type TrapServer } from "./trap-server.js";
