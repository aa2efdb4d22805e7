import type { ComponentHandler } from '../component-handler.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { encodeTarget, parseTarget } from '../../render/button-target.ts';
import { button } from '../../render/buttons.ts';
import { renderSources } from '../../render/render-sources.ts';
import { changedNote, unknownButton } from './button-notes.ts';

/** Turns the pages of the list of reports. */
export const sources: ComponentHandler = {
  async handle({ argument, locale }, { library: { current: library } }) {
    const target = parseTarget(argument);
    if (!target) return unknownButton(locale, 'sources');
    const { version } = library;
    if (target.version !== version) {
      const first = encodeTarget({ version, at: 0, part: 0 });
      const again = button('sources', first, wordingFor(locale).buttons.listAgain);
      return changedNote({ locale, version, again });
    }
    const reply = renderSources({ library, locale }, target.at);
    return reply === undefined ? unknownButton(locale, 'sources') : { kind: 'show', reply };
  },
};
