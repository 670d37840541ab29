import type { DescriptionOptions } from "./from-description.js";

/** Options for generating a client into your own repository. */
export interface FolderOptions extends DescriptionOptions {
  /** A description: a file path or a URL. */
  readonly spec: string;
  /** The output folder. */
  readonly out: string;
  /** Compare the folder with new output instead of writing. */
  readonly check: boolean;
  /** With `check`: throw the differences as `Problems` instead of printing them. */
  readonly asProblems?: boolean;
  /** Accept a description older than the last one. */
  readonly allowOlder?: boolean;
  /** The file for the text of a pull request; `-` for stdout. */
  readonly summary?: string;
  /** Print notices in a machine-readable format on stdout. */
  readonly format?: "github" | "json";
}
