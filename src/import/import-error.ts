/** A source that cannot be imported. The message is a whole sentence for whoever called the importer. */
export class ImportError extends Error {
  override readonly name = 'ImportError';
}
