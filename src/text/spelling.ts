/** Whether one letter added, left out, changed, or swapped with the next turns `a` into `b`; also when they are equal. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let endA = a.length;
  let endB = b.length;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  if (endA - start <= 1 && endB - start <= 1) return true;
  const swapped = endA - start === 2 && endB - start === 2;
  return swapped && a[start] === b[start + 1] && a[start + 1] === b[start];
}

/** The word of `words` that `written` was probably meant to be, or undefined when none is near. */
export function findNearestWord(written: string, words: readonly string[]): string | undefined {
  // A much longer word is no misspelling of a known key; this also bounds the work on hostile keys.
  if (written.length > 40) return undefined;
  const ranked = words
    .map((word) => ({ word, distance: editDistance(written.toLowerCase(), word) }))
    .sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best !== undefined && best.distance <= Math.max(2, best.word.length / 3) ? best.word : undefined;
}

/** Levenshtein's distance: insertions, deletions and substitutions, by the usual one-row dynamic programme. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let line = 1; line <= a.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= b.length; column += 1) {
      const substituted = (row[column - 1] ?? 0) + (a[line - 1] === b[column - 1] ? 0 : 1);
      next.push(Math.min(substituted, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
