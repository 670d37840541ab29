import type { Answer, CallInit } from "./flow.js";

/**
 * openapi-fetch as far as one call needs it, by what openapi-typescript says of this one call. Its own types go over all paths for each
 * call: that costs a compiler some fifteen thousand instantiations a call, these a few hundred.
 */
export type Endpoint<Call> = {
  readonly [Method in "GET" | "PUT" | "POST" | "DELETE" | "PATCH"]: (path: string, init: Init<Call>) => Promise<Answer<Answered<Call>>>;
};

/** What a call is given: what the description says that it takes, and how it is written and sent. */
type Init<Call> = CallInit & ParamsOf<Call> & BodyOf<Call> & Written;

interface Written {
  readonly querySerializer?: (query: unknown) => string;
  // biome-ignore lint/suspicious/noExplicitAny: each of ours takes the body that it is for.
  readonly bodySerializer?: (body: any) => unknown;
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

/** The JSON of good answers. */
type Answered<Call> = Call extends { readonly responses: infer Responses }
  ? { [Status in keyof Responses]: Status extends Good ? Json<Responses[Status]> : never }[keyof Responses]
  : never;

type Good = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

type Json<Response> = Response extends { readonly content: { readonly "application/json": infer Data } } ? Data : never;
