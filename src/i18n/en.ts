import { enGuide } from './guide/en.ts';
import { enReports, paragraphs, reports } from './reports/en.ts';
import { counted, numbered } from './counted.ts';

const times = counted('en', { one: '# time', other: '# times' });
const people = counted('en', { one: '# person', other: '# people' });
const servers = counted('en', { one: '# server', other: '# servers' });

const range = numbered<number | string>(String, (first, last) => `${first} to ${last}`);
const passages = numbered<number>(
  (at) => `Passage ${at}`,
  (first, last) => `Passages ${first} to ${last}`,
);
const gaps = numbered<number>(
  (at) => `Gap ${at}`,
  (first, last) => `Gaps ${first} to ${last}`,
);

/**
 * The bot's replies in English; what it quotes is never translated. A function takes text as markdown, escaped
 * already, and numbers as numbers. What a command is called and what only it says is in its own file, in `commands/`.
 */
export const en = {
  language: 'en',

  inQuotes: (text: string) => `“${text}”`,

  answer: {
    noQuestion: '(no question)',
    tied: '**Two passages fit this question equally well:**',
    unanswered: '**The reports do not answer this.**',
    unansweredBy: (title: string) => `**The report** ${title} **does not answer this.**`,
    nearest: 'Nearest passages, **not an answer**:',
    noneAnswers: 'Nearest passages; **none gives what was asked.**',
    nothingAsked:
      '**There is nothing to look for in this question.** Ask with a name, a number or a word from the reports.',
    missing: (words: string) => `Nowhere in the reports: ${words}.`,
    missingFrom: (title: string, words: string) => `Nowhere in ${title}: ${words}.`,
    others: 'Other passages found',
    open: 'Open one of the passages found',
    readAs: 'Read as:',
    askedBy: (mention: string) => `Asked by ${mention}`,
    allReports: 'All reports',
  },

  passage: {
    sentenceBefore: 'The sentence before:',
    saidBy: (name: string) => `Said by, as the report gives it: **${name}**`,
    withheld: 'This passage cannot be shown exactly here. Read it in the report:',
    crowded: 'This passage cannot be shown here together with the others. Open it to read it on its own:',
    part: (part: number, parts: number) => `Part ${part} of ${parts} of this paragraph.`,
    partOfSentence: 'A part of a long sentence. Open the passage for all of it.',
    section: (heading: string) => `section “${heading}”`,
    place: (paragraph: number, count: number) => `¶ ${paragraph} of ${count}`,
    content: (version: string) => `content ${version}`,
    piece: (paragraph: number, part: number) => `¶ ${paragraph}, part ${part}`,
    of: (piece: string, count: number) => `${piece} of ${count}`,
    range,
    sectionCount: (count: number) => `the section has ${paragraphs(count)}`,
    reportEnds: 'the report ends here',
  },

  /** At most 80 characters; 38 read well. */
  buttons: {
    part: (part: number, parts: number) => `Part ${part} of ${parts}`,
    before: (paragraph: number) => `Before: ¶ ${paragraph}`,
    after: (paragraph: number) => `After: ¶ ${paragraph}`,
    section: 'Whole section',
    source: 'Open the source',
    remove: 'Remove',
    share: 'Share in channel',
    backTo: (paragraph: number) => `Back to ¶ ${paragraph}`,
    back: (piece: string) => `Back: ${piece}`,
    readOn: (piece: string) => `Read on: ${piece}`,
    passages,
    reports: numbered<number>(
      (at) => `Report ${at}`,
      (first, last) => `Reports ${first} to ${last}`,
    ),
    gaps: numbered<number>(
      (at) => `Entry ${at}`,
      (first, last) => `Entries ${first} to ${last}`,
    ),
    openPassage: 'Open a passage',
    askAgain: 'Ask again',
    asWritten: 'Ask as written',
    searchAgain: 'Search again',
    listAgain: 'List them again',
    readAgain: (paragraph: number) => `Read again from ¶ ${paragraph}`,
    helped: 'This helped',
    wrong: 'Wrong passage',
    dismiss: (entry: number) => `Dismiss ${entry}`,
  },

  notes: {
    changed: (version: string) =>
      `**The reports have changed since this answer** (now content version ${version}).`,
    seeNow: (button: string) => `**${button}** shows what they say now.`,
    useNow: (command: string) => `Use ${command} to see what they say now.`,
    reportGone: (command: string) => `This report is no longer among them: see ${command}.`,
    unknownButton: (command: string) => `This button no longer works. Use ${command} instead.`,
    onlyAsker: 'Only the person who asked can remove this answer.',
    unknownCommand:
      'This bot no longer has that command. An admin can publish the current ones with `npm run register`.',
    apology: 'Something went wrong on our side. Nothing was lost; please try again.',
    unknownReport: (id: string, command: string) =>
      `There is no report “${id}”. Choose one from the list of the option, or see ${command}.`,
    noParagraph: (paragraph: number, title: string, count: number) =>
      `There is no ¶ ${paragraph} in ${title}: its paragraphs are numbered from 1 to ${count}.`,
    noText: 'There is no text in this message.',
    tooMany: (seconds: number) =>
      `You have asked many questions in a short time. Please ask again in ${seconds} s.`,
    tooManyPages: (seconds: number) =>
      `You have opened many pages in a short time. Please go on in ${seconds} s.`,
    tooManyHere: (seconds: number) =>
      `This server has asked many questions in a short time. Please ask again in ${seconds} s.`,
    adminsOnly:
      'Only admins of this bot may do this: the people and roles that whoever hosts it lists in `ADMIN_USER_IDS` and `ADMIN_ROLE_IDS`, or, with both empty, the owner or team of the application.',
    managersOnly:
      'Only members with **Manage Server** may do this. An administrator of this server gives that permission to a role in Server Settings > Roles.',
    serverOnly: 'Settings belong to a server. Use this command in one.',
    privateHere: (command: string) => `In this channel answers are private. Ask with ${command}.`,
    notKept: 'This bot keeps nothing (`STORE=off`), so there is nothing to show or to set.',
    searchAway:
      'The reports cannot be searched at the moment. That does not mean that they have no answer: please try again in a few minutes.',
    reportsAway:
      'The reports are out of reach at the moment: they can be neither read nor changed. Nothing is lost, and it does not mean that they have no answer: please try again in a few minutes.',
    recordsAway:
      'What this bot keeps cannot be read at the moment. Nothing is lost: please try again in a few minutes.',
    storeFailed: 'This could not be stored: the log of the bot says why. Please try again later.',
    blocked:
      'A filter of this server (AutoMod) blocked the answer. Its moderators can exempt the role of the bot.',
  },

  guide: enGuide,

  search: {
    found: (first: number, last: number, total: number) =>
      `**${passages(first, last)} of ${total}** found in the reports, best first.`,
    foundIn: (first: number, last: number, total: number, title: string) =>
      `**${passages(first, last)} of ${total}** found in ${title}, best first.`,
    more: 'There may be more: add a rarer word, or choose a report.',
    none: '**No passage of the reports contains any of these words.**',
    noneIn: (title: string) => `**No passage of** ${title} **contains any of these words.**`,
    narrowed:
      '**No passage fits.** Words in quotation marks must stand side by side as they are, and words behind a minus sign must be absent.',
    nothingSearched:
      '**There is nothing to look for in these words.** Search for a name, a number or a word from the reports.',
    tooLong: (length: number, limit: number) =>
      `These words have ${length} characters. Search for at most ${limit}.`,
  },

  sources: {
    none: 'There are no reports.',
    count: reports,
    paragraphs,
    longAddress: (length: number) => `an address of ${length} characters, too long to list`,
  },

  verify: {
    head: 'Quotation to check:',
    noText: '(no text)',
    exact: '**Exact.**',
    sameWords: '**The same words.** Only the typography differs:',
    notFound: (command: string) =>
      `**Not in the reports.** No passage comes close to these words. Other sources may contain them: this bot knows its own reports only (${command}).`,
    proves: 'That proves where the words are, not that they are true.',
    inParts: (parts: number) =>
      `The ${parts} parts of the quotation are in a report word for word, in this order; what the ellipses leave out is for you to read.`,
    inOne: 'These words are in a report, character for character.',
    noWords: '**There are no words to check in this.** Paste the words that are said to be in a report.',
    tooShort: (count: number) =>
      `**Too short to check.** These words occur in ${count} places, which proves nothing. Please give a longer part of the quotation.`,
    muchTooShort:
      '**Too short to check.** These words occur in a hundred places or more, which proves nothing. Please give a longer part of the quotation.',
    foundIn: (places: string) => `Found in ${places}.`,
    foundInAnd: (places: string, more: number) => `Found in ${places}, and ${more} more.`,
    typography: {
      'quotation marks': 'quotation marks',
      dashes: 'dashes',
      ellipsis: 'ellipsis',
      spaces: 'spaces',
      capitals: 'capitals',
      'letter forms': 'letter forms',
    },
    alsoTypography: (kinds: string) => `The typography differs too: ${kinds}.`,
    times,
    signs: (inReport: string, inQuote: string) => `${inReport} in the report, ${inQuote} in the quotation`,
    order: '**Not as quoted.** The parts are in a report, but not in this order.',
    differs: '**Not word for word.** The quotation against the nearest passage:',
    omitted: counted('en', {
      one: '# more difference does not fit here; the file holds all.',
      other: '# more differences do not fit here; the file holds all.',
    }),
    nearest: 'The nearest passage in the report:',
    missing: 'missing from the quote',
    added: 'added in the quote',
  },

  reload: {
    busy: 'A reload is already running. Try again when it has ended.',
    reloaded: (seconds: string) => `**Reloaded** in ${seconds} s:`,
    rolledBack: '**Back** to the reports before:',
    again: (command: string, version: string, further: string) =>
      `That is a change too: ${command} once more brings back content ${version}. To go further back, name a change in ${further}.`,
    noEarlier: 'There is nothing to go back to: no change of the reports is kept.',
    serves: (reportCount: number, paragraphCount: number, version: string) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}, content ${version}.`,
    added: 'Added',
    changed: 'Changed',
    removed: 'Removed',
    nothingChanged: 'Nothing has changed.',
    failed: (version: string) => `**Nothing was reloaded.** Content ${version} keeps answering.`,
    faults: counted('en', { one: 'The fault:', other: 'The # faults:' }),
  },

  status: {
    running: (since: string) => `**Running** since ${since}`,
    versions: (pilcrow: string, node: string, content: string) =>
      `Pilcrow ${pilcrow}, Node ${node}, content ${content}`,
    content: (reportCount: number, paragraphCount: number) =>
      `${reports(reportCount)}, ${paragraphs(paragraphCount)}`,
    questions: (quoted: number, related: number, none: number) =>
      `Questions since the start: ${quoted} answered, ${related} with nearest passages only, ${none} without any`,
    latency: (median: string, p99: string) => `Time to an answer: median ${median} ms, p99 ${p99} ms`,
    noLatency: 'Time to an answer: nothing asked yet',
    reader: {
      off: 'Reader: off, answers go by words alone',
      loading: 'Reader: loading, answers go by words alone until then',
      ready: 'Reader: reading',
      failed: 'Reader: could not be loaded or broke (see the log), answers go by words alone',
    },
    memory: (megabytes: string) => `Memory: ${megabytes} MB resident`,
    shard: (shard: number, shards: number, serverCount: number) =>
      `Shard ${shard} of ${shards}, ${servers(serverCount)}`,
    shards: (range: string, serverCount: number) => `Shards ${range}, ${servers(serverCount)}`,
  },

  processes: {
    serving: (serving: number, all: number) => `**Processes**: ${serving} of ${all} serve this content`,
    unserved: (shards: string) => `No process answers on shards ${shards}.`,
    shards: (range: string) => `shards ${range}`,
    self: (host: string) => `${host} (this one)`,
    same: 'this content',
    other: (version: string) => `content ${version}`,
    started: (when: string) => `started ${when}`,
    seen: (when: string) => `seen ${when}`,
    more: counted('en', { other: 'and # more' }),
    unknown: '**Processes**: unknown, because the database does not answer (see the log)',
  },

  gaps: {
    none: '**No gaps.** No question was left without an answer, and no passage was marked wrong.',
    head: (first: number, last: number, total: number) =>
      `**${gaps(first, last)} of ${total}**, most frequent first`,
    unanswered: (count: number) => `not answered, ${times(count)}`,
    wrong: (count: number, title: string, paragraph: number) =>
      `marked wrong by ${people(count)}: ${title}, ¶ ${paragraph}`,
    alike: counted('en', { one: 'and # question like it', other: 'and # questions like it' }),
    dismissed: 'This entry has been dismissed already.',
    seen: 'seen',
    file: counted('en', {
      one: '**# entry** is in the file.',
      other: '**# entries** are in the file, the most frequent first.',
    }),
    omitted: counted('en', {
      one: '# entry less frequent than these does not fit into it.',
      other: '# entries less frequent than these do not fit into it.',
    }),
    columns: {
      question: 'Question',
      wrong: 'Passage marked wrong',
      count: 'Times',
      first: 'First (UTC)',
      last: 'Last (UTC)',
      seen: 'Seen',
    },
  },

  alerts: {
    head: '**Not answered here, or marked as a wrong passage**',
    more: (count: number, command: string) => `and ${count} more: ${command}`,
    addReport: 'Add a report',
    markSeen: 'Mark all as seen',
    seenBy: (mention: string) => `Marked as seen by ${mention}`,
  },

  reports: enReports,

  settings: {
    head: '**How the bot answers in this server**',
    publicEverywhere: 'Answers are public in every channel.',
    publicNowhere: 'Answers are private in every channel.',
    publicIn: (channels: string) => `Answers are public in ${channels}, and private elsewhere.`,
    noDefault: 'Questions go to all reports.',
    defaultReport: (title: string) => `Questions that name no report go to ${title}.`,
    defaultGone: (id: string) =>
      `The default report “${id}” is not among the reports now: questions go to all of them.`,
    seen: {
      own: 'Only this server’s own reports are asked.',
      shared: 'Only the reports that all servers share are asked.',
      both: 'This server’s own reports are asked, and those that all servers share.',
    },
    see: { own: 'Own reports only', shared: 'Shared reports only', both: 'Both' },
    mentionsOn: 'Messages that mention the bot are answered.',
    mentionsOff: 'Messages that mention the bot are not answered.',
    chooseChannels: 'Channels where answers are public',
    makePublic: 'Public everywhere',
    makePrivate: 'Private everywhere',
    switchMentionsOn: 'Answer mentions',
    switchMentionsOff: 'Do not answer mentions',
    clearReport: 'Ask all reports',
    alertsOff: 'No channel is told what was not answered here.',
    alertsIn: (channel: string) =>
      `${channel} is told of each change of this server’s own reports and, at most once a day, what they did not answer and which passages were marked wrong.`,
    chooseAlerts: 'Channel for alerts',
    alertsBegin: (mention: string) =>
      `${mention} has chosen this channel: it is told of each change of this server’s own reports and, at most once a day, what they did not answer and which passages were marked wrong.`,
    cannotAlert: {
      gone: (channel: string) =>
        `${channel} is no text channel of this server. Nothing has changed: choose another.`,
      forbidden: (channel: string) =>
        `The bot may not write in ${channel}. Nothing has changed: give it the permissions View Channel and Send Messages there, and choose the channel again.`,
    },
  },
};
