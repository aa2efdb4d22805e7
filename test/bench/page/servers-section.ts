import { MEMORY_MB, PARAGRAPHS_IN_REPORT, REPORTS, type ServersFigures } from '../bot/servers.ts';
import { megabytes, renderNumber, renderSpread } from './figures.ts';
import { renderTable, type Section } from './section.ts';

/** Asked for at 1,000 servers; see the table. */
export function renderServers(figures: ServersFigures): Section {
  const { servers, bytesPerServer, first, evictions, peakBytes, preview, publish } = figures;
  const text = `${servers.toLocaleString('en-GB')} servers, each with ${REPORTS} reports of ${PARAGRAPHS_IN_REPORT} paragraphs (${renderNumber(bytesPerServer / 1000)} KB) of its own, and \`COLLECTION_MEMORY_MB=${MEMORY_MB}\`.
The bot runs in a process of its own with the reader; the Discord is the local one. Each server asks its first question, one
after the other. Then a PDF of ten pages is attached to \`/reports add\` in some of them, and the preview published.

${renderTable(
  ['', 'found', 'wanted'],
  [
    ['first question of a server to its answer, median (ms)', renderNumber(first.medianMs), ''],
    ['the same, p99 (ms)', renderNumber(first.p99Ms), ''],
    ['event loop held by first questions at most (ms)', renderNumber(first.holdMs), '< 50'],
    ['servers whose reports left the memory', String(evictions), ''],
    ['resident memory at most (MB)', renderNumber(megabytes(peakBytes)), '< 700'],
    ['ten pages of PDF to their preview (ms)', renderSpread(preview), '< 5,000'],
    ['publishing a report (ms)', renderSpread(publish), ''],
    ['event loop held by publishing at most (ms)', renderNumber(publish.holdMs), '< 50'],
  ],
)}`;
  return { title: 'Servers with reports of their own', text, charts: [] };
}
