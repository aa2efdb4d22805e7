import { ImportError } from '../import-error.ts';
import { MOST_SOURCE_BYTES, TOO_LARGE } from './source.ts';

/**
 * All bytes of a stream.
 *
 * @throws ImportError as soon as there are too many; what the stream throws
 */
export async function readStream(stream: AsyncIterable<unknown>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    const bytes = chunk instanceof Uint8Array ? chunk : Buffer.from(String(chunk));
    size += bytes.byteLength;
    if (size > MOST_SOURCE_BYTES) throw new ImportError(TOO_LARGE);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}
