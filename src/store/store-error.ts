/** The store cannot be opened, read or written. The message names the file and what would help. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}
