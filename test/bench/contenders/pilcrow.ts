import { findParagraphs } from '../../../src/corpus/paragraphs.ts';
import { runSync } from '../../../src/text/cooperative-task.ts';
import { rankerOver } from '../../../src/search/ranking/lexical-ranker.ts';
import { type Contender, paragraphId } from '../contender.ts';

export const pilcrow: Contender = {
  name: 'Pilcrow',
  setting: 'as shipped',
  async build(reports) {
    // Its rivals need no sentences, so finding those is part of its own work.
    const read = reports.map((report) => ({
      ...report,
      paragraphs: runSync(findParagraphs(report.body, report.language)),
    }));
    const ranker = await rankerOver(read);
    return async (question, limit) => {
      const { paragraphs } = await ranker.rank(question, { limit });
      return paragraphs.map(({ report, paragraph }) => paragraphId(report.id, paragraph.number));
    };
  },
};
