import { type Asked, COUNTED } from './asked.ts';
import type { Sentence } from './claims.ts';
import { OWN_SHARE } from './alike.ts';
import { findNegation } from './negations.ts';
import { ONE_FORM } from './vocabulary.ts';

const NUMBER =
  /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,6}teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|thousand|million|billion|trillion)\b/iu;
const DATE =
  /\d|day\b|\b(?:January|February|March|April|May|June|July|August|September|October|November|December)\b/u;
const NEGATION = /\b(?:not|no|none|never|den(?:y|ied|ies|ying)|refut|reject|dismiss|disput)|n['’]t\b/iu;

/** A cheap look at a sentence's text: whether it may differ from `anchor` at all. Says no only when it cannot. */
export function createFilter(asked: Asked, { words, amounts, dates }: Sentence): (text: string) => boolean {
  const denies = findNegation(words) !== undefined;
  const counts = amounts.length > 0 && COUNTED.has(asked.kind);
  const dated = dates.length > 0 && asked.kind === 'date';
  return (text) =>
    (denies || NEGATION.test(text) || (counts && NUMBER.test(text)) || (dated && DATE.test(text))) &&
    mayTouch(asked, text);
}

/** A stem and its words share their first letters, unless they have one form by decree. */
const SHARED_LETTERS = 3;
const DECREED: ReadonlySet<string> = new Set(ONE_FORM.values());

function mayTouch({ terms }: Asked, text: string): boolean {
  if (/\P{ASCII}/u.test(text)) return true;
  const lower = text.toLowerCase();
  const held = terms.filter((term) =>
    term.some(
      (stem) => DECREED.has(stem) || /\d/u.test(stem) || lower.includes(stem.slice(0, SHARED_LETTERS)),
    ),
  );
  return held.length >= OWN_SHARE * terms.length;
}
