import type { Control } from '../control.ts';
import { parseTarget } from '../../render/button-target.ts';
import { groupGaps, renderGaps } from '../../render/render-gaps.ts';
import { privateNote } from '../../render/reply.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { unknownButton } from './stale-note.ts';

/** Turns the pages of the gaps. What is listed does not hang on the content version. */
export const gaps: Control = {
  name: 'gaps',
  needs: 'admin',
  async react({ argument, locale }, { library: { current: library }, store }) {
    const place = parseTarget(argument);
    if (!place) return unknownButton(locale, 'gaps');
    return { kind: 'show', reply: renderGaps(await store.gaps(), place.at, { library, locale }) };
  },
};

const DISMISSAL = /^([0-9a-f]{16})\.(\d{1,7})$/;

/** Takes one entry off the list: all questions in it, until they are asked again. */
export const dismiss: Control = {
  name: 'dismiss',
  needs: 'admin',
  async react({ argument, locale }, { library: { current: library }, store }) {
    const [, key, page] = DISMISSAL.exec(argument) ?? [];
    if (key === undefined) return unknownButton(locale, 'gaps');
    const group = groupGaps(await store.gaps()).find((each) => each.key === key);
    if (!group) return { kind: 'note', reply: privateNote(wordingFor(locale).gaps.dismissed) };
    await store.dismiss(group.members);
    return { kind: 'show', reply: renderGaps(await store.gaps(), Number(page), { library, locale }) };
  },
};
