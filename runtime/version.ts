/** This package's version, for the user agent: `package.json` cannot be read in a browser. */
export const VERSION = "0.1.0";
