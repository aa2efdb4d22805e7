import type { Answer, Passage } from '../../../src/answer/answer.ts';
import { type Remembered, rememberAnswer } from '../../../src/answer/follow-up/remember-answer.ts';
import { findStatements } from '../../../src/attribution/find-statements.ts';
import { speakerOf } from '../../../src/attribution/speaker-of.ts';
import { reportOf } from '../../support/report.ts';

/** The answer that quotes the first sentence of `text`, with `words` of it as the words that answer. */
export function quotedAnswer(text: string, words?: string): Answer {
  const report = reportOf([text]);
  const [paragraph] = report.paragraphs;
  const [sentence] = paragraph?.sentences ?? [];
  if (!paragraph || !sentence) throw new Error('there is no sentence');
  const start = words === undefined ? -1 : text.indexOf(words);
  const speaker = speakerOf(findStatements(report), 1, sentence);
  const passage: Passage = {
    report,
    paragraph,
    sentence,
    score: 1,
    ...(speaker && { speaker }),
    ...(words !== undefined && start >= 0 && { answer: { start, end: start + words.length } }),
  };
  return { kind: 'quoted', passages: [passage], tied: false, confidence: 1 };
}

const unanswered: Answer = { kind: 'none', missing: [], confidence: 0 };

export const CONTEXT_NAMES = [
  'captain',
  'count',
  'company',
  'fund',
  'ferries',
  'crews',
  'island',
  'pair',
  'said',
  'video',
  'unknown',
  'small',
  'strike',
  'when',
  'lowercase',
  'mayor',
  'survey',
  'vaccine',
  'office',
  'population',
  'divers',
  'won',
  'founder',
  'ships',
  'headline',
  'stadium',
  'sunk',
  'woods',
  'lost',
] as const;
export type ContextName = (typeof CONTEXT_NAMES)[number];

/** What was asked and answered before, by a short name. */
const CONTEXTS: Readonly<Record<ContextName, readonly [question: string, answer: Answer]>> = {
  captain: [
    'Who is Chris Doyle?',
    quotedAnswer(
      'Harbour Capt. Chris Doyle said that the crews are known to have rescued more passengers than were counted.',
    ),
  ],
  count: [
    'How many boats were destroyed?',
    quotedAnswer(
      'Nadia Rahman, spokeswoman of the Coast Command, said that more than 200 boats had been destroyed by the storm.',
      'more than 200',
    ),
  ],
  company: [
    'Where was the New Harbour Company heading?',
    quotedAnswer('On Monday the New Harbour Company was making steady progress towards Corvo.', 'Corvo'),
  ],
  fund: [
    'What did UNICEF ask every party to do?',
    quotedAnswer('The fund appealed to every party to show restraint, and to protect the islands.'),
  ],
  ferries: [
    'Where were the ferries on their way to?',
    quotedAnswer(
      'An unnamed source said that the ferries had left Corvo and were on their way to the dock near Lake Tharn.',
      'the dock near Lake Tharn',
    ),
  ],
  crews: [
    'Who met little resistance in Corvo?',
    quotedAnswer(
      'After that, the elite crews of the coast guard met little resistance in Corvo.',
      'the elite crews',
    ),
  ],
  island: [
    'Where is Corvo?',
    quotedAnswer('Corvo is an island in the west of the archipelago.', 'in the west of the archipelago'),
  ],
  pair: ['Did Ann Lee meet Paul Soto?', quotedAnswer('Ann Lee met Paul Soto in Lisbon on Friday.')],
  said: [
    'What did Matthew Allen say?',
    quotedAnswer('Matthew Allen said that two big groups of pirates had been arrested within two days.'),
  ],
  video: [
    'What does the video from the Ministry of Fisheries show?',
    quotedAnswer('It shows one tug or more, pulling a crowd of boats to the south of Corvo.'),
  ],
  unknown: ['Who is Peter Novak?', unanswered],
  small: [
    'who is chris doyle',
    quotedAnswer('Harbour Capt. Chris Doyle spoke by link from Lisbon to reporters at the port.'),
  ],
  strike: [
    'When did the fishermen strike?',
    quotedAnswer('The fishermen went on strike in May 2019.', 'May 2019'),
  ],
  when: [
    'When were the convoys attacked?',
    quotedAnswer(
      'The convoys were attacked on Tuesday night, according to the coast guard.',
      'on Tuesday night',
    ),
  ],
  lowercase: [
    'who is chris doyle?',
    quotedAnswer('Harbour Capt. Chris Doyle said that the crews are known to have left.', 'Harbour Capt.'),
  ],
  mayor: [
    'Who is the mayor of Lisbon?',
    quotedAnswer('Carla Mendes, the mayor of Lisbon, said on Sunday that the bridge would stay closed.'),
  ],
  survey: [
    'What did the survey find?',
    quotedAnswer('The survey of 1,200 nurses found that one in three had thought of leaving.'),
  ],
  vaccine: [
    'Which company makes the vaccine?',
    quotedAnswer('The vaccine is made by Novagen, a firm in Leiden.', 'Novagen'),
  ],
  office: [
    'what did the budget office say',
    quotedAnswer('The budget office said that the deficit would rise by a third next year.', 'a third'),
  ],
  population: ['what is the population of corvo', quotedAnswer('The population of Corvo is 430.', '430')],
  divers: [
    'what did the divers find',
    quotedAnswer(
      'The divers found an anchor and two bells in the harbour of Corvo.',
      'an anchor and two bells',
    ),
  ],
  won: ['who won corvo', quotedAnswer('Ann Lee won in Corvo on Sunday, by 12 votes.', 'Ann Lee')],
  founder: [
    'who founded the flores line',
    quotedAnswer('A fisherman, Rui Matos, founded the Flores Line in 1921 with two boats.', 'Rui Matos'),
  ],
  ships: [
    'where did the corvans sail',
    quotedAnswer('In spring the Corvans sailed to the banks off Greenland.', 'the banks off Greenland'),
  ],
  headline: [
    'when was no boat left behind passed',
    quotedAnswer('The law named No Boat Left Behind was passed by 41 votes to 3 in 2019.', '2019'),
  ],
  stadium: ['does corvo have a stadium?', quotedAnswer('There is a stadium with a grass pitch in Corvo.')],
  sunk: [
    'how many boats did the coast guard lose to storms',
    quotedAnswer('The coast guard lost nine boats to storms that winter.', 'nine'),
  ],
  lost: ['how many boats did the coast guard lose', quotedAnswer('The coast guard lost nine boats.', 'nine')],
  woods: [
    'what happened in bretton woods',
    quotedAnswer('Delegates met at Bretton Woods and fixed the exchange rates.'),
  ],
};

export function contextOf(name: ContextName): Remembered {
  const [question, answer] = CONTEXTS[name];
  return rememberAnswer(question, answer);
}

/** After what was asked: the question, and as what it is read; undefined when it is to stay as it is. */
export type FollowUpRow = readonly [after: ContextName, question: string, read?: string];
