import { ComponentType } from 'discord.js';
import { describe, expect, it } from 'vitest';
import type { Answer, Passage } from '../../src/answer/answer.ts';
import type { Report } from '../../src/corpus/report.ts';
import { createFixedLibrary, type Library } from '../../src/library/library.ts';
import { type RenderContext, type Reply, TEXT_LIMIT } from '../../src/render/reply.ts';
import { renderAnswer } from '../../src/render/render-answer.ts';
import { reportOf } from '../support/report.ts';

const ferry = reportOf(['The ferry sank. Nobody was hurt.', 'It was built in 1987.'], {
  title: 'The *Estrella* ferry',
  publisher: 'Harbour News',
  published: '2016-07-01',
  url: 'https://news.example/ferry',
});

function passage(report: Report, number: number, sentence?: number, words?: string): Passage {
  const paragraph = report.paragraphs[number - 1];
  if (!paragraph) throw new Error(`no paragraph ${number}`);
  const span = sentence === undefined ? undefined : paragraph.sentences[sentence - 1];
  const start = words === undefined ? -1 : report.body.indexOf(words, paragraph.span.start);
  const answer = words === undefined ? undefined : { start, end: start + words.length };
  return { report, paragraph, score: 1, ...(span && { sentence: span }), ...(answer && { answer }) };
}

const quoted = (first: Passage, ...others: Passage[]): Answer & { kind: 'quoted' } => ({
  kind: 'quoted',
  passages: [first, ...others],
  tied: false,
  confidence: 0.9,
});

const related = (
  passages: readonly Passage[],
  fields: Partial<Answer & { kind: 'related' }> = {},
): Answer => ({
  kind: 'related',
  passages,
  missing: [],
  noneAnswers: false,
  confidence: 0.1,
  ...fields,
});
const none = (missing: readonly string[]): Answer => ({ kind: 'none', missing, confidence: 0 });

const textsIn = (reply: Reply): string[] =>
  reply.components
    .flatMap((component) => (component.type === ComponentType.Container ? component.components : [component]))
    .flatMap((component) => (component.type === ComponentType.TextDisplay ? [component.content] : []));

const labelsIn = (reply: Reply): string[] =>
  reply.components.flatMap((component) =>
    component.type === ComponentType.ActionRow
      ? component.components.flatMap((each) =>
          'label' in each && each.label !== undefined ? [each.label] : [],
        )
      : [],
  );

const inLibrary = async (
  answer: Answer,
  {
    question = 'What happened?',
    written,
    ...context
  }: Partial<RenderContext> & { readonly question?: string; readonly written?: string } = {},
): Promise<Reply> => {
  const passages = 'passages' in answer ? answer.passages : [];
  const library: Library = await createFixedLibrary([...new Set(passages.map(({ report }) => report))]);
  const asked = { question, ...(written !== undefined && { written }) };
  return renderAnswer(answer, asked, { library, locale: 'en-GB', audience: 'public', ...context });
};

