import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Answer, Passage } from '../../src/answer/answer.ts';
import type { Report } from '../../src/corpus/report.ts';
import { type Reply, TEXT_LIMIT } from '../../src/discord/reply.ts';
import { renderAnswer } from '../../src/discord/render-answer.ts';
import { reportOf } from '../support/report.ts';

const ferry = reportOf(['The ferry sank. Nobody was hurt.', 'It was built in 1987.'], {
  title: 'The *Estrella* ferry',
  publisher: 'Harbour News',
  published: '2016-07-01',
  url: 'https://news.example/ferry',
});

function passage(report: Report, number: number, sentence?: number): Passage {
  const paragraph = report.paragraphs[number - 1];
  if (!paragraph) throw new Error(`no paragraph ${number}`);
  const span = sentence === undefined ? undefined : paragraph.sentences[sentence - 1];
  return { report, paragraph, score: 1, ...(span && { sentence: span }) };
}

const quoted = (first: Passage): Answer => ({ kind: 'quoted', passages: [first] });

const textsIn = (reply: Reply): string[] =>
  reply.components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []));

const render = (answer: Answer, question = 'What happened?') => renderAnswer(answer, question, '1a2b3c4d');

describe('renderAnswer()', () => {
  it('quotes the paragraph with its sentence in bold, and says where it stands', () => {
    expect(textsIn(render(quoted(passage(ferry, 1, 1))))).toEqual([
      '-# What happened?',
      '> **The ferry sank.** Nobody was hurt.',
      '-# **The \\*Estrella\\* ferry** · Harbour News · 2016-07-01 · ¶ 1 of 2 · content 1a2b3c4d',
    ]);
  });

  it('links to the source when the report has an address that fits a button', () => {
    const linked = JSON.stringify(render(quoted(passage(ferry, 1))));
    expect(linked).toContain('"url":"https://news.example/ferry"');
    const far = { ...ferry, url: `https://news.example/${'a'.repeat(500)}` };
    expect(JSON.stringify(render(quoted(passage(far, 1))))).not.toContain('"url"');
  });

  it('offers related passages as not an answer, with the words that occur nowhere', () => {
    const answer: Answer = { kind: 'related', passages: [passage(ferry, 2)], missing: ['submarine', '*'] };
    const [intro, quote] = textsIn(render(answer, 'Which submarine sank?'));
    expect(intro).toContain('The reports do not answer this.');
    expect(intro).toContain('Nowhere in the reports: “submarine”, “\\*”.');
    expect(intro).toContain('not an answer');
    expect(quote).toBe('> It was built in 1987.');
  });

  it('marks no sentence of what is not an answer, nor the only one of a paragraph', () => {
    const related: Answer = { kind: 'related', passages: [passage(ferry, 1, 1)], missing: [] };
    expect(textsIn(render(related))[1]).toBe('> The ferry sank. Nobody was hurt.');
    expect(textsIn(render(quoted(passage(ferry, 2, 1))))[1]).toBe('> It was built in 1987.');
  });

  it('tells a question without an answer from one without words', () => {
    expect(textsIn(render({ kind: 'none', missing: ['zebra'] }))[0]).toContain(
      'Nowhere in the reports: “zebra”',
    );
    expect(textsIn(render({ kind: 'none', missing: [] }, ''))[0]).toContain('nothing to look for');
  });

  it('shows a paragraph that is too long as a marked excerpt around the answer, and attaches it whole', () => {
    const sentences = Array.from(
      { length: 200 },
      (_, i) => `Sentence number ${i + 1} has some *words* in it.`,
    );
    const long = reportOf([sentences.join(' ')]);
    const reply = render(quoted(passage(long, 1, 150)));
    const texts = textsIn(reply);
    expect(texts.join('')).toContain('**Sentence number 150 has some \\*words\\* in it.**');
    expect(texts[2]).toMatch(/^-# Excerpt: sentences \d+ to \d+ of 200\. The whole paragraph is attached\.$/);
    expect(reply.files?.map(({ text }) => text)).toEqual([sentences.join(' ')]);
  });

  it('attaches a paragraph of which not even one sentence fits', () => {
    const reply = render(quoted(passage(reportOf(['word '.repeat(2000).trim()]), 1)));
    expect(textsIn(reply)[1]).toBe('-# This paragraph is too long to show here; it is attached.');
    expect(reply.files).toHaveLength(1);
  });

  it.each([
    ['marks that double in length', '*'.repeat(3000)],
    ['6,000 letters', 'x'.repeat(6000)],
    ['many short sentences', 'So it goes. '.repeat(600).trim()],
    ['emoji', '👩‍👩‍👧 '.repeat(900).trim()],
  ])('stays within the limit after escaping: %s', (_, text) => {
    const report = reportOf([text, text, text], { title: `*${'t'.repeat(290)}*` });
    const related: Answer = {
      kind: 'related',
      passages: [1, 2, 3].map((n) => passage(report, n)),
      missing: [text, text],
    };
    for (const answer of [quoted(passage(report, 1)), related]) {
      const total = textsIn(render(answer, text)).join('').length;
      expect(total).toBeLessThanOrEqual(TEXT_LIMIT);
    }
  });
});
