import type { Caller, ServerContext } from '../access.ts';
import type { ComponentHandler } from '../command.ts';
import type { Settings } from '../../store/store.ts';
import type { ChannelPoster } from '../alerts/channel-poster.ts';
import { changeSettings } from '../server-settings.ts';
import { wordingFor } from '../../i18n/wording.ts';
import { MOST_CHANNELS, renderSettings } from '../../render/render-settings.ts';
import { textDisplay } from '../../render/reply.ts';
import { note, unknownButton } from './button-notes.ts';

/** A map, because a forged button may name what every object has, such as `__proto__`. */
const CHANGES: ReadonlyMap<string, Partial<Settings>> = new Map(
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
  async handle({ argument, values, server, person, locale }, { library, store, post }) {
    if (!server) return note(wordingFor(locale).notes.serverOnly);
    const change =
      argument === 'channels'
        ? channelsChange(values)
        : argument === 'alerts'
          ? await alertsChange(values, { server, person, locale }, post)
          : CHANGES.get(argument);
    if (!change) return unknownButton(locale, 'settings');
    if (typeof change === 'string') return note(change);
    const changed = await changeSettings(store, server, change);
    return { kind: 'show', reply: renderSettings(changed, { library, locale }) };
  },
};

/** Undefined for values that no menu of ours gives. */
const channelsChange = (values: readonly string[]): Partial<Settings> | undefined =>
  values.length <= MOST_CHANNELS && values.every((value) => SNOWFLAKE.test(value))
    ? { publicChannels: values }
    : undefined;

/**
 * Tells the chosen channel, which shows whether the bot may write there; none switches the alerts off. Gives the sentence
 * that says why the channel will not do.
 */
async function alertsChange(
  [channel, ...others]: readonly string[],
  { server, person, locale }: Caller & { readonly server: ServerContext },
  post: ChannelPoster,
): Promise<Partial<Settings> | string | undefined> {
  if (channel === undefined) return { alerts: undefined };
  if (others.length > 0 || !SNOWFLAKE.test(channel)) return undefined;
  const { settings: say } = wordingFor(locale);
  const begin = { components: [textDisplay(say.alertsBegin(`<@${person.id}>`))] };
  const outcome = await post(server.id, channel, begin);
  return outcome === 'sent' ? { alerts: { channel, locale } } : say.cannotAlert[outcome](`<#${channel}>`);
}
