import { describe, expect, it } from 'vitest';
import { noStore } from '../../src/store/open-store.ts';
import { buttonId, labelsOf } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { startRunningBot } from '../support/running-bot.ts';
import { type PersonName, useRunningBot } from '../support/use-running-bot.ts';

const QUESTION = 'What did Matthew Allen say was struck within two days?';

const running = useRunningBot('test');
const { as } = running;

describe('a vote', () => {
  it('on a public answer is counted once a person, in the message, and can be changed and taken back', async () => {
    const answer = await as('member').command('ask', { question: QUESTION }).response();
    const vote = async (name: PersonName, label: string) => {
      const current = as(name)
        .messages()
        .find(({ id }) => id === answer.id);
      if (!current) throw new Error('the answer has gone');
      const control = labelsOf(current).find((each) => each.startsWith(label)) ?? label;
      return labelsOf(await as(name).click(current, buttonId(current, control)).response());
    };
    expect(await vote('member', 'This helped')).toContain('This helped · 1');
    expect(await vote('member', 'This helped')).toContain('This helped');
    expect(await vote('member', 'This helped')).toContain('This helped · 1');
    expect(await vote('admin', 'This helped')).toContain('This helped · 2');
    const changed = await vote('admin', 'Wrong passage');
    expect(changed).toContain('This helped · 1');
    expect(changed).toContain('Wrong passage · 1');
  });

  it('leaves the quotation, its citation and the other buttons as they are', async () => {
    const asked = await as('member').command('ask', { question: QUESTION }).response();
    const [before, labels] = [messageText(asked), labelsOf(asked)];
    const after = await as('admin').click(asked, buttonId(asked, 'This helped')).response();
    expect(messageText(after)).toBe(before);
    expect(labelsOf(after).map((label) => label.replace(' · 1', ''))).toEqual(labels);
  });

  it('on a private answer is marked by a sign, and does not go along when the answer is shared', async () => {
    const mine = await as('member').command('ask', { question: QUESTION, private: true }).response();
    const voted = await as('member').click(mine, buttonId(mine, 'Wrong passage')).response();
    expect(labelsOf(voted)).toEqual(expect.arrayContaining(['This helped', '✓ Wrong passage']));
    const shared = await as('member').click(voted, buttonId(voted, 'Share in channel')).response();
    expect(labelsOf(shared).join()).not.toContain('✓');
    const back = await as('member').click(voted, buttonId(voted, '✓ Wrong passage')).response();
    expect(labelsOf(back)).toEqual(expect.arrayContaining(['This helped', 'Wrong passage']));
  });

  it('can be given on an answer that was shared', async () => {
    const mine = await as('member').command('ask', { question: QUESTION, private: true }).response();
    const shared = await as('member').click(mine, buttonId(mine, 'Share in channel')).response();
    const voted = await as('admin').click(shared, buttonId(shared, 'This helped')).response();
    expect(voted.id).toBe(shared.id);
    expect(labelsOf(voted)).toEqual(expect.arrayContaining(['This helped · 1', 'Wrong passage', 'Remove']));
  });

  it('after a reload is refused, because the answer is another', async () => {
    const answer = await as('member').command('ask', { question: QUESTION }).response();
    await running.change('mill-fire.md', (text) => `${text}\nA new paragraph.\n`);
    const note = await as('member').click(answer, buttonId(answer, 'This helped')).response();
    expect(messageText(note)).toContain('The reports have changed since this answer');
  });

  it('is not offered where nothing is kept, nor under what is no answer', async () => {
    const unanswered = await as('member').command('ask', { question: 'Which zebra won?' }).response();
    expect(labelsOf(unanswered).join()).not.toContain('helped');
    const other = await startRunningBot({ store: noStore });
    const answer = await other.discord
      .as(other.discord.people.member)
      .command('ask', { question: QUESTION })
      .response();
    expect(labelsOf(answer).join()).not.toContain('helped');
    await other.stop();
  });
});

describe('/gaps', () => {
  const counted = () => running.bot.events.filter((event) => event === 'question').length;

  /** Resolves when the question is counted, which it is after its answer was sent. */
  async function ask(question: string) {
    const before = counted();
    const answer = await as('member').command('ask', { question }).response();
    await expect.poll(counted).toBe(before + 1);
    return answer;
  }

  it('lists what was not answered and what was marked wrong, alike together, most frequent first', async () => {
    for (const question of ['Which zebra won?', 'which zebras won', 'WHICH ZEBRA WON?', 'Who sold llamas?'])
      await ask(question);
    const answer = await ask(QUESTION);
    await as('member').click(answer, buttonId(answer, 'Wrong passage')).response();
    const text = messageText(await as('owner').command('gaps').response());
    expect(text).toContain('**Gaps 1 to 3 of 3**, most frequent first');
    expect(text).toMatch(/\*\*1\.\*\* .*zebra.*\n-# not answered, 3 times, and 2 questions like it/i);
    expect(text).toContain('Who sold llamas?\n-# not answered, 1 time');
    expect(text).toMatch(/-# marked wrong by 1 person: \*\*ISIS militants.*\*\*, ¶ 4/);
  });

  it('dismisses one entry, until it is asked again', async () => {
    await ask('Which zebra won?');
    await ask('Who sold llamas?');
    const list = await as('owner').command('gaps').response();
    const first = messageText(list).includes('**1.** Which zebra') ? 'zebra' : 'llamas';
    const left = await as('owner').click(list, buttonId(list, 'Dismiss 1')).response();
    expect(messageText(left)).toContain('**Gap 1 of 1**');
    expect(messageText(left)).not.toContain(first);
    await ask(`Tell me of ${first}`);
    expect(messageText(await as('owner').command('gaps').response())).toContain(first);
  });

  it('turns pages', async () => {
    const animals = ['zebra', 'llama', 'otter', 'badger', 'walrus', 'gnu', 'ibex'];
    for (const animal of animals) await ask(`${animal}?`);
    const first = await as('owner').command('gaps').response();
    expect(messageText(first)).toContain('**Gaps 1 to 5 of 7**');
    const second = await as('owner').click(first, buttonId(first, 'Entries 6 to 7')).response();
    expect(messageText(second)).toContain('**Gaps 6 to 7 of 7**');
  });

  it('is for admins of the bot, at every use of its buttons', async () => {
    const refused = as('moderator').command('gaps');
    expect(messageText(await refused.response())).toMatch(
      /^Only admins of this bot may do this: .*`ADMIN_ROLE_IDS`/,
    );
    expect(refused.ephemeral).toBe(true);
  });

  it('says that there are none, and that nothing is kept', async () => {
    expect(messageText(await as('owner').command('gaps').response())).toContain('**No gaps.**');
    const other = await startRunningBot({ store: noStore });
    const reply = await other.discord.as(other.discord.people.owner).command('gaps').response();
    expect(messageText(reply)).toContain('`STORE=off`');
    await other.stop();
  });
});
