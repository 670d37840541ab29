import type { Clock } from "../clock.js";
import { DownloadError } from "../errors.js";
import type { ReportHandle, ReportLook } from "../report.js";

/** A download link, and when it was received by the clock's `now`. */
export interface Link {
  readonly url: string | null;
  readonly size: number | null;
  readonly receivedAt: number;
}

/** Where a finished report's file is to be had, now and later. */
export interface FileSource {
  /** The report whose file it is. */
  readonly handle: ReportHandle;
  /** The latest link; `refresh` replaces it. */
  link(): Link;
  /** Asks the API for a fresh link: once more the same report, until it expires. */
  refresh(signal: AbortSignal | undefined): Promise<Link>;
}

type Again = (signal: AbortSignal | undefined) => Promise<ReportLook>;

/** The file that this look told of. `look` waits until the same report is done, once more. */
export function fileSource(
  first: ReportLook,
  { handle, clock, look }: Pick<FileSource, "handle"> & { readonly clock: Clock; readonly look: Again },
): FileSource {
  const linkOf = ({ url, size }: ReportLook): Link => ({ url, size, receivedAt: clock.now() });
  let link = linkOf(first);
  return {
    handle,
    link: () => link,
    async refresh(signal) {
      const fresh = linkOf(await look(signal));
      // No link means an empty report, which one that had a file is not.
      if (fresh.url === null && link.url !== null)
        throw new DownloadError("the report had a file, and the API gives no link to it any more");
      link = fresh;
      return link;
    },
  };
}