describe('renderAnswer()', () => {
  it('quotes the paragraph with its sentence in bold, and says where it stands', async () => {
    const texts = textsIn(await inLibrary(quoted(passage(ferry, 1, 1))));
    expect(texts.slice(0, 2)).toEqual(['-# What happened?', '> **The ferry sank.** Nobody was hurt.']);
    expect(texts[2]).toMatch(
      /^-# \*\*The \\\*Estrella\\\* ferry\*\* · Harbour News · 1 July 2016\n-# ¶ 1 of 2 · content [0-9a-f]{8}$/,
    );
  });

  it.each([
    ['de', '1. Juli 2016'],
    ['en-US', 'July 1, 2016'],
    ['ja', '2016年7月1日'],
  ])('writes the date as readers of %s do', async (locale, date) => {
    const [, , citation] = textsIn(await inLibrary(quoted(passage(ferry, 1)), { locale }));
    expect(citation?.replaceAll('\\', '')).toContain(date);
  });

  it('names the speaker and shows the sentence before, when the passage needs them', async () => {
    const report = reportOf(['The minister spoke on Monday.', 'He said that the ferry was old.']);
    const first = passage(report, 2);
    const [before, speaker] = [passage(report, 1).paragraph.span, { start: 0, end: 12 }];
    const texts = textsIn(await inLibrary(quoted({ ...first, before, speaker })));
    expect(texts.slice(1, 4)).toEqual([
      '-# The sentence before:\n> The minister spoke on Monday.',
      'Said by, as the report gives it: **The minister**',
      '> He said that the ferry was old.',
    ]);
  });

  it('does not name the speaker with whom the quotation begins', async () => {
    const report = reportOf(['An unnamed source said that the ferry was old. It sank. He wept.']);
    const speaker = { start: 0, end: 17 };
    const named = async (marked: number) =>
      textsIn(await inLibrary(quoted({ ...passage(report, 1, marked), speaker }))).some((text) =>
        text.startsWith('Said by'),
      );
    expect(await named(1)).toBe(false);
    expect(await named(3)).toBe(true);
  });

  it('leads to the place at the source', async () => {
    const reply = JSON.stringify(await inLibrary(quoted(passage(ferry, 1, 1))));
    expect(reply).toContain('"url":"https://news.example/ferry#:~:text=The%20ferry%20sank');
  });

  it('underlines the words that answer in the sentence, and leads to them', async () => {
    const reply = await inLibrary(quoted(passage(ferry, 1, 1, 'sank')));
    expect(textsIn(reply)[1]).toBe('> **The ferry __sank__.** Nobody was hurt.');
    expect(JSON.stringify(reply)).toContain('"url":"https://news.example/ferry#:~:text=sank"');
  });

  it('leads to the sentence where the words that answer have no place of their own', async () => {
    const text = 'The ferry sank with sank-like sounds.';
    const report = reportOf([text, text.replace('ferry', 'boat')], { url: 'https://news.example/a' });
    const reply = await inLibrary(quoted(passage(report, 1, 1, 'an')));
    expect(textsIn(reply)[1]).toContain('s__an__k');
    expect(JSON.stringify(reply)).toContain('#:~:text=The%20ferry%20sank%20with');
  });

  it('shows of a long paragraph the part with the words that answer', async () => {
    const sentence = `It ${'went '.repeat(700)}down in 1987.`;
    const reply = await inLibrary(quoted(passage(reportOf([sentence]), 1, 1, '1987')));
    expect(textsIn(reply)[1]).toContain('down in __1987__.');
  });

  it.each([
    ['public', 'Remove'],
    ['private', 'Share in channel'],
  ] as const)('offers under a %s answer what its reader can do with it', async (audience, label) => {
    const labels = labelsIn(await inLibrary(quoted(passage(ferry, 1)), { audience }));
    expect(labels).toEqual(['After: ¶ 2', 'Open the source', label]);
  });

  it('offers neither in a direct message', async () => {
    const labels = labelsIn(await inLibrary(quoted(passage(ferry, 2)), { audience: 'direct' }));
    expect(labels).toEqual(['Before: ¶ 1', 'Open the source']);
  });

  it('lists the other passages that were found', async () => {
    const reply = JSON.stringify(await inLibrary(quoted(passage(ferry, 1), passage(ferry, 2))));
    expect(reply).toContain('"label":"¶ 2 · The *Estrella* ferry"');
    expect(reply).toContain('"description":"It was built in 1987."');
  });

  it('offers related passages as not an answer, with the words that occur nowhere', async () => {
    const answer = related([passage(ferry, 1, 1, 'sank')], { missing: ['submarine', '*'] });
    const [intro, quote] = textsIn(await inLibrary(answer, { question: 'Which submarine sank?' }));
    expect(intro).toContain(
      '**The reports do not answer this.** Nowhere in the reports: “submarine” and “\\*”.',
    );
    expect(intro).toContain('Nearest passages, **not an answer**:');
    expect(quote).toBe('> The ferry sank. Nobody was hurt.');
  });

  it('says so when it is sure that none of the nearest passages answers', async () => {
    const [bare] = textsIn(await inLibrary(related([passage(ferry, 1)], { noneAnswers: true })));
    expect(bare?.split('\n').slice(1)).toEqual([
      '**The reports do not answer this.**',
      'Nearest passages; **none gives what was asked.**',
    ]);
    const answer = related([passage(ferry, 1)], { noneAnswers: true, missing: ['submarine'] });
    const [lacking] = textsIn(await inLibrary(answer));
    expect(lacking).toMatch(/Nowhere in the reports: “submarine”\.\nNearest passages; \*\*none gives/);
  });

  it('tells a question without an answer from one without words', async () => {
    const [without] = textsIn(await inLibrary(none(['zebra'])));
    expect(without).toContain('Nowhere in the reports: “zebra”');
    const [empty] = textsIn(await inLibrary(none([]), { question: '' }));
    expect(empty).toContain('nothing to look for');
  });

  it('offers both of two passages that fit equally well', async () => {
    const answer = quoted(passage(ferry, 1), passage(ferry, 2));
    const texts = textsIn(await inLibrary({ ...answer, tied: true }));
    expect(texts[0]).toContain('**Two passages fit this question equally well:**');
    expect(texts).toContain('> The ferry sank. Nobody was hurt.');
    expect(texts).toContain('> It was built in 1987.');
  });

  it('gives each of several passages its own way to the source', async () => {
    const answer = related([passage(ferry, 1), passage(ferry, 2)]);
    const links = JSON.stringify(await inLibrary(answer)).match(/"label":"Open the source"/g);
    expect(links).toHaveLength(2);
  });

  it('shows a paragraph that is too long in parts, first the one that answers', async () => {
    const sentences = Array.from(
      { length: 110 },
      (_, i) => `Sentence number ${i + 1} has some *words* in it.`,
    );
    const reply = await inLibrary(quoted(passage(reportOf([sentences.join(' ')]), 1, 60)));
    expect(textsIn(reply)[1]).toContain('**Sentence number 60 has some \\*words\\* in it.**');
    const [, part, parts] = /^-# Part (\d) of (\d) of this paragraph\.$/.exec(textsIn(reply)[2] ?? '') ?? [];
    expect(Number(parts)).toBeGreaterThan(Number(part));
    expect(labelsIn(reply)).toContain(`Part ${Number(part) + 1} of ${parts}`);
  });

  it('withholds a passage that Discord would not show exactly, and says so', async () => {
    const reply = await inLibrary(quoted(passage(reportOf(['Left\u202eright. It ends.']), 1)));
    expect(textsIn(reply)[1]).toBe('This passage cannot be shown exactly here. Read it in the report:');
    expect(reply.withheld).toEqual([expect.stringContaining('sample 0-')]);
    expect(JSON.stringify(reply)).not.toContain('\u202e');
  });

  it.each([
    ['marks that double in length', '*'.repeat(3000)],
    ['6,000 letters', 'x'.repeat(6000)],
    ['many short sentences', 'So it goes. '.repeat(600).trim()],
    ['emoji', '👩‍👩‍👧 '.repeat(900).trim()],
  ])('stays within the limits after escaping: %s', async (_, text) => {
    const report = reportOf([text, text, text], { title: `*${'t'.repeat(290)}*` });
    const nearest = [1, 2, 3].map((n) => passage(report, n));
    for (const answer of [quoted(passage(report, 1)), related(nearest, { missing: [text, text] })]) {
      const reply = await inLibrary(answer, { question: text });
      expect(textsIn(reply).join('').length).toBeLessThanOrEqual(TEXT_LIMIT);
    }
  });
});
