import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Deed, openBotWithoutDiscord } from '../support/isolation/bot-without-discord.ts';
import { controlsIn } from '../support/isolation/controls.ts';
import {
  doAll,
  doWithout,
  HIDDEN,
  isHidden,
  OTHER,
  plan,
  secretsOf,
  type Step,
} from '../support/isolation/planned-deeds.ts';
import { secretCollections } from '../support/isolation/secret-collections.ts';
import { toldIn } from '../support/isolation/secret-word.ts';
import { runs } from '../property-runs.ts';

/** In bytes, for the reports of servers: enough for all, or for one at a time. */
const MEMORY = [64 * 1024 * 1024, 300_000] as const;

/** What people outside the hidden server saw, in order. */
const seenOutside = (steps: readonly Step[]) => steps.filter(({ caller }) => caller.server?.id !== HIDDEN);

describe('reports of a server', () => {
  it('make no difference to anything that anybody sees elsewhere', async () => {
    let told = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.record({
          world: secretCollections([HIDDEN, OTHER]),
          memory: fc.constantFrom(...MEMORY),
          isKnown: fc.boolean(),
        }),
        fc.array(plan, { maxLength: 30, size: 'max' }),
        async (circumstances, plans) => {
          const { steps, lines } = await doAll(circumstances, plans);
          const secrets = secretsOf(circumstances.world);
          told += steps.filter((step) => isHidden(step) && toldIn(step.said, secrets).length > 0).length;
          const again = await doWithout(
            circumstances,
            steps.filter((step) => !isHidden(step)),
          );
          const outside = seenOutside(steps);
          expect(outside.map(({ said }) => said)).toEqual(seenOutside(again).map(({ said }) => said));
          for (const words of circumstances.world.secrets.values())
            expect(toldIn(lines.join('\n'), words)).toEqual([]);
          // What somebody asks of the reports that all share is known to who keeps those, wherever it was asked.
          const known = new Set<string>();
          for (const step of steps.filter((each) => !isHidden(each))) {
            for (const secret of toldIn(JSON.stringify(step.deed), secrets)) known.add(secret);
            const seen = outside.includes(step) ? toldIn(step.said, secrets) : [];
            expect(seen.filter((secret) => !known.has(secret))).toEqual([]);
          }
        },
      ),
      { numRuns: runs(40) },
    );
    // Else nothing was hidden, and this test says nothing.
    expect(told).toBeGreaterThan(0);
  }, 240_000);

  it.each(['own', 'both'] as const)('that are equal share neither votes nor gaps: %s', async (reports) => {
    const dam = '---\ntitle: The dam\n---\n\nThe dam held for 30 years.\n';
    const folders = [HIDDEN, OTHER].map((server) => [`servers/${server}/dam.md`, dam]);
    const files = { 'ferry.md': '---\ntitle: The ferry\n---\n\nIt sank.\n', ...Object.fromEntries(folders) };
    const bot = await openBotWithoutDiscord(files, MEMORY[0]);
    const [hidden, other] = [HIDDEN, OTHER].map((id) => (deed: Deed, person = '1') => {
      const server = { id, channelIds: ['3'], mayManage: true };
      return bot.act({ person: { id: person, roleIds: [] }, locale: 'en-US', server }, deed);
    });
    if (!hidden || !other) throw new Error('there are two servers');
    const ask = (question: string) => ({ kind: 'command', name: 'ask', given: { question } }) as const;
    const gaps = { kind: 'command', name: 'gaps', given: {} } as const;
    for (const act of [hidden, other]) await act({ kind: 'command', name: 'settings', given: { reports } });
    const answer = await hidden(ask('How long did the dam hold?'));
    expect((await other(ask('How long did the dam hold?'))).said).toBe(answer.said);
    const vote = (name: string): Deed => {
      const id = controlsIn(answer.components).find((each) => each.id.startsWith(name))?.id ?? '';
      return { kind: 'press', id, values: [], on: answer.components };
    };
    for (const person of ['1', '2']) await hidden(vote('wrong'), person);
    expect((await hidden(vote('helped'), '3')).said).toMatch(/"Wrong passage · 2"/u);
    expect((await other(vote('helped'))).said).toMatch(/"This helped · 1".*"Wrong passage"/u);
    for (const act of [hidden, other]) await act(ask('Which zebra won?'));
    const listed = await hidden(gaps);
    expect(listed.said).toMatch(/Which zebra won.*How long|How long.*Which zebra won/u);
    expect((await other(gaps)).said).not.toContain('How long');
    for (const { id } of controlsIn(listed.components))
      expect((await other({ kind: 'press', id, values: [], on: [] })).said).not.toContain('How long');
    expect((await other(gaps)).said).toContain('No gaps');
    expect((await hidden(gaps)).said).toBe(listed.said);
    await bot.close();
  });
});
