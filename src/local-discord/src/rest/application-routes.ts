import {
  GatewayBotResponseSchema,
  GatewayResponseSchema,
  PrivateApplicationResponseSchema,
  UserPIIResponseSchema,
} from 'discord-api-spec/zod';
import {
  Locale,
  type APIApplication,
  type APIUser,
  type RESTGetAPIGatewayBotResult,
  type RESTGetAPIGatewayResult,
} from 'discord-api-types/v10';
import { NO_FLAGS } from '../flags.ts';
import type { World } from '../world/world.ts';
import { answerWith, ok, route, type Route } from './route.ts';

interface ApplicationRoutesOptions {
  readonly world: World;
  readonly gatewayUrl: () => string;
  /** How many shards the bot is told to open. */
  readonly shards: number;
}

/** IDENTIFYs allowed a day; not counted down here. Discord's documentation, "Session Start Limit Object". */
const SESSION_STARTS = 1_000;
const DAY_MS = 24 * 60 * 60 * 1_000;

const describeApplication = ({ applicationId, bot, people, guilds }: World) => {
  return {
    id: applicationId,
    name: bot.user.username,
    icon: null,
    description: '',
    summary: '',
    bot: bot.user,
    bot_public: true,
    bot_require_code_grant: false,
    owner: people.owner.user,
    team: null,
    verify_key: '0'.repeat(64),
    flags: NO_FLAGS,
    flags_new: '0',
    approximate_guild_count: guilds.length,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    redirect_uris: [],
    interactions_endpoint_url: null,
    role_connections_verification_url: null,
    // Not in discord-api-types yet; the published API description asks for them.
    type: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ['bot', 'applications.commands'],
  } satisfies APIApplication & Record<string, unknown>;
};

/** What a bot asks about itself and about where to connect. */
export const applicationRoutes = ({ world, gatewayUrl, shards }: ApplicationRoutesOptions): Route[] => [
  route({
    method: 'GET',
    path: '/gateway',
    anonymous: true,
    answer: answerWith(GatewayResponseSchema),
    run: () => ok({ url: gatewayUrl() } satisfies RESTGetAPIGatewayResult),
  }),
  route({
    method: 'GET',
    path: '/gateway/bot',
    answer: answerWith(GatewayBotResponseSchema),
    run: () =>
      ok({
        url: gatewayUrl(),
        shards,
        session_start_limit: {
          total: SESSION_STARTS,
          remaining: SESSION_STARTS,
          reset_after: DAY_MS,
          // discord.js waits 5 s between two IDENTIFYs of the same bucket; with 16 buckets a second one need not wait.
          max_concurrency: 16,
        },
      } satisfies RESTGetAPIGatewayBotResult),
  }),
  ...['/applications/@me', '/oauth2/applications/@me'].map((path) =>
    route({
      method: 'GET',
      path,
      answer: answerWith(PrivateApplicationResponseSchema),
      run: () => ok(describeApplication(world)),
    }),
  ),
  route({
    method: 'GET',
    path: '/users/@me',
    answer: answerWith(UserPIIResponseSchema),
    run: () =>
      ok({
        ...world.bot.user,
        mfa_enabled: true,
        locale: Locale.EnglishUS,
        verified: true,
        email: null,
      } satisfies APIUser),
  }),
];
