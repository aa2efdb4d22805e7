import { counted } from '../counted.ts';

export const paragraphs = counted('en', { one: '# paragraph', other: '# paragraphs' });
export const reports = counted('en', { one: '# report', other: '# reports' });

/** What `/reports` says, in English. */
export const enReports = {
  refused: (why: string) => `**Nothing has changed:** ${why}.`,
  notImported: (source: string, why: string) => `**${source} was not imported:** ${why}.`,
  oneSource: 'Give a file or an address, one of them.',
  busy: 'Another change of these reports is running. Try again in a moment.',
  gone: 'This preview has lapsed: it was published or discarded, or is older than a day. Import the report again.',
  noReport: (id: string) => `There is no report “${id}” here.`,
  none: 'There are no reports here yet. Add one with `/reports add`.',
  whose: { own: 'This server’s own reports', shared: 'The reports that all servers share' },
  notADate: (text: string) => `“${text}” is no date: write it like 2016-07-01.`,

  limits: {
    reports: (most: number) => `this server has ${reports(most)}, which is as many as it may have`,
    size: (most: number) => `the reports of this server would take more than ${most} MB`,
    imports: (most: number, minutes: number) =>
      `this server has imported ${most} times within an hour; it may again in ${minutes} min`,
  },

  preview: {
    head: '**Preview.** Nobody else sees it, and nothing is published yet.',
    replaces: 'It takes the place of the report with this id.',
    first: 'The first paragraph:',
    last: 'The last paragraph:',
    removed: counted('en', { one: '# piece was left out:', other: '# pieces were left out:' }),
    removedFile: 'The file holds all that was left out.',
    notes: 'Look at this:',
    suggested:
      'Questions to suggest to members, each of which this report answers. Take out those that are not good:',
    suggestedNone: 'No question to suggest was found.',
    keep: 'Questions to suggest',
    publish: 'Publish',
    edit: 'Edit details',
    discard: 'Discard',
    discarded: 'Discarded. Nothing was published.',
  },

  notes: {
    noPublisher: 'there is no publisher',
    noDate: 'there is no date',
    sameTitle: (title: string, id: string) =>
      `a report called ${title} is here already (${id}); publisher and date tell them apart in citations`,
    standsElsewhere: (paragraph: number, title: string, other: number) =>
      `¶ ${paragraph} stands in ${title} too, as ¶ ${other}`,
    moreStandElsewhere: (count: number) => `so do ${count} more`,
    long: (paragraph: number, length: number) =>
      `¶ ${paragraph} has ${length} characters: a quotation of it takes several pages`,
    language: (named: string, looks: string) =>
      `the report says its language is ${named}, but it looks like ${looks}`,
  },

  form: {
    title: 'Details of the report',
    add: 'Add a report from an address',
    file: 'To add a file instead, type /reports add.',
    fields: {
      title: 'Title',
      publisher: 'Publisher',
      published: 'Date, such as 2016-07-01',
      url: 'Address of the source',
      language: 'Language, such as en or pt-BR',
    },
  },

  published: (title: string) => `**Published:** ${title}.`,
  edited: (title: string) => `**Changed:** ${title}.`,
  removedNow: (title: string) => `**Removed:** ${title}. \`/reports rollback\` brings it back.`,
  nothingToUndo: 'There is no such change to go back to.',
  failed: '**Nothing has changed:** the folder of these reports has faults.',
  confirmRemoval: (title: string) => `Remove ${title}? Its answers go with it. A rollback brings it back.`,
  serves: (reportCount: number, paragraphCount: number, version: string) =>
    `Questions here now search ${reports(reportCount)} and ${paragraphs(paragraphCount)} (content ${version}).`,

  history: {
    none: 'Nothing has changed here yet.',
    head: '**Changes**, latest first',
    folder: 'in the folder',
    change: { added: 'added', changed: 'changed', removed: 'removed' },
    more: counted('en', { one: '# earlier change is not shown', other: '# earlier changes are not shown' }),
  },
};
