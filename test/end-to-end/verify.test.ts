import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { ComponentType } from 'discord-api-types/v10';
import { TEXT_LIMIT } from '../../src/render/reply.ts';
import { buttonId } from '../support/find-control.ts';
import { messageText } from '../support/message-text.ts';
import { useRunningBot } from '../support/use-running-bot.ts';
import { shownText } from '../support/shown-text.ts';

const running = useRunningBot('group');

const member = () => running.as('member');
const verify = async (quote: string) => {
  const asked = member().command('verify', { quote });
  const message = await asked.response();
  expect(asked.ephemeral).toBe(true);
  expect(messageText(message).length).toBeLessThanOrEqual(TEXT_LIMIT + 40);
  return message;
};
const verdict = async (quote: string) => messageText(await verify(quote));

const AIM = 'taking the place was never the aim: it is a fortified stronghold';

describe('/verify', () => {
  it('shows in private where a quotation stands, its words in bold, with the citation', async () => {
    const text = await verdict(AIM);
    expect(text).toContain('**Exact.**');
    expect(text).toContain('not that they are true');
    expect(text).toContain(`> Sources in the New Syrian Army said that **${AIM}** in which`);
    expect(text).toMatch(/¶ 10 of 13 · content [0-9a-f]{8}/);
  });

  it('joins the parts of a quotation', async () => {
    const text = await verdict('taking the place … as a test of what the group itself can do');
    expect(text).toContain('The 2 parts of the quotation are in a report word for word, in this order');
  });

  it('lists several places once each', async () => {
    const text = await verdict('Iraqi forces');
    expect(text).toContain('**Exact.**');
    expect(text.match(/¶ \d+ of 13/g)).toHaveLength(3);
  });

  it('shows each paragraph of a quotation across a border', async () => {
    const text = await verdict('can do. That assault is one part');
    expect(text).toContain('¶ 10 to ¶ 11.');
    expect(text).toContain('¶ 10 of 13');
    expect(text).toContain('¶ 11 of 13');
  });

  it('tells other typography from other words', async () => {
    const text = await verdict('and praised its airmen as “our heroes”');
    expect(text).toContain('**The same words.** Only the typography differs:');
    expect(text).toContain('- quotation marks: " in the report, “ in the quotation');
    expect(text).toContain('- quotation marks: " in the report, ” in the quotation');
  });

  it('takes capitals for typography, and counts them', async () => {
    const text = await verdict('AND PRAISED ITS AIRMEN AS “OUR HEROES”');
    expect(text).toContain('**The same words.** Only the typography differs:\n- capitals (7 times)\n');
    expect(text).toContain('- quotation marks: " in the report, ” in the quotation');
  });

  it('says of other words that the typography differs too, by kind', async () => {
    const text = await verdict('AND SCOLDED ITS AIRMEN AS “OUR HEROES”');
    expect(text).toContain('~~praised~~');
    expect(text).toContain(
      '-# The typography differs too: capitals (6 times) and quotation marks (2 times).',
    );
  });

  it('says in words and in form what was added and what is missing', async () => {
    const text = await verdict(AIM.replace('never', 'not').replace('fortified ', ''));
    expect(text).toContain('**Not word for word.**');
    expect(text).toContain(
      'taking the place was \\[missing from the quote: ~~never~~] \\[added in the quote: **not**] the aim',
    );
    expect(text).toContain('\\[missing from the quote: ~~fortified~~]');
    expect(text).toMatch(/\n> .*never the aim.*\n/);
    expect(text).toMatch(/¶ 10 of 13/);
  });

  it('says that the parts stand in another order', async () => {
    expect(await verdict('it is a fortified stronghold … was never the aim')).toContain('not in this order');
  });

  it.each([
    ['another text', 'A submarine was seen near Lisbon yesterday', 'Not in the reports.'],
    ['one common word', 'the', 'Too short to check.'],
    ['no words', '… “?!”', 'There are no words to check in this.'],
    ['a character nobody sees', '\u200b', 'There are no words to check in this.'],
  ])('answers politely: %s', async (_, quote, sentence) => expect(await verdict(quote)).toContain(sentence));

  it('names all differences of 6,000 characters, in a file what the message does not hold', async () => {
    const report = await readFile(`${running.dataDir}/fallujah-convoy-strikes.md`, 'utf8');
    const own = report.slice(report.indexOf('Two convoys'));
    const words = own.replaceAll(/^#.*$/gm, '').split(/\s+/).slice(0, 900);
    const quote = words
      .map((word, at) => (at % 9 === 4 ? `${word}, quokkas` : word))
      .join(' ')
      .slice(0, 6000);
    const message = await verify(quote);
    expect(messageText(message)).toMatch(/\d+ more differences do not fit here; the file holds all/);
    expect(message.attachments.map(({ filename }) => filename)).toEqual(['comparison.txt']);
  });

  it.each([
    ['marks', '*_`|~'.repeat(1200)],
    ['one word', 'x'.repeat(6000)],
    ['common words', 'of the '.repeat(857)],
    ['parts', 'Iraq … '.repeat(850)],
    [
      'markdown between true words',
      'Two **convoys** of ~~ISIL~~ fighters [leaving](https://a.example) Fallujah came '.repeat(70),
    ],
  ])('stays within the limits for 6,000 characters of %s', async (_, quote) => {
    const text = await verdict(quote.slice(0, 6000).trim());
    expect(text).toContain('**Quotation to check:**');
    expect(text).not.toContain('went wrong');
  });

  it.each([
    ['a ping', '@everyone'],
    ['a mention', '<@123456789012345678>'],
    ['a masked link', '[x](https://evil.example)'],
    ['bold', '**never**'],
    ['struck text', '~~never~~ ~'],
    ['a spoiler', '||never||'],
    ['code', '```never'],
    ['the labels of a comparison', '~~] [missing: zebra'],
    ['a backslash', '\\'],
    ['lines', '\n# never\n> - x'],
  ])('shows hostile markdown as it is: %s', async (_, hostile) => {
    const message = await verify(AIM.replace('never', `never ${hostile}`));
    const [first] = message.components ?? [];
    const markdown = first?.type === ComponentType.TextDisplay ? first.content : '';
    const shown = shownText(markdown.replaceAll('\n', ' ¶ '));
    expect(shown).toContain(`[added in the quote: ${hostile.replaceAll(/\s+/g, ' ').trim()}]`);
    expect(message.mention_everyone).toBe(false);
    expect(message.mentions).toEqual([]);
  });

  it('leads on to what stands around', async () => {
    const answer = await verify(AIM);
    const next = await member().click(answer, buttonId(answer, 'After: ¶ 11')).response();
    expect(messageText(next)).toMatch(/^\*\*Quotation to check:\*\* .*\n> That assault is one part/s);
  });

  it('can be shared', async () => {
    const answer = await verify(AIM);
    const shared = await member().click(answer, buttonId(answer, 'Share in channel')).response();
    expect(messageText(shared)).toContain('**Exact.**');
  });
});
