import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderFault } from '../../src/corpus/fault.ts';
import { type Corpus, loadCorpus } from '../../src/corpus/load-corpus.ts';
import { slice } from '../../src/text/span.ts';

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, '');

describe('every report of data/', () => {
  let corpus: Corpus;
  beforeAll(async () => {
    corpus = await loadCorpus(fileURLToPath(new URL('../../data', import.meta.url)));
  });

  it('loads without a fault', () => {
    expect(corpus.faults.map(renderFault)).toEqual([]);
    expect(corpus.reports.length).toBeGreaterThanOrEqual(1);
  });

  it('has paragraphs counted from 1, in order, with text at both edges', () => {
    for (const { body, paragraphs } of corpus.reports) {
      expect(paragraphs.map(({ number }) => number)).toEqual(paragraphs.map((_, index) => index + 1));
      let end = 0;
      for (const { span } of paragraphs) {
        expect(span.start).toBeGreaterThanOrEqual(end);
        expect(slice(body, span)).toBe(slice(body, span).trim());
        expect(slice(body, span)).not.toBe('');
        end = span.end;
      }
    }
  });

  it('has sentences that cover their paragraph, all but white space', () => {
    for (const { id, body, paragraphs } of corpus.reports) {
      for (const { number, span, sentences } of paragraphs) {
        const joined = sentences.map((sentence) => slice(body, sentence)).join('');
        const place = `${id} ${number}: `;
        expect(place + withoutSpace(joined)).toBe(place + withoutSpace(slice(body, span)));
      }
    }
  });
});
