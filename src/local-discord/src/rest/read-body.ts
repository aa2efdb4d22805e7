import type { IncomingMessage } from 'node:http';
import { invalidForm, invalidJson, tooLarge } from '../api-error.ts';
import { problem } from '../rules/problem.ts';

/** Bytes of one upload at most: Discord's limit for a guild without boosts. */
export const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Bytes of a whole request at most. Discord's own figure is not published; ten files would fit in it. */
const MAX_REQUEST_BYTES = 11 * MAX_FILE_BYTES;

export interface UploadedFile {
  /** The number that the body's `attachments` refer to: `0` for the form field `files[0]`. */
  readonly key: string;
  readonly name: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

export interface ReadBody {
  /** The JSON value; undefined when the request has no body. */
  readonly json: unknown;
  readonly files: readonly UploadedFile[];
}

/** Reads up to `most` bytes. Who sends twice as much is no longer listened to. */
const readBytes = async (request: IncomingMessage, most: number): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  const stream: AsyncIterable<Buffer> = request;
  for await (const chunk of stream) {
    size += chunk.length;
    // The rest is read and dropped: a caller that still sends would not read a refusal.
    if (size <= most) chunks.push(chunk);
    if (size > 2 * most) break;
  }
  if (size > most) throw tooLarge();
  return Buffer.concat(chunks);
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw invalidJson();
  }
};

/** `files[3]` -> `3`. A lone `file` is the first one. */
const fileKey = (field: string): string | undefined =>
  field === 'file' ? '0' : /^files\[(\d+)\]$/.exec(field)?.[1];

const readForm = async (bytes: Buffer, type: string, mostJson: number): Promise<ReadBody> => {
  const headers = { 'content-type': type };
  const form = await new Response(new Uint8Array(bytes), { headers }).formData().catch(() => {
    throw invalidForm([problem([], 'INVALID_FORM', 'The multipart form cannot be read.')]);
  });
  const payload = form.get('payload_json');
  if (typeof payload === 'string' && payload.length > mostJson) throw tooLarge();
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    const key = fileKey(field);
    if (key === undefined || typeof value === 'string') continue;
    if (value.size > MAX_FILE_BYTES) throw tooLarge();
    files.push({ key, name: value.name, type: value.type, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { json: typeof payload === 'string' ? parseJson(payload) : {}, files };
};

/**
 * Reads a request's JSON or multipart body. Throws ApiError when it cannot be read or is too large; `mostJson`: bytes of
 * JSON at most.
 */
export const readBody = async (request: IncomingMessage, mostJson = MAX_REQUEST_BYTES): Promise<ReadBody> => {
  const type = request.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data');
  const bytes = await readBytes(request, isForm ? MAX_REQUEST_BYTES : mostJson);
  if (bytes.length === 0) return { json: undefined, files: [] };
  if (isForm) return await readForm(bytes, type, mostJson);
  return { json: parseJson(bytes.toString('utf8')), files: [] };
};
