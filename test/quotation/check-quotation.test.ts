import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type QuotationCheck } from '../../src/quotation/check-quotation.ts';
import { loadCorpus } from '../../src/corpus/load-corpus.ts';
import { slice } from '../../src/text/span.ts';
import { hostile } from '../support/hostile-text.ts';
import { checkAgainst } from '../support/check-quotation.ts';
import { reportOf } from '../support/report.ts';
import { runs } from '../property-runs.ts';

const ferry = reportOf(
  [
    'The ferry Estrella sank off Corvo on 3 May. “Nobody was hurt,” the harbour master said. It cost 3.5 million.',
    'The owners can’t explain it – the non-lethal kind of failure, they call it. The café was\nopen that night.',
    'Divers raised the wreck in March. She was sold… and never sailed again. She was sold… in parts.',
  ],
  { id: 'ferry' },
);
const tower = reportOf(
  [
    'The lighthouse keeper saw the ferry leave. He wrote it down in his diary.',
    '灯台守は船が出るのを見た。彼は日記に書いた。',
    'He saw nothing. He saw nothing. He saw nothing. He saw it. He saw it. He saw it.',
  ],
  { id: 'tower' },
);
const reports = [ferry, tower];

/** A check in one line: its kind, and what it found. */
function told(check: QuotationCheck, quote: string): string {
  switch (check.kind) {
    case 'exact':
    case 'typographic': {
      const [{ report, paragraphs }] = check.places;
      const place = `${report.id} ${paragraphs.map(({ number }) => number).join('+')}`;
      const how = check.kind === 'exact' ? [] : [...new Set(check.differences.map(({ kind }) => kind))];
      return [check.kind, place, ...(check.total > 1 ? [`of ${check.total}`] : []), ...how].join(', ');
    }
    case 'differs': {
      const { body, id } = check.report;
      const changes = check.comparisons
        .flatMap(({ runs }) => runs)
        .filter(({ kind }) => kind !== 'kept')
        .map(
          ({ kind, span }) =>
            `${kind === 'added' ? '+' : '-'}${slice(kind === 'added' ? quote : body, span)}`,
        );
      return `${check.why} in ${id}: ${changes.join(' ')}`;
    }
    case 'not-found':
      return 'not found';
    case 'too-short':
      return `too short, ${check.total}`;
  }
}

const checked = async (quote: string): Promise<string> => told(checkAgainst(quote, reports), quote);

