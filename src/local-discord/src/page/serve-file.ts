import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
};

/**
 * Scripts, styles and pictures from this server alone, none inline, no HTML parsed from text by script (trusted types),
 * no frames around the page.
 */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

export const securityHeaders = {
  'content-security-policy': policy,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

const folder = new URL('client/', import.meta.url);

/** Serves one file of the page, `/` being its index. False when there is no such file. */
export const serveFile = async (pathname: string, response: ServerResponse): Promise<boolean> => {
  const name = pathname === '/' ? 'index.html' : pathname.slice(1);
  const [, extension] = /^(?:[a-z]+\/)?[a-z-]+\.([a-z]+)$/.exec(name) ?? [];
  const type = extension === undefined ? undefined : types[extension];
  if (type === undefined) return false;
  const bytes = await readFile(new URL(name, folder)).catch(() => undefined);
  if (bytes === undefined) return false;
  response.writeHead(200, { ...securityHeaders, 'content-type': type, 'cache-control': 'no-cache' });
  response.end(bytes);
  return true;
};
