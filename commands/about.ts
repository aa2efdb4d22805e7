import { ComponentType } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { slashCommand } from '../src/discord/define-command.ts';
import { textDisplay } from '../src/render/text.ts';
import { commandName, wordingFor } from '../src/i18n/wording.ts';
import project from '../package.json' with { type: 'json' };

export const about = {
  data: slashCommand('about'),

  async run({ locale }, { library: { current }, store }) {
    const wording = wordingFor(locale);
    const { about: say } = wording;
    const paragraphs = current.reports.reduce((sum, report) => sum + report.paragraphs.length, 0);
    const text = [
      say.what,
      say.how(paragraphs, current.reports.length, current.version),
      say.proves,
      store.keeps ? say.keeps(store.retentionDays) : say.keepsNothing,
      `-# ${say.noModel} ${say.version(project.version, commandName(wording, 'sources'))}`,
    ].join('\n\n');
    return { components: [{ type: ComponentType.Container, components: [textDisplay(text)] }] };
  },
} satisfies Command;
