import type { Report } from '../../corpus/report.ts';
import type { Span } from '../../text/span.ts';
import { findTextDirective } from './text-directive.ts';

/** Discord's limit for the address of a link button, in characters. */
const LINK_LIMIT = 512;
const DIRECTIVE = ':~:';

/**
 * Where to read `span` of the report's body at its source: the report's address with a text fragment that browsers
 * scroll to, when one of at most 512 characters leads to this span and no other in the report; else the address
 * alone; undefined when there is no http or https address of at most 512 characters. Pure ASCII.
 */
export function sourceLink(report: Report, span: Span): string | undefined {
  const address = findAddress(report.url);
  if (address === undefined || address.length > LINK_LIMIT) return undefined;
  const page = address.split(DIRECTIVE, 1)[0] ?? address;
  const base = `${page}${page.includes('#') ? '' : '#'}${DIRECTIVE}text=`;
  const directive = findTextDirective(report, span, LINK_LIMIT - base.length);
  return directive === undefined ? address : base + directive;
}

/** As written when it is ASCII; else as browsers send it. */
function findAddress(url: string | undefined): string | undefined {
  if (url === undefined || !/^https?:\/\//iu.test(url) || !URL.canParse(url)) return undefined;
  return /^[!-~]+$/u.test(url) ? url : new URL(url).href;
}
