"""python mine_negatives.py PAIRS... >MINED.jsonl : for each question, paragraphs of the same set that share most of its words by rarity
(BM25) and do not hold its answer. Without them the reader learns to doubt a paragraph, but not to tell it from its neighbours."""

import collections
import json
import math
import random
import re
import sys

from pairs import read_pairs

# Of the nearest so many, so many are taken at random, for a question with an answer and for one without.
NEAREST, TAKEN, TAKEN_WITHOUT = 6, 2, 1
words = lambda text: re.findall(r'\w+', text.lower())


def nearest(paragraphs):
    """paragraphs -> a function from a question to the indices of the nearest, best first"""
    counts = [collections.Counter(words(p)) for p in paragraphs]
    mean = sum(map(len, counts)) / len(counts)
    places = collections.defaultdict(list)
    for at, count in enumerate(counts):
        for word, times in count.items():
            places[word].append((at, times * 2.2 / (times + 1.2 * (0.25 + 0.75 * len(count) / mean))))

    def find(question):
        scores = collections.Counter()
        for word in set(words(question)):
            rarity = math.log(1 + (len(paragraphs) - len(places[word]) + 0.5) / (len(places[word]) + 0.5))
            for at, score in places[word]:
                scores[at] += rarity * score
        return [at for at, _ in scores.most_common(NEAREST + 2)]

    return find


if __name__ == '__main__':
    random.seed(2)
    pairs = [pair for pair in read_pairs(sys.argv[1:]) if not pair['kind'].endswith(('-neg', '-swap'))]
    paragraphs = list(dict.fromkeys(pair['paragraph'] for pair in pairs))
    find, right = nearest(paragraphs), collections.defaultdict(set)
    for pair in pairs:
        if pair['answer']:
            right[pair['question']].add(pair['paragraph'])
    for pair in pairs:
        answer = pair['answer'] and pair['paragraph'][slice(*pair['answer'])]
        near = [paragraphs[at] for at in find(pair['question'])]
        near = [p for p in near if p != pair['paragraph'] and p not in right[pair['question']] and not (answer and answer.lower() in p.lower())]
        for p in random.sample(near[:NEAREST], min(len(near), TAKEN if answer else TAKEN_WITHOUT)):
            print(json.dumps(dict(set='mined', kind='mined', question=pair['question'], paragraph=p, answer=None)))
