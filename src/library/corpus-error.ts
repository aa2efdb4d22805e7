import { type Fault, renderFault } from '../corpus/fault.ts';

/** The reports cannot be served. The message lists every fault, one a line. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';

  readonly faults: readonly Fault[];

  constructor(faults: readonly Fault[]) {
    super(faults.map(renderFault).join('\n'));
    this.faults = faults;
  }
}
