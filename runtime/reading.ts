/** What looking at a report and reading its file take. */
export interface ReadOptions {
  /** Ends the call: it rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The limits of a download as a whole, whatever comes of its parts. */
export interface DownloadOptions extends ReadOptions {
  /**
   * The most bytes that the file may have, decoded where it comes encoded; a longer one is a `DownloadError`. Default: any number, and 100 MiB for
   * what is held in memory as a whole.
   */
  readonly maxBytes?: number;
  /**
   * How long the download may take, in milliseconds, with all its attempts and the time that the reader takes between one row and the next; then
   * it is a `DownloadError`. Default: as long as it takes, while something comes in each `timeoutMs`.
   */
  readonly deadlineMs?: number;
}

/** A column, and what Pinterest calls it where people read it: one item of `GET /resources/delivery_metrics`. */
export interface DisplayName {
  readonly name?: string | null | undefined;
  readonly display_name?: string | null | undefined;
}

/** The list, or the API's answer that holds it. */
export type DisplayNames = readonly DisplayName[] | { readonly items?: readonly DisplayName[] | null | undefined };

/** What `rows` takes. */
export interface RowsOptions extends DownloadOptions {
  /**
   * Gives rows a 0 in each number column that was asked for and that the file leaves out, as JSON files do with zero. `true` takes the columns
   * from the report's handle; a list of names is for a handle that does not have them. Not for text and id columns, which stay missing. A
   * missing rate or average becomes 0 as well, though nothing was there to divide by. In a CSV file only empty cells become 0, and only with
   * `columnNames`: without, it is an `InvalidArgumentError`. Default: false.
   */
  readonly zeroFill?: boolean | readonly string[];
  /**
   * For CSV files, whose header has display names such as "Campaign ID": gives the list that says which column is meant, as
   * `GET /resources/delivery_metrics` with `report_type=ASYNC` does. Then rows are named and typed as those of JSON files. A header that is not
   * in the list, or may mean several columns of which none was asked for, stays as it is, with texts for values.
   *
   * A column that was asked for and that no header means, two that one header may mean, and an id that was rounded (`2.17E+17`) are a
   * `DownloadError`: a value that is missing or another's is not passed for the one that was asked for.
   */
  readonly columnNames?: () => PromiseLike<DisplayNames> | DisplayNames;
}

/** What reading a whole file at once takes. */
export type WholeOptions = DownloadOptions;
