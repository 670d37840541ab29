import { Usage } from "../../terminal/usage.js";

/** How to install all additional packages that `mcp` needs. */
const INSTALL =
  "npm install @modelcontextprotocol/server@2 @duckdb/node-api hyparquet-writer; or start it with npx, as docs/guide/mcp.md shows";

/**
 * Creates the error for packages that cannot be loaded. Its hint says how to install all the
 * additional packages that `mcp` needs, not only these.
 */
export function missingPackages(...names: readonly string[]): Usage {
  return new Usage(`mcp needs ${names.join(" and ")}, which cannot be loaded`, INSTALL);
}
