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
