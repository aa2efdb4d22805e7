import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { renderGaps } from '../src/render/render-gaps.ts';
import { privateNote } from '../src/render/reply.ts';

export const gaps = {
  data: slashCommand({
    name: 'gaps',
    description: 'Questions without an answer and passages marked wrong (admins of the bot only)',
  }),
  requiredRole: 'admin',

  async run({ locale }, { library: { current: library }, store }) {
    if (!store.keeps) return privateNote(wordingFor(locale).notes.notKept);
    return renderGaps(await store.gaps(), 0, { library, locale });
  },
} satisfies Command;
