import type { Contender } from '../contender.ts';
import { flexSearch } from './flex-search.ts';
import { fuse } from './fuse.ts';
import { lunrContender } from './lunr.ts';
import { miniSearch, miniSearchFuzzy, miniSearchTuned } from './mini-search.ts';
import { orama } from './orama.ts';
import { pilcrow } from './pilcrow.ts';

/** Ours first; speed is given as a ratio to the second. */
export const contenders: readonly Contender[] = [
  pilcrow,
  miniSearch,
  miniSearchFuzzy,
  miniSearchTuned,
  lunrContender,
  flexSearch,
  orama,
  fuse,
];
