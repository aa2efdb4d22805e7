import { type APIMessageTopLevelComponent, ComponentType, MessageFlags } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { LONGEST_COMPLETED } from '../../src/answer/follow-up/complete-question.ts';
import type { Answer, Passage } from '../../src/answer/answer.ts';
import type { QuotationPlace } from '../../src/quotation/check-quotation.ts';
import type { TypographyKind } from '../../src/quotation/typography.ts';
import { help } from '../../commands/help.ts';
import { section } from '../../src/discord/components/passage.ts';
import { targetOf } from '../../src/render/buttons.ts';
import { questionMarkdown, renderAnswer } from '../../src/render/render-answer.ts';
import { type RenderContext, type Reply, textDisplay } from '../../src/render/reply.ts';
import { renderCollection, renderHistory, renderRemoval } from '../../src/render/render-collection.ts';
import { renderDraft } from '../../src/render/render-draft.ts';
import { renderChangeAlert, renderGapAlert } from '../../src/render/render-alert.ts';
import { groupGaps, renderGaps } from '../../src/render/render-gaps.ts';
import { renderHits } from '../../src/render/render-hits.ts';
import { renderOutline, renderOutlines } from '../../src/render/render-outline.ts';
import { renderQuotation } from '../../src/render/render-quotation.ts';
import { renderReading } from '../../src/render/render-reading.ts';
import { renderFaults, renderReload } from '../../src/render/render-reload.ts';
import { renderSettings } from '../../src/render/render-settings.ts';
import { renderOtherLanguage, renderSmallTalk } from '../../src/render/render-guidance.ts';
import { renderStatus } from '../../src/render/render-status.ts';
import { renderSources } from '../../src/render/render-sources.ts';
import { translations, wordingFor } from '../../src/i18n/wording.ts';
import type { ReportDraft } from '../../src/library/report-draft.ts';
import type { HistoryEntry } from '../../src/library/report-history.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import type { ProcessState } from '../../src/store/processes.ts';
import { createFixedLibrary } from '../../src/library/library.ts';
import { post, shareServer } from '../../src/local-discord/test/support/rest-client.ts';
import { contextOver } from '../support/command-context.ts';
import { checkAgainst } from '../support/check-quotation.ts';
import { reportOf } from '../support/report.ts';
import { runSync } from '../../src/text/cooperative-task.ts';

/** Every character doubles when it is escaped. */
const stars = (count: number): string => '*'.repeat(count);

/** As much as a report can say of itself, and more than a message can hold. */
const fields = {
  title: stars(300),
  publisher: stars(300),
  author: stars(300),
  published: '2016-09-30',
  url: `https://news.example/${'x'.repeat(470)}`,
};
const BEFORE = stars(195);
const report = reportOf(
  [`## ${stars(200)}`, BEFORE, ...Array.from({ length: 12 }, () => stars(3000))],
  fields,
);
const words = Array.from({ length: 900 }, (_, at) => `word${at}`);
const wordy = reportOf([`## ${stars(200)}`, words.join(' ')], { ...fields, id: 'wordy' });
const misquoted = words.map((word, at) => (at % 9 === 4 ? `${word} *` : word)).join(' ');
const many = Array.from({ length: 40 }, (_, at) => ({ ...report, id: `report-${at}` }));

/** Said by somebody with a long name, after a sentence that has to be read before. */
const attributed = (found: Pick<Passage, 'report' | 'paragraph' | 'score'>): Passage => ({
  ...found,
  sentence: { start: found.paragraph.span.start, end: found.paragraph.span.start + 300 },
  answer: { start: found.paragraph.span.start + 100, end: found.paragraph.span.start + 200 },
  before: found.report.paragraphs[0]?.span ?? found.paragraph.span,
  speaker: { start: found.paragraph.span.start, end: found.paragraph.span.start + 150 },
});

