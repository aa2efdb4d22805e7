import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createLog } from '../src/log.ts';
import { createReach, RETRY_AFTER } from '../src/create-reach.ts';
import { explainPostgresError, isLoss } from '../src/postgres/explain-error.ts';
import { StoreError } from '../src/store-error.ts';
import { createManualClock } from 'local-discord';

const logLine = z.object({ event: z.string() });
const broken = (): Promise<never> => Promise.reject(new Error('Connection terminated unexpectedly'));
const silent = (): Promise<never> => new Promise(() => undefined);

function start(probe: () => Promise<unknown>) {
  const clock = createManualClock();
  const events: string[] = [];
  const log = createLog('info', { write: (line) => events.push(logLine.parse(JSON.parse(line)).event) });
  const reach = createReach({
    role: 'store',
    place: 'db:5432/kept',
    consequence: 'what comes now is not kept',
    probe,
    isLoss,
    explain: explainPostgresError,
    refuse: (message) => new StoreError(message),
    clock,
    log,
  });
  return { clock, events, reach };
}

describe('createReach()', () => {
  it('ends every question under way when one finds the server lost, and no write', async () => {
    const { reach } = start(broken);
    let hasEnded = false;
    const written = reach.write(
      () => new Promise<string>((resolve) => void setImmediate(resolve, 'written')),
    );
    const waiting = reach.read(silent).finally(() => (hasEnded = true));
    expect(hasEnded).toBe(false);
    await expect(reach.read(broken)).rejects.toThrow('terminated');
    await expect(waiting).rejects.toThrow('terminated');
    expect(await written).toBe('written');
  });

  it('asks nothing of a server that is lost, tries it at once and each second, and says both once', async () => {
    let isBack = false;
    let tries = 0;
    const { clock, events, reach } = start(async () => {
      tries += 1;
      if (!isBack) await broken();
    });
    await expect(reach.read(broken)).rejects.toThrow('terminated');
    await expect(reach.write(async () => 'asked')).rejects.toThrow(
      'Cannot write to the store "db:5432/kept": the server does not answer, wanted a PostgreSQL server',
    );
    expect(tries).toBe(1);
    for (const n of [2, 3, 4]) {
      clock.advance(RETRY_AFTER);
      await new Promise(setImmediate);
      expect(tries).toBe(n);
    }
    expect(events).toEqual(['store lost: what comes now is not kept']);
    isBack = true;
    clock.advance(RETRY_AFTER);
    await new Promise(setImmediate);
    expect(events.slice(1)).toEqual(['store found again']);
    expect(await reach.read(async () => 'asked')).toBe('asked');
  });

  it('is in reach while the server answers, though with an error', async () => {
    const { events, reach } = start(broken);
    const answer = Object.assign(new Error('the disk is full'), { severity: 'ERROR', code: '53100' });
    await expect(reach.write(() => Promise.reject(answer))).rejects.toThrow('the disk is full');
    expect(await reach.read(async () => 'asked')).toBe('asked');
    expect(events).toEqual([]);
  });
});
