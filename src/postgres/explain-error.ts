/** What PostgreSQL itself answers, by its code: https://www.postgresql.org/docs/15/errcodes-appendix.html */
const ANSWERS: ReadonlyMap<string, string> = new Map([
  ['28000', 'the server refuses this user, wanted one that may connect'],
  ['28P01', 'the server refuses the user or the password, wanted those it knows'],
  ['3D000', 'the server has no such database, wanted one that exists (createdb makes it)'],
  [
    '42501',
    'the user lacks a right, wanted one that may create a schema there, or owns the schema "pilcrow"',
  ],
  ['25006', 'the server only reads, wanted the one that takes writes'],
  ['53100', "the server's disk is full, wanted some room"],
  ['53300', 'the server takes no more connections, wanted a few more (max_connections)'],
  ['57014', 'the server took too long for it, wanted a faster one, or one with less to do'],
  ['55P03', 'another process keeps it locked, wanted it free'],
]);

const WANTED = 'wanted a PostgreSQL server that runs there';

/** From Node, before PostgreSQL could answer. */
const NETWORK: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'no computer has that name',
  EAI_AGAIN: 'that name cannot be looked up now',
  ENOENT: 'there is no such socket',
};

/** The server's code for an error that it answered with; undefined for any other error. */
const answerOf = (error: unknown): string | undefined =>
  error instanceof Error && 'severity' in error && 'code' in error ? String(error.code) : undefined;

/**
 * Whether an error says that the server cannot be reached, or does not serve now: it may be tried again later. Anything
 * but an answer counts, for then nobody knows what became of the connection.
 */
export function isLoss(error: unknown): boolean {
  const answer = answerOf(error);
  // 57P: it stops, or has not started yet. 08: the connection broke.
  return answer === undefined || /^(?:57P|08)|^53300$/u.test(answer);
}

/** What is wrong, and what was wanted. */
export function explainPostgresError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const answer = answerOf(error);
  if (answer !== undefined) {
    if (answer.startsWith('57P')) return `the server is stopping or starting, ${WANTED}`;
    return ANSWERS.get(answer) ?? error.message;
  }
  const code = 'code' in error ? String(error.code) : undefined;
  if (/certificate|altname/iu.test(error.message))
    return `its certificate is not trusted (${error.message}), wanted one that sslrootcert=FILE in DATABASE_URL vouches for`;
  if (/timeout|terminated/iu.test(error.message)) return `the server does not answer, ${WANTED}`;
  if (code === undefined || !/^E[A-Z_]+$/u.test(code)) return error.message;
  return `${NETWORK[code] ?? `the network says ${code}`}, ${WANTED}`;
}
