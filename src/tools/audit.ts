import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { judgeAudit } from './judge-audit.ts';
import { runTool } from './run-tool.ts';

const HELP = `Ask the package registry for known vulnerabilities of what the bot runs on.

  npm run --silent audit

  --help       print this

Ends with 1 when there is one of high or critical severity. Says so, and ends with 0, when the registry cannot be asked.
`;

await runTool(HELP, async () => {
  const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
  if (values.help) {
    process.stdout.write(HELP);
    return;
  }
  // Under Windows npm is a script, which needs a shell.
  const npm = spawn('npm audit --omit=dev --audit-level=high --json', {
    shell: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const verdict = judgeAudit(await text(npm.stdout));
  switch (verdict.kind) {
    case 'clean':
      process.stdout.write('No vulnerability of high severity is known.\n');
      return;
    case 'vulnerable':
      process.stdout.write(`Vulnerable:\n${verdict.findings.map((each) => `  ${each}\n`).join('')}`);
      process.exitCode = 1;
      return;
    case 'unknown':
      process.stdout.write(`NOT AUDITED, because the registry could not be asked: ${verdict.why}\n`);
  }
});
