import { openCollections } from '../../../src/library/collections.ts';
import { openDatabaseContent } from '../../../src/library/database/database-content.ts';
import { createLog } from '../../../src/log.ts';
import { openPostgres } from '../../../src/postgres/postgres.ts';
import { openSearch } from '../../../src/search/opensearch/open-search.ts';
import { systemClock } from '../../../src/text/clock.ts';

// Serves the reports of a database and asks them without a pause. Each report says, in each of its paragraphs, the number
// of the generation that it was published in. Prints each number when it is first answered, and what was wrong; until it is
// sent SIGTERM, and then how often it asked.

const { DATABASE: url = '', SEARCH: searchUrl = '', REPORTS: reports = '' } = process.env;
const world = { clock: systemClock, log: createLog('error') };
const postgres = await openPostgres(url, world);
const search = await openSearch({ urls: [searchUrl], from: 1, owner: 'test' }, world);
const content = await openDatabaseContent(postgres, world);
const collections = await openCollections(content, { search });
const unfollow = content.follow(() => collections.reload());

const stopping = new AbortController();
process.once('SIGTERM', () => stopping.abort());
let [asked, seen] = [0, ''];
while (!stopping.signal.aborted) {
  const library = collections.shared;
  const { hits } = await library.search('harbour', { from: 0, limit: 50 });
  const answer = await library.answer('Which number has the harbour?');
  const passages = answer.kind === 'none' ? [] : answer.passages;
  const texts = [...hits, ...passages].map(({ report, paragraph: { span } }) =>
    report.body.slice(span.start, span.end),
  );
  const numbers = [...new Set(texts.map((text) => /number (\d+)/u.exec(text)?.[1] ?? text))];
  const isWhole =
    numbers.length === 1 && new Set(hits.map(({ report }) => report.id)).size === Number(reports);
  if (!isWhole) process.stdout.write(`wrong: ${numbers.join(' and ')} in ${hits.length} paragraphs\n`);
  const [number = ''] = numbers;
  if (number !== seen) process.stdout.write(`serves ${number}.\n`);
  seen = number;
  asked += 1;
}
unfollow();
await search.close();
await postgres.close();
process.stdout.write(`asked ${asked} times\n`);
