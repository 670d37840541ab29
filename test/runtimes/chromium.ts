import { execFile, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";

const LONGEST_MS = 60_000;

/** The path of the system's Chromium. Throws if it is not installed. */
export async function chromium(): Promise<string> {
  for (const name of ["chromium", "chromium-browser", "google-chrome"]) {
    const { stdout } = await promisify(execFile)("which", [name]).catch(() => ({ stdout: "" }));
    if (stdout.trim() !== "") return stdout.trim();
  }
  throw new Error("chromium is not installed; run apt-get install chromium");
}

/**
 * Opens a page with this script, served locally on its own origin. Resolves to the value that the
 * page sends back.
 */
export async function inPage(path: string, script: string, folder: string): Promise<string> {
  let tell: (said: string) => void = () => {};
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const server = createServer((request, response) => {
    if (request.method === "POST") request.setEncoding("utf8").on("data", tell);
    const isScript = request.url === "/page.js";
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html");
    response.end(
      isScript ? script : '<!DOCTYPE html><script type="module" src="/page.js"></script>',
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const flags = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-first-run",
  ];
  const child = spawn(
    path,
    [...flags, `--user-data-dir=${join(folder, "profile")}`, `http://127.0.0.1:${port}/`],
    { stdio: "ignore" },
  );
  const timer = setTimeout(() => tell("the page sent no result"), LONGEST_MS);
  try {
    return await told;
  } finally {
    clearTimeout(timer);
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill();
    await ended;
    server.close();
    server.closeAllConnections();
  }
}
