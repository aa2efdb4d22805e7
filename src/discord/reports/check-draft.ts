import type { Report } from '../../corpus/report.ts';
import { guessLanguage } from '../../import/read/guess-language.ts';
import type { Task } from '../../text/cooperative-task.ts';
import { slice } from '../../text/span.ts';
import type { Wording } from '../../i18n/wording.ts';

/** More than one message shows of a paragraph. In characters. */
const LONG = 4000;
/** Of each kind, so that what else there is stays in view. */
const MOST_OF_KIND = 3;

/** What a person should look at before `report` is published beside `others`: sentences without a full stop. */
export function* checkDraft(
  report: Report,
  others: readonly Report[],
  { notes: say }: Wording['reports'],
): Task<readonly string[]> {
  const twin = others.find(({ id, title }) => id !== report.id && title === report.title);
  const long = report.paragraphs
    .map(({ number, span }) => ({ number, length: span.end - span.start }))
    .filter(({ length }) => length > LONG);
  return [
    ...(report.publisher === undefined ? [say.noPublisher] : []),
    ...(report.published === undefined ? [say.noDate] : []),
    ...(twin ? [say.sameTitle(twin.title, twin.id)] : []),
    ...languageNote(report, say),
    ...long.slice(0, MOST_OF_KIND).map(({ number, length }) => say.long(number, length)),
    ...(yield* findCopies(report, others, say)),
  ];
}

type Notes = Wording['reports']['notes'];

function languageNote({ body, language }: Report, say: Notes): readonly string[] {
  const looks = guessLanguage(body);
  const named = language.split('-', 1)[0];
  return looks === undefined || looks === named ? [] : [say.language(language, looks)];
}

/** Paragraphs that stand in another report word for word. */
function* findCopies(report: Report, others: readonly Report[], say: Notes): Task<readonly string[]> {
  const places = new Map<string, { readonly title: string; readonly number: number }>();
  for (const { id, title, body, paragraphs } of others) {
    if (id === report.id) continue;
    for (const { number, span } of paragraphs) places.set(slice(body, span), { title, number });
    yield;
  }
  const copies = report.paragraphs.flatMap(({ number, span }) => {
    const place = places.get(slice(report.body, span));
    return place ? [say.standsElsewhere(number, place.title, place.number)] : [];
  });
  const more = copies.length - MOST_OF_KIND;
  return [...copies.slice(0, MOST_OF_KIND), ...(more > 0 ? [say.moreStandElsewhere(more)] : [])];
}
