"""python mine_negatives.py PAIRS... >MINED.jsonl : for each question, paragraphs that share most of its words by rarity (BM25) and do not
hold its answer (set mined): without them the reader learns to doubt a paragraph, but not to tell it from its neighbours. For some,
the nearest of a few hundred paragraphs taken at random, mostly on other subjects (set cross)."""

import collections
import json
import math
import random
import re
import sys

from pairs import read_pairs

# Of the nearest so many, so many are taken at random, for a question with an answer and for one without.
NEAREST, TAKEN, TAKEN_WITHOUT = 6, 2, 1
# The nearest of so many taken at random, for so many questions.
AMONG, CROSS = 300, 12_000
words = lambda text: re.findall(r'\w+', text.lower())


def scorer(paragraphs):
    """paragraphs -> a function from a question to a Counter of scores by index"""
    counts = [collections.Counter(words(p)) for p in paragraphs]
    mean = sum(map(len, counts)) / len(counts)
    places = collections.defaultdict(list)
    for at, count in enumerate(counts):
        for word, times in count.items():
            places[word].append((at, times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(count) / mean))))

    def score(question):
        scores = collections.Counter()
        for word in set(words(question)):
            rarity = math.log(1 + (len(paragraphs) - len(places[word]) + 0.5) / (len(places[word]) + 0.5))
            for at, weight in places[word]:
                scores[at] += rarity * weight
        return scores

    return score


if __name__ == '__main__':
    random.seed(2)
    pairs = [pair for pair in read_pairs(sys.argv[1:]) if not pair['kind'].endswith(('-neg', '-swap'))]
    paragraphs = list(dict.fromkeys(pair['paragraph'] for pair in pairs))
    score, right = scorer(paragraphs), collections.defaultdict(set)
    for pair in pairs:
        if pair['answer']:
            right[pair['question']].add(pair['paragraph'])
    for pair in pairs:
        answer = pair['answer'] and pair['paragraph'][slice(*pair['answer'])]
        near = [paragraphs[at] for at, _ in score(pair['question']).most_common(NEAREST + 2)]
        near = [p for p in near if p != pair['paragraph'] and p not in right[pair['question']] and not (answer and answer.lower() in p.lower())]
        for p in random.sample(near[:NEAREST], min(len(near), TAKEN if answer else TAKEN_WITHOUT)):
            print(json.dumps(dict(set='mined', kind='mined', question=pair['question'], paragraph=p, answer=None)))
    for question in random.sample(list(right), min(len(right), CROSS)):
        some = [at for at in random.sample(range(len(paragraphs)), min(len(paragraphs), AMONG)) if paragraphs[at] not in right[question]]
        p = paragraphs[max(some, key=score(question).__getitem__)]
        print(json.dumps(dict(set='cross', kind='cross', question=question, paragraph=p, answer=None)))
