/** A command line or an input that the tool cannot take. Ends it with exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
