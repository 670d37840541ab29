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
export { createFakeServer, type FakeServer } from "./fake-server.js";
export type { FakeApp } from "./fake-tokens.js";
export { type Fault, faultNames, faults } from "./faults/all.js";
export type { FaultFacts, FaultValue, FaultValueFacts } from "./faults/fault-kind.js";
export type { FaultName } from "./faults/fault-name.js";
export type { FakeServerOptions } from "./options.js";
export type { Quota } from "./quotas.js";
export type { RawReply, SeenRequest, Step } from "./reply.js";
export { createTrapServer, type TrapServer } from "./trap-server.js";
