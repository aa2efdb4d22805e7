import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { replyTo, useRunningBot } from '../support/use-running-bot.ts';

const SUGGESTED = [
  'How many IS fighters were killed?',
  'Who discovered the fire?',
  'Where were the convoys on their way to?',
];

const running = useRunningBot('test');
const { as } = running;

const listed = (message: APIMessage): readonly string[] =>
  [...messageText(message).matchAll(/^- `(\/\S+)` – \S/gmu)].map(([, name = '']) => name);

describe('/help', () => {
  it('says to the one who asked what to ask, how to read an answer and what is not promised', async () => {
    const asked = as('member').command('help');
    const message = await asked.response();
    const text = messageText(message);
    expect(text).toContain('**Ask** with /ask');
    expect(text).toContain('**Reading an answer.**');
    expect(text).toContain('not that they are true, nor that the report is complete');
    expect(labelsOf(message)).toEqual(SUGGESTED);
    expect(asked.ephemeral).toBe(true);
  });

  const FOR_ALL = ['/ask', '/search', '/read', '/verify', '/sources', '/about'];
  it.each([
    ['a member', 'member', false, FOR_ALL],
    ['who manages the server', 'admin', false, [...FOR_ALL, '/settings', '/reports']],
    [
      'an admin of the bot',
      'owner',
      false,
      [...FOR_ALL, '/reload', '/rollback', '/status', '/gaps', '/settings', '/reports'],
    ],
    ['an admin of the bot in a direct message', 'owner', true, FOR_ALL],
  ] as const)('lists what %s may use', async (_, name, isDirect, expected) => {
    expect(listed(await as(name, { directMessage: isDirect }).command('help').response())).toEqual(expected);
  });

  it('asks a suggested question when its button is pressed, and stays', async () => {
    const message = await as('member').command('help').response();
    const pressed = as('member').click(message, buttonId(message, SUGGESTED[1] ?? ''));
    const answer = await pressed.response();
    expect(answer.id).not.toBe(message.id);
    expect(messageText(answer)).toContain('Otto Brandl');
    expect(pressed.ephemeral).toBe(true);
    expect(labelsOf(answer)).toContain('Share in channel');
  });

  it('suggests what the report answers that questions go to', async () => {
    await as('admin').command('settings', { report: 'mill' }).response();
    const message = await as('member').command('help').response();
    expect(labelsOf(message)).toEqual(['Who discovered the fire?', 'What did the fire brigade save?']);
  });

  it('leads back to itself when the reports have changed since', async () => {
    const message = await as('member').command('help').response();
    await running.change('mill-fire.md', (text) => text.replace('three', 'four'));
    const note = await as('member')
      .click(message, buttonId(message, SUGGESTED[1] ?? ''))
      .response();
    expect(messageText(note)).toContain('Use /help to see what they say now.');
  });
});

describe('small talk', () => {
  it.each([
    ['hi', 'Hello! Ask me about the reports'],
    ['thanks!', 'You are welcome.'],
    ['help', 'Ask with /ask, in your own words; /help explains the rest.'],
    ['?', 'Write a question in your own words'],
    ['👋', 'Write a question in your own words'],
  ])('"%s" by mention gets one line and the buttons, and is no gap', async (said, line) => {
    const reply = await replyTo(as('member'), as('member').mention(said));
    expect(messageText(reply)).toContain(line);
    expect(messageText(reply).split('\n')).toHaveLength(1);
    expect(labelsOf(reply)).toEqual(SUGGESTED);
    const gaps = await as('owner').command('gaps').response();
    expect(messageText(gaps)).toContain('No gaps.');
  });

  it('is answered in its own language in a direct message, where the answer to a button stays', async () => {
    const mira = as('member', { directMessage: true });
    const reply = await replyTo(mira, mira.say('Guten Morgen!'));
    expect(messageText(reply)).toContain('Hallo! Fragen Sie mich');
    const answer = mira.click(reply, buttonId(reply, SUGGESTED[1] ?? ''));
    expect(messageText(await answer.response())).toContain('Otto Brandl');
    expect(answer.ephemeral).toBe(false);
  });

  it('is told to the one who says it alone with /ask', async () => {
    const asked = as('member').command('ask', { question: 'hello' });
    expect(messageText(await asked.response())).toContain('Hello!');
    expect(asked.ephemeral).toBe(true);
  });
});

describe('a question in another language', () => {
  it('is told so in the reader’s language, with questions that have an answer, and no list of words', async () => {
    const message = await as('member')
      .command('ask', { question: 'Wie viele Autos wurden repariert?' })
      .response();
    const text = messageText(message);
    expect(text).toContain('This question seems to be in German, and the reports are in English.');
    expect(text).not.toContain('Nowhere in the reports');
    expect(labelsOf(message)).toEqual([...SUGGESTED, 'Remove']);
  });

  it('is told so in its own language in a direct message', async () => {
    const mira = as('member', { directMessage: true });
    const reply = await replyTo(mira, mira.say('Combien de voitures ont été réparées ?'));
    expect(messageText(reply)).toContain(
      'Cette question semble être en français, et les rapports sont en anglais.',
    );
  });

  it('is answered where the reports answer it all the same', async () => {
    const message = await as('member').command('ask', { question: 'Wer ist Otto Brandl?' }).response();
    expect(messageText(message)).toContain('Otto Brandl');
    expect(messageText(message)).toMatch(/^> /mu);
  });
});
