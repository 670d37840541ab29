import type { Task } from "./report.js";

const REPORT = "./report.js";

/**
 * For Node, Bun and Deno: prints some of the client's values with the console, then the result of
 * the report.
 */
export const scriptEntry = (task: Task): string => `
import { runReport, valuesToPrint } from ${JSON.stringify(REPORT)};
const { violation, tokens } = await valuesToPrint(${JSON.stringify(task)});
console.log("VIOLATION", violation);
console.log("TOKENS", tokens);
console.log("RESULT " + (await runReport(${JSON.stringify(task)})));
`;

/** For workerd: responds to every request with the result of the report. */
export const workerEntry = (task: Task): string => `
import { runReport } from ${JSON.stringify(REPORT)};
export default { fetch: async () => new Response("RESULT " + (await runReport(${JSON.stringify(task)}))) };
`;

/** For a page: sends back the result of the report. */
export const pageEntry = (task: Task): string => `
import { runReport } from ${JSON.stringify(REPORT)};
runReport(${JSON.stringify(task)}).then((result) => fetch("/result", { method: "POST", body: "RESULT " + result }));
`;

/** The configuration of workerd. */
export const workerdConfig = (port: number): string => `
using Workerd = import "/workerd/workerd.capnp";
const config :Workerd.Config = (
  services = [ (name = "main", worker = (modules = [ (name = "worker.js", esModule = embed "worker.js") ], compatibilityDate = "2025-01-01", globalOutbound = "local")),
    (name = "local", network = (allow = ["private"], tlsOptions = (trustBrowserCas = true))) ],
  sockets = [ (name = "http", address = "127.0.0.1:${port}", http = (), service = "main") ]
);
`;
