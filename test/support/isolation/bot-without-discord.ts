import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { commands } from '../../../commands/index.ts';
import { type Caller, createAccess, findRefusal, type Limits } from '../../../src/discord/access.ts';
import { askReports } from '../../../src/discord/ask-reports.ts';
import type { BotContext, RequestContext } from '../../../src/discord/command.ts';
import { componentHandlers } from '../../../src/discord/components/index.ts';
import { noteOnChangeError } from '../../../src/discord/reports/collection-at.ts';
import { createConversations } from '../../../src/discord/conversations.ts';
import { createReportLimiter } from '../../../src/discord/reports/report-limits.ts';
import { createRequestRunner } from '../../../src/discord/request-runner.ts';
import { settingsOf, withLibrary } from '../../../src/discord/server-settings.ts';
import { ImportError } from '../../../src/import/raw-article.ts';
import { openCollections } from '../../../src/library/collections.ts';
import { createFolderContent } from '../../../src/library/folder/folder-content.ts';
import { createLog } from '../../../src/log.ts';
import { createMetrics } from '../../../src/metrics/metrics.ts';
import { parseCustomId } from '../../../src/render/buttons.ts';
import { renderReload } from '../../../src/render/render-reload.ts';
import type { Form, Reply } from '../../../src/render/reply.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { noProcesses } from '../../../src/store/processes.ts';
import type { Owner, Settings } from '../../../src/store/store.ts';
import { commandNamed, completedBy, type Given, inputOf } from './command-input.ts';
import { type Control, controlsIn } from './controls.ts';
import { createTempFolder } from '../temp-folder.ts';

export const BOT_ADMIN = '200000000000000009';

/** What somebody does, in every detail: done again elsewhere it is the same. */
export type Deed =
  | { readonly kind: 'command' | 'completion'; readonly name: string; readonly given: Given }
  | { readonly kind: 'mention'; readonly question: string }
  | {
      readonly kind: 'press';
      readonly id: string;
      readonly values: readonly string[];
      readonly on: Components;
    }
  /** Of the reports that the server owns, or in direct messages those that all share. */
  | { readonly kind: 'change'; readonly report: string; readonly text: string | undefined };

type Components = readonly APIMessageTopLevelComponent[];

/** What came of it. */
export interface Outcome {
  /** Whose reports were asked. */
  readonly owner: Owner;
  /** Everything that was sent, as JSON. */
  readonly said: string;
  readonly components: Components;
  /** What can be pressed or sent: forms too. */
  readonly controls: readonly Control[];
}

