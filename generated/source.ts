// Generated from Pinterest's API description. Do not edit: change spec/ or templates/, then run `npm run generate`.

/** The API description this code was generated from. A new description that does not affect these operations changes only this file. */
export const source: { readonly title: string; readonly version: string; readonly sha256: string } = {
  title: "Pinterest REST API",
  version: "5.28.0",
  sha256: "a7e477ec7b2561cd8cb06b06614cfe25789797fe3f689af47046c5640e1c1972",
};
