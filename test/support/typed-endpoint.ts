import type { Client as Api } from "openapi-fetch";
import type {
  CallInit,
  FetchResult,
  Flow,
  Operation,
  OperationClient,
} from "pinterest-reports/support";

/** An operation whose call has openapi-typescript's types. */
export type CheckedOperation<Call, Input, Output, Client = OperationClient<Input, Output>> = Omit<
  Operation<Input, Output, Client>,
  "call"
> & {
  call(api: TypedEndpoint<Call>, input: Input, init: CallInit): Promise<FetchResult<Output>>;
};

/** A flow whose calls have openapi-typescript's types for all paths. */
export type CheckedFlow<Paths extends object, Body> = Omit<Flow<Body>, "create" | "poll"> & {
  readonly create: CheckedCall<Paths, { readonly account: string; readonly body: Body }>;
  readonly poll: CheckedCall<Paths, { readonly account: string; readonly token: string }>;
};

type CheckedCall<Paths extends object, Input> = Omit<Flow<unknown>["create"], "call"> & {
  call(api: Api<Paths>, input: Input, init: BareInit): Promise<FetchResult<unknown>>;
};

/** openapi-fetch passes only the request to `fetch`. */
type BareInit = Omit<CallInit, "fetch"> & {
  readonly fetch?: (request: Request) => Promise<Response>;
};

/**
 * The part of openapi-fetch's types that one call needs. Its own types cover all paths for every
 * call, which takes a compiler fifty times as long.
 */
type TypedEndpoint<Call> = {
  readonly [Method in "GET" | "PUT" | "POST" | "DELETE" | "PATCH"]: (
    path: string,
    init: Init<Call>,
  ) => Promise<FetchResult<Answered<Call>>>;
};

/** A call's input: what the description defines, and options for serializing and sending it. */
type Init<Call> = CallInit & ParamsOf<Call> & BodyOf<Call> & Written;

interface Written {
  readonly querySerializer?: (query: unknown) => string;
  readonly bodySerializer?: (body: never) => unknown;
}

type ParamsOf<Call> = Call extends { readonly parameters: infer Params }
  ? // biome-ignore lint/complexity/noBannedTypes: asked is whether nothing at all would do.
    {} extends Params
    ? { readonly params?: Params }
    : { readonly params: Params }
  : unknown;

type BodyOf<Call> = Call extends { readonly requestBody: { readonly content: infer Content } }
  ? { readonly body: Content[keyof Content] }
  : Call extends { readonly requestBody?: { readonly content: infer Content } }
    ? { readonly body?: Content[keyof Content] | undefined }
    : unknown;

/** The JSON of the successful responses. */
type Answered<Call> = Call extends { readonly responses: infer Responses }
  ? {
      [Status in keyof Responses]: Status extends Good ? Json<Responses[Status]> : never;
    }[keyof Responses]
  : never;

type Good = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

type Json<Response> = Response extends {
  readonly content: { readonly "application/json": infer Data };
}
  ? Data
  : never;
