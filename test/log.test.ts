import { AsyncLocalStorage } from 'node:async_hooks';
import { describe, expect, it } from 'vitest';
import { createLog } from '../src/log.ts';

describe('createLog()', () => {
  it('writes one JSON line per event, at or above its level', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => lines.push(line) });
    log.debug({}, 'not wanted');
    log.info({ reports: 2, text: 'two\nlines' }, 'reports loaded');
    log.error({ err: new Error('broken') }, 'failed');
    expect(lines).toHaveLength(2);
    expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true);
    const events = lines.map((line): unknown => JSON.parse(line));
    expect(events[0]).toMatchObject({
      level: 'info',
      reports: 2,
      text: 'two\nlines',
      event: 'reports loaded',
    });
    expect(events[1]).toMatchObject({ level: 'error', err: { message: 'broken' }, event: 'failed' });
  });
});

describe('the lines of a request', () => {
  it('name it, however deep they are written, and lines outside of it name none', async () => {
    const lines: unknown[] = [];
    const requestIds = new AsyncLocalStorage<string>();
    const log = createLog('info', { write: (line) => lines.push(JSON.parse(line)) }, { requestIds });
    const answer = (id: string) =>
      requestIds.run(id, async () => {
        await new Promise((resolve) => setImmediate(resolve));
        log.info({ id }, 'asked');
      });
    await Promise.all([answer('1'), answer('2')]);
    log.info({}, 'stopped');
    expect(lines).toMatchObject([{ request: '1', id: '1' }, { request: '2', id: '2' }, { event: 'stopped' }]);
    expect(lines[2]).not.toHaveProperty('request');
  });
});
