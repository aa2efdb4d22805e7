import type { Report } from '../corpus/report.ts';
import { findReport, type Library } from '../library/library.ts';
import { StoreError } from '../store-error.ts';
import type { Settings, Store } from '../store/store.ts';
import type { ServerContext } from './access.ts';
import type { CommandContext, RequestContext } from './command.ts';

/** How the bot answers where nothing else is set, and in direct messages. */
const DEFAULT_SETTINGS: Settings = { publicChannels: 'all', mentions: true, reports: 'both' };

/** The settings of a server. */
export const settingsOf = async (
  store: Store,
  server: Pick<ServerContext, 'id'> | undefined,
): Promise<Settings> => (server && (await store.settings(server.id))) ?? DEFAULT_SETTINGS;

/** The same where a person is to see them, or to change a part. @throws {StoreError} when they cannot be read */
export async function knownSettingsOf(store: Store, server: Pick<ServerContext, 'id'>): Promise<Settings> {
  const settings = await settingsOf(store, server);
  if (settings.areGuessed)
    throw new StoreError('Cannot read settings: the store is out of reach', { unread: 'records' });
  return settings;
}

/** What a request works with, once it is known where it was made. May read reports from the disk. */
export const withLibrary = async (
  context: RequestContext,
  server: ServerContext | undefined,
): Promise<CommandContext> => {
  const { reports } = await settingsOf(context.store, server);
  return { ...context, ...(await context.collections.seenIn(server?.id, reports)) };
};

/** Whether answers are public where something was asked; a thread is as its channel. */
export const isPublicIn = ({ publicChannels }: Settings, { channelIds }: ServerContext): boolean =>
  publicChannels === 'all' || channelIds.some((id) => publicChannels.includes(id));

/** The report that questions go to; undefined when there is none, or no longer. */
export const defaultReportOf = ({ defaultReport }: Settings, library: Library): Report | undefined =>
  defaultReport === undefined ? undefined : findReport(library, defaultReport);

/** Saves what a server changes of its settings, and gives the whole. What is undefined goes back to the default. @throws {StoreError} */
export async function changeSettings(
  store: Store,
  server: Pick<ServerContext, 'id'>,
  change: Partial<Settings>,
): Promise<Settings> {
  const changed = { ...(await knownSettingsOf(store, server)), ...change };
  await store.saveSettings(server.id, changed);
  return changed;
}
