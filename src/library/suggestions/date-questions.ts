import { wordSet } from '../../attribution/words/lexicon.ts';
import { primaryLanguage } from '../../text/language-tag.ts';

/** How one language tells of what was done in a year, and asks for it in the same words. */
interface DateTemplate {
  /** Its `subject`, `verb` and `rest`. Only what was done to the subject: other verbs would need other forms. */
  readonly sentence: RegExp;
  readonly ask: (verb: string, subject: string, rest: string) => string;
  /** They are small inside a sentence. */
  readonly articles: ReadonlySet<string>;
  /** With these a subject may need words that the question would not show. */
  readonly pointing: ReadonlySet<string>;
  /** Whether every noun has a capital, so that a subject without an article may be one. */
  readonly nounsAreCapital: boolean;
}

const TEMPLATES: Readonly<Record<string, DateTemplate>> = {
  de: {
    sentence:
      /^(?<subject>\p{L}[^,;:()„“"»«]{1,80}?) (?<verb>wurden?) (?:(?:im Jahre? )?[12]\d{3}|im \p{L}{3,9} [12]\d{3}|am \d{1,2}\. \p{L}{3,9} [12]\d{3}) (?<rest>[^,;:()„“"»«.]{3,80}(?:t|en))\.$/u,
    ask: (verb, subject, rest) => `Wann ${verb} ${subject} ${rest}?`,
    articles: wordSet('der die das'),
    pointing: wordSet(
      `er sie es ihr ihre ihren ihrem ihrer sein seine seinen seinem seiner dies diese dieser dieses diesem diesen jene
       jener man auch dann dort hier davon daraus dabei und ein eine welche welcher ihm ihn ihnen sich selbst dessen deren nicht nie kein keine`,
    ),
    nounsAreCapital: true,
  },
  fr: {
    sentence:
      /^(?<subject>\p{L}[^,;:()«»"]{1,80}?) (?<verb>(?:a|ont) été|furent|fut) (?<rest>\p{L}{2,20}(?:é|i|u|[iu]t)e?s?) (?:en (?:\p{L}{3,9} )?|le \d{1,2}(?:er)? \p{L}{3,9} )[12]\d{3}(?= par |\.$)/u,
    ask: (verb, subject, rest) => `Quand ${verb} ${rest} ${subject}\u00A0?`,
    articles: wordSet('le la les'),
    pointing: wordSet(
      'il elle ils elles ce cette ces cet son sa ses leur leurs qui que dont où et y en un une des celui celle ceux',
    ),
    nounsAreCapital: false,
  },
  es: {
    sentence:
      /^(?<subject>\p{L}[^,;:()«»"]{1,80}?) (?<verb>fue|fueron) (?<rest>\p{L}{2,20}(?:[aií]d|crit|iert|ech)[oa]s?) en (?:el año )?(?:\p{L}{4,10} de )?[12]\d{3}(?= por |\.$)/u,
    ask: (verb, subject, rest) => `¿Cuándo ${verb} ${rest} ${subject}?`,
    articles: wordSet('el la los las'),
    pointing: wordSet(
      'él ella ellos ellas este esta estos estas ese esa su sus que quien cuyo donde y lo un una unos unas también aquel',
    ),
    nounsAreCapital: false,
  },
  pt: {
    sentence:
      /^(?<subject>\p{L}[^,;:()«»“”"]{1,80}?) (?<verb>foi|foram) (?<rest>\p{L}{2,20}(?:[aií]d|crit|bert|eit)[oa]s?) em (?:\p{L}{4,10} de )?[12]\d{3}(?= por | pel|\.$)/u,
    ask: (verb, subject, rest) => `Quando ${verb} ${rest} ${subject}?`,
    articles: wordSet('o a os as'),
    pointing: wordSet(
      'ele ela eles elas este esta estes estas esse essa seu sua seus suas que quem cujo onde e um uma também aquele',
    ),
    nounsAreCapital: false,
  },
};

const LONGEST_SENTENCE = 300;
/** Between the words of a name. */
const SMALL = wordSet('de du des d la le les del los las da do das dos');

/** "Die Fähre wurde 1905 gebaut." gives "Wann wurde die Fähre gebaut?"; undefined where that is not sure to be right. */
export function askForDate(sentence: string, language: string): string | undefined {
  const template = TEMPLATES[primaryLanguage(language)];
  if (template === undefined || sentence.length > LONGEST_SENTENCE) return undefined;
  const found = template.sentence.exec(sentence.replaceAll(/\s+/gu, ' '))?.groups;
  if (found === undefined) return undefined;
  const { subject = '', verb = '', rest = '' } = found;
  const [first = '', ...others] = subject.split(' ');
  const all = `${subject} ${rest}`.toLowerCase().split(/[\s'’]/u);
  if (all.some((word) => template.pointing.has(word))) return undefined;
  const hasArticle = template.articles.has(first.toLowerCase()) && others.length > 0;
  if (hasArticle) return template.ask(verb, [first.toLowerCase(), ...others].join(' '), rest);
  if (/^L['’]\p{L}/u.test(first) && language.startsWith('fr'))
    return template.ask(verb, `l${subject.slice(1)}`, rest);
  const isNamed = [first, ...others].every((word) => /^\p{Lu}/u.test(word) || SMALL.has(word.toLowerCase()));
  return isNamed || (template.nounsAreCapital && others.length === 0)
    ? template.ask(verb, subject, rest)
    : undefined;
}
