import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  type APIMessage,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
  Routes,
} from 'discord-api-types/v10';
import { expect, onTestFinished } from 'vitest';
import { startLocalDiscord, type UserClient } from 'local-discord';
import { z } from 'zod';
import { createRest } from '../../../src/discord/publish-commands.ts';
import { readArticle } from '../../../src/import/read-article.ts';
import { type Control, controlsIn } from './controls.ts';
import { observe } from './observed-discord.ts';
import { INNOCENT, type OwnReports, ownReports, SHARED_FERRY } from './own-reports.ts';
import { startBotOn } from '../running-bot.ts';
import { createTempFolder } from '../temp-folder.ts';

/** Three servers, and direct messages: `hidden` and `other` have reports of their own. */
export type Place = 'hidden' | 'other' | 'none' | 'direct';

export type World = Awaited<ReturnType<typeof startWorld>>;

/** A bot on a Discord of its own; both end with the test. Without `hidden` that server has no reports of its own. */
export async function startWorld(hidden: boolean) {
  const discord = await startLocalDiscord({ guilds: 3 });
  const [first, second, third] = discord.guilds;
  if (!first || !second || !third) throw new Error('there are three guilds');
  const guilds = { hidden: first, other: second, none: third };
  const folder = await createTempFolder({ 'ferry.md': SHARED_FERRY });
  for (const name of hidden ? (['hidden', 'other'] as const) : (['other'] as const)) {
    for (const [file, text] of Object.entries(ownReports(name).files)) {
      const path = join(folder, 'servers', guilds[name].id, file);
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text);
    }
  }
  // Not in a process of its own: many drafts are made.
  const bot = await startBotOn(discord, folder, { readSource: readArticle });
  onTestFinished(async () => {
    await bot.stop();
    await discord.stop();
    expect(discord.violations).toEqual([]);
    expect(bot.events).not.toContain('interaction failed');
  });
  const { owner, admin, member } = discord.people;
  const clientsIn = (context: Parameters<typeof discord.as>[1]) => ({
    /** Owns the servers and the bot. */
    olive: discord.as(owner, context),
    /** Manages the servers. */
    adam: discord.as(admin, context),
    mira: discord.as(member, context),
  });
  const clients = {
    hidden: clientsIn({ channel: first.channels[0] }),
    other: clientsIn({ channel: second.channels[0] }),
    none: clientsIn({ channel: third.channels[0] }),
    direct: clientsIn({ directMessage: true }),
  };
  const placeOf = (channelId: string): Place => {
    if (first.channels[0].id === channelId) return 'hidden';
    if (second.channels[0].id === channelId) return 'other';
    return third.channels[0].id === channelId ? 'none' : 'direct';
  };
  return { discord, bot, sent: observe(discord, placeOf), ...clients };
}

/** What `asked` gives, once the question is counted too, which it is after its answer was sent. */
export async function settled({ bot }: World, asked: () => Promise<APIMessage>): Promise<APIMessage> {
  const before = bot.events.length;
  const answer = await asked();
  // Not expect.poll(), which takes longer than most answers: this waits hundreds of times.
  while (!bot.events.includes('question', before)) await setTimeout(2);
  return answer;
}

/** People of a server use its reports, and vote and ask what they do not answer. Gives the list of gaps. */
export async function live(world: World, place: 'hidden' | 'other', own: OwnReports): Promise<APIMessage> {
  const { adam, mira } = world[place];
  const ask = (options: { readonly question: string; readonly private?: boolean }) =>
    settled(world, () => mira.command('ask', options).response());
  const press = async (who: UserClient, message: APIMessage, names: RegExp) => {
    for (const { id, values } of controlsIn(message.components ?? []).filter((each) => names.test(each.id)))
      await use(who, message, { id, values });
  };
  for (const options of [
    { report: own.id, reports: 'own' },
    { report: '*', reports: 'both' },
  ])
    await adam.command('settings', options).response();
  for (const question of INNOCENT.questions) {
    const answer = await ask({ question });
    await press(adam, answer, /^(?:passage|section|others|helped):/u);
    await press(mira, answer, /^wrong:/u);
    await press(mira, await ask({ question, private: true }), /^(?:wrong|share):/u);
  }
  await ask({ question: own.unanswered });
  for (const words of INNOCENT.words) await mira.command('search', { words }).response();
  await mira.command('verify', { quote: INNOCENT.quote }).response();
  await mira.command('sources').response();
  await press(mira, await mira.command('read', { report: own.id }).response(), /^read:/u);
  for (const question of ['', 'who', 'what', 'and others'])
    await mira.autocomplete('ask', { question }, 'question');
  await mira.autocomplete('ask', { report: '' }, 'report');
  await keep(adam, own);
  return adam.command('gaps').response();
}

/** A manager looks after the reports, leaves a draft, and changes nothing. */
async function keep(adam: UserClient, { id, draft }: OwnReports): Promise<void> {
  const preview = await adam.command('reports add', { file: fileOf(draft) }).response();
  for (const { id: control } of controlsIn(preview.components ?? []))
    if (control.startsWith('details:')) await adam.click(preview, control).modal();
  await adam.command('reports edit', { report: id }).modal();
  for (const name of ['show', 'remove']) await adam.command(`reports ${name}`, { report: id }).response();
  for (const name of ['list', 'history']) await adam.command(`reports ${name}`).response();
  await adam.autocomplete('reports show', { report: '' }, 'report');
}

export const fileOf = (text: string) => ({ name: 'report.md', bytes: new TextEncoder().encode(text) });

const use = (who: UserClient, message: Pick<APIMessage, 'id'>, { id, values: [value] }: Control) =>
  (value === undefined ? who.click(message, id) : who.choose(message, id, [value])).response();

/** Presses a button or a menu under a message of the bot's in which it never was. */
export async function forge(
  { discord, ...clients }: World,
  place: Place,
  person: 'mira' | 'olive',
  { id, values }: Control,
): Promise<void> {
  const who = clients[place][person];
  const options = values.map((value, at) => ({ value, label: `Option ${at}` }));
  const control =
    options.length > 0
      ? { type: ComponentType.StringSelect as const, custom_id: id, options }
      : {
          type: ComponentType.Button as const,
          style: ButtonStyle.Secondary as const,
          custom_id: id,
          label: 'Press',
        };
  const components: APIMessageTopLevelComponent[] = [
    { type: ComponentType.TextDisplay, content: `-# ${INNOCENT.questions[0]}` },
    { type: ComponentType.ActionRow, components: [control] },
  ];
  const body = { flags: MessageFlags.IsComponentsV2, components };
  const rest = createRest(discord.token, discord.apiUrl);
  const posted = z
    .object({ id: z.string() })
    .parse(await rest.post(Routes.channelMessages(who.context.channel.id), { body }));
  await use(who, posted, { id, values });
}
