import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { renderReload } from '../src/render/render-reload.ts';

export const reload = {
  data: slashCommand('reload'),
  needs: 'admin',

  async run({ locale }, { library }) {
    return renderReload(await library.reload(), library.current.version, locale);
  },
} satisfies Command;