const draft: ReportDraft = {
  id: 'x'.repeat(60),
  text: '',
  by: '1',
  at: 0,
  removed: Array.from({ length: 30 }, () => ({
    place: 'page 999, line 999',
    text: stars(300),
    why: stars(50),
  })),
  notes: Array.from({ length: 30 }, () => stars(300)),
  suggested: Array.from({ length: 10 }, (_, at) => `${at} ${stars(98)}`),
};
const changes: readonly HistoryEntry[] = Array.from({ length: 50 }, (_, at) => ({
  name: String(at).padStart(15, '0'),
  at: 1_795_958_957_000,
  by: '1576590837372944388',
  changes: Array.from({ length: 9 }, () => ({ id: 'x', title: stars(300), kind: 'changed' })),
}));

const library = {
  ...(await createFixedLibrary([report, wordy])),
  attribute: attributed,
};
const largeLibrary = await createFixedLibrary(many);
const check = checkAgainst(misquoted, [wordy]);

const passages = report.paragraphs
  .slice(1, 11)
  .map((paragraph) => attributed({ report, paragraph, score: 1 }));
const [first, second, ...others] = passages;
if (!first || !second) throw new Error('too few passages');
const [third, fourth] = others;
if (!third || !fourth) throw new Error('too few passages');
const opening = ({ paragraph: { span } }: Passage, length: number) => ({
  start: span.start,
  end: span.start + length,
});
const quoted: Answer & { kind: 'quoted' } = {
  kind: 'quoted',
  passages: [first, second, ...others],
  tied: false,
  confidence: 1,
};
const missing = [stars(100), stars(100)];
const related: Answer = { kind: 'related', passages, missing, noneAnswers: false, confidence: 0 };
const place = (at: number, paragraphs = 3): QuotationPlace => {
  const [one = first.paragraph, ...more] = report.paragraphs.slice(at, at + paragraphs);
  return { report, paragraphs: [one, ...more], spans: [one.span, ...more.map(({ span }) => span)] };
};
const places = [place(1), place(2), place(4), place(6), place(8)] as const;
const manyTimes = Array.from({ length: 4 }, () => place(1, 1));
const KINDS = ['quotation marks', 'dashes', 'ellipsis', 'spaces', 'letter forms'] satisfies TypographyKind[];
const differences = KINDS.map((kind) => ({ kind, count: 9999, inReport: stars(30), inQuote: stars(29) }));
const gap = (at: number) => ({
  kind: 'wrong passage' as const,
  question: `${at} ${stars(290)}`,
  passage: { report: 'sample', paragraph: at + 1 },
  count: 9999,
  first: 0,
  last: 0,
  seen: true,
});
const ids = Array.from({ length: 60 }, (_, at) => `report-${at}-${'x'.repeat(50)}`);
const channels = Array.from({ length: 25 }, (_, at) => String(10n ** 19n + BigInt(at)));

const context = (locale: string, audience: RenderContext['audience'] = 'private'): RenderContext => ({
  library,
  locale,
  audience,
  takesVotes: true,
});
const asked = (locale: string) => ({ ...context(locale), question: questionMarkdown(stars(6000), locale) });
const headed = reportOf(
  Array.from({ length: 12 }, (_, at) => `## ${at}${stars(200)}\n\n${stars(3000)}`),
  fields,
);
const asking = { ...report, questions: Array.from({ length: 5 }, (_, at) => `${at} ${stars(98)}`) };
const answered = (answer: Answer) => (locale: string) =>
  renderAnswer(answer, { question: stars(6000), report }, context(locale));
const completed = (answer: Answer) => (locale: string) => {
  const longest = stars(LONGEST_COMPLETED);
  return renderAnswer(answer, { question: longest, written: longest, report }, context(locale));
};

type Render = (locale: string) => Reply | undefined | Promise<Reply>;

