const WANTED = 'wanted an OpenSearch server that runs there';

/** What OpenSearch itself answers, by its HTTP status. */
const ANSWERS: ReadonlyMap<number, string> = new Map([
  [401, 'the server refuses the user or the password, wanted those it knows'],
  [403, 'the user lacks a right, wanted one that may make, read and write the index'],
  [404, 'the server has no such index any more, wanted the one that the bot made'],
  [413, 'the server takes no requests of this size, wanted http.max_content_length of 10 MB or more'],
  [429, 'the server has too much to do, wanted a larger one, or more of them'],
  [503, 'the server has not all of the index at hand, wanted one that is up'],
]);

/** The status with which the server answered; undefined: it did not. */
export function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || error.name !== 'ResponseError' || !('statusCode' in error))
    return undefined;
  return Number(error.statusCode);
}

/** What the client throws when no node answered. */
const SILENCES: readonly unknown[] = ['ConnectionError', 'TimeoutError', 'NoLivingConnectionsError'];
const nameOf = (error: unknown): unknown => (error instanceof Error ? error.name : undefined);

/** Whether the client throws such errors, for what a server did. */
export const isOfServer = (error: unknown): boolean =>
  [...SILENCES, 'ResponseError', 'DeserializationError'].includes(nameOf(error));

/** Whether an error says that no node can be reached, or that none serves now: it may be tried again later. */
export const isLoss = (error: unknown): boolean =>
  SILENCES.includes(nameOf(error)) || (statusOf(error) ?? 0) >= 502;

/** What is wrong, and what was wanted. */
export function explainSearchError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const status = statusOf(error);
  if (status !== undefined) return ANSWERS.get(status) ?? `the server says ${status}: ${error.message}`;
  if (error.name === 'TimeoutError') return `the server does not answer, ${WANTED}`;
  const { message } = error;
  if (/certificate|self.signed|altname|CERT_|SSL|TLS/iu.test(message))
    return `its certificate is not trusted or the server speaks no TLS (${message}), wanted https with SEARCH_CA_FILE, or http`;
  if (message.includes('ECONNREFUSED')) return `nothing listens there, ${WANTED}`;
  if (message.includes('ENOTFOUND')) return `no computer has that name, ${WANTED}`;
  if (message.includes('EAI_AGAIN')) return `that name cannot be looked up now, ${WANTED}`;
  return `${message}, ${WANTED}`;
}
