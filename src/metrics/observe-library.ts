import type { Library } from '../library/library.ts';
import type { LiveLibrary } from '../library/live-library.ts';
import type { Metrics } from './metrics.ts';
import type { Requests } from './requests.ts';

/** The same library; its answers are told to `requests`, and its reloads to `metrics`. */
export function observeLibrary(
  live: LiveLibrary,
  requests: Pick<Requests, 'asked' | 'answered'>,
  metrics: Pick<Metrics, 'reload'>,
): LiveLibrary {
  // One for each library, so that who compares two of them still can.
  const observed = new WeakMap<Library, Library>();

  function observe(library: Library): Library {
    const known = observed.get(library);
    if (known) return known;
    const one: Library = {
      ...library,
      async answer(question, options) {
        requests.asked();
        const answer = await library.answer(question, options);
        requests.answered(answer.kind);
        return answer;
      },
    };
    observed.set(library, one);
    return one;
  }

  return {
    ...live,
    get current() {
      return observe(live.current);
    },
    async reload() {
      const outcome = await live.reload();
      metrics.reload(outcome.kind);
      return outcome;
    },
  };
}