describe('checkQuotation()', () => {
  it.each([
    ['a sentence', 'The ferry Estrella sank off Corvo on 3 May.', 'exact, ferry 1'],
    ['a part of a sentence', 'Estrella sank off', 'exact, ferry 1'],
    ['sentences', 'the harbour master said. It cost 3.5 million.', 'exact, ferry 1'],
    ['across a paragraph border', 'It cost 3.5 million. The owners can’t explain it', 'exact, ferry 1+2'],
    ['across the end of a line', 'The café was open that night.', 'exact, ferry 2'],
    ['white space around', '  sank off Corvo \n', 'exact, ferry 1'],
    ['quotation marks of the person', '"The lighthouse keeper saw the ferry leave."', 'exact, tower 1'],
    ['quotation marks of the report', '“Nobody was hurt,”', 'exact, ferry 1'],
    ['one rare word', 'Estrella', 'exact, ferry 1'],
    ['words that stand in two places', 'She was sold', 'exact, ferry 3, of 2'],
    ['words in a language without spaces', '船が出る', 'exact, tower 2'],
    ['an ellipsis of the report', 'She was sold… and never', 'exact, ferry 3'],
    ['two parts in order', 'The ferry Estrella … on 3 May', 'exact, ferry 1'],
    ['parts in brackets', 'The ferry [...] sank […] on 3 May', 'exact, ferry 1'],
    ['parts joined by three dots', 'Divers raised...sailed again', 'exact, ferry 3'],
    ['parts of two paragraphs', 'Nobody was hurt … Divers raised', 'exact, ferry 1+3'],
    ['ellipses at the edges', '… sank off Corvo …', 'exact, ferry 1'],
    ['straight quotation marks', '"Nobody was hurt," the harbour', 'typographic, ferry 1, quotation marks'],
    ['a straight apostrophe', "The owners can't explain", 'typographic, ferry 2, quotation marks'],
    ['another dash', 'explain it — the non-lethal', 'typographic, ferry 2, dashes'],
    ['a dash without spaces', 'explain it—the', 'typographic, ferry 2, spaces, dashes'],
    ['a no-break space', 'sank\u00A0off Corvo', 'typographic, ferry 1, spaces'],
    ['dots for an ellipsis', 'She was sold... and never', 'typographic, ferry 3, ellipsis'],
    ['an accent of its own', 'The cafe\u0301 was open', 'typographic, ferry 2, letter forms'],
    ['an invisible character', 'The light\u00ADhouse keeper', 'typographic, tower 1, letter forms'],
    ['parts with other typography', '"Nobody was hurt," … It cost', 'typographic, ferry 1, quotation marks'],
    ['another word', 'The ferry Estrella sank off Flores on 3 May.', 'words in ferry: -Corvo +Flores'],
    ['another first word', 'A ferry Estrella sank off Corvo', 'words in ferry: -The +A'],
    ['another last word', 'the harbour master wrote.', 'words in ferry: -said +wrote'],
    ['a word more', 'The ferry Estrella never sank off Corvo', 'words in ferry: +never'],
    ['a word less', 'The ferry sank off Corvo', 'words in ferry: -Estrella'],
    ['another number', 'It cost 3.6 million.', 'words in ferry: -3.5 +3.6'],
    ['another case', 'the ferry Estrella sank', 'typographic, ferry 1, capitals'],
    ['capitals alone', 'THE OWNERS CAN’T EXPLAIN IT', 'typographic, ferry 2, capitals'],
    ['capitals and another word', 'THE FERRY ESTRELLA SANK OFF FLORES', 'words in ferry: -Corvo +FLORES'],
    ['a cut negation', 'The owners can', 'words in ferry: -’t'],
    ['a cut compound', 'lethal kind of failure', 'words in ferry: -non-'],
    ['another sign at the end', 'off Corvo on 3 May!', 'words in ferry: -. +!'],
    ['a change in the second part', 'The ferry Estrella … on 4 May. ', 'words in ferry: -3 +4'],
    ['parts in another order', 'on 3 May … ferry Estrella', 'order in ferry: '],
    ['parts of two reports', 'The ferry Estrella … in his diary', 'words in tower: -leave +Estrella'],
    [
      'a true start, made longer',
      'The ferry Estrella sank off Corvo because a submarine of an unknown navy had rammed it',
      'words in ferry: -on 3 May. +because a submarine of an unknown navy had rammed it',
    ],
    ['other words', 'A submarine was seen near Lisbon yesterday', 'not found'],
    ['one unknown word', 'zebra', 'not found'],
    ['words in another order', 'Corvo off sank', 'not found'],
    ['common words', 'He saw', 'too short, 6'],
    ['nothing', '', 'too short, 0'],
    ['signs only', '… “?!” — [...]', 'too short, 0'],
  ])('tells of %s', async (_, quote, expected) => expect(await checked(quote)).toBe(expected));

  it('finds the spans of what was quoted, part by part', async () => {
    const check = checkAgainst('Estrella […] on 3 May', reports);
    if (check.kind !== 'exact') throw new Error(`it is ${check.kind}`);
    expect(check.places[0].spans.map((span) => slice(ferry.body, span))).toEqual(['Estrella', 'on 3 May']);
  });

  it('joins parts that stand as near to each other as can be', async () => {
    const check = checkAgainst('She was sold … parts', reports);
    if (check.kind !== 'exact') throw new Error(`it is ${check.kind}`);
    expect(check.places[0].spans[0].start).toBe(ferry.body.lastIndexOf('She was sold'));
  });

  it('has nothing to find in no reports', async () => {
    expect(checkAgainst('The ferry sank.', [])).toEqual({ kind: 'not-found' });
  });

  it.each([
    ['one common word', 'the '.repeat(1500)],
    ['a thousand parts', 'the … '.repeat(1000)],
    ['one long word', 'x'.repeat(6000)],
    ['signs', '*_`|~'.repeat(1200)],
    ['dots', '. '.repeat(3000)],
    ['half real', `${slice(ferry.body, { start: 0, end: 250 })} ${'of the sea and a boat '.repeat(260)}`],
  ])('answers for 6,000 characters of %s', async (_, quote) => {
    expect(checkAgainst(quote, reports)).toHaveProperty('kind');
  });

  it('does not throw on any text, in a report or in a quotation', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.string({ unit: 'binary' }), async (text, quote, any) => {
        const own = [reportOf([`Some words. ${text}`, 'And a last paragraph.'])];
        for (const each of [quote, any, `${text} ${any}`]) {
          expect(checkAgainst(each, own)).toHaveProperty('kind');
        }
      }),
      { numRuns: runs(300) },
    );
  });

  it('finds every text with words in it that a report has', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, async (text) => {
        const own = reportOf([`Some words. ${text} And the end.`]);
        for (const { span } of own.paragraphs) {
          const quote = slice(own.body, span);
          if (!/[A-Za-z]{2}/u.test(quote)) continue;
          expect(checkAgainst(quote, [own]).kind).toBe('exact');
        }
      }),
      { numRuns: runs(300) },
    );
  });
});

