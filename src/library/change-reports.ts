import { explainWriteError } from '../disk-error.ts';
import { type Fault, renderFault } from '../corpus/fault.ts';
import { type ParsedReport, parseText } from '../corpus/parse-report.ts';
import { isReportId } from '../corpus/report-name.ts';
import { sha256 } from './hashes.ts';
import type { ReportChange } from './report-history.ts';

/** A report is to be `text`; without one it is to go. */
export interface ReportEdit {
  readonly id: string;
  readonly text?: string | undefined;
  /** It must not take the place of another report. */
  readonly isNew?: boolean;
}

/** The reports stay as they are. The message is for the person who wanted to change them. */
export class ChangeError extends Error {
  override readonly name = 'ChangeError';
  /** Whether a report was in the way that was not to be replaced. */
  readonly isExisting: boolean;

  constructor(
    message: string,
    { isExisting = false, ...options }: ErrorOptions & { isExisting?: boolean } = {},
  ) {
    super(message, options);
    this.isExisting = isExisting;
  }
}

export interface ChangedReports {
  readonly changes: readonly ReportChange[];
  /** Puts the reports back and takes the change out of the history, as if nothing had been done. */
  undo(): Promise<void>;
}

/** What edits make of a collection. */
export interface PlannedChange {
  readonly changes: readonly ReportChange[];
  /** Those that change something; `parsed`: the text, or what stands there. */
  readonly edits: readonly (ReportEdit & { readonly parsed: ParsedReport })[];
  /** By id: what stands there now, where something does. */
  readonly before: ReadonlyMap<string, string>;
}

/**
 * The one way in which reports are added, edited and removed: checks that each text loads, and finds what it replaces.
 * `fileOf`: the file's name in messages. @throws {ChangeError} when a text would not load, or there is nothing to remove
 */
export async function planChange(
  edits: readonly ReportEdit[],
  fileOf: (id: string) => string,
  read: (id: string) => Promise<string | undefined>,
): Promise<PlannedChange> {
  const before = new Map<string, string>();
  const changes: ReportChange[] = [];
  const wanted: (ReportEdit & { readonly parsed: ParsedReport })[] = [];
  for (const edit of edits) {
    const { id, text, isNew = false } = edit;
    if (!isReportId(id)) throw new ChangeError(`the id is ${JSON.stringify(id)}, wanted ${WANTED_ID}`);
    const old = await read(id);
    if (isNew && old !== undefined) throw existing(id);
    const shown = text ?? old;
    if (shown === undefined) throw new ChangeError(`there is no report "${id}"`);
    const parsed = await parseText({ id, file: fileOf(id) }, shown);
    if (text !== undefined && parsed.kind === 'faulty') throw notLoading(parsed.faults);
    if (old === text) continue;
    if (old !== undefined) before.set(id, old);
    wanted.push({ ...edit, parsed });
    changes.push({
      id,
      title: parsed.kind === 'report' ? parsed.report.title : id,
      kind: text === undefined ? 'removed' : old === undefined ? 'added' : 'changed',
      ...(text !== undefined && { after: sha256(text) }),
    });
  }
  return { changes, edits: wanted, before };
}

/** The disk's errors name files, which are for those who change them. @throws {ChangeError} in their place */
export async function orSay<Result>(
  what: string,
  work: Promise<Result>,
  explain: (error: unknown) => string = explainWriteError,
): Promise<Result> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ChangeError) throw error;
    throw new ChangeError(`${what}: ${explain(error)}`, { cause: error });
  }
}

const WANTED_ID = 'small letters a-z, digits and hyphens, such as ferry-report';

/** Why a text is no report, by each of its faults. */
export const notLoading = (faults: readonly Fault[]): ChangeError =>
  new ChangeError(`the report would not load. ${faults.map(renderFault).join('. ')}`);

export const existing = (id: string): ChangeError =>
  new ChangeError(`there is a report "${id}" already`, { isExisting: true });
