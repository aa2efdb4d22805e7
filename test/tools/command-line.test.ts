import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import project from '../../package.json' with { type: 'json' };
import { type OpenReader, openReader } from '../../src/reader/open-reader.ts';
import { ask } from '../../src/tools/ask.ts';
import { doctor } from '../../src/tools/doctor.ts';
import { lintData } from '../../src/tools/lint-data.ts';
import { toolLog } from '../../src/tools/run-tool.ts';
import { evaluate } from '../eval/eval.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { createTempFolder } from '../support/temp-folder.ts';

const { scripts } = project;

/** The one reader of all tools that run in this process. */
let reader: OpenReader;
beforeAll(async () => {
  reader = openReader({ log: toolLog, limit: Infinity });
  await reader.load();
  expect(reader.state).toBe('ready');
});
afterAll(() => reader.close());

const tools = { ask, eval: evaluate, 'lint-data': lintData };

/** Runs a tool in this process, and gives all it prints. */
const run = (name: keyof typeof tools, args: readonly string[], input?: string) =>
  runInProcess((terminal) => tools[name](terminal, () => Promise.resolve(reader)), args, input);

/** Runs the program of an npm script as people do, and gives all it prints. */
async function runScript(script: keyof typeof scripts, args: readonly string[]) {
  const [, ...program] = scripts[script].split(' ');
  const child = spawn(process.execPath, [...program, ...args]);
  child.stdin.end();
  const exited = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { stdout, stderr, code: await exited };
}

const lines = (output: string): unknown[] =>
  output
    .split('\n')
    .filter(Boolean)
    .map((line): unknown => JSON.parse(line));

describe('doctor', () => {
  it('ends with 0 when nothing fails, else with 1', async () => {
    expect(await runScript('doctor', [])).toMatchObject({ code: 0, stderr: '' });
    const { stdout, code } = await runInProcess(doctor, [], '', { LOG_LEVEL: 'loud' });
    expect(stdout).toContain('fail LOG_LEVEL is "loud"');
    expect(code).toBe(1);
  });
});

describe('ask', () => {
  it('prints the passage with its citation', async () => {
    const { stdout, code } = await run('ask', ['What', 'was struck within two days?']);
    expect(stdout.replaceAll(/\n> /g, ' ')).toContain('two big groups of IS vehicles and fighters');
    expect(stdout).toMatch(/— ISIS militants killed .* · ¶ 4 of 13 · content [0-9a-f]{8}/);
    expect(code).toBe(0);
  });

  it('prints just what the README shows', async () => {
    const readme = await readFile('README.md', 'utf8');
    const [, question = '', shown] =
      /```\n\$ npm run --silent ask -- "(.+)"\n([\s\S]+?)```/.exec(readme) ?? [];
    expect(await runScript('ask', [question])).toEqual({ stdout: shown, stderr: '', code: 0 });
  });

  it('prints one object by contract with --json', async () => {
    const { stdout } = await run('ask', [
      '--json',
      '--report',
      'fallujah-convoy-strikes',
      'Who is Matthew Allen?',
    ]);
    expect(JSON.parse(stdout)).toMatchObject({
      kind: 'quoted',
      confidence: expect.any(Number),
      passages: expect.arrayContaining([
        {
          report: 'fallujah-convoy-strikes',
          paragraph: expect.any(Number),
          text: expect.stringContaining('Matthew Allen, a spokesman'),
          sentence: expect.toSatisfy((value) => value === null || typeof value === 'string'),
          answer: expect.toSatisfy((value) => value === null || typeof value === 'string'),
          speaker: expect.toSatisfy((value) => value === null || typeof value === 'string'),
          score: expect.any(Number),
        },
      ]),
    });
  });

  it('explains a score by features and weights whose products sum to it', async () => {
    const { stdout, code } = await run('ask', ['--explain', 'How many vehicles were destroyed?']);
    const [first = ''] = stdout.split('\n\n');
    expect(first).toMatch(/^fallujah-convoy-strikes ¶ 3$/m);
    const products = [...first.matchAll(/= +(-?[\d.]+)$/gm)].map((match) => Number(match[1]));
    const [, score] = /score +(-?[\d.]+)$/m.exec(first) ?? [];
    expect(products.length).toBeGreaterThan(5);
    expect(products.reduce((a, b) => a + b, 0)).toBeCloseTo(Number(score), 1);
    expect(stdout).not.toContain('the ranking says');
    const [, confidence] = /^Confidence ([\d.]+): quoted, which needs [\d.]+$/m.exec(stdout) ?? [];
    const [, logOdds] =
      /log-odds +(-?[\d.]+)\n*$/m.exec(stdout.slice(stdout.indexOf('reader together'))) ?? [];
    expect(1 / (1 + Math.exp(-Number(logOdds)))).toBeCloseTo(Number(confidence), 2);
    expect(stdout).toMatch(/^By words alone [\d.]+, calibrated/m);
    expect(code).toBe(0);
  });

  it('answers a batch in order, up to the line that is malformed', async () => {
    const input = [
      { id: 'b', question: 'Who is Yahya Rasool?' },
      { id: 'a', question: 'zebra?' },
      { id: 'c', question: 'Who was hit?', report: 'fallujah-convoy-strikes' },
    ]
      .map((line) => JSON.stringify(line))
      .join('\n');
    const whole = await run('ask', ['--batch'], `${input}\n`);
    expect(lines(whole.stdout)).toMatchObject([
      { id: 'b', kind: 'quoted' },
      { id: 'a', kind: 'none', passages: [] },
      { id: 'c' },
    ]);
    expect(whole.code).toBe(0);

    const broken = await run('ask', ['--batch'], `${input}\n{"id": 4}\n${input}\n`);
    expect(lines(broken.stdout)).toHaveLength(3);
    expect(broken.stderr).toContain('Cannot answer line 4');
    expect(broken.code).toBe(2);
  });

  it.each([
    ['no question', [], 2, 'there is no question'],
    [
      'an endless question',
      ['why '.repeat(2000)],
      2,
      'the question has 8000 characters, wanted at most 6000',
    ],
    ['an unknown option', ['--loud', 'Why?'], 2, "Unknown option '--loud'"],
    ['an unknown report', ['--report', 'nowhere', 'Why?'], 2, 'there is no report "nowhere", wanted one of:'],
    ['no folder', ['--data', 'nowhere', 'Why?'], 1, 'there is no such folder'],
  ])('ends with a clear sentence for %s', async (_, args, exitCode, message) => {
    const { stderr, stdout, code } = await run('ask', args);
    expect(stderr).toContain(message);
    expect(stderr).not.toContain('    at ');
    expect(stdout).toBe('');
    expect(code).toBe(exitCode);
  });

  it('ends quietly when its reader has had enough', async () => {
    const question = JSON.stringify({ id: 'a', question: 'vehicles' });
    const command = `yes '${question}' | "$NODE" --import tsx src/tools/ask.ts --batch | head -n 1`;
    const { stdout, stderr } = await new Promise<{ stdout: string; stderr: string }>((resolve) => {
      execFile(
        'bash',
        ['-c', command],
        { env: { ...process.env, NODE: process.execPath } },
        (_error, out, err) => {
          resolve({ stdout: out, stderr: err });
        },
      );
    });
    expect(lines(stdout)).toHaveLength(1);
    expect(stderr).not.toContain('Error');
  });
});

