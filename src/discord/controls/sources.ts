import { controlId } from '../../render/control-id.ts';
import type { Control } from '../control.ts';
import { encodePagePlace, parsePagePlace } from '../../render/page-place.ts';
import { renderSources } from '../../render/render-sources.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { changedNote, leadsNowhere } from './stale-note.ts';

/** Turns the pages of the list of reports. */
export const sources: Control = {
  name: 'sources',
  async react({ argument, locale }, { library: { current: library } }) {
    const place = parsePagePlace(argument);
    if (!place) return leadsNowhere(locale, 'sources');
    const { version } = library;
    if (place.version !== version) {
      const customId = controlId('sources', encodePagePlace({ version, at: 0, part: 0 }));
      return changedNote({
        locale,
        version,
        again: { label: wordingFor(locale).buttons.listAgain, customId },
      });
    }
    const reply = renderSources({ library, locale }, place.at);
    return reply === undefined ? leadsNowhere(locale, 'sources') : { kind: 'show', reply };
  },
};
