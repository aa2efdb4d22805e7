"""python change_words.py PAIRS... >CHANGED.jsonl : near-misses made from answerable pairs by changing the question: an antonym, a negation,
another number or year, another name of the same paragraph. The paragraph no longer answers, though it shares nearly every word."""

import json
import random
import re
import sys

from pairs import read_pairs

OPPOSITES = [
    'largest smallest', 'biggest smallest', 'most least', 'more fewer', 'more less', 'before after', 'first last', 'highest lowest', 'higher lower',
    'increase decrease', 'increased decreased', 'rise fall', 'rose fell', 'gain lose', 'gained lost', 'win lose', 'won lost', 'support oppose',
    'supported opposed', 'supporters opponents', 'accept reject', 'accepted rejected', 'allow forbid', 'allowed forbidden', 'north south', 'northern southern',
    'east west', 'eastern western', 'early late', 'earlier later', 'oldest youngest', 'older younger', 'best worst', 'better worse', 'good bad', 'strong weak',
    'start end', 'started ended', 'began ended', 'begin end', 'cause result', 'caused prevented', 'buy sell', 'bought sold', 'include exclude',
    'included excluded', 'enter leave', 'entered left', 'arrive leave', 'arrived left', 'men women', 'man woman', 'male female', 'father mother', 'husband wife',
    'son daughter', 'brother sister', 'minimum maximum', 'inside outside', 'above below', 'majority minority', 'positive negative', 'public private', 'like dislike',
    'love hate', 'hired fired', 'raise lower', 'raised lowered', 'agree disagree', 'agreed disagreed', 'defeat lose to', 'open close', 'opened closed',
    'create destroy', 'created destroyed', 'built demolished', 'praise criticize', 'praised criticized', 'rural urban', 'domestic foreign', 'upper lower',
    'democrats republicans', 'democratic republican', 'easy hard', 'cheap expensive', 'common rare', 'always never', 'expand shrink', 'expanded shrank',
]
OPPOSITE = {}
for pair in OPPOSITES:
    a, b = pair.split(' ', 1)
    OPPOSITE.setdefault(a, []).append(b)
    OPPOSITE.setdefault(b, []).append(a)
NEGATED = {word: word + "n't" for word in 'did does do is are was were has have had could would should'.split()} | {'can': "can't", 'will': "won't"}
NAME = re.compile(r"\b[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*")
NUMBER = re.compile(r'\b\d[\d,.]*\d\b|\b\d\b')


def other_number(text):
    if re.fullmatch(r'1\d{3}|20\d\d', text):
        return str(int(text) + random.choice([-30, -12, -7, -3, -2, -1, 1, 2, 3, 8, 15, 40]))
    digits = [c for c in text if c.isdigit()]
    new = str(random.randint(1, 9)) + ''.join(str(random.randint(0, 9)) for _ in digits[1:])
    return new if new != ''.join(digits) else str(int(new) + 1)


def changes(question, paragraph, answer):
    lower = question.lower()
    for match in re.finditer(r"[a-z]+", lower):
        word = match.group()
        if word in OPPOSITE:
            yield 'antonym', question[: match.start()] + random.choice(OPPOSITE[word]) + question[match.end() :]
    for match in NUMBER.finditer(question):
        yield 'number', question[: match.start()] + other_number(match.group()) + question[match.end() :]
    names = [m.group() for m in NAME.finditer(paragraph) if m.start() and paragraph[m.start() - 2] not in '.!?' and m.group() not in answer and answer not in m.group()]
    for name in {n for n in names if n.lower() in lower}:
        at = lower.index(name.lower())
        others = [n for n in names if n.lower() not in lower and len(n) > 3]
        if others and (at == 0 or not lower[at - 1].isalnum()):
            new = random.choice(others)
            yield 'name', question[:at] + (new.lower() if question[at].islower() else new) + question[at + len(name) :]
    match = re.search(r'\b(did|does|do|is|are|was|were|has|have|had|could|would|should|can|will)\b', lower)
    if match and re.match(r'(what|who|which|where|when|how many|why)\b', lower) and random.random() < 0.25:
        yield 'negation', question[: match.start()] + NEGATED[match.group()] + question[match.end() :]


if __name__ == '__main__':
    random.seed(1)
    for pair in read_pairs(sys.argv[1:]):
        if not pair['answer']:
            continue
        made = list(changes(pair['question'], pair['paragraph'], pair['paragraph'][slice(*pair['answer'])]))
        for kind, question in random.sample(made, min(1, len(made))):
            print(json.dumps(dict(set='changed', kind=kind, question=question, paragraph=pair['paragraph'], answer=None)))