const messages: readonly (readonly [string, Render])[] = [
  ['an answer', answered(quoted)],
  ['an answer to a question that was completed', completed(quoted)],
  ['passages for a question that was completed', completed(related)],
  ['two answers that fit equally well', answered({ ...quoted, tied: true })],
  ['related passages', answered(related)],
  ['passages of which none answers', answered({ ...related, noneAnswers: true })],
  ['no answer', answered({ kind: 'none', missing, confidence: 0 })],
  [
    'what a search found',
    (locale) =>
      renderHits(
        {
          total: 999_999,
          isCut: true,
          isNarrowed: true,
          missing: [stars(100), stars(100)],
          hits: passages
            .slice(0, 5)
            .map((hit) => ({ ...hit, excerpt: opening(hit, 500), matches: [opening(hit, 9)] })),
        },
        { words: stars(200), report, from: 999_990 },
        { library, locale },
      ),
  ],
  [
    'a quotation that stands in many places',
    (locale) => renderQuotation({ kind: 'exact', places, total: 100 }, stars(6000), context(locale)),
  ],
  [
    'a quotation with other typography',
    (locale) =>
      renderQuotation(
        { kind: 'typographic', places: [place(1, 1), ...manyTimes], total: 100, differences },
        stars(6000),
        context(locale),
      ),
  ],
  ['a quotation with other words', (locale) => renderQuotation(check, misquoted, context(locale))],
  [
    'a quotation that stands nowhere',
    (locale) => renderQuotation({ kind: 'not-found' }, stars(6000), context(locale)),
  ],
  ['the list of reports', (locale) => runSync(renderSources({ library: largeLibrary, locale }, 1))],
  ['a page of a report', (locale) => renderReading(context(locale), report, second.paragraph, 1)],
  [
    'a section',
    async (locale) => {
      const action = await section.handle(
        {
          argument: targetOf(library, report, second.paragraph.number, 1),
          values: [],
          field: () => '',
          message: {
            components: [textDisplay(`-# ${'\\*'.repeat(200)}`)],
            askedBy: () => Promise.resolve(undefined),
          },
          person: { id: '1', roleIds: [] },
          locale,
          audience: 'private',
        },
        contextOver(library),
      );
      if (action.kind !== 'show') throw new Error(`the section was answered with ${action.kind}`);
      return action.reply;
    },
  ],
  [
    'the gaps',
    (locale) =>
      renderGaps(
        Array.from({ length: 12 }, (_, at) => gap(at)),
        1,
        { library, locale },
      ),
  ],
  [
    'an alert of gaps',
    (locale) =>
      renderGapAlert(groupGaps(Array.from({ length: 12 }, (_, at) => gap(at))), Date.now(), {
        library,
        locale,
      }),
  ],
  [
    'an alert of a change',
    (locale) =>
      renderChangeAlert(
        {
          by: '200000000000000001',
          changes: ids.map((id) => ({ id, title: stars(300), kind: 'changed' })),
        },
        { library, locale },
      ),
  ],
  [
    'the settings',
    (locale) =>
      renderSettings(
        {
          publicChannels: channels,
          mentions: true,
          reports: 'both',
          defaultReport: stars(300),
          alerts: { channel: '9'.repeat(20), locale },
        },
        { library, locale },
      ),
  ],
  [
    'a reload',
    (locale) =>
      renderReload(
        { kind: 'reloaded', milliseconds: 99_999, added: ids, changed: ids, removed: ids },
        { library, locale },
      ),
  ],
  [
    'a reload that failed',
    (locale) =>
      renderReload(
        {
          kind: 'failed',
          faults: Array.from({ length: 20 }, () => ({ file: 'data/x.md', line: 1, message: stars(400) })),
        },
        { library, locale },
      ),
  ],
  [
    'the preview of a report',
    (locale) => renderDraft(draft, report, { target: `shared.${'0'.repeat(16)}`, replaces: true, locale }),
  ],
  ['the outline of a report', (locale) => renderOutline(asked(locale), headed, 1)],
  ['the outline of a report without sections', (locale) => renderOutline(asked(locale), wordy, 0)],
  [
    'the outlines of many reports',
    (locale) => renderOutlines({ ...asked(locale), library: largeLibrary }, largeLibrary.reports, 1),
  ],
  ['the outlines of some reports', (locale) => renderOutlines(asked(locale), many, 0)],
  [
    'a question in another language',
    (locale) =>
      renderOtherLanguage({ ...related, missing }, stars(6000), 'id', [asking, wordy], context(locale)),
  ],
  ['small talk', (locale) => renderSmallTalk('help', [asking], context(locale))],
  [
    'the help, to who may do most',
    (locale) =>
      help.run(
        {
          text: () => undefined,
          integer: () => undefined,
          flag: () => undefined,
          attachment: () => undefined,
          subcommand: undefined,
          audience: 'private',
          locale,
          person: { id: '1', roleIds: [] },
          server: { id: '2', channelIds: ['3'], mayManage: true },
        },
        {
          ...contextOver({ ...library, reports: [asking] }),
          access: { isAdmin: () => Promise.resolve(true) },
        },
      ),
  ],
  [
    'the status of a bot with 200 processes',
    (locale) =>
      renderStatus(createMetrics(() => new Date()).snapshot(), {
        ...context(locale),
        shards: { first: 0, last: 99_999, count: 99_999, servers: 99_999 },
        memory: 1e12,
        reader: 'failed',
        processes: { kind: 'known', processes: Array.from({ length: 200 }, manyShards) },
        sharedVersion: '01234567',
      }),
  ],
  ['a list of reports to keep', (locale) => renderCollection('shared', many, locale)],
  ['a history', (locale) => renderHistory(changes, locale)],
  ['the question before a removal', (locale) => renderRemoval(report, `shared.${'a'.repeat(60)}`, locale)],
  [
    'the faults of a folder',
    (locale) =>
      renderFaults(
        wordingFor(locale).reports.failed,
        Array.from({ length: 20 }, () => ({ file: 'data/x.md', line: 1, message: stars(400) })),
        locale,
      ),
  ],
];

