import { describe, expect, it } from 'vitest';
import type { Answered } from '../../src/answer/follow-up/answered.ts';
import { rememberAnswer } from '../../src/answer/follow-up/remember-answer.ts';
import { type Asking, createConversations } from '../../src/discord/conversations.ts';

const hashes = new Map([['ferry', 'a']]);
const library = { contentHashes: hashes };
const answeredFrom = (sources: ReadonlyMap<string, string> = hashes): Answered => ({
  remembered: rememberAnswer('Who is Ann Lee?', { kind: 'none', missing: [], confidence: 0 }),
  sources,
  quoted: [],
});
const answered = answeredFrom();

const MINUTES = 60_000;

const at = (server: string | undefined, channelIds: readonly string[] = [], id = 'mira'): Asking => ({
  person: { id },
  ...(server !== undefined && { server: { id: server, channelIds, mayManage: false } }),
  audience: server === undefined ? 'direct' : 'public',
});
const here = at('1', ['10']);

describe('conversations', () => {
  it.each<readonly [string, Asking, Answered | undefined]>([
    ['the same person in the same channel', here, answered],
    ['another person', at('1', ['10'], 'adam'), undefined],
    ['another channel', at('1', ['11']), undefined],
    ['another server, whatever its channel is called', at('2', ['10']), undefined],
    ['a direct message', at(undefined), undefined],
    ['a thread of the channel that was begun on another message', at('1', ['31', '10']), undefined],
    ['a thread that was begun on the answer', at('1', ['30', '10']), answered],
    ['the same by another person', at('1', ['30', '10'], 'adam'), answered],
    ['a thread of the same id in another server', at('2', ['30', '10']), undefined],
    ['a reply to the answer', { ...at('1', ['10'], 'adam'), repliesTo: '30' }, answered],
    ['a reply to it from another channel', { ...at('1', ['11']), repliesTo: '30' }, undefined],
    ['a reply to another message', { ...here, repliesTo: '31' }, undefined],
  ])('give what was answered to %s, or nothing', (_, asking, expected) => {
    const conversations = createConversations(() => 1);
    conversations.remember(here, answered);
    conversations.rememberMessage('30', here, answered);
    expect(conversations.recall(asking, library)).toBe(expected);
  });

  it('end ten minutes after the answer', () => {
    let now = 5;
    const conversations = createConversations(() => now);
    conversations.remember(here, answered);
    now += 10 * MINUTES - 1;
    expect(conversations.recall(here, library)).toBe(answered);
    now += 2;
    expect(conversations.recall(here, library)).toBeUndefined();
  });

  it.each([
    ['is no longer there', new Map()],
    ['says something else', new Map([['ferry', 'b']])],
  ])('are not used once a report of theirs %s', (_, contentHashes) => {
    const conversations = createConversations(() => 1);
    conversations.remember(here, answered);
    expect(conversations.recall(here, { contentHashes })).toBeUndefined();
    expect(conversations.recall(here, library)).toBe(answered);
  });

  it('take a bounded room, and forget the oldest first', () => {
    const conversations = createConversations(() => 1);
    conversations.remember(here, answered);
    for (let id = 0; id < 3000; id += 1) conversations.remember(at('1', ['10'], `${id}`), answered);
    expect(conversations.recall(here, library)).toBeUndefined();
    expect(conversations.recall(at('1', ['10'], '2999'), library)).toBe(answered);
  });
});
