import type { Answer } from '../answer/answer.ts';
import type { Report } from '../corpus/report.ts';
import { commandName, wordingFor } from '../i18n/wording.ts';
import { primaryLanguage } from '../text/language-tag.ts';
import { messageRow, othersRow } from './passage-buttons.ts';
import { questionMarkdown } from './render-answer.ts';
import { type PageContext, type RenderContext, type Reply, textDisplay } from './reply.ts';
import { suggestionButtons, suggestionPart } from './suggestion-buttons.ts';

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

/**
 * Says that a question without an answer is in another `language` than `reports`, and offers what they do answer. The
 * nearest passages share a name at best, so that they are in the menu alone.
 */
export function renderOtherLanguage(
  answer: Exclude<Answer, { kind: 'quoted' }>,
  question: string,
  language: string,
  reports: readonly Report[],
  context: RenderContext,
): Reply {
  const { locale } = context;
  const { guide, language: spoken } = wordingFor(locale);
  const names = new Intl.DisplayNames(spoken, { type: 'language' });
  const named = (tag: string): string => names.of(primaryLanguage(tag)) ?? tag;
  const tags = new Set(reports.map((report) => primaryLanguage(report.language)));
  const known = new Intl.ListFormat(spoken).format(Array.from(tags, named));
  const nearest = answer.kind === 'related' ? answer.passages : [];
  return {
    components: [
      textDisplay(`${questionMarkdown(question, locale)}\n${guide.otherLanguage(named(language), known)}`),
      ...suggestionPart(reports, context),
      ...othersRow(context, nearest, guide.nearest),
      ...messageRow(context),
    ],
  };
}
