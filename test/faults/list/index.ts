import type { Fault } from '../fault.ts';
import { diskFaults } from './disk.ts';
import { fileFaults } from './files.ts';
import { gatewayFaults } from './gateway.ts';
import { processFaults } from './processes.ts';
import { restFaults } from './rest.ts';
import { serverFaults } from './servers.ts';

/** Every fault, in the order of the table. */
export const faults: readonly Fault[] = [
  ...gatewayFaults,
  ...restFaults,
  ...diskFaults,
  ...fileFaults,
  ...processFaults,
  ...serverFaults,
];
