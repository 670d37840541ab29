import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { build } from "esbuild";
import { expect, it, onTestFinished } from "vitest";
import { connect, flowClient } from "../../../runtime/support-client.js";
import { account, bodyFor, flow, setting } from "../../support/flow.js";

it("the client sends the same requests if Object.prototype is polluted", async () => {
  const [trap, trapped] = await serve(() => "{}");
  const [files, fetched] = await serve(() => '{"1":[{"CAMPAIGN_ID":"1","DATE":"2026-03-03"}]}');
  const [api] = await serve(({ url = "", method }) => {
    if (url.includes("/oauth/token"))
      return '{"access_token":"access-CANARY","refresh_token":"refresh-CANARY","expires_in":2592000}';
    if (!url.includes("/reports")) return '{"items":[],"bookmark":null}';
    return method === "POST"
      ? '{"report_status":"IN_PROGRESS","token":"made"}'
      : `{"report_status":"FINISHED","url":"${files}/f?X-Amz-Signature=CANARY","size":1}`;
  });
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [program, outfile] = [
    new URL("./polluted-objects.ts", import.meta.url).pathname,
    join(folder, "program.mjs"),
  ];
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  const { stdout } = await promisify(execFile)(process.execPath, [outfile, `${api}/v5`, trap], {
    timeout: 280_000,
    maxBuffer: 2 ** 26,
  });
  const { names, leaks, changes, clean } = JSON.parse(stdout) as Record<
    "names" | "leaks" | "changes" | "clean",
    readonly string[]
  >;
  // A refresh, create, poll, file, call and code exchange. At least one name is looked up on the
  // prototype.
  expect(clean).toHaveLength(6);
  expect(names.length).toBeGreaterThan(20);
  expect({ leaks, changes }).toEqual({ leaks: [], changes: [] });
  expect(trapped.map(({ url }) => url)).toEqual([]);
  expect(fetched.length).toBeGreaterThan(names.length);
  // The link is signed itself, and the request has none of our headers.
  const ofFiles = new Set(fetched.flatMap(({ headers }) => Object.values(headers)).map(String));
  expect(
    [...ofFiles].filter((value) =>
      /access-CANARY|refresh-CANARY|secret-CANARY|Basic|Bearer/.test(value),
    ),
  ).toEqual([]);
});

it("the client ignores options on Object.prototype", async () => {
  const folder = await mkdtemp(join(tmpdir(), "pinterest-reports-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const [program, outfile] = [
    new URL("./polluted-options.ts", import.meta.url).pathname,
    join(folder, "program.mjs"),
  ];
  await build({
    entryPoints: [program],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
  });
  // Collects every option of the interfaces.
  const types = ["types", "batch/types"].map((name) =>
    readFileSync(new URL(`../../../runtime/${name}.ts`, import.meta.url), "utf8"),
  );
  const interfaces = types.flatMap((text) =>
    [...text.matchAll(/export interface \w+Options\b[^{]*\{\n(.*?)\n\}/gs)].map(
      ([, members = ""]) => members,
    ),
  );
  const names = [
    ...new Set(
      interfaces.flatMap((members) =>
        [...members.matchAll(/^ {2}readonly (\w+)\?: (?!undefined;)/gm)].map(([, name]) => name),
      ),
    ),
  ];
  expect(names).toEqual(
    expect.arrayContaining([
      "signal",
      "journal",
      "recreateUnknown",
      "zeroFill",
      "maxBytes",
      "validate",
      "recreate",
    ]),
  );
  const outcomes = async (flags: readonly string[], asked: readonly (string | undefined)[]) => {
    const words = [...flags, outfile, JSON.stringify(asked)];
    const { stdout } = await promisify(execFile)(process.execPath, words, {
      timeout: 110_000,
      cwd: folder,
    });
    return JSON.parse(stdout) as { readonly clean: string; readonly other: readonly string[] };
  };
  // Node's own servers and connections fail if the prototype has a `signal`.
  const { clean, other } = await outcomes(
    [],
    names.filter((name) => name !== "signal"),
  );
  expect(clean).toContain('"failed"');
  expect(other).toEqual([]);
  // The result is the same if nothing can be added to the prototype.
  expect((await outcomes(["--frozen-intrinsics", "--no-warnings"], [])).clean).toBe(clean);
});

it("the client never sends its token outside the API's base URL, even if a call names another address", async () => {
  await using scene = await setting({ polls: 0 });
  const [trap, trapped] = await serve(() => "{}");
  const connection = connect({ accessToken: scene.server.accessToken, baseUrl: scene.server.url });
  const elsewhere = [
    { baseUrl: trap },
    { pathSerializer: () => `${trap}/v5` },
    { pathSerializer: () => `${scene.server.url}/../other` },
  ];
  for (const wrong of elsewhere) {
    const client = flowClient<Parameters<typeof flow.create.call>[1]["body"]>(connection, {
      ...flow,
      create: {
        ...flow.create,
        call: (api, input, init) => flow.create.call(api, input, { ...init, ...wrong }),
      },
    });
    await expect(client.create(account, bodyFor(scene.server))).rejects.toThrow(
      /does not begin with .*nothing was sent/,
    );
  }
  expect(trapped).toEqual([]);
  expect(scene.server.requests).toEqual([]);
});

/** Starts a local server that records its requests. Returns its address and the requests. */
async function serve(
  answer: (request: IncomingMessage) => string,
): Promise<readonly [url: string, requests: readonly IncomingMessage[]]> {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    request.resume();
    request.on("end", () =>
      response.writeHead(200, { "content-type": "application/json" }).end(answer(request)),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return [`http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests];
}