/** The bot without Discord: real commands, buttons, collections and store, over these files. */
export async function openBotWithoutDiscord(files: Readonly<Record<string, string>>, serverMemory: number) {
  const folder = await createTempFolder(files);
  const lines: string[] = [];
  const log = createLog('info', { write: (line) => void lines.push(line) });
  let now = 0;
  // Each event has a time of its own: nothing depends on how fast the computer is.
  const clock = { now: () => ++now, after: () => () => undefined };
  const store = await openStore({ kind: 'memory', retentionDays: 30 }, { clock, log });
  const collections = await openCollections(createFolderContent(folder), { log, serverMemory });
  const access = createAccess({ adminUserIds: [BOT_ADMIN], adminRoleIds: [] }, () => Promise.resolve([]));
  const context: BotContext = {
    commands,
    collections,
    access,
    store,
    metrics: createMetrics(() => new Date(0)),
    reader: { state: 'off' },
    importer: { draft: () => Promise.reject(new ImportError('nothing is imported here')) },
    reportLimiter: createReportLimiter({ reports: 0, megabytes: 0, importsPerHour: 0 }),
    post: () => Promise.resolve('sent'),
    conversations: createConversations(() => 1),
    reload: () => collections.reload(),
    processes: noProcesses,
    shards: () => ({ first: 0, last: 0, count: 1, servers: 3 }),
  };
  const kept: Promise<void>[] = [];
  const runner = createRequestRunner({
    context,
    answered: [
      ({ question, owner, answer }) => {
        if (answer !== undefined && answer !== 'quoted') kept.push(store.keepUnanswered(question, owner));
      },
    ],
  });

  const refusalOf = ({ requiredRole }: Limits, caller: Caller, request: RequestContext) =>
    findRefusal(
      requiredRole,
      caller,
      access,
      async () => (await withLibrary(request, caller.server)).owner !== undefined,
    );

  async function perform(caller: Caller, deed: Deed, request: RequestContext): Promise<Shown> {
    const { server } = caller;
    const isPublic = (await settingsOf(store, server)).publicChannels === 'all';
    const audience = server ? (isPublic ? 'public' : 'private') : 'direct';
    const seen = await withLibrary(request, server);
    const told = (reply: Reply): Shown => {
      context.conversations.remember({ ...caller, audience }, reply.answered);
      return shown(reply);
    };
    switch (deed.kind) {
      case 'mention':
        return told(await askReports(deed.question, { ...caller, audience }, seen));
      case 'command': {
        const command = commandNamed(deed.name);
        const refused = await refusalOf(command, caller, request);
        if (refused) return { all: { refused }, components: [] };
        return told(await command.run({ ...caller, ...inputOf(deed.given), audience }, seen));
      }
      case 'completion': {
        const input = { ...caller, ...inputOf(deed.given) };
        const typed = String(deed.given['typed'] ?? '');
        const complete = async (option: string) =>
          commandNamed(deed.name).complete?.(option, typed, seen, input);
        const choices = await Promise.all(completedBy(commandNamed(deed.name)).map(complete));
        return { all: choices, components: [] };
      }
      case 'press': {
        const { name, argument } = parseCustomId(deed.id);
        const handler = Object.entries(componentHandlers).find(([each]) => each === name)?.[1];
        if (!handler) throw new Error(`there is no handler for "${deed.id}"`);
        const refused = await refusalOf(handler, caller, request);
        if (refused) return { all: { refused }, components: [] };
        const message = { components: deed.on, askedBy: () => Promise.resolve(caller.person.id) };
        const { values } = deed;
        const field = (key: string) => (key === 'title' ? 'Another title' : '');
        const input = { argument: values[0] ?? argument, values, field, message };
        const action = await handler.handle({ ...caller, ...input, audience }, seen);
        if (action.kind === 'form') return { all: action, components: [], form: action.form };
        return action.kind === 'remove'
          ? { all: action, components: [] }
          : { ...told(action.reply), all: { ...action, reply: sentOf(action.reply) } };
      }
      case 'change': {
        const collection = await collections.collectionOf(server?.id);
        const { report: id, text } = deed;
        const change = () => collection.change([{ id, text }], caller.person.id);
        const say = async () => renderReload(await change(), { ...seen, locale: caller.locale });
        return shown(await noteOnChangeError((why) => why, say));
      }
    }
  }

  return {
    lines,
    settings: (server: string) => store.settings(server),
    saveSettings: (server: string, settings: Settings) => store.saveSettings(server, settings),
    close: () => store.close(),
    async act(caller: Caller, deed: Deed): Promise<Outcome> {
      let outcome: Outcome | undefined;
      const failures: unknown[] = [];
      await runner.run({
        id: '1',
        kind: deed.kind,
        createdAt: 0,
        tooLateAfter: Infinity,
        dropped: () => failures.push(new Error('there was no time')),
        async answer(request) {
          const { owner } = await withLibrary(request, caller.server);
          const { all, components, form } = await perform(caller, deed, request);
          const forms = form ? [{ id: form.custom_id, values: [] }] : [];
          const controls = [...controlsIn(components), ...forms];
          outcome = { owner, said: withoutChance(JSON.stringify(all), folder), components, controls };
        },
        async handleError(error) {
          failures.push(error);
          return false;
        },
      });
      await Promise.all(kept.splice(0));
      if (!outcome) throw failures[0];
      return outcome;
    },
  };
}

interface Shown {
  readonly all: unknown;
  /** Those in which buttons can be. */
  readonly components: Components;
  readonly form?: Form | undefined;
}

/** What is remembered is not sent. */
const sentOf = ({ answered: _, ...sent }: Reply) => sent;

const shown = (reply: Reply): Shown => ({
  all: sentOf(reply),
  components: reply.components,
  form: reply.form,
});

/** Without what is different whenever it is done. */
const withoutChance = (said: string, folder: string): string =>
  said
    .replaceAll(folder, '')
    .replaceAll(/\*\* in [\d.,]+ s:/gu, '')
    .replaceAll(/Memory: [\d.,]+ MB/gu, '')
    // Times, and the names of changes, which are times.
    .replaceAll(/<t:\d+|\b\d{15}\b/gu, '');
