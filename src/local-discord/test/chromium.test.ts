import { describe, expect, it } from 'vitest';
import { findChromium } from './support/chromium.ts';

describe('findChromium()', () => {
  it('takes the one that CHROMIUM_PATH names', () => {
    expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
  });

  it.each([
    ['names nothing that exists', '/no/such/chromium'],
    ['is empty', ''],
  ])('looks in the usual places when CHROMIUM_PATH %s', (_, path) => {
    expect(findChromium({ CHROMIUM_PATH: path })).toBe(findChromium({}));
  });
});
