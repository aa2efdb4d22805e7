import { describe, expect, it } from 'vitest';
import { joinLines } from '../../../src/import/read/join-lines.ts';

const linesOf = (text: string, full?: boolean) =>
  text
    .split('\n')
    .map((line, at) => ({ place: `line ${at + 1}`, text: line, ...(full !== undefined && { full }) }));

const join = (text: string): readonly string[] =>
  joinLines(linesOf(text), 'known').lines.map((line) => line.text);

describe('joinLines()', () => {
  it('joins what was wrapped at a width, and leaves a short line its end', () => {
    const wrapped =
      'The keeper of the light had not seen another person for nine\nweeks when the supply boat came round the western point, and\nhe wept.\nBread\nMilk';
    expect(join(wrapped)).toEqual([
      'The keeper of the light had not seen another person for nine weeks when the supply boat came round the western point, and he wept.',
      'Bread',
      'Milk',
    ]);
  });

  it.each([
    ['a poem', 'The wind is blue,\nthe sea is white,\nand nobody\nsails tonight.'],
    [
      'a list',
      '- The first entry of the list of the harbour office\n- The second one of the list of the harbour office\n- The third one',
    ],
    [
      'paragraphs of one line each',
      `${'a '.repeat(200).trim()}\n${'b '.repeat(190).trim()}\n${'c '.repeat(210).trim()}`,
    ],
    ['lines apart', 'The keeper of the light had not seen another person\n\nfor nine weeks'],
  ])('leaves %s alone', (_, text) => {
    expect(join(text)).toEqual(text.split('\n'));
  });

  it.each([
    ['in print: goes', 'the inter-\nnational line', 'always', 'the international line'],
    [
      'in a text: stays, because nobody can know',
      'the inter-\nnational line',
      'known',
      'the inter-national line',
    ],
    [
      'in a text that has the word: goes',
      'the inter-\nnational line is international',
      'known',
      'the international line is international',
    ],
    ['when everything is kept: stays', 'the inter-\nnational line', 'never', 'the inter-national line'],
    ['before a capital letter: stays', 'the Franco-\nBritish line', 'always', 'the Franco-British line'],
    ['after capital letters: stays', 'the US-\nbacked line', 'always', 'the US-backed line'],
    [
      'of a word that stands elsewhere with it: stays',
      'a ship-\nborne, ship-borne gun',
      'always',
      'a ship-borne, ship-borne gun',
    ],
    [
      'after a word that makes compounds: stays',
      'a non-\ncommercial line',
      'always',
      'a non-commercial line',
    ],
    ['that is a dash: stays', 'the line -\nand the ship', 'always', 'the line - and the ship'],
  ] as const)('knows a hyphen at the end of a line %s', (_, text, drop, joined) => {
    expect(joinLines(linesOf(text, true), drop).lines.map((line) => line.text)).toEqual([joined]);
  });

  it('lists the hyphens that it dropped', () => {
    expect(joinLines(linesOf('one inter-\nnational line', true), 'always').removed).toEqual([
      { place: 'line 1', text: 'inter-/national', why: 'a hyphen at the end of a line' },
    ]);
  });
});
