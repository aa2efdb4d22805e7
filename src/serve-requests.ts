import { type Client, Events } from 'discord.js';
import type { BotOptions } from './bot.ts';
import { answerLogger, unansweredKeeper } from './bot-records.ts';
import { createAccess } from './discord/access.ts';
import { fetchOwnerIds, shardsOf } from './discord/client.ts';
import type { BotContext } from './discord/command.ts';
import { createConversations } from './discord/conversations.ts';
import { createDispatch } from './discord/dispatch.ts';
import type { Door } from './discord/door.ts';
import { createRateLimiter } from './discord/rate-limiter.ts';
import { createReportImporter } from './discord/reports/import-source.ts';
import { createReportLimiter } from './discord/reports/report-limits.ts';
import { createTally } from './discord/tally.ts';

/** Answers what comes from Discord, through one door, from now on. */
export function serveRequests(
  client: Client<true>,
  door: Door,
  parts: Pick<BotContext, 'collections' | 'post' | 'processes' | 'reader' | 'reload'>,
  {
    config,
    log,
    store,
    commands,
    deferAfter,
    metrics,
    requestIds,
    now = () => performance.now(),
    readSource,
  }: BotOptions,
) {
  const tally = createTally(log);
  const access = createAccess(config, () => fetchOwnerIds(client));
  const dispatch = createDispatch({
    commands,
    context: {
      ...parts,
      commands,
      access,
      store,
      metrics,
      importer: createReportImporter(config.apiUrl, { read: readSource }),
      reportLimiter: createReportLimiter(config.reportLimits),
      conversations: createConversations(now),
      shards: () => shardsOf(client),
    },
    rateLimiter: createRateLimiter(config.questionLimits),
    log,
    answered: [metrics.answered, answerLogger(log), unansweredKeeper(store, tally, metrics)],
    failed: metrics.failed,
    dropped: metrics.dropped,
    notKept: metrics.notKept,
    tally,
    door,
    ...(deferAfter !== undefined && { deferAfter }),
  });
  client.on(Events.InteractionCreate, (interaction) => {
    void requestIds.run(interaction.id, () => dispatch.handleInteraction(interaction));
  });
  client.on(Events.MessageCreate, (message) => {
    void requestIds.run(message.id, () => dispatch.handleMessage(message));
  });
  return dispatch;
}
