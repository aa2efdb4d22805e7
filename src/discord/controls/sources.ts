import { customId } from '../../render/buttons.ts';
import type { Control } from '../control.ts';
import { encodeTarget, parseTarget } from '../../render/button-target.ts';
import { renderSources } from '../../render/render-sources.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { changedNote, unknownButton } from './stale-note.ts';

/** Turns the pages of the list of reports. */
export const sources: Control = {
  name: 'sources',
  async react({ argument, locale }, { library: { current: library } }) {
    const place = parseTarget(argument);
    if (!place) return unknownButton(locale, 'sources');
    const { version } = library;
    if (place.version !== version) {
      const id = customId('sources', encodeTarget({ version, at: 0, part: 0 }));
      return changedNote({
        locale,
        version,
        again: { label: wordingFor(locale).buttons.listAgain, customId: id },
      });
    }
    const reply = renderSources({ library, locale }, place.at);
    return reply === undefined ? unknownButton(locale, 'sources') : { kind: 'show', reply };
  },
};
