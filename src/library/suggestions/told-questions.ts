import { primaryLanguage } from '../../text/language-tag.ts';
import { isNamed, type Telling, TELLINGS } from './tellings.ts';
import type { WrittenForms } from './written-forms.ts';

const LONGEST_SENTENCE = 300;
/** "Die Fähre wurde 1905 gebaut." gives "Wann wurde die Fähre gebaut?"; nothing where that is not sure to be right. */
export function questionsOfSentence(
  sentence: string,
  language: string,
  forms: WrittenForms,
): readonly { readonly question: string; readonly about: string }[] {
  const telling = TELLINGS[primaryLanguage(language)];
  if (telling === undefined || sentence.length > LONGEST_SENTENCE) return [];
  const text = sentence.replaceAll(/\s+/gu, ' ');
  return telling.sentences.flatMap(({ form, ask }) => {
    const { subject = '', verb = '', rest = '' } = form.exec(text)?.groups ?? {};
    const about = insideSentence(subject, telling, forms);
    const isTold = about !== undefined && !pointsAway(`${subject} ${rest}`, telling);
    const question = isTold ? ask({ subject: about, verb, rest }, { subject, verb, rest }) : undefined;
    return question === undefined || about === undefined ? [] : [{ question, about }];
  });
}

const pointsAway = (words: string, { pointing }: Telling): boolean =>
  words
    .toLowerCase()
    .split(/[\s'’]/u)
    .some((word) => pointing.has(word));

/** The subject as it is written inside a sentence; undefined where it is neither a name nor a noun with its article. */
function insideSentence(
  subject: string,
  { articles, nounsAreCapital }: Telling,
  forms: WrittenForms,
): string | undefined {
  const [first = '', ...others] = subject.split(' ');
  const small = `${first.charAt(0).toLowerCase()}${subject.slice(1)}`;
  if (articles.has(first.toLowerCase()) && others.length > 0) return small;
  if (/^L['’]\p{L}/u.test(first)) return small;
  if (forms.isTitle(subject)) return forms.isSmall(first) ? small : subject;
  if (others.length > 0 && isNamed([first, ...others])) return subject;
  if (others.length === 0) return nounsAreCapital === true || forms.isName(first) ? subject : undefined;
  // "Competition rules", "Construction of the tower".
  return forms.isSmall(first) && !nounsAreCapital ? small : undefined;
}
