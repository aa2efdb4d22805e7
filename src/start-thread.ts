import { Worker, type WorkerOptions } from 'node:worker_threads';

const TSX = import.meta.resolve('tsx/esm/api');
/** Node 20 does not carry `--import tsx` over to threads, so that this one asks tsx itself to run TypeScript. */
const START = `
  const { tsx, program } = require('node:worker_threads').workerData;
  import(tsx).then(({ tsImport }) => tsImport(program, program));
`;

/** Runs the TypeScript file `program` in a thread of its own. Its `workerData` holds `data`. */
export const startThread = (program: URL, data: object, options: WorkerOptions = {}): Worker =>
  new Worker(START, {
    ...options,
    eval: true,
    workerData: { ...data, tsx: TSX, program: program.href },
    // The thread must not load again what this process was started with.
    execArgv: [],
  });
