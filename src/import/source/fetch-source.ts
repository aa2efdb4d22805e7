import { type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable, type Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { ImportError } from '../raw-article.ts';
import { type Address, type AddressRules, checkedAddresses, type Resolve } from './address-guard.ts';
import {
  FORMATS,
  formatOfMediaType,
  formatOfName,
  readStream,
  type Source,
  type SourceFormat,
} from './source.ts';

export interface FetchOptions extends AddressRules {
  readonly resolve: Resolve;
  /** For all redirects together, in milliseconds. */
  readonly time?: number;
}

const MOST_REDIRECTS = 5;
const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/**
 * Fetches a web address, within bounds of time, size and redirects. Each host on the way is checked, and connected to
 * by the address that was checked.
 *
 * @throws ImportError when it cannot be had
 */
export async function fetchSource(address: string, options: FetchOptions): Promise<Source> {
  const { time = 30_000 } = options;
  const deadline = AbortSignal.timeout(time);
  const late = new Promise<never>((_, reject) => {
    deadline.addEventListener('abort', () => {
      reject(new ImportError(`it did not arrive within ${time / 1000} s`));
    });
  });
  // Resolving a host name cannot be aborted, so that the deadline has to win a race.
  return Promise.race([follow(new URL(address), options, deadline), late]);
}

async function follow(start: URL, options: FetchOptions, signal: AbortSignal): Promise<Source> {
  let url = start;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (url.protocol !== 'http:' && url.protocol !== 'https:')
      throw new ImportError(`it leads to ${url.protocol}, wanted http: or https:`);
    const response = await get(url, await checkedAddresses(url.hostname, options), signal);
    const { statusCode = 0, headers } = response;
    if (REDIRECTS.has(statusCode) && headers.location !== undefined) {
      response.destroy();
      if (!URL.canParse(headers.location, url.href))
        throw new ImportError('it leads to what is no web address');
      url = new URL(headers.location, url);
    } else if (statusCode === 200) return await receive(url, response);
    else {
      response.destroy();
      throw new ImportError(`the server answered with status ${statusCode}`);
    }
  }
  throw new ImportError(`it redirects more than ${MOST_REDIRECTS} times`);
}

function get(url: URL, addresses: readonly Address[], signal: AbortSignal): Promise<IncomingMessage> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp;
  return new Promise((resolve, reject) => {
    const sent = request(url, {
      agent: false,
      lookup: lookupAmong(addresses),
      signal,
      headers: {
        accept: 'text/html, text/*, application/pdf, */*;q=0.1',
        'accept-encoding': 'gzip, deflate, br',
      },
    });
    sent.once('response', resolve);
    sent.once('error', (error) => {
      reject(new ImportError(`it cannot be fetched: ${error.message}`, { cause: error }));
    });
    sent.end();
  });
}

/** Gives Node the addresses that were checked, whatever the name resolves to by now. */
const lookupAmong =
  (addresses: readonly Address[]): LookupFunction =>
  (_host, { all }, callback) => {
    const [first] = addresses;
    if (all === true) callback(null, [...addresses]);
    else callback(null, first?.address ?? '', first?.family ?? 4);
  };

async function receive(url: URL, response: IncomingMessage): Promise<Source> {
  const type = response.headers['content-type'] ?? '';
  const charset = /;\s*charset="?([\w:-]+)"?\s*(?:;|$)/iu.exec(type)?.[1];
  try {
    const format = formatOf(type.split(';', 1)[0]?.trim() ?? '', url);
    const bytes = await readStream(decompressed(response));
    return { bytes, format, url: url.href, ...(charset !== undefined && { charset }) };
  } catch (error) {
    if (error instanceof ImportError) throw error;
    throw new ImportError(`it broke off: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  } finally {
    response.destroy();
  }
}

const UNKNOWN = new Set(['', 'application/octet-stream']);

function formatOf(type: string, url: URL): SourceFormat {
  const byName = formatOfName(url.pathname);
  // Servers that do not know a file's type call it bytes, or plain text.
  const vague = UNKNOWN.has(type) || (type === 'text/plain' && byName === 'markdown');
  const format = (vague ? byName : undefined) ?? formatOfMediaType(type);
  if (format === undefined)
    throw new ImportError(
      `the server sent ${JSON.stringify(type.slice(0, 80))}, wanted a page or a file of ${FORMATS}`,
    );
  return format;
}

/** By the names of HTTP's `content-encoding`. */
const DECODERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

function decompressed(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']?.toLowerCase() ?? 'identity';
  if (encoding === 'identity') return response;
  const decoder = DECODERS.get(encoding)?.();
  if (decoder === undefined)
    throw new ImportError(
      `the server compressed it with ${JSON.stringify(encoding.slice(0, 40))}, wanted gzip`,
    );
  // The reader of the decoder sees every error; the pipeline only has to end both.
  return pipeline(response, decoder, () => undefined);
}
