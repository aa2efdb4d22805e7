import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { storedQuestion } from '../../src/store/anonymise.ts';
import { noStore } from '../../src/store/open-store.ts';
import type { Store, Vote } from '../../src/store/store.ts';
import { StoreError } from '../../src/store-error.ts';
import type { createManualClock } from 'local-discord';
import { runs } from '../property-runs.ts';
import { createTempFolder } from '../support/temp-folder.ts';
import { anyQuestion } from '../support/hostile-text.ts';
import { usePostgres } from '../support/postgres-server.ts';
import { noPostgres } from '../support/start-postgres.ts';
import { emptied, openStoreIn } from './support/store-in.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const SERVER = '123456789012345678';

const vote = (personId: string, changed: Partial<Vote> = {}): Vote => ({
  personId,
  answer: 'answer 1',
  question: 'Who sank?',
  report: 'ferry',
  paragraph: 3,
  kind: 'wrong',
  owner: undefined,
  ...changed,
});

describe('a store in memory', () => {
  followsTheContract(async () => ':memory:');
});
describe('a store in a file', () => {
  followsTheContract(async () => join(await createTempFolder({}), 'new folder', 'store.db'));
});
describe.skipIf(noPostgres)('a store in PostgreSQL', () => {
  followsTheContract(emptied(usePostgres()));
});

