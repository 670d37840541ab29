import { Usage } from "../../terminal/usage.js";

/** All packages that `mcp` needs besides this one. */
const INSTALL =
  "npm install @modelcontextprotocol/server@2 @duckdb/node-api hyparquet-writer; or start it by npx, as docs/guide/mcp.md says";

/** The error for packages that do not load. Its hint names all packages, to install them at once. */
export function missingPackages(...names: readonly string[]): Usage {
  return new Usage(
    `mcp needs ${names.join(" and ")}, which this machine does not have or cannot load`,
    INSTALL,
  );
}
