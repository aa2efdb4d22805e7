/**
 * English words that say how a question is put, not what it is about. Dropped from questions only:
 * paragraphs keep every word.
 */
export const questionWords: ReadonlySet<string> = new Set(
  (
    'a about an and any are as at be been being but by can could did do does for from had has have how i if in ' +
    'into is it its many may me might much my of on or shall should so some such tell than that the their them ' +
    'then there these they this those to was we were what when where which while who whom whose why will with ' +
    'would you your'
  ).split(' '),
);
