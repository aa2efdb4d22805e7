import { secretWord } from './secret-word.ts';

/** Reports of one server, full of words that nobody else may see. */
export interface OwnReports {
  /** By name. One has the id and title of a shared report, one does not load. */
  readonly files: Readonly<Record<string, string>>;
  /** The id of the report with everything in it. */
  readonly id: string;
  readonly secrets: readonly string[];
  /** Those that are told to nobody: they are in a report that does not load. */
  readonly untold: readonly string[];
  /** What only who has read it can ask, quote or look for. */
  readonly knowing: readonly string[];
  /** A report that is not published. */
  readonly draft: string;
  /** A question that nothing answers, and which is a secret itself. */
  readonly unanswered: string;
}

/** Asks for what the reports of servers tell, in words that anybody might use. */
const questions = [
  'Who hid the ledger?',
  'Where did the ferry sink?',
  // It leans on the answer to the one before, as it was given there.
  'and who said that?',
  'What broke the dam?',
  'Which zebra won?',
];
const words = ['ledger', 'ferry', 'diary', 'nobody'];
/** The beginning of a paragraph, up to its first secret. */
const quote = 'The keeper of the light hid the ledger under the';
export const INNOCENT = { questions, words, quote, texts: [...questions, ...words, quote] } as const;

export const SHARED_FERRY =
  '---\ntitle: The ferry inquiry\n---\n\nThe ferry Estrella sank off Corvo. Nobody was hurt.\n';

const DIARY_LINES = 60;

export function ownReports(server: string): OwnReports {
  const secrets: string[] = [];
  const secret = (): string => {
    const word = secretWord(`${server} ${secrets.length}`);
    secrets.push(word);
    return word;
  };
  const [id, other, faulty, fault, unanswered] = [
    secret(),
    secret(),
    secret(),
    secret(),
    `Which zebra ate ${secret()}?`,
  ];
  const paragraphs = [
    `${INNOCENT.quote} ${secret()} of the church in ${secret()}.`,
    `"Nobody asked ${secret()} about the ledger," said Mayor ${secret()} on Monday.`,
    `The dam above the village held for 30 years, until ${secret()} broke it in ${secret()}.`,
  ];
  const diary = Array.from(
    { length: DIARY_LINES },
    (_, at) => `Line ${at + 1} of the diary names ${secret()}.`,
  );
  const ledger = `---
title: The ${secret()} papers
publisher: ${secret()} Press
author: ${secret()}
url: https://${secret()}.example/${secret()}
questions:
  - Who hid the ledger of ${secret()}?
  - Where is ${secret()}?
---

## What ${secret()} found

${paragraphs.slice(0, 2).join('\n\n')}

## The ${secret()} and others

${paragraphs[2]}

${diary.join(' ')}
`;
  return {
    files: {
      [`${id}.md`]: ledger,
      ['ferry.md']: SHARED_FERRY.replace('Corvo', secret()),
      [`${other}.md`]: `---\ntitle: ${secret()}\n---\n\nNobody sold the ${secret()} on Monday.\n`,
      [`${faulty}.md`]: `Without front matter, but with ${fault}.\n`,
    },
    id,
    secrets,
    untold: [faulty, fault],
    knowing: [id, unanswered, ...paragraphs, ...secrets.slice(5, 7), `Who is ${secrets[5]?.slice(0, -1)}?`],
    draft: `---\ntitle: The ${secret()} draft\n---\n\nThe harbour of ${secret()} froze in 1911, said Mayor ${secret()}.\n`,
    unanswered,
  };
}
