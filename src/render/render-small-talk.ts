import type { Report } from '../corpus/report.ts';
import { commandName, wordingFor } from '../i18n/wording.ts';
import type { Row } from './buttons.ts';
import { type PageContext, type Reply, textDisplay } from './reply.ts';
import { suggestionButtons } from './suggestion-buttons.ts';

/** One short line, and buttons that ask what the reports answer. `/ask` says it to the one who asked alone. */
export function renderSmallTalk(
  kind: 'greeting' | 'thanks' | 'help' | 'empty',
  reports: readonly Report[],
  { library, locale }: PageContext,
): Reply {
  const wording = wordingFor(locale);
  const { smallTalk: say } = wording.guide;
  const [ask, help] = [commandName(wording, 'ask'), commandName(wording, 'help')];
  const line = {
    greeting: say.greeting,
    thanks: say.thanks,
    help: say.help(ask, help),
    empty: say.empty(help),
  }[kind];
  return { components: [textDisplay(line), ...suggestionButtons({ library }, reports)], private: true };
}

/** Buttons that ask what `reports` answer, below a line that says so; nothing where they suggest no question. */
export function suggestionPart(
  reports: readonly Report[],
  { library, locale }: PageContext,
): readonly (ReturnType<typeof textDisplay> | Row)[] {
  const buttons = suggestionButtons({ library }, reports);
  return buttons.length > 0 ? [textDisplay(`-# ${wordingFor(locale).guide.suggested}`), ...buttons] : [];
}
