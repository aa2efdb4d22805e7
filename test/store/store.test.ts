import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { noStore } from '../../src/store/open-store.ts';
import type { Store, Vote } from '../../src/store/store.ts';
import { StoreError } from '../../src/store/store.ts';
import type { createManualClock } from '../support/manual-clock.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { openStoreIn } from './support/store-in.ts';

const DAY = 86_400_000;
const SERVER = '123456789012345678';

const vote = (personId: string, changed: Partial<Vote> = {}): Vote => ({
  personId,
  answer: 'answer 1',
  question: 'Who sank?',
  report: 'ferry',
  paragraph: 3,
  kind: 'wrong',
  ...changed,
});

describe.each([
  ['in memory', async () => ':memory:'],
  ['in a file', async () => join(await createTempFolder({}), 'new folder', 'store.db')],
])('a store %s', (_, place) => {
  let store: Store;
  let clock: ReturnType<typeof createManualClock>;

  beforeEach(async () => {
    ({ store, clock } = await openStoreIn(await place()));
    return () => store.close();
  });

  it('has no settings of a server until they are saved, then the latest', async () => {
    expect(await store.settings(SERVER)).toBeUndefined();
    await store.saveSettings(SERVER, { publicChannels: 'all', mentions: true });
    const latest = { publicChannels: ['1', '2'], defaultReport: 'ferry', mentions: false };
    await store.saveSettings(SERVER, latest);
    expect(await store.settings(SERVER)).toEqual(latest);
    expect(await store.settings('223456789012345678')).toBeUndefined();
  });

  it('counts one vote a person and answer, the latest', async () => {
    await store.vote(vote('ann'));
    await store.vote(vote('ann', { kind: 'helped' }));
    await store.vote(vote('bob'));
    await store.vote(vote('ann', { answer: 'answer 2' }));
    expect(await store.votesOn('answer 1')).toEqual({ helped: 1, wrong: 1 });
    expect(await store.voteOf('ann', 'answer 1')).toBe('helped');
    expect(await store.voteOf('ann', 'answer 2')).toBe('wrong');
    expect(await store.voteOf('eve', 'answer 1')).toBeUndefined();
    expect(await store.votesOn('answer 3')).toEqual({ helped: 0, wrong: 0 });
  });

  it('lists gaps, the most frequent first, and counts equal ones together', async () => {
    await store.keepUnanswered('Once?');
    clock.advance(2 * DAY);
    const early = clock.now();
    await store.keepUnanswered(' Who\n sank? ');
    await store.vote(vote('ann'));
    await store.vote(vote('bob'));
    await store.vote(vote('cat', { kind: 'helped' }));
    clock.advance(DAY);
    await store.keepUnanswered('Who sank?');
    await store.keepUnanswered('Who sank?');
    await store.keepUnanswered(' \n');
    expect(await store.gaps()).toEqual([
      { kind: 'unanswered', question: 'Who sank?', count: 3, last: clock.now() },
      {
        kind: 'wrong passage',
        question: 'Who sank?',
        passage: { report: 'ferry', paragraph: 3 },
        count: 2,
        last: early,
      },
      { kind: 'unanswered', question: 'Once?', count: 1, last: early - 2 * DAY },
    ]);
  });

  it('forgets only the gaps that are dismissed, until they come again', async () => {
    await store.keepUnanswered('Who sank?');
    await store.keepUnanswered('Where?');
    await store.vote(vote('ann'));
    await store.vote(vote('bob', { kind: 'helped' }));
    const passage = { report: 'ferry', paragraph: 3 };
    await store.dismiss([
      { kind: 'unanswered', question: 'Who sank?' },
      { kind: 'wrong passage', question: 'Who sank?', passage },
    ]);
    expect(await store.gaps()).toMatchObject([{ kind: 'unanswered', question: 'Where?' }]);
    expect(await store.votesOn('answer 1')).toEqual({ helped: 1, wrong: 0 });
    await store.vote(vote('ann'));
    expect(await store.gaps()).toContainEqual(
      expect.objectContaining({ kind: 'wrong passage', passage, count: 1 }),
    );
  });

  it('forgets each asking and vote when the retention is over, and keeps settings', async () => {
    await store.saveSettings(SERVER, { publicChannels: [], mentions: true });
    await store.keepUnanswered('Old and new?');
    await store.keepUnanswered('Old?');
    await store.vote(vote('ann'));
    clock.advance(29 * DAY);
    await setImmediate();
    expect(await store.gaps()).toHaveLength(3);
    await store.keepUnanswered('Old and new?');
    for (const _ of [1, 2, 3]) {
      clock.advance(DAY);
      await setImmediate();
    }
    expect(await store.gaps()).toMatchObject([{ question: 'Old and new?', count: 1 }]);
    expect(await store.votesOn('answer 1')).toEqual({ helped: 0, wrong: 0 });
    expect(await store.settings(SERVER)).toBeDefined();
  });

  it('keeps all of many writes begun at once', async () => {
    await Promise.all(Array.from({ length: 500 }, (_, n) => store.keepUnanswered(`Question ${n % 100}?`)));
    const gaps = await store.gaps();
    expect(gaps).toHaveLength(100);
    expect(gaps.every(({ count }) => count === 5)).toBe(true);
  });

  it('finishes the writes that were begun when it closes, and then refuses', async () => {
    const begun = store.keepUnanswered('Begun?');
    await store.close();
    await expect(begun).resolves.toBeUndefined();
    await expect(store.gaps()).rejects.toThrow(StoreError);
    await expect(store.keepUnanswered('Late?')).rejects.toThrow('it is closed');
    await store.close();
  });
});

describe('noStore', () => {
  it('finds nothing, lets questions go, and refuses votes and settings', async () => {
    expect(noStore.keeps).toBe(false);
    await noStore.keepUnanswered('Who?');
    expect(await noStore.gaps()).toEqual([]);
    expect(await noStore.settings(SERVER)).toBeUndefined();
    await expect(noStore.vote(vote('ann'))).rejects.toThrow('Cannot save a vote: STORE is off');
    await expect(noStore.saveSettings(SERVER, { publicChannels: 'all', mentions: true })).rejects.toThrow(
      StoreError,
    );
  });
});
