/**
 * Quote when the ranker is at least this sure. Chosen on 7,054 questions about 16 articles, each judged by weights
 * learnt without its article (`npm run fit`): here 5 % of the answerable questions are not quoted, and 97 % of those
 * on another subject are refused. The ranker's confidence is calibrated to questions of which four in ten have an
 * answer, so that a low value is still more often right than wrong where most questions have one.
 */
export const QUOTE_FROM = 0.147;
