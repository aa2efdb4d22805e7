import { type Message, MessageType } from 'discord.js';
import { commandName, wordingFor } from '../i18n/wording.ts';
import { privateNote, type Reply } from '../render/reply.ts';
import { findOtherLanguage } from '../text/question-language.ts';
import { askReports } from './ask-reports.ts';
import type { RequestContext } from './command.ts';
import { channelIdsOf } from './interaction-input.ts';
import { type RateLimiter, rateLimitNote } from './rate-limiter.ts';
import { isPublicIn, settingsOf, withLibrary } from './server-settings.ts';
import { readSmallTalk } from './small-talk.ts';

/** Where nothing tells the reader's language. */
const DIRECT_LOCALE = 'en-US';

/**
 * The question that a message puts to the bot, which may be empty; undefined when the message is not for the bot. In a
 * server it has to name the bot in its text: a reply to the bot, or a ping of everybody, is no question.
 */
export function questionFor({ author, type, content, guildId, client }: Message): string | undefined {
  if (author.bot || (type !== MessageType.Default && type !== MessageType.Reply)) return undefined;
  // Old clients write a mention with an exclamation mark.
  const parts = content.split(new RegExp(`<@!?${client.user.id}>`, 'u'));
  if (guildId !== null && parts.length === 1) return undefined;
  return parts.join(' ').trim();
}

/** The language of the server: Discord does not tell the writer's. */
export const localeOf = ({ guild }: Message): string => guild?.preferredLocale ?? DIRECT_LOCALE;

const spokenLanguage = (text: string): string | undefined =>
  readSmallTalk(text)?.language ?? findOtherLanguage(text, [DIRECT_LOCALE]);

/** Who asks by a message, and where. */
export const askingOf = ({ author, guild, channel, reference }: Message) => ({
  person: { id: author.id },
  server: guild
    ? { id: guild.id, channelIds: channelIdsOf(channel.id, channel), mayManage: false }
    : undefined,
  audience: guild ? ('public' as const) : ('direct' as const),
  repliesTo: reference?.messageId,
});

/** The reply to `question`, put in `message`; undefined when nothing is to be said. */
export async function answerMention(
  message: Message,
  question: string,
  context: RequestContext,
  rateLimiter: RateLimiter,
): Promise<Reply | undefined> {
  // With a direct message Discord does not tell the reader's language; what is written there may.
  const locale = message.guild ? localeOf(message) : (spokenLanguage(question) ?? DIRECT_LOCALE);
  const wording = wordingFor(locale);
  const asking = askingOf(message);
  const { person, server } = asking;
  const settings = await settingsOf(context.store, server);
  if (server && !settings.mentions) return undefined;
  const limited = await rateLimiter.consume(person.id, server?.id);
  // A reply to a message is public, so that saying it each time would be what the limit is against.
  if (limited) return limited.isFirst ? rateLimitNote(limited, locale) : undefined;
  const ask = commandName(wording, 'ask');
  if (server && !isPublicIn(settings, server)) return privateNote(wording.notes.privateHere(ask));
  return askReports(question, { ...asking, locale }, await withLibrary(context, server));
}