describe('eval', () => {
  it('prints a line for each report, and the questions that went wrong', async () => {
    const folder = await createTempFolder({
      'questions.jsonl': [
        { id: 'q1', question: 'Who is Yahya Rasool?', kind: 'answerable', paragraph: 4, answers: ['zebra'] },
        { id: 'q2', question: 'Who won the zebra race?', kind: 'off-topic', paragraph: null, answers: [] },
      ]
        .map((line) => JSON.stringify({ ...line, report: 'fallujah-convoy-strikes' }))
        .join('\n'),
    });
    const args = ['--data', 'data', '--questions', join(folder, 'questions.jsonl')];
    const { stdout, code } = await run('eval', [...args, '--misses']);
    expect(stdout).toMatch(/^report +asked +hit1 +hit3 +mrr .* ece\n/);
    expect(stdout).toMatch(/^fallujah-convoy-strikes +1 .* 100\.0 +- /m);
    expect(stdout).toMatch(/ q1 {2}fallujah-convoy-strikes ¶4 {2}Who is Yahya Rasool\?$/m);
    expect(code).toBe(0);
    const { stdout: json } = await runScript('eval', [...args, '--json']);
    expect(JSON.parse(json)).toMatchObject({ all: { answerable: 1, refused: { 'off-topic': 1 } } });
  });
});

describe('lint-data', () => {
  it('finds no problem in the project’s own reports', async () => {
    const { stdout, stderr, code } = await run('lint-data', []);
    expect(stderr.split('\n').filter((line) => !line.includes(': warning: '))).toEqual(['']);
    expect(stdout).toMatch(/^report +paragraphs +sentences +speakers +answered +title\n/);
    expect(stdout).toMatch(/^fallujah-convoy-strikes +13 +\d+ +\d+ +(\d+) of \1 +ISIS militants killed/m);
    expect(code).toBe(0);
  });

  it('prints reports, statements and problems by contract with --json', async () => {
    const folder = await createTempFolder({
      'ferry.md': '---\ntitle: The ferry\n---\n\n“It sank,” said Ana Reis.\n\nIt was red.\n',
      'bad.md': '---\ntitle: Bad\npublished: June\n---\n\nText.\n',
    });
    const { stdout, code } = await runScript('lint-data', ['--data', folder, '--json']);
    expect(JSON.parse(stdout)).toMatchObject({
      reports: [
        {
          id: 'ferry',
          title: 'The ferry',
          paragraphs: [
            {
              n: 1,
              text: '“It sank,” said Ana Reis.',
              statements: [{ text: 'It sank,', speaker: 'Ana Reis' }],
            },
            { n: 2, text: 'It was red.', statements: [] },
          ],
        },
      ],
      problems: [
        { file: join(folder, 'bad.md'), line: 3, message: expect.stringContaining('published is "June"') },
      ],
    });
    expect(code).toBe(1);
  });

  it('makes a suggested question that its report does not answer a problem, by line', async () => {
    const folder = await createTempFolder({
      'ferry.md': '---\ntitle: The ferry\nquestions:\n  - Who won the zebra race?\n---\n\nThe ferry sank.\n',
    });
    const { stdout, stderr, code } = await run('lint-data', ['--data', folder]);
    expect(stdout).toMatch(/^ferry .* 0 of 1 {2}The ferry$/m);
    expect(stderr).toContain('ferry.md:4: the suggested question "Who won the zebra race?"');
    expect(code).toBe(1);
  });
});
