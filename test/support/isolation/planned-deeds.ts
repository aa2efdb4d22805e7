import fc from 'fast-check';
import { commands } from '../../../commands/index.ts';
import type { Caller } from '../../../src/discord/access.ts';
import { REPORTS_SEEN } from '../../../src/library/collections.ts';
import type { Settings } from '../../../src/store/store.ts';
import { BOT_ADMIN, type Deed, openBotWithoutDiscord, type Outcome } from './bot-without-discord.ts';
import { commandNamed, subcommandsOf } from './command-input.ts';
import type { Control } from './controls.ts';
import type { SecretCollections } from './secret-collections.ts';
import { toldIn } from './secret-word.ts';

const SERVERS = ['100000000000000001', '100000000000000002', '100000000000000003'] as const;
/** Of these the first one is what nobody elsewhere may notice; the last has no reports of its own at first. */
export const [HIDDEN, OTHER] = SERVERS;

/** What somebody will do, before it is known which reports, words and buttons there are. */
export const plan = fc.record({
  server: fc.constantFrom(HIDDEN, HIDDEN, OTHER, OTHER, SERVERS[2], undefined),
  person: fc.constantFrom('200000000000000001', '200000000000000002', BOT_ADMIN),
  mayManage: fc.boolean(),
  kind: fc.constantFrom(
    ...(['command', 'command', 'ask', 'ask', 'vote', 'vote', 'press', 'press near'] as const),
    ...(['completion', 'mention', 'settings', 'gaps', 'change', 'reports'] as const),
  ),
  which: fc.nat(),
  saying: fc.nat(),
  report: fc.option(fc.nat(), { nil: undefined }),
  paragraph: fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
  reports: fc.option(fc.constantFrom(...REPORTS_SEEN), { nil: undefined }),
  /** Whether reports that all share are meant. */
  shared: fc.boolean(),
});
type Plan = typeof plan extends fc.Arbitrary<infer Each> ? Each : never;

export interface Step extends Outcome {
  readonly caller: Caller;
  readonly deed: Deed;
  /** Of the hidden server, before it. */
  readonly settings: Settings | undefined;
}

const pick = <Each>(list: readonly Each[], at: number): Each => {
  const found = list[at % list.length];
  if (found === undefined) throw new Error('there is nothing to pick');
  return found;
};

const QUESTIONS = [
  'Where did the ferry sink?',
  'Who closed the mill?',
  'What did the keeper say about the school?',
  'What broke the dam?',
  'When did the school burn down?',
  'Which zebra won?',
  'Who sailed, and what was sold?',
  'school mayor ferry mill dam',
];

export const secretsOf = ({ secrets }: SecretCollections): ReadonlySet<string> =>
  secrets.get(HIDDEN) ?? new Set();

/** Everything that the reports say and are called, the secrets alone and misspelt, and what anybody would ask. */
function sayingsOf({ files, secrets }: SecretCollections): readonly string[] {
  const lines = Object.values(files).flatMap((text) => text.split('\n').filter((line) => line.length > 3));
  const words = [...secrets.values()].flatMap((each) => [...each]);
  return [...QUESTIONS, ...lines, ...words, ...words.map((word) => `Who is ${word.slice(0, -1)}?`)];
}

const idsOf = ({ files }: SecretCollections) => [
  '*',
  ...Object.keys(files).map((path) => path.replaceAll(/^.*\/|\.md$/gu, '')),
];

export interface Circumstances {
  readonly world: SecretCollections;
  /** In bytes, for the reports of servers: enough for all, or for one at a time. */
  readonly memory: number;
  /** Whether people elsewhere say what only the hidden reports say. */
  readonly isKnown: boolean;
}

