import type { Language } from '../text/language.ts';

/** Questions that ask for the same, by the words they share. */
export interface QuestionGroup<Asked> {
  /** The first comes first in the list that was grouped. */
  readonly members: readonly [Asked, ...Asked[]];
}

/** Of two questions' words, how many they must share to be alike: the Jaccard index, from 0 to 1. */
const ALIKE = 0.6;

/**
 * Groups questions by likeness: each joins the group whose first member shares most of its stems, at least 0.6 of both
 * together (Jaccard), and else opens one. Function words count only where a question has no others. The groups are in
 * the order of their first members. `kindOf`: questions of different kinds are never alike.
 */
export function groupQuestions<Asked extends { readonly question: string }>(
  asked: readonly Asked[],
  language: Language,
  kindOf: (asked: Asked) => string = () => '',
): readonly QuestionGroup<Asked>[] {
  const groups: { readonly stems: ReadonlySet<string>; readonly members: [Asked, ...Asked[]] }[] = [];
  const groupsByStem = new Map<string, number[]>();
  for (const each of asked) {
    const kind = kindOf(each);
    const stems = stemsOf(each.question, language);
    const shared = new Map<number, number>();
    for (const stem of stems)
      for (const at of groupsByStem.get(`${kind}\n${stem}`) ?? []) shared.set(at, (shared.get(at) ?? 0) + 1);
    const [nearest, likeness] = findNearest(shared, stems.size, (at) => groups[at]?.stems.size ?? 0);
    const group = likeness >= ALIKE ? groups[nearest] : undefined;
    if (group) group.members.push(each);
    else {
      for (const stem of stems) {
        const key = `${kind}\n${stem}`;
        groupsByStem.set(key, [...(groupsByStem.get(key) ?? []), groups.length]);
      }
      groups.push({ stems, members: [each] });
    }
  }
  return groups.map(({ members }) => ({ members }));
}

/** Which group shares most, and its Jaccard index; -1 and 0 when none shares anything. */
function findNearest(
  shared: ReadonlyMap<number, number>,
  size: number,
  sizeOf: (group: number) => number,
): readonly [group: number, likeness: number] {
  let nearest: readonly [number, number] = [-1, 0];
  for (const [group, count] of shared) {
    const likeness = count / (size + sizeOf(group) - count);
    if (likeness > nearest[1]) nearest = [group, likeness];
  }
  return nearest;
}

/** The stems of a question; where it has no words at all, the question itself. */
function stemsOf(question: string, language: Language): ReadonlySet<string> {
  const words = language.read(question).map(({ folded }) => folded);
  const content = words.filter((word) => !language.functionWords.has(word));
  const stems = (content.length > 0 ? content : words).map((word) => language.stem(word));
  return new Set(stems.length > 0 ? stems : [question]);
}
