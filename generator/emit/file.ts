import type { View } from "../code.js";

/** A file of `generated/`: which template it is made from and what the template is given. */
export interface FileView {
  readonly path: string;
  readonly template: string;
  readonly view: View;
}
