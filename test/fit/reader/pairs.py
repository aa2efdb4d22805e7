"""Pairs of a question and a paragraph, as files hold them: JSON lines, gzipped or not.

{"set", "kind", "question", "paragraph" or "paragraph_sha256", "answer": [start, end) in code points of the paragraph, or null}

questions.jsonl.gz      our questions over passages that we may not pass on: they name them by hash
passages*.jsonl.gz      our questions over our own passages
"""

import gzip
import hashlib
import json


def read_pairs(files):
    """Pairs that name their paragraph by its hash have it from the other files; those of unknown paragraphs are left out."""
    pairs = []
    for name in files:
        with (gzip.open if name.endswith('.gz') else open)(name, 'rt') as file:
            pairs += map(json.loads, file)
    texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in {p['paragraph'] for p in pairs if 'paragraph' in p}}
    for pair in pairs:
        pair.setdefault('paragraph', texts.get(pair.get('paragraph_sha256')))
    return [pair for pair in pairs if pair['paragraph'] is not None]
