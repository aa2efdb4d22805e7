import type { ComponentHandler } from '../command.ts';
import { changeSettings, type SettingsChange } from '../server-settings.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { MOST_CHANNELS, renderSettings } from '../../render/render-settings.ts';
import { note, unknownButton } from './button-notes.ts';

/** A map, because a forged button may name what every object has, such as `__proto__`. */
const CHANGES: ReadonlyMap<string, SettingsChange> = new Map(
  Object.entries({
    public: { publicChannels: 'all' },
    private: { publicChannels: [] },
    'mentions-on': { mentions: true },
    'mentions-off': { mentions: false },
    'all-reports': { defaultReport: undefined },
  }),
);
const SNOWFLAKE = /^\d{17,20}$/;

/** Changes how the bot answers in a server. */
export const settings: ComponentHandler = {
  requiredRole: 'manager',
  needsStore: true,
  async handle({ argument, values, server, locale }, { library, store }) {
    if (!server) return note(wordingFor(locale).notes.serverOnly);
    const change = argument === 'channels' ? channelsChange(values) : CHANGES.get(argument);
    if (!change) return unknownButton(locale, 'settings');
    const changed = await changeSettings(store, server, change);
    return { kind: 'show', reply: renderSettings(changed, { library, locale }) };
  },
};

/** Undefined for values that no menu of ours gives. */
const channelsChange = (values: readonly string[]): SettingsChange | undefined =>
  values.length <= MOST_CHANNELS && values.every((value) => SNOWFLAKE.test(value))
    ? { publicChannels: values }
    : undefined;
