import {
  type APIChannelSelectComponent,
  ChannelType,
  ComponentType,
  SelectMenuDefaultValueType,
} from 'discord-api-types/v10';
import { listed, wordingFor } from '../i18n/wording.ts';
import { findReport } from '../library/library.ts';
import type { Settings } from '../store/store.ts';
import { button, customId, rowOf } from './buttons.ts';
import { titleMarkdown } from './citation.ts';
import { escapeMarkdown, truncate } from './quote/escape.ts';
import { container, type PageContext, type Reply } from './reply.ts';

/** Discord's limit for the values of a select menu. */
export const MOST_CHANNELS = 25;
const ID_LIMIT = 100;

/** How the bot answers in a server, and what to change it with. */
export function renderSettings(settings: Settings, { library, locale }: PageContext): Reply {
  const { settings: say } = wordingFor(locale);
  const { publicChannels, mentions, reports, defaultReport: id, alerts } = settings;
  const report = id === undefined ? undefined : findReport(library, id);
  const lines = [
    say.head,
    publicMarkdown(publicChannels, locale),
    id === undefined
      ? say.noDefault
      : report
        ? say.defaultReport(titleMarkdown(report))
        : say.defaultGone(escapeMarkdown(truncate(id, ID_LIMIT))),
    say.seen[reports],
    mentions ? say.mentionsOn : say.mentionsOff,
    alerts ? say.alertsIn(`<#${alerts.channel}>`) : say.alertsOff,
  ];
  return {
    components: [
      container([lines.join('\n')]),
      ...rowOf([
        channelMenu('channels', say.chooseChannels, publicChannels === 'all' ? [] : publicChannels, {
          types: [ChannelType.GuildText, ChannelType.GuildAnnouncement, ChannelType.GuildForum],
          most: MOST_CHANNELS,
        }),
      ]),
      ...rowOf([
        channelMenu('alerts', say.chooseAlerts, alerts ? [alerts.channel] : [], {
          types: [ChannelType.GuildText, ChannelType.GuildAnnouncement],
          most: 1,
        }),
      ]),
      ...rowOf([
        button('settings', 'public', say.makePublic),
        button('settings', 'private', say.makePrivate),
        mentions
          ? button('settings', 'mentions-off', say.switchMentionsOff)
          : button('settings', 'mentions-on', say.switchMentionsOn),
        ...(id === undefined ? [] : [button('settings', 'all-reports', say.clearReport)]),
      ]),
    ],
  };
}

/** A menu of channels, in which those that are chosen now are marked. */
const channelMenu = (
  argument: string,
  placeholder: string,
  chosen: readonly string[],
  { types, most }: { readonly types: ChannelType[]; readonly most: number },
): APIChannelSelectComponent => ({
  type: ComponentType.ChannelSelect,
  custom_id: customId('settings', argument),
  placeholder,
  channel_types: types,
  min_values: 0,
  max_values: most,
  default_values: chosen.map((id) => ({ id, type: SelectMenuDefaultValueType.Channel })),
});

function publicMarkdown(channels: Settings['publicChannels'], locale: string): string {
  const { settings: say } = wordingFor(locale);
  if (channels === 'all') return say.publicEverywhere;
  return channels.length === 0
    ? say.publicNowhere
    : say.publicIn(
        listed(
          locale,
          channels.map((id) => `<#${id}>`),
        ),
      );
}
