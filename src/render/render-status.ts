import { countParagraphs } from '../corpus/report.ts';
import project from '../../package.json' with { type: 'json' };
import { wordingFor } from '../i18n/wording.ts';
import type { MetricsSnapshot } from '../metrics/metrics.ts';
import type { ReaderState } from '../reader/reader.ts';
import type { ProcessList } from '../store/processes.ts';
import { renderProcesses, renderShards, type ShardRange } from './render-processes.ts';
import { container, type PageContext, type Reply } from './reply.ts';

/** Which part of Discord's servers this process serves. */
export interface ShardState extends ShardRange {
  readonly servers: number;
}

const MEGABYTE = 1_000_000;

/** How the bot is doing. `memory`: resident, in bytes. */
export function renderStatus(
  { since, questions, p50, p99 }: MetricsSnapshot,
  {
    library,
    locale,
    shards,
    memory,
    reader,
    processes,
    sharedVersion,
  }: PageContext & {
    readonly shards: ShardState;
    readonly memory: number;
    readonly reader: ReaderState;
    readonly processes: ProcessList;
    /** Of the shared reports. */
    readonly sharedVersion: string;
  },
): Reply {
  const { status: say } = wordingFor(locale);
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const paragraphs = countParagraphs(library.reports);
  const seconds = Math.floor(since.getTime() / 1000);
  const text = [
    // A client shows these in its reader's time zone, and counts on.
    `${say.running(`<t:${seconds}:F>`)} (<t:${seconds}:R>)`,
    say.versions(project.version, process.versions.node, library.version),
    say.content(library.reports.length, paragraphs),
    say.questions(questions.quoted, questions.related, questions.none),
    p50 === undefined || p99 === undefined
      ? say.noLatency
      : say.latency(number.format(p50), number.format(p99)),
    say.reader[reader],
    say.memory(number.format(memory / MEGABYTE)),
    shards.count === 1 ? say.shard(1, 1, shards.servers) : say.shards(renderShards(shards), shards.servers),
  ].join('\n');
  return { components: [container([text, ...renderProcesses(processes, sharedVersion, locale)])] };
}
