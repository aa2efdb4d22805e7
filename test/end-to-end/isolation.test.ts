import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { messageText } from '../support/message-text.ts';
import { INNOCENT, ownReports } from '../support/isolation/own-reports.ts';
import {
  forge,
  live,
  type Place,
  startWorld,
  type World,
} from '../support/isolation/servers-with-reports.ts';
import { visit } from '../support/isolation/visit.ts';
import { toldIn } from '../support/isolation/secret-word.ts';

const HIDDEN = ownReports('hidden');
const OTHER = ownReports('other');
const ELSEWHERE = ['other', 'none', 'direct'] as const;
const LOGGED = new Set(['info', 'warn', 'error']);

/** All that the bot sent there so far. */
const sentIn = ({ sent }: World, place: Place): string =>
  sent
    .filter(({ at }) => at === place)
    .map(({ text }) => text)
    .join('\n');

const loggedBy = ({ bot }: World): string =>
  bot.lines
    .filter(({ level }) => LOGGED.has(String(level)))
    .map((line) => JSON.stringify(line))
    .join('\n');

/** In each place: what is seen there by who asks what anybody might ask, and then by who knows the hidden reports. */
async function visitAll(world: World) {
  const innocent = [];
  const knowing = [];
  for (const place of ELSEWHERE) innocent.push(await visit(world, place, INNOCENT.texts));
  const told = ELSEWHERE.map((place) => sentIn(world, place));
  for (const place of ELSEWHERE) knowing.push(await visit(world, place, HIDDEN.knowing));
  return { seen: [innocent, knowing].flat(2), told };
}

describe("a server's own reports", () => {
  it('are told there alone, and nobody elsewhere can tell whether there are any', async () => {
    const [world, without] = [await startWorld(true), await startWorld(false)];
    await live(world, 'hidden', HIDDEN);
    const told = toldIn(sentIn(world, 'hidden'), HIDDEN.secrets);
    expect(HIDDEN.secrets.filter((secret) => !told.includes(secret))).toEqual(HIDDEN.untold);
    for (const each of [world, without]) await live(each, 'other', OTHER);
    const visited = await visitAll(world);
    expect(toldIn(visited.told.join('\n'), HIDDEN.secrets)).toEqual([]);
    expect(toldIn(sentIn(world, 'hidden'), OTHER.secrets)).toEqual([]);
    expect(toldIn(sentIn(world, 'none') + sentIn(world, 'direct'), OTHER.secrets)).toEqual([]);
    expect(visited.seen).toEqual((await visitAll(without)).seen);
    const isVisited = (name: string) => visited.seen.some(([what]) => `${what} `.startsWith(`${name} `));
    expect(commands.map(({ data }) => data.name).filter((name) => !isVisited(name))).toEqual([]);
    expect(toldIn(loggedBy(world), [...HIDDEN.secrets, ...OTHER.secrets])).toEqual([]);
  }, 240_000);

  it('cannot be reached by a button or a menu that was taken elsewhere', async () => {
    const world = await startWorld(true);
    const gaps = await live(world, 'hidden', HIDDEN);
    await live(world, 'other', OTHER);
    const taken = new Map(
      world.sent
        .filter(({ at }) => at === 'hidden')
        .flatMap(({ controls }) => controls)
        .map((control) => [control.id, control]),
    );
    expect(new Set([...taken.keys()].map((id) => id.split(':')[0])).size).toBeGreaterThan(8);
    for (const control of taken.values())
      for (const place of ELSEWHERE)
        for (const who of ['mira', 'olive'] as const) await forge(world, place, who, control);
    // Whoever has the button knows what is written in it.
    const known = toldIn([...taken.keys()].join('\n'), HIDDEN.secrets);
    for (const place of ELSEWHERE)
      expect(toldIn(sentIn(world, place), HIDDEN.secrets).filter((each) => !known.includes(each))).toEqual(
        [],
      );
    expect(toldIn(loggedBy(world), HIDDEN.secrets)).toEqual([]);
    const after = await world.hidden.adam.command('gaps').response();
    expect(messageText(after)).toBe(messageText(gaps));
  }, 240_000);
});
