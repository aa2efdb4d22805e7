import type { ServerResponse } from 'node:http';
import type { Attachments } from './state/attachments.ts';

const PREFIX = '/attachments/';

/** Offers an uploaded file for download, at the address its attachment names. False when the path is another's. */
export const serveAttachment = (
  attachments: Attachments,
  response: ServerResponse,
  { pathname }: URL,
): boolean => {
  if (!pathname.startsWith(PREFIX)) return false;
  const [, id] = pathname.slice(PREFIX.length).split('/');
  const stored = id === undefined ? undefined : attachments.find(id);
  if (!stored) {
    response.writeHead(404).end();
    return true;
  }
  response.writeHead(200, {
    // Never shown in place: an uploaded page could otherwise run scripts under this server's name.
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(stored.attachment.filename)}`,
    'content-type': 'application/octet-stream',
    'content-length': stored.bytes.length,
    'x-content-type-options': 'nosniff',
  });
  response.end(stored.bytes);
  return true;
};
