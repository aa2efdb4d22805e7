import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { Collection } from '../../library/collection.ts';
import type { Owner } from '../../store/store.ts';
import type { Wording } from '../../i18n/wording.ts';

/** How much one server may have of its own; 0: no limit. */
export interface ReportLimits {
  readonly reports: number;
  /** Of all its reports together. */
  readonly megabytes: number;
  readonly importsPerHour: number;
}

type Limits = Wording['reports']['limits'];

/** Tells what would be too much for a server, as a reason for people; undefined when it is not. */
export interface ReportLimiter {
  /** Counts an import. Shared reports have no limits. */
  import(server: Owner, say: Limits): Promise<string | undefined>;
  /** Whether the reports with `text` in place of what `id` has are too many or too large. */
  excess(
    server: Owner,
    collection: Collection,
    draft: { readonly id: string; readonly text: string },
    say: Limits,
  ): string | undefined;
}

const HOUR = 3600;
const MEGABYTE = 1_000_000;

export function createReportLimiter({ reports, megabytes, importsPerHour }: ReportLimits): ReportLimiter {
  const imports = new RateLimiterMemory({ points: importsPerHour, duration: HOUR });
  return {
    async import(server, say) {
      if (server === undefined || importsPerHour === 0) return undefined;
      try {
        await imports.consume(server);
        return undefined;
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        return say.imports(importsPerHour, Math.min(60, Math.ceil(error.msBeforeNext / 60_000)));
      }
    },
    excess(server, { reports: held }, { id, text }, say) {
      if (server === undefined) return undefined;
      const others = held.filter(({ report }) => report.id !== id);
      if (reports > 0 && others.length >= reports) return say.reports(reports);
      const sizeOf = (all: string): number => Buffer.byteLength(all);
      const size = others.reduce((sum, { report }) => sum + sizeOf(report.body), sizeOf(text));
      return megabytes > 0 && size > megabytes * MEGABYTE ? say.size(megabytes) : undefined;
    },
  };
}
