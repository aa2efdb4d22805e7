import type { Span } from '../text/span.ts';
import type { Statement } from './find-statements.ts';

/**
 * Who says the words at `span` of a paragraph (counted from 1), in the report's own words. Absent when nobody is named
 * there, when statements of several speakers meet in the span, or when one of them has no certain speaker.
 *
 * @param statements those of the whole report, from `findStatements`
 */
export const speakerOf = (
  statements: readonly Statement[],
  paragraph: number,
  span: Span,
): Span | undefined => {
  const here = statements.filter(
    (statement) =>
      statement.paragraph === paragraph && statement.span.start < span.end && span.start < statement.span.end,
  );
  const speaker = here[0]?.speaker;
  const same = here.every(
    (statement) => statement.speaker?.start === speaker?.start && statement.speaker?.end === speaker?.end,
  );
  return same ? speaker : undefined;
};
