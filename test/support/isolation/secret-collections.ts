import fc from 'fast-check';
import { secretWord } from './secret-word.ts';

/** Files of a folder of reports, by relative path, and the secrets in each server's own. */
export interface SecretCollections {
  readonly files: Readonly<Record<string, string>>;
  /** By server; a secret that two servers hold belongs to neither. */
  readonly secrets: ReadonlyMap<string, ReadonlySet<string>>;
}

/** A report in which each `{}` stands for a secret. */
interface Draft {
  readonly id: string;
  readonly title: string;
  readonly heading: string | undefined;
  readonly paragraphs: readonly string[];
  readonly questions: readonly string[];
}

/** Few, so that reports of different servers have the same. */
const draft: fc.Arbitrary<Draft> = fc.record({
  id: fc.constantFrom('ferry', 'mill', 'dam', '{}', '{}-2'),
  title: fc.constantFrom('The {} inquiry', 'Report on the ferry', 'The mill of {}', 'A report'),
  heading: fc.constantFrom(undefined, 'The owners', 'What {} did'),
  paragraphs: fc.array(
    fc.constantFrom(
      'The ferry {} sank off {} in April 1911. Nobody was hurt.',
      'Mayor {} closed the mill on Monday, the Reis family said to {}.',
      'The dam above {} held for 30 years, and {} broke it.',
      'The keeper {} said: "Nobody asked {} about the school."',
      'The school burnt down in 1911, and nobody told the mayor.',
      'Sailors sailed a sailing boat to the market and sold bread.',
      'To sail is dear: a sail, a sailor and {} were sold.',
    ),
    { minLength: 1, maxLength: 3 },
  ),
  questions: fc.subarray([
    'Where did the ferry {} sink?',
    'Who closed the mill?',
    'What broke the dam of {}?',
  ]),
});
const drafts = (minLength: number) =>
  fc.uniqueArray(draft, { minLength, maxLength: 2, selector: ({ id }) => id });

/** Reports that all share, reports of each of `servers`, some with a fault, and reports that all of these have alike. */
export const secretCollections = (servers: readonly string[]): fc.Arbitrary<SecretCollections> =>
  fc
    .record({
      shared: drafts(1),
      alike: drafts(0),
      own: fc.tuple(...servers.map(() => fc.record({ reports: drafts(0), isFaulty: fc.boolean() }))),
    })
    .map(({ shared, alike, own }) => {
      const secrets = new Map<string, Set<string>>();
      const write = (reports: readonly Draft[], folder: string, owner: string, isFaulty = false) => {
        const words = new Set<string>();
        secrets.set(owner, words);
        const fill = (text: string) =>
          text.replaceAll('{}', () => {
            const word = secretWord(`${owner} ${words.size}`);
            words.add(word);
            return word;
          });
        const written = reports.map((each) => [`${folder}${fill(each.id)}.md`, fileText(each, fill)]);
        return isFaulty ? [...written, [fill(`${folder}{}.md`), fill('Without front matter: {}')]] : written;
      };
      const files = own.flatMap(({ reports, isFaulty }, at) => {
        const [server = ''] = servers.slice(at);
        const folder = `servers/${server}/`;
        return [...write(reports, folder, server, isFaulty), ...write(alike, folder, 'alike')];
      });
      return { files: Object.fromEntries([...write(shared, '', 'shared'), ...files]), secrets };
    });

function fileText({ title, heading, paragraphs, questions }: Draft, fill: (text: string) => string): string {
  const asked = questions.length > 0 ? ['questions:', ...questions.map((each) => `  - ${fill(each)}`)] : [];
  const front = [`title: ${JSON.stringify(fill(title))}`, ...asked].join('\n');
  const body = [...(heading === undefined ? [] : [`## ${fill(heading)}`]), ...paragraphs.map(fill)];
  return `---\n${front}\n---\n\n${body.join('\n\n')}\n`;
}
