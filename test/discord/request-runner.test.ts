import { describe, expect, it } from 'vitest';
import type { RequestContext } from '../../src/discord/command.ts';
import { createRequestRunner } from '../../src/discord/request-runner.ts';
import { createFixedLibrary, type Library } from '../../src/library/library.ts';
import type { AnswerEvent } from '../../src/metrics/metrics.ts';
import { contextOver } from '../support/command-context.ts';
import { reportOf } from '../support/report.ts';

const library = await createFixedLibrary([reportOf(['The ferry Estrella sank off Corvo.'])]);
const broken: Library = { ...library, answer: () => Promise.reject(new Error('broken')) };
const FERRY = 'Where did the ferry Estrella sink?';

/** A runner whose clock goes on by 7 ms at every look, and what it tells. */
function start() {
  let time = 0;
  const events: AnswerEvent[] = [];
  const failures: string[] = [];
  const runner = createRequestRunner({
    context: contextOver(library),
    answered: [(event) => events.push(event)],
    failed: () => failures.push('failed'),
    now: () => (time += 7),
  });
  /** `isDelivered`: what is said of an error. */
  const run = (id: string, answer: (context: RequestContext) => Promise<void>, isDelivered = false) =>
    runner.run({
      id,
      kind: 'Mention',
      createdAt: 0,
      tooLateAfter: Infinity,
      dropped: () => failures.push('dropped'),
      answer,
      handleError: () => Promise.resolve(isDelivered),
    });
  return { run, events, failures };
}

type Ask = (context: RequestContext) => Promise<void>;
const asking =
  (question: string, asked = library): Ask =>
  async ({ answer }) => {
    await answer({ library: asked, owner: undefined }, question, {});
  };
const fail: Ask = () => Promise.reject(new Error('not sent'));

describe('a request', () => {
  const event = { request: '1', kind: 'Mention', question: FERRY, milliseconds: 7, owner: undefined };
  const undelivered: Ask = (context) => asking(FERRY)(context).then(() => fail(context));

  it.each([
    ['is no question when nothing was asked', () => Promise.resolve(), false, [], 0],
    ['is no question when it failed without one', fail, false, [], 1],
    [
      'failed when the answer did not arrive',
      undelivered,
      false,
      [{ ...event, answer: 'quoted', outcome: 'failed' }],
      1,
    ],
    ['failed when there was no answer', asking(FERRY, broken), false, [{ ...event, outcome: 'failed' }], 1],
    ['counts by its answer', asking(FERRY), false, [{ ...event, answer: 'quoted', outcome: 'quoted' }], 0],
    [
      'counts by its answer when somebody else has sent it',
      undelivered,
      true,
      [{ ...event, answer: 'quoted', outcome: 'quoted' }],
      0,
    ],
  ] as const)('%s', async (_, answer, isDelivered, expected, failed) => {
    const { run, events, failures } = start();
    await run('1', answer, isDelivered);
    expect(events).toEqual(expected);
    expect(failures).toHaveLength(failed);
  });

  it('is told apart from others that run at the same time', async () => {
    const { run, events } = start();
    await Promise.all([run('1', asking(FERRY)), run('2', asking('xyzzy'))]);
    const told = events.map(({ request, question, outcome }) => [request, question, outcome]);
    expect(told).toHaveLength(2);
    expect(told).toEqual(
      expect.arrayContaining([
        ['1', FERRY, 'quoted'],
        ['2', 'xyzzy', 'none'],
      ]),
    );
  });
});
