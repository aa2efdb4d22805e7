import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { STEMS_VERSION } from '../../../src/search/opensearch/paragraph-index.ts';
import { batchesOf, tokenOf } from '../../../src/search/opensearch/paragraph-batches.ts';
import { analyseReport } from '../../../src/search/index/report-analysis.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { createLanguages } from '../../../src/text/language.ts';
import { reportOf } from '../../support/report.ts';

const languageOf = createLanguages();
const batches = (language: string, text: string) => {
  const report = reportOf([text], { language });
  const analysis = runSync(analyseReport(report, languageOf(language)));
  return [...batchesOf([{ report, hash: 'hash', analysis }])].filter((batch) => batch !== undefined);
};

describe('tokenOf()', () => {
  // More than Java's Character.isWhitespace(); the analyser parts words after 255 characters too.
  const PARTED = /[\p{Zs}\p{Zl}\p{Zp}\p{Cc}]|.{256}/su;
  const stem = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.string({ maxLength: 3 }).map((text) => `#${text}`),
    fc.constantFrom('a'.repeat(256), '\uD800', 'two words', 'tab\t', '\u001C'),
  );

  it('gives what the server’s analyser leaves whole', () => {
    fc.assert(
      fc.property(stem, (any) => {
        expect(tokenOf(any)).not.toMatch(PARTED);
      }),
    );
  });

  it('tells every two stems apart', () => {
    fc.assert(fc.property(stem, stem, (one, other) => (tokenOf(one) === tokenOf(other)) === (one === other)));
    expect(tokenOf(tokenOf('two words'))).not.toBe(tokenOf('two words'));
  });

  it('leaves a word that is written in letters as it is', () => {
    expect(['ferri', 'größ', 'フェリー', 'سفين'].map(tokenOf)).toEqual(['ferri', 'größ', 'フェリー', 'سفين']);
  });
});

describe('batchesOf()', () => {
  it('marks a report in the request after the last of its paragraphs', () => {
    const [batch, ...others] = batches('en', 'The ferry sank.');
    expect(others).toEqual([]);
    expect(batch?.lines.filter((line) => 'index' in line)).toEqual([{ index: { _id: 'hash#0' } }]);
    expect(batch?.marks[0]).toEqual({ index: { _id: 'hash' } });
  });

  // Whoever changes these lines raises the version too: else the old index has other stems than questions.
  it(`indexes the stems that version ${STEMS_VERSION} stands for`, () => {
    const stemsOf = ([language, text]: readonly [string, string]) =>
      batches(language, text)[0]?.lines[1]?.['stems'];
    const texts = [
      ['en', "The U.S. inspectors' twenty-three ferries sank on 3 May 2016, costing $1.5m."],
      ['de', 'Die Prüferinnen der Fährgesellschaft untersuchten zweihundert Häfen.'],
      ['fr', 'L’enquête des inspecteurs s’achevait; les traversiers étaient arrêtés.'],
      ['es', 'Los inspectores examinaban las embarcaciones averiadas.'],
      ['pt-BR', 'As inspeções não encontraram embarcações avariadas.'],
      ['ja', '検査官はフェリーを調査しました。'],
      ['ar', 'فحص المفتشون السفن المتضررة.'],
    ] as const;
    expect(texts.map(stemsOf)).toMatchInlineSnapshot(`
      [
        "us. inspector 23 ferri sink 3 2016 cost 1.5m",
        "pruferinn fahrgesellschaft untersucht zweihundert haf",
        "enquet inspecteur achev traversi arret",
        "inspector examin embarc averi",
        "as inspeco nao encontr embarcaco avari",
        "検査官 は フェリー を 調査 しま した",
        "فحص مفتش سفن متضرر",
      ]
    `);
  });
});
