// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The description that this code was made from. The only file that a new version touches when nothing that we offer has changed. */
export const source: { readonly title: string; readonly version: string; readonly sha256: string } = {
  title: "Pinterest REST API",
  version: "5.23.0",
  sha256: "1dffcde3f84fe75df00b8f39ab1b8bd1751a09b12b9e3a8463cd4d5f8b84a41d",
};
