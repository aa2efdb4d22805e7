import { runProgram } from '../../src/run-program.ts';

// A program with a fault that carries the token; `FAULT` says how it comes out.
await runProgram(async () => {
  const error = new Error(`refused: Bot ${process.env['DISCORD_TOKEN']}`);
  if (process.env['FAULT'] === 'thrown') throw error;
  if (process.env['FAULT'] === 'rejected') void Promise.reject(error);
  setTimeout(() => {
    throw error;
  }, 0);
});
