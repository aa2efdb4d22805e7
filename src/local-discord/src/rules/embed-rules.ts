import type { APIEmbed } from 'discord-api-types/v10';
import { missing, problem, type Problem } from './problem.ts';

/** Characters over all embeds of a message. Discord's documentation, "Embed Limits". */
const ALL_EMBEDS_CHARACTERS = 6_000;

const charactersOf = (embed: APIEmbed): number =>
  [
    embed.title,
    embed.description,
    embed.footer?.text,
    embed.author?.name,
    ...(embed.fields ?? []).flatMap(({ name, value }) => [name, value]),
  ].reduce((sum, text) => sum + (text?.trim().length ?? 0), 0);

const isEmpty = (embed: APIEmbed): boolean =>
  charactersOf(embed) === 0 && !embed.image && !embed.thumbnail && !embed.video;

/** What Discord refuses of a message's embeds beyond the published limits of each field. */
export const embedProblems = (embeds: readonly APIEmbed[]): Problem[] => {
  const total = embeds.reduce((sum, embed) => sum + charactersOf(embed), 0);
  return [
    ...embeds.flatMap((embed, index) => (isEmpty(embed) ? [missing(['embeds', index, 'description'])] : [])),
    ...(total > ALL_EMBEDS_CHARACTERS
      ? [
          problem(
            ['embeds'],
            'MAX_EMBED_SIZE_EXCEEDED',
            `Embed size exceeds maximum size of ${ALL_EMBEDS_CHARACTERS}`,
          ),
        ]
      : []),
  ];
};
