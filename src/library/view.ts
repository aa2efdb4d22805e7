import type { Release } from '../search/index/memory-source.ts';
import type { Library } from './library.ts';
import type { PreparedReport } from './prepared-report.ts';

export interface Published {
  readonly library: Library;
  readonly release: Release;
}

/** One set of reports after another, of which the latest is held in the index. */
export interface View {
  show(own: readonly PreparedReport[], shared: readonly PreparedReport[]): Promise<Library>;
  /** Holds nothing any more. What is shown afterwards answers too, only slower. */
  close(): void;
}

export function createView(publish: (reports: readonly PreparedReport[]) => Promise<Published>): View {
  let shown:
    { readonly own: unknown; readonly shared: unknown; readonly published: Promise<Published> } | undefined;
  let isClosed = false;

  return {
    async show(own, shared) {
      if (shown?.own === own && shown.shared === shared) return (await shown.published).library;
      const published = publish(merged(own, shared));
      const last = isClosed ? published : shown?.published;
      if (!isClosed) shown = { own, shared, published };
      const { library } = await published;
      (await last)?.release();
      return library;
    },
    close() {
      isClosed = true;
      const last = shown?.published;
      shown = undefined;
      void last?.then(({ release }) => release());
    },
  };
}

/** In order of id, each id once. */
export function merged(
  own: readonly PreparedReport[],
  shared: readonly PreparedReport[],
): readonly PreparedReport[] {
  const ids = new Set(own.map(({ report }) => report.id));
  return [...own, ...shared.filter(({ report }) => !ids.has(report.id))].sort((a, b) =>
    a.report.id < b.report.id ? -1 : 1,
  );
}
