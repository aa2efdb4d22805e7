import { type ArticleDraft, draftArticle, type SourceReader } from '../../import/draft-article.ts';
import { type ArticleMetadata, ImportError } from '../../import/raw-article.ts';
import { resolveHost } from '../../import/source/address-guard.ts';
import { fetchSource } from '../../import/source/fetch-source.ts';
import { checkSize, FORMATS, formatOfName, type Source } from '../../import/source/source.ts';
import type { AttachedFile } from '../command.ts';

/** Makes drafts of what people give. */
export interface ReportImporter {
  /**
   * `source`: a file, or an address of the public Internet. Only so many sources are read at once; others wait.
   * @throws {ImportError} when it cannot be had or read, or the report would not load
   */
  draft(source: AttachedFile | string, metadata: ArticleMetadata): Promise<ArticleDraft>;
}

/** Where Discord keeps what people attach. */
const DISCORD_ORIGINS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
/** Each takes a process and up to some hundred MB. */
const MOST_AT_ONCE = 2;

/**
 * `apiUrl`: of a Discord that is not Discord's own, which keeps its attachments itself. `time`: milliseconds in which a
 * source must arrive. `read`: reads it then, in a process of its own unless something else is given.
 */
export function createReportImporter(
  apiUrl: string | undefined,
  { time = 30_000, read }: { readonly time?: number; readonly read?: SourceReader | undefined } = {},
): ReportImporter {
  const ownOrigin = apiUrl === undefined ? undefined : new URL(apiUrl).origin;
  const lanes = Array.from({ length: MOST_AT_ONCE }, () => Promise.resolve());
  let next = 0;

  /** Runs `work` when the lane's last one has ended. */
  async function inLane<Result>(work: () => Promise<Result>): Promise<Result> {
    const lane = next++ % MOST_AT_ONCE;
    const result = (lanes[lane] ?? Promise.resolve()).then(work);
    lanes[lane] = result.then(
      () => undefined,
      () => undefined,
    );
    return result;
  }

  async function fetchFile({ name, size, url }: AttachedFile): Promise<Source> {
    const { origin, host } = new URL(url);
    if (origin !== ownOrigin && !DISCORD_ORIGINS.includes(origin))
      throw new ImportError(`its address is at ${host}, which is not where Discord keeps attachments`);
    const format = formatOfName(name);
    if (format === undefined) throw new ImportError(`its name does not end with ${FORMATS}`);
    checkSize(size);
    const found = await fetchSource(url, { resolve: resolveHost, allowPrivate: origin === ownOrigin, time });
    // An error page must not pass for the file.
    if (found.format === 'html' && format !== 'html')
      throw new ImportError('Discord sent a web page in its place; attach it again');
    return { bytes: found.bytes, format };
  }

  return {
    draft: (source, metadata) =>
      inLane(async () => {
        const isFile = typeof source !== 'string';
        if (!isFile && !/^https?:\/\//iu.test(source))
          throw new ImportError('it is no web address, wanted one that begins with https://');
        if (!isFile && !URL.canParse(source)) throw new ImportError('it is no web address');
        const found = isFile
          ? await fetchFile(source)
          : await fetchSource(source, { resolve: resolveHost, allowPrivate: false, time });
        return draftArticle(found, { metadata, keepAll: false }, read);
      }),
  };
}
