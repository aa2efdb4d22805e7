import { counted } from '../counted.ts';
import type { Translation } from '../translation.ts';

export const paragraphs = counted('de', { one: '# Absatz', other: '# Absätze' });
export const reports = counted('de', { one: '# Bericht', other: '# Berichte' });
export const times = counted('de', { one: 'einmal', other: '#-mal' });

/** What `/reports` says, in German. */
export const deReports = {
  refused: (why) => `**Nichts wurde geändert:** ${why}.`,
  notImported: (source, why) => `**${source} wurde nicht importiert:** ${why}.`,
  oneSource: 'Geben Sie eine Datei oder eine Adresse an.',
  busy: 'Eine andere Änderung dieser Berichte läuft gerade. Versuchen Sie es gleich noch einmal.',
  gone: 'Diese Vorschau gilt nicht mehr: Sie wurde veröffentlicht oder verworfen oder ist älter als ein Tag. Importieren Sie den Bericht noch einmal.',
  noReport: (id) => `Es gibt hier keinen Bericht „${id}“.`,
  none: 'Hier gibt es noch keine Berichte. Mit `/berichte hinzufügen` kommt einer dazu.',
  whose: { own: 'Die eigenen Berichte dieses Servers', shared: 'Die Berichte, die alle Server teilen' },
  notADate: (text) => `„${text}“ ist kein Datum: Schreiben Sie es wie 2016-07-01.`,

  limits: {
    reports: (most) => `Dieser Server hat ${reports(most)}, mehr dürfen es nicht sein`,
    size: (most) => `Die Berichte dieses Servers würden mehr als ${most} MB belegen`,
    imports: (most, minutes) =>
      `Dieser Server hat innerhalb einer Stunde ${times(most)} importiert; in ${minutes} min geht es wieder`,
  },

  preview: {
    head: '**Vorschau.** Sonst sieht sie niemand, und noch ist nichts veröffentlicht.',
    replaces: 'Dieser Bericht ersetzt den vorhandenen mit derselben Kennung.',
    first: 'Der erste Absatz:',
    last: 'Der letzte Absatz:',
    removed: counted('de', { one: '# Stück wurde weggelassen:', other: '# Stücke wurden weggelassen:' }),
    removedFile: 'Die Datei enthält alles, was weggelassen wurde.',
    notes: 'Bitte prüfen:',
    suggested:
      'Fragen, die den Mitgliedern vorgeschlagen werden; dieser Bericht beantwortet jede davon. Nehmen Sie heraus, was nicht gut ist:',
    suggestedNone: 'Es wurde keine Frage gefunden, die sich vorschlagen lässt.',
    keep: 'Fragen, die vorgeschlagen werden',
    publish: 'Veröffentlichen',
    edit: 'Angaben bearbeiten',
    discard: 'Verwerfen',
    discarded: 'Verworfen. Nichts wurde veröffentlicht.',
  },

  notes: {
    noPublisher: 'der Herausgeber fehlt',
    noDate: 'das Datum fehlt',
    sameTitle: (title, id) =>
      `einen Bericht namens ${title} gibt es hier schon (${id}); in Zitaten unterscheiden Herausgeber und Datum die beiden`,
    standsElsewhere: (paragraph, title, other) =>
      `¶ ${paragraph} steht auch in ${title}, dort als ¶ ${other}`,
    moreStandElsewhere: counted('de', {
      one: 'ebenso # weiterer Absatz',
      other: 'ebenso # weitere Absätze',
    }),
    long: (paragraph, length) =>
      `¶ ${paragraph} hat ${length} Zeichen: ein Zitat daraus braucht mehrere Seiten`,
    language: (named, looks) => `der Bericht gibt als Sprache ${named} an, sieht aber nach ${looks} aus`,
  },

  form: {
    title: 'Angaben zum Bericht',
    add: 'Bericht von einer Adresse hinzufügen',
    file: 'Für eine Datei verwenden Sie /berichte hinzufügen.',
    fields: {
      title: 'Titel',
      publisher: 'Herausgeber',
      published: 'Datum, etwa 2016-07-01',
      url: 'Adresse der Quelle',
      language: 'Sprache, etwa de oder pt-BR',
    },
  },

  published: (title) => `**Veröffentlicht:** ${title}.`,
  edited: (title) => `**Geändert:** ${title}.`,
  removedNow: (title) => `**Entfernt:** ${title}. \`/berichte zurückrollen\` bringt den Bericht zurück.`,
  nothingToUndo: 'Es gibt keine solche Änderung, die Sie zurücknehmen könnten.',
  failed: '**Nichts wurde geändert:** Der Ordner dieser Berichte enthält Fehler.',
  confirmRemoval: (title) =>
    `${title} entfernen? Die Antworten daraus fallen dann weg. \`/berichte zurückrollen\` bringt den Bericht zurück.`,
  serves: (reportCount, paragraphCount, version) =>
    `Hier werden jetzt ${reports(reportCount)} und ${paragraphs(paragraphCount)} befragt (Inhaltsstand ${version}).`,

  history: {
    none: 'Hier hat sich noch nichts geändert.',
    head: '**Änderungen**, die neuesten zuerst',
    folder: 'im Ordner',
    change: { added: 'hinzugefügt', changed: 'geändert', removed: 'entfernt' },
    more: counted('de', {
      one: '# frühere Änderung wird nicht gezeigt',
      other: '# frühere Änderungen werden nicht gezeigt',
    }),
  },
} satisfies Translation['reports'];
