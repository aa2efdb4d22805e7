import { countParagraphs } from '../../corpus/report.ts';
import { wordingFor } from '../../i18n/wording.ts';
import type { ChangeOutcome, Collection } from '../../library/collection.ts';
import { ChangeError } from '../../library/change-reports.ts';
import type { LoadedReport } from '../../library/corpus-loader.ts';
import { escapeMarkdown, truncate } from '../../render/quote/escape.ts';
import { withProcesses } from '../../render/render-processes.ts';
import { renderFaults } from '../../render/render-reload.ts';
import { privateNote, type Reply } from '../../render/reply.ts';
import type { Owner } from '../../store/store.ts';
import { type Caller, findRefusal } from '../access.ts';
import type { BotContext } from '../command.ts';
import { settingsOf } from '../server-settings.ts';

/** Whose reports a command or a button is about. */
export type Whose = 'own' | 'shared';

/** A folder of reports that the caller may change. */
export interface Keeping {
  readonly whose: Whose;
  /** Undefined: the shared ones. */
  readonly server: Owner;
  readonly collection: Collection;
}

/** A report of the folder; undefined when it has none of that id. */
export const findKept = ({ collection }: Keeping, id: string): LoadedReport | undefined =>
  collection.reports.find(({ report }) => report.id === id);

/** What the caller may change, or why not: the manager of a server its own reports, an admin those that all share. */
export async function collectionAt(
  whose: Whose,
  caller: Caller,
  { collections, access }: Pick<BotContext, 'collections' | 'access'>,
): Promise<Keeping | Reply> {
  const role = whose === 'own' ? 'manager' : 'admin';
  const refused = await findRefusal(role, caller, access, () => Promise.resolve(true));
  if (refused) return privateNote(wordingFor(caller.locale).notes[refused]);
  const server = whose === 'own' ? caller.server?.id : undefined;
  return { whose, server, collection: await collections.collectionOf(server) };
}

/** A reason may list the faults of a whole report. In characters, before escaping, which at most doubles them. */
const REASON_LIMIT = 1500;

/** What `work` replies, or why the reports stay as they are. */
export const noteOnChangeError = (say: (why: string) => string, work: () => Promise<Reply>): Promise<Reply> =>
  orChangeError(say, work, (refusal) => refusal);

/** The same for what is no reply; `wrap` makes it of one. */
export async function orChangeError<Done>(
  say: (why: string) => string,
  work: () => Promise<Done>,
  wrap: (refusal: Reply) => Done,
): Promise<Done> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof ChangeError)) throw error;
    return wrap(privateNote(say(escapeMarkdown(truncate(error.message, REASON_LIMIT)))));
  }
}

/** The reply to a change of the shared reports, with how many processes serve them by now, where there are several. */
export async function withFollowers(
  reply: Reply,
  locale: string,
  { collections, processes }: Pick<BotContext, 'collections' | 'processes'>,
): Promise<Reply> {
  const { version } = collections.shared;
  return withProcesses(reply, await processes.followed(version), version, locale);
}

/** Says what a change did: `done`, with what is asked there now. */
export async function renderOutcome(
  outcome: ChangeOutcome,
  done: string,
  { whose }: Pick<Keeping, 'whose'>,
  { server, locale }: Caller,
  context: Pick<BotContext, 'collections' | 'processes' | 'store'>,
): Promise<Reply> {
  const say = wordingFor(locale).reports;
  switch (outcome.kind) {
    case 'busy':
      return privateNote(say.busy);
    case 'nothing':
      return privateNote(say.nothingToUndo);
    case 'failed':
      return { ...renderFaults(say.failed, outcome.faults, locale), private: true };
    case 'reloaded': {
      const { reports: seen } = await settingsOf(context.store, server);
      const { library } = await context.collections.seenIn(server?.id, seen);
      const paragraphs = countParagraphs(library.reports);
      const { version } = library;
      const note = privateNote(`${done} ${say.serves(library.reports.length, paragraphs, version)}`);
      return whose === 'shared' ? withFollowers(note, locale, context) : note;
    }
  }
}
