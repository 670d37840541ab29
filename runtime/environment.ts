/**
 * Environment variables that clients and the command line read, keyed by the option each one sets.
 */
export const VARIABLES = {
  accessToken: "PINTEREST_ACCESS_TOKEN",
  refreshToken: "PINTEREST_REFRESH_TOKEN",
  refreshTokenExpiresAt: "PINTEREST_REFRESH_TOKEN_EXPIRES_AT",
  clientId: "PINTEREST_APP_ID",
  clientSecret: "PINTEREST_APP_SECRET",
  baseUrl: "PINTEREST_API_BASE_URL",
  logLevel: "PINTEREST_LOG",
} as const;

/**
 * Reads an option's environment variable. Undefined if the variable is unset or empty, if the
 * program may not read it, and on platforms without environment variables.
 */
export function readVariable(option: keyof typeof VARIABLES): string | undefined {
  const variables = environment();
  const name = VARIABLES[option];
  try {
    return variables !== undefined && Object.hasOwn(variables, name)
      ? variables[name] || undefined
      : undefined;
  } catch {
    // Deno throws for a variable that the program may not read.
    return undefined;
  }
}

/** `process.env`; undefined on platforms without it, such as browsers. */
function environment(): Readonly<Record<string, string | undefined>> | undefined {
  // Own properties only: in a browser, an element with the id "process" is an inherited property of
  // the global object.
  if (!Object.hasOwn(globalThis, "process")) return undefined;
  try {
    const { env } = globalThis.process ?? {};
    return typeof env === "object" && env !== null ? env : undefined;
  } catch {
    return undefined;
  }
}
