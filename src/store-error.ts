/** What is kept cannot be opened, read or written. The message names the file or the server, and what would help. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/** The sentence for an error of what it is kept in. `what` completes "Cannot": "open", for one. */
export function storeError(
  what: string,
  { place, explain }: { readonly place: string; readonly explain: (error: unknown) => string },
  error: unknown,
): StoreError {
  if (error instanceof StoreError) return error;
  return new StoreError(`Cannot ${what} the store "${place}": ${explain(error)}`, { cause: error });
}
