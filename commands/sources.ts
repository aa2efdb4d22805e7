import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { wordingFor } from '../src/i18n/wording.ts';
import { renderSources } from '../src/render/render-sources.ts';
import { privateNote } from '../src/render/reply.ts';
import { runCooperatively } from '../src/text/cooperative-task.ts';

export const sources = {
  data: slashCommand({ name: 'sources', description: 'List the reports that answers come from' }),

  async run({ locale }, { library }) {
    const list = await runCooperatively(renderSources({ library, locale }, 0));
    return list ?? privateNote(wordingFor(locale).sources.none);
  },
} satisfies Command;
