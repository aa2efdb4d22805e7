import type { LocalDiscord } from 'local-discord';
import { type Control, controlsIn } from './controls.ts';

/** Something that the bot sent. */
export interface Sent<Place> {
  readonly at: Place;
  /** All of it as JSON, with the text of its files. */
  readonly text: string;
  /** What can be pressed or sent: forms too. */
  readonly controls: readonly Control[];
}

/** Everything that the bot sends from now on: messages, private ones too, as often as they change; suggestions, forms. */
export function observe<Place>(
  discord: LocalDiscord,
  placeOf: (channelId: string) => Place,
): readonly Sent<Place>[] {
  const sent: Sent<Place>[] = [];
  const { download } = discord.as(discord.people.owner);
  discord.subscribe((event) => {
    if (event.kind === 'message-created' || event.kind === 'message-updated') {
      // What the bot replies to is not its own.
      const { referenced_message: _, ...message } = event.message;
      const { author, components = [], attachments, channel_id: channelId } = message;
      if (author.id !== discord.bot.user.id) return;
      const files = attachments.map((file) => Buffer.from(download(file)).toString('utf8'));
      sent.push({
        at: placeOf(channelId),
        text: [JSON.stringify(message), ...files].join('\n'),
        controls: controlsIn(components),
      });
    }
    if (event.kind === 'interaction-changed') {
      const { state, channelId } = event.interaction;
      const forms = state.kind === 'modal' ? [{ id: state.modal.custom_id, values: [] }] : [];
      if (state.kind === 'suggested' || state.kind === 'modal')
        sent.push({ at: placeOf(channelId), text: JSON.stringify(state), controls: forms });
    }
  });
  return sent;
}
