import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lower } from "../../../generator/lower/lower.js";
import type { Json, JsonObject } from "../../../generator/parse/json.js";
import { Problems } from "../../../generator/problem.js";
import { runs } from "../../support/effort.js";
import { smallContract } from "../../support/small-contract.js";

/** Security schemes in a description, and whether a bearer token is enough for each. */
const SCHEMES = {
  pinterest_oauth2: [{ type: "oauth2", flows: { authorizationCode: { scopes: {} } } }, true],
  client_credentials: [{ type: "oauth2", flows: { clientCredentials: { scopes: {} } } }, true],
  token: [{ type: "http", scheme: "Bearer" }, true],
  login: [{ type: "openIdConnect", openIdConnectUrl: "https://example.com" }, true],
  anyFlow: [{ type: "oauth2" }, true],
  app: [{ type: "http", scheme: "basic" }, false],
  digest: [{ type: "http", scheme: "digest" }, false],
  key: [{ type: "apiKey", in: "header", name: "X-Key" }, false],
  certificate: [{ type: "mutualTLS" }, false],
  renamed: [{ $ref: "#/components/securitySchemes/token" }, true],
  // The name of a scheme does not matter.
  bearer: [{ type: "apiKey", in: "header", name: "X-Key" }, false],
  basic: [{ type: "apiKey", in: "query", name: "key" }, false],
  password: [{ type: "mutualTLS" }, false],
  implicit: [{}, false],
  clientCredentials: [undefined, false],
} as const;

type Name = keyof typeof SCHEMES;
const names = Object.keys(SCHEMES) as Name[];

/**
 * The error about a report whose create call has this security, or null. The app's id and secret
 * would be enough for other calls, but cannot create a report.
 */
function refused(security: Json, isOfDocument: boolean): string | null {
  const contract = smallContract({ body: { type: "object", properties: {} } });
  const document = structuredClone(contract.document) as {
    paths: Record<string, Record<string, JsonObject>>;
    components: JsonObject;
  } & Record<string, Json>;
  const described = Object.entries(SCHEMES).filter(([, [scheme]]) => scheme !== undefined);
  document.components = {
    securitySchemes: Object.fromEntries(
      described.map(([name, [scheme]]) => [name, scheme as Json]),
    ) as JsonObject,
  };
  const create = document.paths["/accounts/{account_id}/things"]?.post as Record<string, Json>;
  if (isOfDocument) document.security = security;
  else create.security = security;
  try {
    lower({ ...contract, document: document as JsonObject });
    return null;
  } catch (error) {
    if (!(error instanceof Problems)) throw error;
    return error.list.map(({ what }) => what).join("\n");
  }
}

/** `security` is satisfied if all schemes of one alternative are. */
function isMet(security: readonly (readonly Name[])[]): boolean {
  if (security.length === 0) return true;
  return security.some(
    (alternative) =>
      alternative.length === 0 ||
      (alternative.length === 1 && SCHEMES[alternative[0] as Name][1] === true),
  );
}

describe("the security of a call", () => {
  it("is accepted if a single token satisfies it, and otherwise the error says what it needs", () => {
    const alternatives = fc.array(fc.subarray(names, { maxLength: 2 }), { maxLength: 3 });
    fc.assert(
      fc.property(alternatives, fc.boolean(), (security, isOfDocument) => {
        const json = security.map((all) => Object.fromEntries(all.map((name) => [name, []])));
        const said = refused(json, isOfDocument);
        expect(said === null, `${JSON.stringify(json)}: ${said}`).toBe(isMet(security));
        if (said !== null)
          expect(said).toContain("an access token alone is not enough for the call: it needs");
      }),
      { numRuns: runs(300) },
    );
  });

  it("is described in the error", () => {
    expect(refused([{ pinterest_oauth2: [], key: [] }, { certificate: [] }], false)).toContain(
      "it needs an API key (X-Key) in addition to the access token, or a client certificate",
    );
    expect(refused([{ app: [] }], true)).toContain("it needs basic");
    expect(refused([{ bearer: [] }, { clientCredentials: [] }], false)).toContain(
      "it needs an API key (X-Key), or clientCredentials, which is not described",
    );
    expect(refused([{ token: [], login: [] }], false)).toContain(
      "it needs several access tokens at once",
    );
    expect(refused([{ digest: [], certificate: [] }], false)).toContain(
      "it needs digest authentication and a client certificate",
    );
  });
});

describe("the statuses of a report", () => {
  const refusedWith = (described: readonly Json[], done: readonly string[]): string | null => {
    const contract = smallContract({ body: { type: "object", properties: {} } });
    const text = JSON.stringify(contract.document).replaceAll(
      JSON.stringify({ type: "string", enum: ["IN_PROGRESS", "FINISHED"] }),
      JSON.stringify({ enum: described }),
    );
    const { flows } = contract.annotations;
    const statuses = { ...flows.statuses, done };
    try {
      lower({
        ...contract,
        document: JSON.parse(text),
        annotations: { ...contract.annotations, flows: { ...flows, statuses } },
      });
      return null;
    } catch (error) {
      if (!(error instanceof Problems)) throw error;
      return error.list.map(({ what }) => what).join("\n");
    }
  };

  it("are rejected if none of them means done, because no report would ever be finished", () => {
    expect(refusedWith(["IN_PROGRESS", "COMPLETED"], ["FINISHED"])).toBe(
      "the flow thing is not a report: report_status in the response of things/get never means done: its values are IN_PROGRESS, COMPLETED, but `done` lists FINISHED",
    );
    expect(refusedWith(["IN_PROGRESS", "COMPLETED"], ["FINISHED", "COMPLETED"])).toBe(null);
    expect(refusedWith(["in_progress", "finished"], ["FINISHED"])).toBe(null);
    expect(refusedWith([0, 1], ["FINISHED"])).toContain("is not a string");
  });
});