describe('checkQuotation(), over every report of data/', async () => {
  const corpus = await loadCorpus(fileURLToPath(new URL('../../data', import.meta.url)));
  const texts = corpus.reports.flatMap(({ id, body, paragraphs }) =>
    paragraphs.flatMap(({ number, span, sentences }) =>
      sentences.flatMap(({ start }, at) =>
        sentences
          .slice(at)
          .map(({ end }) => ({ id, number, text: slice(body, { start, end }), whole: end === span.end })),
      ),
    ),
  );

  it('finds each sentence, each row of sentences and each paragraph exactly where it stands', async () => {
    for (const { id, number, text } of texts) {
      const check = checkAgainst(text, corpus.reports);
      if (check.kind !== 'exact') throw new Error(`${check.kind}: ${text}`);
      const found = check.places.map(({ report, paragraphs }) => `${report.id} ${paragraphs[0].number}`);
      expect(found).toContain(`${id} ${number}`);
    }
  });

  /** Where a check looked: the first place found, or the passage compared. */
  const placeOf = (check: QuotationCheck): string => {
    if (check.kind === 'differs') return `${check.report.id} ${check.comparisons[0]?.paragraphs[0]?.number}`;
    const places = 'places' in check ? check.places : [];
    return places.map(({ report, paragraphs }) => `${report.id} ${paragraphs[0].number}`).join(', ');
  };
  const sentences = texts.filter(({ text }) => text.split(' ').length > 6);
  const pick = fc.constantFrom(...sentences);

  it('finds a sentence in capitals where it is, and tells nothing but the capitals', () => {
    fc.assert(
      fc.property(pick, ({ id, number, text }) => {
        const check = checkAgainst(text.toUpperCase(), corpus.reports);
        expect(placeOf(check)).toContain(`${id} ${number}`);
        expect(told(check, text)).toMatch(/^typographic, [^,]+, capitals$/);
      }),
      { numRuns: runs(100) },
    );
  });

  it('finds a sentence with other quotation marks where it is, and counts each difference', () => {
    const curly = (text: string) =>
      text
        .replaceAll(/(?<=^|\s)"/gu, '“')
        .replaceAll('"', '”')
        .replaceAll("'", '’');
    fc.assert(
      fc.property(
        fc.constantFrom(...sentences.filter(({ text }) => /["']/u.test(text))),
        ({ id, number, text }) => {
          const quote = curly(text);
          const check = checkAgainst(quote, corpus.reports);
          if (check.kind !== 'typographic') throw new Error(`it is ${check.kind}`);
          expect(placeOf(check)).toContain(`${id} ${number}`);
          for (const mark of ['“', '”', '’']) {
            const counted = check.differences.find(({ inQuote }) => inQuote === mark)?.count ?? 0;
            expect(counted).toBe(quote.split(mark).length - 1 - (text.split(mark).length - 1));
          }
        },
      ),
      { numRuns: runs(100) },
    );
  });

  it('compares a sentence in capitals with any word changed with its own paragraph', () => {
    fc.assert(
      fc.property(pick, fc.nat(), fc.boolean(), ({ id, number, text }, at, capitals) => {
        const words = text.split(' ');
        const quote = words.with(at % words.length, 'Zyzzyva').join(' ');
        const check = checkAgainst(capitals ? quote.toUpperCase() : quote, corpus.reports);
        expect(check.kind).toBe('differs');
        expect(placeOf(check)).toBe(`${id} ${number}`);
      }),
      { numRuns: runs(150) },
    );
  });

  it.each([
    [
      'the words in order, not most of them',
      'more than 200 vehicles were destroyed',
      'fallujah-convoy-strikes 3',
    ],
    ['the same in capitals', 'MORE THAN 200 VEHICLES WERE DESTROYED', 'fallujah-convoy-strikes 3'],
    ['a stretch before its words apart', 'they fought in the south of Fallujah', 'fallujah-convoy-strikes 6'],
  ])('compares with the passage that shares most: %s', (_, quote, place) => {
    expect(placeOf(checkAgainst(quote, corpus.reports))).toBe(place);
  });

  it('names the one word that was changed, whichever it is', async () => {
    for (const { text } of texts) {
      const words = [...text.matchAll(/(?<=^|\s)[A-Za-z]+(?=$|[\s.,])/gu)];
      if (words.length < 4) continue;
      for (const word of words) {
        const quote = `${text.slice(0, word.index)}Zyzzyva${text.slice(word.index + word[0].length)}`;
        const check = checkAgainst(quote, corpus.reports);
        expect(told(check, quote)).toBe(
          `words in ${check.kind === 'differs' ? check.report.id : ''}: -${word[0]} +Zyzzyva`,
        );
      }
    }
  });

  it('names the one word that was left out', async () => {
    const one = fc.tuple(fc.constantFrom(...texts), fc.nat());
    await fc.assert(
      fc.asyncProperty(one, async ([{ text }, at]) => {
        const words = [...text.matchAll(/(?<=[a-z]\s)[A-Za-z]+\s(?=[a-z])/gu)];
        const word = words[at % words.length];
        if (word === undefined || words.length < 4) return;
        const quote = text.slice(0, word.index) + text.slice(word.index + word[0].length);
        const check = checkAgainst(quote, corpus.reports);
        expect(told(check, quote)).toBe(
          `words in ${check.kind === 'differs' ? check.report.id : ''}: -${word[0].trim()}`,
        );
      }),
      { numRuns: runs(300) },
    );
  });
});
