import { describe, expect } from 'vitest';
import { it } from './support/raw-bot.ts';

const MANY = 20_100;

describe('what is kept', () => {
  it('is the newest messages, so that a server left running does not fill the memory', ({ bot }) => {
    const member = bot.discord.as(bot.discord.people.member);
    const [first] = [member.say('first')];
    for (let n = 1; n < MANY; n++) member.say(`message ${n}`);
    const kept = member.messages();
    expect(kept.length).toBe(20_000);
    expect(kept.some(({ id }) => id === first.id)).toBe(false);
    expect(kept.at(-1)?.content).toBe(`message ${MANY - 1}`);
  });
});