/** One of many processes, on a host with a long name, that leave every second shard to nobody. */
function manyShards(_: unknown, at: number): ProcessState {
  const numbers = { first: 2 * at, last: 2 * at, count: 99_999, started: 1e12, seen: 1e12 };
  return { ...numbers, host: stars(253), version: `${at}`.padStart(8, '0'), isSelf: at === 0 };
}

const shared = shareServer();

/** What Discord's rules say to the reply as a message of its own. */
async function judge({ components, files = [] }: Reply) {
  const form = new FormData();
  const body: { flags: number; components: readonly APIMessageTopLevelComponent[] } = {
    flags: MessageFlags.IsComponentsV2,
    components,
  };
  form.set('payload_json', JSON.stringify(body));
  for (const [at, { name, text }] of files.entries()) form.set(`files[${at}]`, new Blob([text]), name);
  const discord = shared();
  const { status, faults } = await post(discord, `/channels/${discord.channels.general.id}/messages`, form);
  return { status, faults };
}

const languages = ['en', ...[...translations.values()].map(({ language }) => language)];

describe('the fullest message stays within the limits of Discord in every language:', () => {
  it.each(messages)('%s', async (_, render) => {
    for (const language of languages) {
      const reply = await render(language);
      if (!reply) throw new Error(`nothing was rendered in ${language}`);
      expect([language, await judge(reply)]).toEqual([language, { status: 200, faults: [] }]);
    }
  });
});

describe('the fullest answer of two passages', () => {
  it('shows both', () => {
    for (const language of languages) {
      const { components } = answered({ ...quoted, tied: true })(language);
      const shown = components.filter(({ type }) => type === ComponentType.Container);
      expect([language, shown.length]).toEqual([language, 2]);
    }
  });
});