/** Does what was planned, and tells what came of it. */
export async function doAll({ world, memory, isKnown }: Circumstances, plans: readonly Plan[]) {
  const bot = await openBotWithoutDiscord(world.files, memory);
  const all = { sayings: sayingsOf(world), ids: idsOf(world) };
  const isInnocent = (text: string) => toldIn(text, secretsOf(world)).length === 0;
  const innocent = { sayings: all.sayings.filter(isInnocent), ids: all.ids.filter(isInnocent) };
  const controls: (Control & { readonly at: string | undefined; readonly on: Outcome['components'] })[] = [];
  const steps: Step[] = [];

  function deedOf({ kind, server, which, saying, ...planned }: Plan): Deed {
    const { sayings, ids } = isKnown || server === HIDDEN ? all : innocent;
    const said = pick(sayings, saying);
    const report = planned.report === undefined ? undefined : pick(ids, planned.report);
    const { paragraph, reports, shared } = planned;
    const texts = {
      question: said,
      words: said.slice(0, 100),
      quote: said,
      message: said,
      typed: said.slice(0, 5),
    };
    const given = { ...texts, report, paragraph, ...(which % 2 === 0 && { typed: '' }) };
    const known = controls.filter(
      ({ id, at }) =>
        (kind !== 'press near' || at === server) && (kind !== 'vote' || /^(?:helped|wrong):/u.test(id)),
    );
    switch (kind) {
      case 'mention':
        return { kind, question: said };
      case 'settings':
        return { kind: 'command', name: kind, given: { report, reports } };
      case 'reports':
      case 'command':
      case 'completion': {
        const command = kind === 'reports' ? commandNamed(kind) : pick(commands, which);
        const subcommands = subcommandsOf(command);
        const subcommand = subcommands[saying % subcommands.length];
        return {
          kind: kind === 'completion' ? kind : 'command',
          name: command.data.name,
          given: { ...given, report: report ?? '*', subcommand, shared },
        };
      }
      case 'change':
        return {
          kind,
          report: pick(ids.slice(1), which),
          text: which % 3 === 0 ? undefined : `---\ntitle: A new report\n---\n\n${said}\n`,
        };
      case 'gaps':
        return { kind: 'command', name: kind, given: {} };
      case 'vote':
      case 'press':
      case 'press near': {
        if (known.length === 0) break;
        // Elsewhere no such message can be, but whoever forges one knows all of it.
        const { id, values, on } = pick(known, which);
        return { kind: 'press', id, values: values.length === 0 ? [] : [pick(values, saying)], on };
      }
      case 'ask':
    }
    return { kind: 'command', name: 'ask', given };
  }

  for (const each of plans) {
    const { server, person, mayManage } = each;
    const caller: Caller = {
      person: { id: person, roleIds: [] },
      locale: 'en-US',
      server: server === undefined ? undefined : { id: server, channelIds: ['3'], mayManage },
    };
    const deed = deedOf(each);
    const settings = await bot.settings(HIDDEN);
    const outcome = await bot.act(caller, deed);
    steps.push({ ...outcome, caller, deed, settings });
    for (const control of outcome.controls) controls.push({ ...control, at: server, on: outcome.components });
  }
  await bot.close();
  return { steps, lines: bot.lines };
}

/** What admins of the bot do is done to what all share, wherever they are. */
function isForAll({ deed }: Step): boolean {
  if (deed.kind === 'press') return deed.id.includes(':shared.');
  if (deed.kind !== 'command') return false;
  const command = commands.find(({ data }) => data.name === deed.name);
  const { subcommand, shared } = deed.given;
  return command?.requiredRole === 'admin' || (subcommand !== undefined && shared === true);
}

export const isHidden = (step: Step): boolean =>
  step.caller.server?.id === HIDDEN &&
  !isForAll(step) &&
  (step.owner !== undefined || step.deed.kind === 'change');

/** Does again what was done elsewhere, or over the shared reports alone, where the hidden server has none of its own. */
export async function doWithout(
  { world, memory }: Circumstances,
  steps: readonly Step[],
): Promise<readonly Step[]> {
  const others = Object.entries(world.files).filter(([path]) => !path.includes(HIDDEN));
  const bot = await openBotWithoutDiscord(Object.fromEntries(others), memory);
  const again: Step[] = [];
  for (const step of steps) {
    if (step.caller.server?.id === HIDDEN && step.settings) await bot.saveSettings(HIDDEN, step.settings);
    again.push({ ...step, ...(await bot.act(step.caller, step.deed)) });
  }
  await bot.close();
  return again;
}
