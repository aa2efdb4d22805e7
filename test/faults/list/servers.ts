import { setTimeout as sleep } from 'node:timers/promises';
import { wordingFor } from '../../../src/i18n/wording.ts';
import { buttonId } from '../../support/find-control.ts';
import { messageText } from '../../support/message-text.ts';
import type { Fault } from '../fault.ts';
import type { Servers } from '../servers.ts';
import { insist, type World } from '../world.ts';

/** Milliseconds from the first generation that is published until the fault. */
const BEFORE = 1000;
/** Milliseconds within which the bot serves what was published last: it looks every 15 seconds at the latest. */
const FOLLOWS_WITHIN = 30_000;
const LOOK = 200;
const MOST_VOTES = 3;

const { notes, buttons } = wordingFor('en-US');

function want(text: string, wanted: string): void {
  if (!text.includes(wanted)) throw new Error(`the bot says: ${text}, wanted: ${wanted}`);
}

/** What the bot says of a vote on an answer of the generation that it serves by then. */
async function voteOnAnswer(member: World['member']): Promise<string> {
  for (let tries = 1; ; tries++) {
    const answer = await insist(() => member.command('ask', { question: 'Who is Yahya Rasool?' }));
    want(messageText(answer), 'Yahya Rasool');
    const vote = messageText(await insist(() => member.click(answer, buttonId(answer, 'Wrong passage'))));
    // What was published just before the database went may be served just after it.
    if (tries === MOST_VOTES || !vote.includes(notes.seeNow(buttons.askAgain))) return vote;
  }
}

/** Votes and settings, while the database is away. */
async function wantRefusals({ member, owner }: World): Promise<void> {
  want(await voteOnAnswer(member), notes.storeFailed);
  want(messageText(await insist(() => owner.command('settings', { mentions: true }))), notes.storeFailed);
  want(messageText(await insist(() => owner.command('gaps'))), notes.recordsAway);
}

/** Questions, while the search is away. */
async function wantSearchAway({ member }: World): Promise<void> {
  const answer = await insist(() => member.command('ask', { question: 'Which zebra won?' }));
  want(messageText(answer), notes.searchAway);
}

async function wantGeneration({ member }: World, number: number): Promise<void> {
  let text = '';
  const isServed = await until(async () => {
    text = messageText(await insist(() => member.command('search', { words: 'harbour' })));
    return text.includes(`is generation ${number} `);
  });
  if (!isServed) throw new Error(`generation ${number} is not served: ${text}`);
}

/** Whether it becomes true within {@link FOLLOWS_WITHIN}. */
async function until(isSo: () => boolean | Promise<boolean>): Promise<boolean> {
  const end = performance.now() + FOLLOWS_WITHIN;
  while (!(await isSo())) {
    if (performance.now() > end) return false;
    await sleep(LOOK);
  }
  return true;
}

/** What is lost, by the bot's name for it, for as long as a fault lasts. */
interface Loss {
  readonly roles: readonly ('store' | 'search')[];
  begin(servers: Servers): Promise<unknown>;
  end(servers: Servers): Promise<unknown>;
}

/** Generations are published before, meanwhile as far as that is possible, and afterwards. */
async function playLoss({ roles, begin, end }: Loss, world: World): Promise<void> {
  const { servers, seconds } = world;
  if (servers === undefined) throw new Error('there are no servers');
  const said = world.listen();
  const stop = servers.publishSteadily();
  const times = (event: string) => said().split(`"event":"${event}`).length - 1;
  try {
    await sleep(BEFORE);
    await begin(servers);
    try {
      if (roles.includes('search')) await wantSearchAway(world);
      else await wantRefusals(world);
      await sleep(1000 * seconds);
    } finally {
      await end(servers);
      // However the fault went, the next one begins with servers in reach.
      await until(() => roles.every((role) => times(`${role} found again`) >= times(`${role} lost: `)));
    }
    await sleep(BEFORE);
  } finally {
    await wantGeneration(world, await stop());
  }
  for (const role of roles)
    for (const event of [`${role} lost: `, `${role} found again`])
      if (times(event) !== 1) throw new Error(`the log says "${event}" ${times(event)} times, wanted once`);
}

const fault = (name: string, needs: NonNullable<Fault['needs']>, log: RegExp, loss: Loss): Fault => ({
  name: `servers: ${name}`,
  needs,
  log,
  play: (world) => playLoss(loss, world),
});
const STORE_LOST = /"event":"store lost/;
const SEARCH_LOST = /"event":"search lost/;

/** Left out where the servers are not installed. */
export const serverFaults: readonly Fault[] = [
  fault('PostgreSQL: kill -9; it is started again', 'database', STORE_LOST, {
    roles: ['store'],
    begin: ({ database }) => database.kill(),
    end: ({ database }) => database.restart(),
  }),
  fault('PostgreSQL: frozen; it goes on', 'database', STORE_LOST, {
    roles: ['store'],
    begin: ({ database }) => database.freeze(),
    end: ({ database }) => database.thaw(),
  }),
  fault('OpenSearch: kill -9; it is started again', 'search', SEARCH_LOST, {
    roles: ['search'],
    begin: async ({ search }) => search?.kill(),
    end: async ({ search }) => search?.restart(),
  }),
  fault('PostgreSQL and OpenSearch: kill -9; they are started again', 'search', SEARCH_LOST, {
    roles: ['store', 'search'],
    begin: ({ database, search }) => Promise.all([database.kill(), search?.kill()]),
    end: ({ database, search }) => Promise.all([database.restart(), search?.restart()]),
  }),
];
