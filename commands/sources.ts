import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { renderSources } from '../src/discord/render-sources.ts';
import { privateNote } from '../src/discord/text.ts';
import { wordingFor } from '../src/discord/wording.ts';

export const sources = {
  data: slashCommand('sources'),

  async run({ locale }, { library: { current: library } }) {
    return renderSources({ library, locale }, 0) ?? privateNote(wordingFor(locale).sources.none);
  },
} satisfies Command;
