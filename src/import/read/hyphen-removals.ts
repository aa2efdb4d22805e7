import type { Removal } from '../raw-article.ts';
import type { JoinedLines } from './join-lines.ts';

export const hyphenRemovals = (hyphens: JoinedLines['hyphens']): readonly Removal[] =>
  hyphens.map(({ place, text }) => ({ place, text, why: 'a hyphen at the end of a line' }));
