import { readFile } from 'node:fs/promises';
import type { Client } from '@opensearch-project/opensearch';
import { SearchError } from '../candidate-source.ts';
import { explainSearchError, isOfServer } from './explain-error.ts';

/** Where OpenSearch is, as the bot's host decided. */
export interface SearchPlace {
  /** Of one server's nodes, maybe with user and password. */
  readonly urls: readonly string[];
  /** File of the certificates that sign the nodes'; absent: those that Node trusts. */
  readonly caFile?: string;
  /** Collections of as many paragraphs are searched there. */
  readonly from: number;
  /** Names the bot among others that use the server, as each removes what its own reports do not need; small letters. */
  readonly owner: string;
}

/** How to reach it. */
type SearchAddress = Pick<SearchPlace, 'urls' | 'caFile'>;

export interface ConnectedServer {
  readonly client: Client;
  /** The nodes, without user and password. */
  readonly place: string;
}

/** For an answer, in milliseconds: Discord waits 3 seconds for a reply. */
const PATIENCE = 1500;
/** More tries after the first, on other nodes where there are any. */
const MORE_TRIES = 2;

/** A client; no request is made yet. @throws {SearchError} when the file of certificates cannot be read */
export async function connectServer({ urls, caFile }: SearchAddress): Promise<ConnectedServer> {
  // Loaded only here: a bot with small collections needs no client of a server.
  const { Client } = await import('@opensearch-project/opensearch');
  const ca = caFile === undefined ? undefined : await readCertificates(caFile);
  const client = new Client({
    nodes: urls.map(nodeOf),
    requestTimeout: PATIENCE,
    pingTimeout: PATIENCE,
    maxRetries: MORE_TRIES,
    // A node that failed is tried again after a while by a question, which has another node to go to.
    resurrectStrategy: 'optimistic',
    ...(ca !== undefined && { ssl: { ca } }),
  });
  return { client, place: urls.map((url) => new URL(url).host).join(', ') };
}

/** The oldest version whose behaviour is tested. */
const OLDEST_SERVER = [2, 19] as const;

/** Whether a node answers, and is new enough. Gives what it is. @throws {SearchError} */
export async function examineServer(searchPlace: SearchAddress): Promise<string> {
  const { client, place } = await connectServer(searchPlace);
  const refuse = (why: string, cause?: unknown) =>
    new SearchError(`Cannot search at "${place}": ${why}`, { cause });
  try {
    const { version } = (await client.info()).body;
    const [major = 0, minor = 0] = version.number.split('.').map(Number);
    const [oldestMajor, oldestMinor] = OLDEST_SERVER;
    if (major < oldestMajor || (major === oldestMajor && minor < oldestMinor))
      throw refuse(
        `the server is ${version.distribution} ${version.number}, wanted OpenSearch ${OLDEST_SERVER.join('.')} or newer`,
      );
    return `${place}, ${version.distribution} ${version.number}`;
  } catch (error) {
    throw isOfServer(error) ? refuse(explainSearchError(error), error) : error;
  } finally {
    await client.close();
  }
}

/** The password goes into a header: an address may come into a message. */
function nodeOf(address: string) {
  const url = new URL(address);
  const credentials = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  if (credentials === ':') return { url };
  return { url, headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` } };
}

async function readCertificates(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SearchError(`Cannot read SEARCH_CA_FILE "${file}": ${why}, wanted a file of certificates`, {
      cause: error,
    });
  }
}
