import { Events } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { observeGateway } from '../../src/discord/gateway.ts';
import { parseShards } from '../../src/discord/shards.ts';
import { createLog } from '../../src/log.ts';
import { createMetrics } from '../../src/metrics/metrics.ts';
import { renderShards } from '../../src/render/render-processes.ts';

describe('parseShards()', () => {
  it.each([
    ['as many as Discord recommends', 'auto', 'auto'],
    ['a range', '4-7/16', { first: 4, last: 7, count: 16 }],
    ['one', '15/16', { first: 15, last: 15, count: 16 }],
    ['all in one process', '0-15/16', { first: 0, last: 15, count: 16 }],
    ['those of the third pod of a stateful set', 'pilcrow-2:4/16', { first: 8, last: 11, count: 16 }],
    ['those of a pod whose set has a number in its name', 'bot2-0:2/3', { first: 0, last: 1, count: 3 }],
    ['the rest, for the last pod', 'pilcrow-1:2/3', { first: 2, last: 2, count: 3 }],
    ['those of a bare number', '1:1/2', { first: 1, last: 1, count: 2 }],
  ])('reads %s', (_, text, shards) => expect(parseShards(text)).toEqual(shards));

  it.each([
    ['no count', '0-3'],
    ['none of none', '0/0'],
    ['a shard past the last', '16/16'],
    ['a range that ends past the last', '12-16/16'],
    ['a range that goes back', '3-0/16'],
    ['a pod for which there are no shards left', 'pilcrow-4:4/16'],
    ['pods without shards', 'pilcrow-0:0/16'],
    ['a name without a number', 'pilcrow:4/16'],
    ['a number that goes on', '123456:1/2'],
    ['a list', '0,1/16'],
    ['what discord.js itself would take', '[0,1]'],
    ['auto in capitals', 'AUTO'],
    ['something behind it', '0/1 '],
  ])('refuses %s', (_, text) => expect(parseShards(text)).toBeUndefined());

  it('gives each shard to exactly one of as many processes as there must be', () => {
    const number = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(number, number, (each, count) => {
        const processes = Array.from({ length: Math.ceil(count / each) }, (_, at) => {
          const shards = parseShards(`pilcrow-${at}:${each}/${count}`);
          if (shards === undefined || shards === 'auto') throw new Error('wanted a range');
          expect(parseShards(renderShards(shards))).toEqual(shards);
          return Array.from({ length: shards.last - shards.first + 1 }, (__, n) => shards.first + n);
        });
        expect(processes.flat()).toEqual(Array.from({ length: count }, (_, at) => at));
      }),
    );
  });
});

it('a bot on several shards counts as connected while all of them are', async () => {
  const log = createLog('silent');
  const client = createClient({ shards: { first: 0, last: 1, count: 2 } }, log);
  onTestFinished(() => client.destroy());
  const metrics = createMetrics();
  observeGateway(client, log, metrics);
  const states = [
    () => undefined,
    () => client.emit(Events.ShardReconnecting, 0),
    () => client.emit(Events.ShardReconnecting, 1),
    () => client.emit(Events.ShardResume, 1, 0),
    () => client.emit(Events.ShardReady, 0, undefined),
  ].map((happen) => {
    happen();
    return metrics.snapshot().gateway;
  });
  expect(states).toEqual(['connected', 'connecting', 'connecting', 'connecting', 'connected']);
});
