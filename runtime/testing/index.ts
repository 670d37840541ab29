/** Exports of a generated `testing` entry point: a fake server and a fake clock. */
export { type Clock, systemClock } from "../clock.js";
export type { LevelFacts } from "../contract.js";
export type { FakeApp, Quota } from "./auth.js";
export type {
  ContractFacts,
  EnumFacts,
  FieldFacts,
  LimitFacts,
  ObjectFacts,
  OperationFacts,
  RuleFacts,
  TypeFacts,
} from "./facts.js";
export { createFakeClock, type FakeClock, type FakeClockOptions } from "./fake-clock.js";
export type { FakeFetch } from "./fake-server.js";
export {
  createFakeServer,
  createTrapServer,
  type FakeServer,
  type TrapServer,
} from "./fake-server.js";
export { type Fault, faultNames, faults } from "./faults/all.js";
export type { FaultFacts, FaultName, FaultValue, FaultValueFacts } from "./faults/fault.js";
export type { FakeAccount } from "./lists.js";
export type { ListedItems } from "./made-items.js";
export type { FakeServerOptions } from "./options.js";
export type { RawReply, RecordedRequest, Step } from "./reply.js";
