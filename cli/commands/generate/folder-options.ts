import type { DescriptionOptions } from "./from-description.js";

/** Options for generating a folder of another repository from a description. */
export interface FolderOptions extends DescriptionOptions {
  /** A description: a file path or a URL. */
  readonly spec: string;
  /** The output folder. */
  readonly out: string;
  /** Compares instead of writing. */
  readonly check: boolean;
  /** With `check`: throws the differences as `Problems` instead of printing them. */
  readonly asProblems?: boolean;
  /** Accepts a description of an older version than the last one. */
  readonly allowOlder?: boolean;
  /** The file that receives the text of a pull request; `-` for stdout. */
  readonly summary?: string;
  /** Prints notices for programs, on stdout. */
  readonly format?: "github" | "json";
}
