import { createHash } from "node:crypto";
import { lookup } from "node:dns/promises";
import { once } from "node:events";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { main } from "../../../cli/main.js";
import { command, signalledIo, testIo } from "../../support/in-process.js";

const APP = { PINTEREST_APP_ID: "1234567", PINTEREST_APP_SECRET: "app-secret-CANARY" };

interface Visit {
  readonly page: URL;
  readonly port: number;
  readonly back: (query: Readonly<Record<string, string>>) => Promise<number>;
}

/** Runs `login` with a browser that acts like `visitor`, and a local OAuth endpoint. */
async function login(
  visitor: (visit: Visit) => Promise<unknown>,
  args: readonly string[] = [],
  takesVerifier = true,
) {
  const forms: Record<string, string>[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const chunk of request.setEncoding("utf8")) body += chunk;
    forms.push({
      ...Object.fromEntries(new URLSearchParams(body)),
      authorization: request.headers.authorization ?? "",
    });
    response.setHeader("content-type", "application/json");
    if (!takesVerifier && body.includes("code_verifier")) {
      response.writeHead(400);
      return response.end(JSON.stringify({ code: 1, message: "Invalid parameter: code_verifier" }));
    }
    response.end(
      JSON.stringify({
        access_token: "access-1",
        refresh_token: "refresh-1",
        expires_in: 2_592_000,
      }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const env = {
    ...APP,
    PINTEREST_API_BASE_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v5`,
  };
  let [stdout, stderr] = ["", ""];
  let visit: Promise<unknown> | undefined;
  const onMessage = (text: string): void => {
    stderr += text;
    const shown = /^https:\/\/\S+$/m.exec(stderr)?.[0];
    if (shown === undefined || visit !== undefined || !stderr.includes("waiting")) return;
    const page = new URL(shown);
    const { port } = new URL(page.searchParams.get("redirect_uri") ?? "");
    const back = async (query: Readonly<Record<string, string>>) =>
      (await fetch(`http://127.0.0.1:${port}/?${new URLSearchParams(query)}`)).status;
    // If the visitor fails, stops the command so that the test fails too.
    visit = visitor({ page, port: Number(port), back }).catch((error) => {
      signals.send("SIGTERM");
      throw error;
    });
    visit.catch(() => {});
  };
  const signals = signalledIo();
  const io = {
    ...testIo({ env, stdout: (text) => (stdout += text), stderr: onMessage }),
    ...signals,
  };
  const exit = await main(["login", "--port", "0", ...args], io);
  await new Promise((resolve) => server.close(resolve));
  await visit;
  return { exit, stdout, stderr, forms };
}

/** Sends one line to the port, as any local program could, and waits for the response. */
async function said(
  line: string,
  { port, address }: { readonly port: number; readonly address: string },
): Promise<void> {
  const socket = connect(port, address).on("error", () => {});
  socket.end(`${line}\r\nhost: a\r\nconnection: close\r\n\r\n`);
  await new Promise((resolve) => socket.resume().on("close", resolve));
}

describe("login", () => {
  // The client's messages refer to this help.
  it("explains in its help how to get a token", async () => {
    const { exit, stdout } = await command(["login", "--help"]);
    expect(exit).toBe(0);
    const names = [...Object.keys(APP), "PINTEREST_ACCESS_TOKEN", "PINTEREST_REFRESH_TOKEN"];
    for (const part of [
      "developers.pinterest.com",
      "http://localhost:8085/",
      "ads:read",
      "createClient()",
      ...names,
    ])
      expect(stdout).toContain(part);
  });

  it("prints the page's address, waits for the redirect with its state, and prints tokens only to stdout", async () => {
    const { exit, stdout, stderr, forms } = await login(async ({ page, back }) => {
      expect(page.origin + page.pathname).toBe("https://www.pinterest.com/oauth/");
      expect(Object.fromEntries(page.searchParams)).toMatchObject({
        client_id: "1234567",
        response_type: "code",
        scope: "ads:read",
      });
      expect(await back({ code: "foreign", state: "another" })).toBe(404);
      await back({ code: "the-code", state: page.searchParams.get("state") ?? "" });
    });
    expect(exit).toBe(0);
    expect(stdout).toBe("PINTEREST_ACCESS_TOKEN=access-1\nPINTEREST_REFRESH_TOKEN=refresh-1\n");
    expect(stderr).not.toMatch(/access-1|refresh-1|CANARY|the-code/);
    expect(forms).toMatchObject([
      {
        grant_type: "authorization_code",
        code: "the-code",
        authorization: `Basic ${btoa("1234567:app-secret-CANARY")}`,
      },
    ]);
    expect(forms[0]?.redirect_uri).toMatch(/^http:\/\/localhost:\d+\/$/);
  });

  it("stores the tokens in a file that only its owner can read", async () => {
    const folder = await mkdtemp(join(tmpdir(), "login-"));
    const file = join(folder, "tokens.env");
    const visitor = ({ page, back }: Visit) =>
      back({ code: "the-code", state: page.searchParams.get("state") ?? "" });
    const { exit, stdout, stderr } = await login(visitor, ["--tokens", file]);
    expect({ exit, stdout }, stderr).toEqual({ exit: 0, stdout: "" });
    expect(stderr).toContain(`the tokens are stored in ${file}`);
    expect(stderr).not.toMatch(/access-1|refresh-1|CANARY|the-code/);
    expect(await readFile(file, "utf8")).toBe(
      "PINTEREST_ACCESS_TOKEN=access-1\nPINTEREST_REFRESH_TOKEN=refresh-1\n",
    );
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o777).toBe(0o600);
    await rm(folder, { recursive: true });
  });

  it("keeps waiting after unrelated requests, on each local address", async () => {
    const requests = [
      ...[
        "GET // HTTP/1.1",
        "GET http:// HTTP/1.1",
        "GET http://[ HTTP/1.1",
        "GET /%%% HTTP/1.1",
        "GET * HTTP/1.1",
        "GET ?state=x HTTP/1.1",
      ],
      ...[
        "OPTIONS * HTTP/1.1",
        "CONNECT a:1 HTTP/1.1",
        "POST / HTTP/1.1",
        "GET / HTTP/9.9",
        "",
        "\u0000\u0001",
        "x".repeat(100_000),
      ],
    ];
    const { exit, stdout, stderr, forms } = await login(async ({ page, port, back }) => {
      const state = page.searchParams.get("state") ?? "";
      const more = [
        `HEAD /?state=${state}&code=a HTTP/1.1`,
        `GET /?state=${state} HTTP/1.1`,
        `GET //a/?state=${state}&code=a HTTP/1.1`,
      ];
      for (const { address } of await lookup("localhost", { all: true }))
        for (const line of [...requests, ...more]) await said(line, { port, address });
      await back({ code: "the-code", state });
    });
    expect(exit, stderr).toBe(0);
    expect(stdout).toContain("PINTEREST_ACCESS_TOKEN=access-1\n");
    expect(forms.map(({ code }) => code)).toEqual(["the-code"]);
  });

  it("accepts a redirect even if the connection closes immediately", async () => {
    const { exit, stderr, forms } = await login(async ({ page, port }) => {
      const socket = connect(port, "127.0.0.1");
      await once(socket, "connect");
      socket.write(
        `GET /?code=the-code&state=${page.searchParams.get("state")} HTTP/1.1\r\nhost: a\r\n\r\n`,
        () => socket.destroy(),
      );
    });
    expect(exit, stderr).toBe(0);
    expect(forms).toHaveLength(1);
  });

  it("listens on all addresses of the redirect URI, and reports one that is already in use", async () => {
    const addresses = (await lookup("localhost", { all: true })).map(({ address }) => address);
    const taken = createServer();
    await new Promise<void>((resolve) =>
      taken.listen({ port: 0, host: addresses.at(-1) ?? "", ipv6Only: true }, resolve),
    );
    const { port } = taken.address() as AddressInfo;
    const { exit, stderr } = await command(["login", "--port", String(port)], { env: APP });
    await new Promise((resolve) => taken.close(resolve));
    expect(exit, stderr).toBe(2);
    expect(stderr).toContain(`port ${port} is in use at ${addresses.at(-1)}`);
  });

  it.each([true, false])(
    "uses PKCE to prove that it started the login, if PKCE is supported: %s",
    async (takesVerifier) => {
      let challenge: string | null = null;
      const visitor = ({ page, back }: Visit) => {
        challenge = page.searchParams.get("code_challenge");
        expect(page.searchParams.get("code_challenge_method")).toBe("S256");
        return back({ code: "the-code", state: page.searchParams.get("state") ?? "" });
      };
      const { exit, stdout, stderr, forms } = await login(visitor, [], takesVerifier);
      expect(exit, stderr).toBe(0);
      expect(stdout).toContain("PINTEREST_ACCESS_TOKEN=access-1\n");
      const [{ code_verifier: verifier = "" } = {}, ...again] = forms;
      expect(verifier).toMatch(/^[\w~.-]{43,128}$/);
      expect(createHash("sha256").update(verifier).digest("base64url")).toBe(challenge);
      expect(again.map(({ code, code_verifier }) => [code, code_verifier])).toEqual(
        takesVerifier ? [] : [["the-code", undefined]],
      );
      expect(stderr).not.toContain(verifier);
    },
  );

  it("reports denied access", async () => {
    const { exit, stdout, stderr, forms } = await login(({ page, back }) =>
      back({ error: "access_denied", state: page.searchParams.get("state") ?? "" }),
    );
    expect(exit).toBe(1);
    expect(stdout).toBe("");
    expect(stderr).toContain("error  access was denied: access_denied");
    expect(forms).toEqual([]);
  });

  it("reports missing environment variables", async () => {
    expect(await command(["login"])).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("PINTEREST_APP_ID is not set"),
    });
    const { exit, stderr } = await command(["login"], { env: { PINTEREST_APP_ID: "1" } });
    expect(exit).toBe(2);
    expect(stderr).toContain("PINTEREST_APP_SECRET is not set");
    expect(await command(["login", "--port", "x"], { env: APP })).toMatchObject({
      exit: 2,
      stderr: expect.stringContaining("--port x is not a valid port"),
    });
  });

  it("is not needed by run if the environment has the refresh token and the app's credentials", async () => {
    const env = {
      ...APP,
      PINTEREST_REFRESH_TOKEN: "r",
      PINTEREST_API_BASE_URL: "http://127.0.0.1:9/v5",
    };
    const { exit, stderr } = await command(["run", "1", "-"], { env, stdin: "{}" });
    expect(exit).toBe(1);
    expect(stderr).toContain("/end_date: is required");
    const { stderr: without } = await command(["run", "1", "-"], {
      env: { PINTEREST_REFRESH_TOKEN: "r" },
      stdin: "{}",
    });
    expect(without).toContain("PINTEREST_APP_ID is not set");
  });
});
