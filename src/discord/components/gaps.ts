import type { ComponentHandler } from '../command.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { parseTarget } from '../../render/buttons.ts';
import { groupGaps, renderGaps } from '../../render/render-gaps.ts';
import { note, unknownButton } from './button-notes.ts';

/** Turns the pages of the gaps. They do not depend on the content version. */
export const gaps: ComponentHandler = {
  requiredRole: 'keeper',
  async handle({ argument, locale }, { library, owner, store }) {
    const target = parseTarget(argument);
    if (!target) return unknownButton(locale, 'gaps');
    return { kind: 'show', reply: renderGaps(await store.gaps(owner), target.at, { library, locale }) };
  },
};

const DISMISSAL = /^([0-9a-f]{16})\.(\d{1,7})$/;

/** Takes one entry off the list: all questions in it, until they are asked again. */
export const dismiss: ComponentHandler = {
  requiredRole: 'keeper',
  async handle({ argument, locale }, { library, owner, store }) {
    const [, key, page] = DISMISSAL.exec(argument) ?? [];
    if (key === undefined) return unknownButton(locale, 'gaps');
    const group = groupGaps(await store.gaps(owner)).find((each) => each.key === key);
    if (!group) return note(wordingFor(locale).gaps.dismissed);
    await store.dismiss(group.members, owner);
    return { kind: 'show', reply: renderGaps(await store.gaps(owner), Number(page), { library, locale }) };
  },
};
