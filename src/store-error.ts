/** What is kept cannot be opened, read or written. The message names the file or the server, and what would help. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
  /** What could not be read; undefined where something could not be opened or stored. */
  readonly unread: 'reports' | 'records' | undefined;

  constructor(
    message: string,
    { unread, ...options }: ErrorOptions & Partial<Pick<StoreError, 'unread'>> = {},
  ) {
    super(message, options);
    this.unread = unread;
  }
}

/** The sentence for an error of what it is kept in. `what` completes "Cannot": "open", for one. */
export function storeError(
  what: 'open' | 'read' | 'write to',
  { place, explain }: { readonly place: string; readonly explain: (error: unknown) => string },
  error: unknown,
): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError(`Cannot ${what} the store "${place}": ${explain(error)}`, {
    cause: error,
    unread: what === 'read' ? 'records' : undefined,
  });
}

/** The same error, of what was to be read of reports; any other error is not ours. */
export const ofReports = (error: unknown): unknown =>
  error instanceof StoreError
    ? new StoreError(error.message, { cause: error.cause, unread: 'reports' })
    : error;
