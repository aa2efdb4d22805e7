import { foldWord } from './fold-word.ts';
import { functionWordsOf } from './function-words.ts';

/** Scripts that belong to one language alone, of those that the bot speaks. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/[\p{scx=Hiragana}\p{scx=Katakana}]/u, 'ja'],
  [/\p{Script=Arabic}/u, 'ar'],
];

/** Words without much meaning of their own, of which nearly every question has one. */
const WORDS: readonly (readonly [language: string, ReadonlySet<string>])[] = [
  ...['en', 'de', 'fr', 'es'].map((language) => [language, functionWordsOf(language)] as const),
  [
    'pt',
    new Set(
      'a ao aos as com como da das de do dos e em era foi foram ha mais na nao nas no nos o onde os para pela pelo por porque qual quais quando quanto quantos que quem se sao sobre sua um uma voce'.split(
        ' ',
      ),
    ),
  ],
];

/** The language of a question, by its script or by most of its function words; undefined when that is not clear. */
export function guessQuestionLanguage(question: string): string | undefined {
  const byScript = SCRIPTS.find(([script]) => script.test(question));
  if (byScript) return byScript[1];
  const words = (question.match(/\p{L}+/gu) ?? []).map(foldWord);
  const [first, second] = WORDS.map(([language, known]) => ({
    language,
    count: words.filter((word) => known.has(word)).length,
  })).toSorted((a, b) => b.count - a.count);
  return first && first.count > (second?.count ?? 0) ? first.language : undefined;
}
