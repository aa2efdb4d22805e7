import type { Hit } from './evidence.ts';

/**
 * Calls `visit` with two hits of different terms, the earlier first: for each hit, the last one at an earlier position
 * of every other term, once for each strength that the term was found with. Among these is the best pair of every two
 * terms by any measure that rises with the strengths and falls with the distance. `hits` are in order of position.
 *
 * Takes time in the number of hits times that of terms and strengths: no pair of a long table is looked at for nothing.
 */
export function visitNearHits(hits: readonly Hit[], visit: (earlier: Hit, later: Hit) => void): void {
  const latest: Hit[] = [];
  let settled = 0;
  for (const [at, hit] of hits.entries()) {
    // Hits of one word are no pair, so that they are remembered only when the next word comes.
    for (; hits[settled]?.position !== hit.position && settled < at; settled++)
      remember(latest, hits[settled]);
    for (const earlier of latest) if (earlier.at !== hit.at) visit(earlier, hit);
  }
}

function remember(latest: Hit[], hit: Hit | undefined): void {
  if (hit === undefined) return;
  const same = latest.findIndex(({ at, strength }) => at === hit.at && strength === hit.strength);
  if (same < 0) latest.push(hit);
  else latest[same] = hit;
}
