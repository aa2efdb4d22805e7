import { parseArgs } from 'node:util';
import { config as readEnvFile } from 'dotenv';
import { commands } from '../../commands/index.ts';
import project from '../../package.json' with { type: 'json' };
import { discordJsVersion } from '../discord/publish-commands.ts';
import { createRedact, secretsIn } from '../redact.ts';
import { examine } from './doctor/examine.ts';
import { renderFinding } from './doctor/checks.ts';
import { argsOf, isProgram, runTool, type Terminal } from './run-tool.ts';

const HELP = `Check that the bot can start: versions, environment, reports, token, published commands.

  npm run --silent doctor

Changes nothing. Prints a line for each check: ok, warn, or fail with what to do.

  --help       print this

Ends with 0 when nothing failed, else with 1.
`;

/** Runs the tool; see HELP. */
export const doctor = (terminal?: Terminal): Promise<void> =>
  runTool(
    HELP,
    async (world) => {
      parseArgs(argsOf(world));
      const findings = await examine(world.env, commands, {
        pilcrow: project.version,
        wanted: project.engines.node,
        node: process.versions.node,
        discordJs: discordJsVersion,
      });
      const redact = createRedact(secretsIn(world.env));
      for (const finding of findings) world.stdout.write(redact(renderFinding(finding)));
      if (findings.some(({ level }) => level === 'fail')) world.exitCode = 1;
    },
    terminal,
  );

if (isProgram(import.meta.url)) {
  readEnvFile({ quiet: true });
  await doctor();
}
