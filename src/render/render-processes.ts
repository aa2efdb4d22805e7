import { wordingFor } from '../i18n/wording.ts';
import type { ProcessList, ProcessState } from '../store/processes.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { type Reply, textDisplay } from './reply.ts';

/** Neighbouring shards, numbered from 0, of `count` in all. */
export interface ShardRange {
  readonly first: number;
  readonly last: number;
  readonly count: number;
}

/** As SHARDS takes it: `0-3/16`, or `3/16`. */
export const renderShards = ({ first, last, count }: ShardRange): string =>
  first === last ? `${first}/${count}` : `${first}-${last}/${count}`;

/** Processes named one by one: as many as fit into one message with all else that `/status` says. */
const MOST_SHOWN = 12;
/** In characters of a host's name, which doubles when it is escaped. */
const HOST_LIMIT = 40;
/** In characters, for the shards that no process runs. */
const UNSERVED_LIMIT = 200;

/** The bot's processes, those first that do not serve this `version` of the shared reports. Nothing where they do not know of each other. */
export function renderProcesses(list: ProcessList, version: string, locale: string): readonly string[] {
  const { processes: say } = wordingFor(locale);
  if (list.kind === 'alone') return [];
  if (list.kind === 'unknown') return [say.unknown];
  const { processes } = list;
  const others = processes.filter((process) => process.version !== version);
  const serving = processes.filter((process) => process.version === version);
  const left = processes.length - MOST_SHOWN;
  const unserved = unservedShards(processes).map(renderShards).join(', ');
  const lines = [
    say.serving(serving.length, processes.length),
    ...(unserved === '' ? [] : [say.unserved(truncate(unserved, UNSERVED_LIMIT))]),
    ...[...others, ...serving].slice(0, MOST_SHOWN).map((process) => lineOf(process, version, locale)),
    ...(left > 0 ? [say.more(left)] : []),
  ];
  return [lines.join('\n')];
}

/** The reply to a change of the shared reports, with how many of several processes serve them as this one does. */
export function withProcesses(reply: Reply, list: ProcessList, version: string, locale: string): Reply {
  if (list.kind !== 'known' || list.processes.length < 2) return reply;
  const { processes: say } = wordingFor(locale);
  const serving = list.processes.filter((process) => process.version === version);
  const line = `-# ${say.serving(serving.length, list.processes.length)}`;
  return { ...reply, components: [...reply.components, textDisplay(line)] };
}

function lineOf(process: ProcessState, version: string, locale: string): string {
  const { processes: say } = wordingFor(locale);
  const host = escapeMarkdown(truncate(process.host, HOST_LIMIT));
  return `- ${[
    say.shards(renderShards(process)),
    process.isSelf ? say.self(host) : host,
    process.version === version ? say.same : say.other(process.version),
    say.started(ago(process.started)),
    say.seen(ago(process.seen)),
  ].join(' · ')}`;
}

/** Those of the shards, as many as this process counts, that no process runs. */
function unservedShards(processes: readonly ProcessState[]): readonly ShardRange[] {
  const count = processes.find(({ isSelf }) => isSelf)?.count ?? 0;
  const unserved: ShardRange[] = [];
  let next = 0;
  const alike = processes.filter((process) => process.count === count);
  for (const { first, last } of alike.toSorted((one, other) => one.first - other.first)) {
    if (next < first) unserved.push({ first: next, last: first - 1, count });
    next = Math.max(next, last + 1);
  }
  return next < count ? [...unserved, { first: next, last: count - 1, count }] : unserved;
}

/** In the client's words, such as "12 seconds ago", and it counts on. */
const ago = (milliseconds: number): string => `<t:${Math.floor(milliseconds / 1000)}:R>`;
