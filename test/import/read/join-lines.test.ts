import { describe, expect, it } from 'vitest';
import {
  brokenIfWritten,
  brokenInPrint,
  loadKnownWords,
  neverBroken,
} from '../../../src/import/read/hyphens.ts';
import { joinLines } from '../../../src/import/read/join-lines.ts';

const linesOf = (text: string, full?: boolean) =>
  text
    .split('\n')
    .map((line, at) => ({ place: `line ${at + 1}`, text: line, ...(full !== undefined && { full }) }));

const join = (text: string): readonly string[] =>
  joinLines(linesOf(text), brokenIfWritten).lines.map((line) => line.text);

const RULES = {
  print: brokenInPrint(await loadKnownWords()),
  text: brokenIfWritten,
  all: neverBroken,
};

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
    ['in print: goes', 'the inter-\nnational line', 'print', 'the international line'],
    [
      'in a text: stays, because nobody can know',
      'the inter-\nnational line',
      'text',
      'the inter-national line',
    ],
    [
      'in a text that has the word: goes',
      'the inter-\nnational line is international',
      'text',
      'the international line is international',
    ],
    ['when everything is kept: stays', 'the inter-\nnational line', 'all', 'the inter-national line'],
    ['before a capital letter: stays', 'the Franco-\nBritish line', 'print', 'the Franco-British line'],
    ['after capital letters: stays', 'the US-\nbacked line', 'print', 'the US-backed line'],
    [
      'of a word that stands elsewhere with it: stays',
      'a ship-\nborne, ship-borne gun',
      'print',
      'a ship-borne, ship-borne gun',
    ],
    ['after a word that makes compounds: stays', 'a non-\ncommercial line', 'print', 'a non-commercial line'],
    ['of two words that are none together: stays', 'a much-\nloved line', 'print', 'a much-loved line'],
    ['of a word that begins as compounds do: goes', 'a pre-\nvious line', 'print', 'a previous line'],
    ['of a word that few know: goes', 'the jihad-\nists of it', 'print', 'the jihadists of it'],
    ['of a name: goes', 'off Fallu-\njah now', 'print', 'off Fallujah now'],
    ['that is a dash: stays', 'the line -\nand the ship', 'print', 'the line - and the ship'],
  ] as const)('knows a hyphen at the end of a line %s', (_, text, drop, joined) => {
    expect(joinLines(linesOf(text, true), RULES[drop]).lines.map((line) => line.text)).toEqual([joined]);
  });

  it('lists the hyphens that it dropped', () => {
    expect(joinLines(linesOf('one inter-\nnational line', true), RULES.print).removed).toEqual([
      { place: 'line 1', text: 'inter-/national', why: 'a hyphen at the end of a line' },
    ]);
  });
});
