import { describe, expect, it } from 'vitest';
import type { CommandContext } from '../../src/discord/command.ts';
import { createRequestRunner } from '../../src/discord/request-runner.ts';
import { createFixedLibrary, type Library } from '../../src/library/library.ts';
import type { AnswerEvent } from '../../src/metrics/answer-event.ts';
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
  const { run } = createRequestRunner({
    context: contextOver(library),
    answered: [(event) => events.push(event)],
    failed: () => failures.push('failed'),
    now: () => (time += 7),
  });
  return { run, events, failures };
}

const ask = async (context: CommandContext, question: string) => {
  await context.answer(library, question, {});
};
const failToAsk = ({ answer }: CommandContext) => answer(broken, FERRY, {}).catch(() => undefined);

describe('a request', () => {
  const event = { request: '1', kind: 'Mention', question: FERRY, milliseconds: 7 };

  it.each([
    ['is no question when nothing was asked', async () => true, [], 0],
    ['is no question when it failed without one', async () => false, [], 1],
    [
      'failed when the answer did not arrive',
      (context: CommandContext) => ask(context, FERRY).then(() => false),
      [{ ...event, answer: 'quoted', outcome: 'failed' }],
      1,
    ],
    [
      'failed when there was no answer',
      (context: CommandContext) => failToAsk(context).then(() => false),
      [{ ...event, outcome: 'failed' }],
      1,
    ],
    [
      'counts by its answer',
      (context: CommandContext) => ask(context, FERRY).then(() => true),
      [{ ...event, answer: 'quoted', outcome: 'quoted' }],
      0,
    ],
  ])('%s', async (_, work, expected, failed) => {
    const { run, events, failures } = start();
    await run('1', 'Mention', work);
    expect(events).toEqual(expected);
    expect(failures).toHaveLength(failed);
  });

  it('is told apart from others that run at the same time', async () => {
    const { run, events } = start();
    const asking = (question: string) => (context: CommandContext) => ask(context, question).then(() => true);
    await Promise.all([run('1', 'Mention', asking(FERRY)), run('2', 'Mention', asking('xyzzy'))]);
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
