import { describe, expect, it } from 'vitest';
import { createRequests } from '../../src/metrics/requests.ts';

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('requests', () => {
  it('are told apart while they run at the same time', async () => {
    const requests = createRequests();
    const seen: object[] = [];
    const ask = (id: string, kind: 'quoted' | 'none') =>
      requests.run(id, async () => {
        requests.asked();
        await turn();
        seen.push(requests.fields());
        requests.answered(kind);
      });
    const [one, two] = await Promise.all([ask('1', 'quoted'), ask('2', 'none')]);
    expect([one.outcome, two.outcome]).toEqual(['quoted', 'none']);
    expect(seen).toEqual([{ request: '1' }, { request: '2' }]);
    expect(requests.fields()).toEqual({});
  });

  it.each([
    ['is no question when nothing was asked', [], { failed: false }],
    ['is no question when it failed without one', ['failed'], { failed: true }],
    [
      'counts as failed when the answer did not arrive',
      ['asked', 'answered', 'failed'],
      { outcome: 'failed', failed: true },
    ],
    ['counts as failed when there was no answer', ['asked', 'failed'], { outcome: 'failed', failed: true }],
    ['counts by its answer', ['asked', 'answered'], { outcome: 'related', failed: false }],
  ] as const)('%s', async (_, calls, expected) => {
    let time = 0;
    const requests = createRequests(() => (time += 7));
    const finished = await requests.run('1', async () => {
      for (const call of calls) {
        if (call === 'answered') requests.answered('related');
        else requests[call]();
      }
    });
    expect(finished).toEqual({ ...expected, milliseconds: 7 });
  });

  it('ignore what is told outside of them', async () => {
    const requests = createRequests();
    requests.asked();
    requests.answered('quoted');
    expect(await requests.run('1', async () => undefined)).not.toHaveProperty('outcome');
  });
});
