interface Debris {
  /** Completes "holds ...". */
  readonly what: string;
  readonly pattern: RegExp;
  /** Looked for only in paragraphs that short, in UTF-16 code units: in a long one the words may belong. */
  readonly within?: number;
}

/** A line of a web page, not of its article. */
const SHORT = 160;

const KINDS: readonly Debris[] = [
  { what: 'an HTML tag', pattern: /<\/?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,300})?\/?>/iu },
  { what: 'an HTML character name', pattern: /&(?:[a-z]{2,8}|#\d{1,6}|#x[\da-f]{1,5});/iu },
  {
    what: 'letters read in a wrong encoding',
    pattern: /\uFFFD|â€[\u0080-\u00BF™œ\u009D“”˜]|Ã[\u0080-\u00BF©¨§±¶¼]/u,
  },
  { what: 'a page number', pattern: /^(?:page\s)?\d{1,4}(?:\s?(?:\/|of)\s?\d{1,4})?$/iu, within: SHORT },
  { what: 'a bare web address', pattern: /^https?:\/\/\S+$/iu, within: 500 },
  {
    what: 'what a web page puts around an article',
    pattern:
      /\b(?:accept (?:all )?cookies|advertisement|all rights reserved|click here|follow us on|log ?in to|read more|related (?:articles|stories)|share (?:this|on)|sign up|skip to (?:main )?content|subscribe (?:to|now)|terms of use|privacy policy)\b/iu,
    within: SHORT,
  },
];

/** What in a paragraph looks as if it were no part of the report, to follow "holds"; undefined when nothing does. */
export const findDebris = (text: string): string | undefined =>
  KINDS.find(({ pattern, within = Infinity }) => text.length <= within && pattern.test(text))?.what;
