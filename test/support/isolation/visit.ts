import type { APIMessage } from 'discord-api-types/v10';
import { messageText } from '../message-text.ts';
import { controlsIn } from './controls.ts';
import { replyTo } from '../use-running-bot.ts';
import { fileOf, type Place, settled, type World } from './servers-with-reports.ts';

const isId = (text: string): boolean => /^[a-z]+$/u.test(text);
/** Buttons that turn pages. */
const PAGES = /^(?:read|search|sources|gaps):/u;

const COMPLETED = [
  ['ask', 'question'],
  ['ask', 'report'],
  ['search', 'report'],
  ['read', 'report'],
  ['settings', 'report'],
  ['reports show', 'report'],
  ['reports rollback', 'change'],
] as const;

/** What somebody sees who does all that can be done with the bot: each time the command, and what it showed. */
export async function visit(
  world: World,
  place: Place,
  texts: readonly string[],
): Promise<readonly (readonly [what: string, shown: string])[]> {
  const who = world[place].olive;
  const offered = who.commands().map(({ name }) => name);
  const isOffered = (name: string) => offered.some((each) => name === each || name.startsWith(`${each} `));
  const seen: (readonly [string, string])[] = [];
  const note = (what: string, shown: unknown) => void seen.push([what, withoutChance(JSON.stringify(shown))]);
  const run = async (name: string, options = {}) => {
    if (!isOffered(name)) return;
    const turned = new Set<string>();
    const started = who.command(name, options);
    const state = await started.acknowledged();
    if (state.kind === 'modal') return note(name, state.modal);
    let page: APIMessage | undefined = await started.response();
    while (page !== undefined) {
      note(name, name === 'reports add' ? draftIn(page) : page.components);
      const shown: APIMessage = page;
      const next = controlsIn(shown.components ?? []).find(({ id }) => PAGES.test(id) && !turned.has(id));
      page = next && (await who.click(shown, next.id).response());
      if (next) turned.add(next.id);
    }
  };
  const ask = async (what: string, asked: () => Promise<APIMessage>) =>
    note(what, (await settled(world, asked)).components);
  for (const text of texts) {
    for (const report of ['*', 'ferry'])
      await ask('ask', () => who.command('ask', { question: text, report }).response());
    const said = who.say(text);
    // Whatever is said in private is a question.
    await ask('ask', () => replyTo(who, place === 'direct' ? said : who.mention(text)));
    const [asks, checks] = ['Ask the reports', 'Check against the reports'] as const;
    await ask(asks, () => who.messageCommand(asks, said).response());
    note(checks, (await who.messageCommand(checks, said).response()).components);
    await run('ask', { question: text, report: text });
    await run('search', { words: text });
    await run('search', { words: text, report: 'ferry' });
    await run('verify', { quote: text });
    await run('read', { report: text });
    for (const name of isId(text) ? ['show', 'remove', 'edit'] : [])
      for (const shared of [false, true]) await run(`reports ${name}`, { report: text, shared });
    for (const [name, focused] of COMPLETED)
      for (const typed of isOffered(name) ? ['', text.slice(0, 5)] : [])
        note(name, await who.autocomplete(name, { [focused]: typed }, focused));
  }
  await run('read', { report: 'ferry' });
  await run('ask', { question: 'What are the reports about?' });
  for (const name of ['list', 'history', 'rollback']) await run(`reports ${name}`);
  // What is known of its paragraphs is said of a draft.
  const draft = `---\ntitle: The ferry inquiry\n---\n\n${texts.join('\n\n')}\n`;
  await run('reports add', { file: fileOf(draft) });
  for (const name of ['sources', 'help', 'about', 'settings', 'status', 'gaps', 'reload', 'rollback'])
    await run(name);
  return seen;
}

/** Without the questions to suggest, of which as many are found as there is time for. */
const draftIn = (preview: APIMessage): string => messageText(preview).replaceAll(/^.*to suggest.*$/gmu, '');

/** Without what is different whenever it is done, and without what `/status` counts of all servers together. */
const withoutChance = (shown: string): string =>
  shown
    .replaceAll(/127\.0\.0\.1:\d+/gu, 'host')
    .replaceAll(/\d{17,20}/gu, 'id')
    .replaceAll(/(?<=(?:own|shared)\.)[0-9a-f]{16}/gu, 'draft')
    .replaceAll(/<t:\d+|\b\d{15}\b/gu, 'time')
    .replaceAll(/ in [\d.,]+ s:/gu, '')
    .replaceAll(/(?:Questions since the start|Time to an answer|Memory): [^\\]*/gu, '');
