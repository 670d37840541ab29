import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/**
 * Starts a Pinterest API in which each account has one report, with the file that `fileOf` returns.
 */
export async function pinterest(
  fileOf: (account: string) => string | undefined,
): Promise<AsyncDisposable & { readonly url: string }> {
  const server = createServer((request, response) => {
    const account = /(?:ad_accounts|file)\/(\d+)/.exec(request.url ?? "")?.[1] ?? "";
    if (request.url?.includes("/file/")) return response.end(fileOf(account));
    const { port } = server.address() as AddressInfo;
    const done = {
      report_status: "FINISHED",
      url: `http://127.0.0.1:${port}/file/${account}`,
      size: null,
    };
    response.setHeader("content-type", "application/json");
    return response.end(
      JSON.stringify(
        request.method === "POST" ? { report_status: "IN_PROGRESS", token: "t" } : done,
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v5`,
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
