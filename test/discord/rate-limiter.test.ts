import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createRateLimiter } from '../../src/discord/rate-limiter.ts';

const HOUR = 3_600_000;

/** How many of `count` questions, asked at once, may be asked; `personOf` says by whom. */
async function taken(
  limits: { readonly perPerson: number; readonly perServer: number },
  count: number,
  personOf: (at: number) => string = () => 'mira',
) {
  const limiter = createRateLimiter(limits);
  const waits = [];
  for (let at = 0; at < count; at++) waits.push(await limiter.consume(personOf(at), 'server'));
  return waits;
}

describe('createRateLimiter()', () => {
  it('lets a person ask as many questions as are allowed, and tells when the next is', async () => {
    const waits = await taken({ perPerson: 3, perServer: 0 }, 5);
    expect(waits.slice(0, 3)).toEqual([undefined, undefined, undefined]);
    expect(waits.slice(3)).toEqual([
      { who: 'person', seconds: expect.any(Number), isFirst: true },
      { who: 'person', seconds: expect.any(Number), isFirst: false },
    ]);
    for (const wait of waits.slice(3)) {
      expect(wait?.seconds).toBeGreaterThan(0);
      expect(wait?.seconds).toBeLessThanOrEqual(60);
    }
  });

  it('gives each person a share of their own, and all of a server one together', async () => {
    const waits = await taken({ perPerson: 2, perServer: 3 }, 4, (at) => `person ${at}`);
    expect(waits.map((wait) => wait?.who)).toEqual([undefined, undefined, undefined, 'server']);
  });

  it('takes nothing from the server for what a person’s own limit refuses', async () => {
    const limiter = createRateLimiter({ perPerson: 1, perServer: 2 });
    for (let at = 0; at < 5; at++) await limiter.consume('mira', 'server');
    expect(await limiter.consume('adam', 'server')).toBeUndefined();
  });

  it.each([
    ['forward', HOUR],
    ['back', -HOUR],
  ])('lets nobody wait longer than the minute when the clock jumps %s by an hour', async (_, jump) => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const limiter = createRateLimiter({ perPerson: 1, perServer: 0 });
    const ask = () => limiter.consume('mira', undefined);
    await ask();
    vi.setSystemTime(Date.now() + jump);
    const refused = await ask();
    expect(refused?.seconds ?? 0).toBeLessThanOrEqual(60);
    vi.advanceTimersByTime(60_000);
    expect(await ask()).toBeUndefined();
    expect((await ask())?.seconds).toBeLessThanOrEqual(60);
  });

  it.each([
    ['0 is no limit', { perPerson: 0, perServer: 0 }, 'server'],
    ['a direct message is in no server', { perPerson: 0, perServer: 1 }, undefined],
  ])('%s', async (_, limits, server) => {
    const limiter = createRateLimiter(limits);
    for (let at = 0; at < 100; at++) expect(await limiter.consume('mira', server)).toBeUndefined();
  });
});
