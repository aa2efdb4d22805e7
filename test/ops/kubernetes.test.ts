import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1' with { 'resolution-mode': 'require' };
import type { Service } from 'kubernetes-types/core/v1' with { 'resolution-mode': 'require' };
import type { StatefulSet } from 'kubernetes-types/apps/v1' with { 'resolution-mode': 'require' };
import { beforeAll, describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { countShards } from '../support/count-shards.ts';
import { readImageRecipe } from '../support/dockerfile.ts';
import { createTempFolder } from '../support/temp-folder.ts';

type Manifest = readonly [Service, PodDisruptionBudget, StatefulSet];

/** What the compiler says of these manifests as values of the types that are made from the API's own description. */
async function faultsIn(manifests: Readonly<Record<string, unknown>>): Promise<string> {
  const types = `import type { PodDisruptionBudget } from 'kubernetes-types/policy/v1';
import type { Service } from 'kubernetes-types/core/v1';
import type { StatefulSet } from 'kubernetes-types/apps/v1';
export const all: readonly [Service, PodDisruptionBudget, StatefulSet] = `;
  const files = Object.entries(manifests).map(([name, value]) => [
    name,
    `${types}${JSON.stringify(value, undefined, 1)};\n`,
  ]);
  const folder = await createTempFolder(Object.fromEntries(files));
  await symlink(resolve('node_modules'), join(folder, 'node_modules'));
  const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--types', ''];
  return new Promise((done) => {
    // It ends with 2 when there are faults.
    execFile(
      resolve('node_modules/.bin/tsc'),
      [...options, ...Object.keys(manifests)],
      { cwd: folder },
      (_, stdout) => done(stdout),
    );
  });
}

describe('ops/kubernetes.yaml', () => {
  let text: string;
  let manifest: Manifest;
  const read = (yaml: string): unknown => parseAllDocuments(yaml).map((each) => each.toJS() as unknown);
  beforeAll(async () => {
    text = await readFile('ops/kubernetes.yaml', 'utf8');
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the test below has the compiler look at it
    manifest = read(text) as Manifest;
  });

  it("has no fault that the types of Kubernetes' API know, which know a misspelt key and a value of another type", async () => {
    const faults = await faultsIn({
      'ours.ts': manifest,
      'misspelt.ts': read(text.replace('readinessProbe', 'readynessProbe')),
      'quoted.ts': read(text.replace('replicas: 2', "replicas: '2'")),
    });
    expect(faults.split('\n').filter((line) => line.startsWith('ours.ts'))).toEqual([]);
    expect(faults).toMatch(/^misspelt\.ts.*readynessProbe.* does not exist in type 'Container'/mu);
    expect(faults).toMatch(/^quoted\.ts.*Type 'string' is not assignable to type 'number'/mu);
  });

  it('runs each shard in exactly one pod', () => {
    const [, , { metadata, spec }] = manifest;
    const shards =
      spec?.template.spec?.containers[0]?.env?.find(({ name }) => name === 'SHARDS')?.value ?? '';
    const pods = Array.from({ length: spec?.replicas ?? 0 }, (_, at) =>
      shards.replace('$(POD_NAME)', `${metadata?.name}-${at}`),
    );
    expect(pods).toHaveLength(2);
    expect(countShards(pods)).toEqual([1, 1]);
  });

  it('finds its pods, and asks them on the port that the image serves', async () => {
    const [service, budget, { spec }] = manifest;
    const labels = spec?.template.metadata?.labels;
    expect(labels).toBeDefined();
    expect([service.spec?.selector, budget.spec?.selector?.matchLabels, spec?.selector.matchLabels]).toEqual([
      labels,
      labels,
      labels,
    ]);
    expect(spec?.serviceName).toBe(service.metadata?.name);
    const [bot] = spec?.template.spec?.containers ?? [];
    const { env } = await readImageRecipe('ops/Dockerfile');
    expect(bot?.ports).toEqual([{ name: 'health', containerPort: Number(env['HEALTH_PORT']) }]);
    expect(service.spec?.ports?.[0]?.port).toBe(bot?.ports?.[0]?.containerPort);
    expect([bot?.readinessProbe, bot?.livenessProbe].map((probe) => probe?.httpGet)).toEqual([
      { path: '/readyz', port: 'health' },
      { path: '/healthz', port: 'health' },
    ]);
  });

  it('runs as an account without rights, with limits, and leaves time for the answers that were begun', () => {
    const pod = manifest[2].spec?.template.spec;
    expect(pod).toMatchObject({
      automountServiceAccountToken: false,
      securityContext: { runAsNonRoot: true },
    });
    expect(pod?.terminationGracePeriodSeconds).toBeGreaterThan(10);
    expect(pod?.containers[0]).toMatchObject({
      envFrom: [{ secretRef: { name: 'pilcrow' } }],
      resources: {
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      },
      securityContext: {
        allowPrivilegeEscalation: false,
        readOnlyRootFilesystem: true,
        capabilities: { drop: ['ALL'] },
      },
    });
    expect(text).not.toMatch(/kind: Secret/u);
  });
});