/** What every implementation of the port keeps to. */
function followsTheContract(place: () => Promise<string>): void {
  let store: Store;
  let clock: ReturnType<typeof createManualClock>;

  beforeEach(async () => {
    ({ store, clock } = await openStoreIn(await place()));
    return () => store.close();
  });

  /** Writes are done in the order in which they began, so that this one comes after what the clock began. */
  const isPurged = () => store.takeBack('nobody', 'nothing');

  it('has no settings of a server until they are saved, then the latest', async () => {
    expect(await store.settings(SERVER)).toBeUndefined();
    await store.saveSettings(SERVER, { publicChannels: 'all', mentions: true, reports: 'both' });
    const latest = {
      publicChannels: ['1', '2'],
      defaultReport: 'ferry',
      mentions: false,
      reports: 'own',
    } as const;
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

  it('takes back the vote of one person on one answer', async () => {
    await store.vote(vote('ann'));
    await store.vote(vote('ann', { answer: 'answer 2' }));
    await store.vote(vote('bob'));
    await store.takeBack('ann', 'answer 1');
    await store.takeBack('eve', 'answer 1');
    expect(await store.voteOf('ann', 'answer 1')).toBeUndefined();
    expect(await store.votesOn('answer 1')).toEqual({ helped: 0, wrong: 1 });
    expect(await store.voteOf('ann', 'answer 2')).toBe('wrong');
  });

  it('lists gaps, the most frequent first, and counts equal ones together', async () => {
    await store.keepUnanswered('Once?', undefined);
    clock.advance(2 * DAY);
    const early = clock.now();
    await store.keepUnanswered(' Who\n sank? ', undefined);
    await store.vote(vote('ann'));
    await store.vote(vote('bob'));
    await store.vote(vote('cat', { kind: 'helped' }));
    clock.advance(DAY);
    await store.keepUnanswered('Who sank?', undefined);
    await store.keepUnanswered('Who sank?', undefined);
    await store.keepUnanswered(' \n', undefined);
    expect(await store.gaps(undefined)).toEqual([
      { kind: 'unanswered', question: 'Who sank?', count: 3, first: early, last: clock.now(), seen: false },
      {
        kind: 'wrong passage',
        question: 'Who sank?',
        passage: { report: 'ferry', paragraph: 3 },
        count: 2,
        first: early,
        last: early,
        seen: false,
      },
      {
        kind: 'unanswered',
        question: 'Once?',
        count: 1,
        first: early - 2 * DAY,
        last: early - 2 * DAY,
        seen: false,
      },
    ]);
  });

  it('marks as seen what one owner was there by then, which it stays when it comes again', async () => {
    for (const owner of [SERVER, undefined]) {
      await store.keepUnanswered('Who sank?', owner);
      await store.vote(vote('ann', { owner, answer: `answer in ${owner}` }));
    }
    const until = clock.now();
    clock.advance(1);
    await store.keepUnanswered('Who drowned?', SERVER);
    await store.vote(vote('ann', { owner: SERVER, paragraph: 4, answer: 'answer 4' }));
    await store.markSeen(SERVER, until);
    clock.advance(DAY);
    await store.keepUnanswered('Who sank?', SERVER);
    await store.vote(vote('bob', { owner: SERVER, answer: 'answer 5' }));
    const seen = (await store.gaps(SERVER)).map(({ question, count, seen: isSeen }) =>
      [question, count, isSeen].join(' '),
    );
    expect(seen.toSorted()).toEqual([
      'Who drowned? 1 false',
      'Who sank? 1 false',
      'Who sank? 2 true',
      'Who sank? 2 true',
    ]);
    expect((await store.gaps(undefined)).some((gap) => gap.seen)).toBe(false);
  });

  describe('gives a server with alerts its turn', () => {
    const HOUR = DAY / 24;
    const settings = { publicChannels: 'all', mentions: true, reports: 'both' } as const;
    const on = () => store.saveSettings(SERVER, { ...settings, alerts: { channel: '3', locale: 'de' } });
    const off = () => store.saveSettings(SERVER, settings);

    it('at once, and then when a day has gone by, with what was told last', async () => {
      await off();
      expect(await store.takeAlertTurn()).toBeUndefined();
      await on();
      const first = await store.takeAlertTurn();
      expect(first).toMatchObject({ server: SERVER, told: 0 });
      await store.saveTold({ server: SERVER, told: 12 });
      for (let hour = 0; hour < 24; hour++) {
        expect(await store.takeAlertTurn()).toBeUndefined();
        clock.advance(HOUR);
      }
      expect(await store.takeAlertTurn()).toMatchObject({ server: SERVER, told: 12 });
      expect(await store.takeAlertTurn()).toBeUndefined();
    });

    it('not twice when they are switched off and on', async () => {
      await on();
      expect(await store.takeAlertTurn()).toBeDefined();
      await off();
      await on();
      expect(await store.takeAlertTurn()).toBeUndefined();
    });

    it('not twice when the clock jumps by hours, forward or back', async () => {
      await on();
      expect(await store.takeAlertTurn()).toBeDefined();
      for (const hours of [1, -1, -1, 2, 22, -23, 23]) {
        clock.advance(hours * HOUR);
        expect(await store.takeAlertTurn()).toBeUndefined();
      }
    });

    it('again when a clock that went wrong by years is set right', async () => {
      clock.advance(1000 * DAY);
      await on();
      expect(await store.takeAlertTurn()).toBeDefined();
      clock.advance(-1000 * DAY);
      expect(await store.takeAlertTurn()).toBeDefined();
      expect(await store.takeAlertTurn()).toBeUndefined();
    });
  });

  it('keeps the gaps of each owner apart, and dismisses those of one alone', async () => {
    const owners = [undefined, SERVER, '223456789012345678'];
    for (const owner of owners) {
      await store.keepUnanswered('Who sank?', owner);
      await store.vote(vote('ann', { owner, answer: `answer in ${owner}` }));
    }
    const gaps = await store.gaps(SERVER);
    expect(gaps.map(({ count }) => count)).toEqual([1, 1]);
    await store.dismiss(gaps, SERVER);
    expect(await Promise.all(owners.map(async (owner) => (await store.gaps(owner)).length))).toEqual([
      2, 0, 2,
    ]);
  });

  it('forgets only the gaps that are dismissed, until they come again', async () => {
    await store.keepUnanswered('Who sank?', undefined);
    await store.keepUnanswered('Where?', undefined);
    await store.vote(vote('ann'));
    await store.vote(vote('bob', { kind: 'helped' }));
    const passage = { report: 'ferry', paragraph: 3 };
    await store.dismiss(
      [
        { kind: 'unanswered', question: 'Who sank?' },
        { kind: 'wrong passage', question: 'Who sank?', passage },
      ],
      undefined,
    );
    expect(await store.gaps(undefined)).toMatchObject([{ kind: 'unanswered', question: 'Where?' }]);
    expect(await store.votesOn('answer 1')).toEqual({ helped: 1, wrong: 0 });
    await store.vote(vote('ann'));
    expect(await store.gaps(undefined)).toContainEqual(
      expect.objectContaining({ kind: 'wrong passage', passage, count: 1 }),
    );
  });

  it('forgets each asking and vote when the retention is over, and keeps settings', async () => {
    await store.saveSettings(SERVER, { publicChannels: [], mentions: true, reports: 'both' });
    await store.keepUnanswered('Old and new?', undefined);
    await store.keepUnanswered('Old?', undefined);
    await store.vote(vote('ann'));
    clock.advance(29 * DAY);
    await isPurged();
    expect(await store.gaps(undefined)).toHaveLength(3);
    await store.keepUnanswered('Old and new?', undefined);
    for (const _ of [1, 2, 3]) {
      clock.advance(DAY);
      await isPurged();
    }
    expect(await store.gaps(undefined)).toMatchObject([{ question: 'Old and new?', count: 1 }]);
    expect(await store.votesOn('answer 1')).toEqual({ helped: 0, wrong: 0 });
    expect(await store.settings(SERVER)).toBeDefined();
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('forgets no earlier or later than by an hour when the clock jumps %s by one', async (_, jump) => {
    await store.keepUnanswered('Old?', undefined);
    clock.advance(jump);
    await store.keepUnanswered('Old?', undefined);
    const pass = async (days: number) => {
      for (let day = 0; day < days; day += 1) {
        clock.advance(DAY);
        await isPurged();
      }
    };
    await pass(29);
    expect(await store.gaps(undefined)).toMatchObject([{ question: 'Old?', count: 2 }]);
    await pass(2);
    expect(await store.gaps(undefined)).toEqual([]);
  });

  it('gives each question back as it is stored, whatever was asked, and dismisses it by that', async () => {
    await fc.assert(
      fc.asyncProperty(anyQuestion, async (question) => {
        const stored = storedQuestion(question);
        await store.keepUnanswered(question, undefined);
        const gaps = await store.gaps(undefined);
        expect(gaps.map((gap) => gap.question)).toEqual(stored === '' ? [] : [stored]);
        await store.dismiss(gaps, undefined);
        expect(await store.gaps(undefined)).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });

  it('keeps all of many writes begun at once', async () => {
    await Promise.all(
      Array.from({ length: 500 }, (_, n) => store.keepUnanswered(`Question ${n % 100}?`, undefined)),
    );
    const gaps = await store.gaps(undefined);
    expect(gaps).toHaveLength(100);
    expect(gaps.every(({ count }) => count === 5)).toBe(true);
  });

  it('finishes the writes that were begun when it closes, and then refuses', async () => {
    const begun = store.keepUnanswered('Begun?', undefined);
    await store.close();
    await expect(begun).resolves.toBeUndefined();
    await expect(store.gaps(undefined)).rejects.toThrow(StoreError);
    await expect(store.settings(SERVER)).rejects.toThrow(StoreError);
    await expect(store.keepUnanswered('Late?', undefined)).rejects.toThrow('it is closed');
    await store.close();
  });
}

describe('noStore', () => {
  it('finds nothing, lets questions go, and refuses votes and settings', async () => {
    expect(noStore.keeps).toBe(false);
    await noStore.keepUnanswered('Who?', undefined);
    expect(await noStore.gaps(undefined)).toEqual([]);
    expect(await noStore.settings(SERVER)).toBeUndefined();
    expect(await noStore.takeAlertTurn()).toBeUndefined();
    await expect(noStore.vote(vote('ann'))).rejects.toThrow('Cannot save a vote: STORE is off');
    await expect(
      noStore.saveSettings(SERVER, { publicChannels: 'all', mentions: true, reports: 'both' }),
    ).rejects.toThrow(StoreError);
  });
});
