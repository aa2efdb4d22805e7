"""python train.py MINUTES OUT.pt --pairs FILE... [--init CHECKPOINT.pt] [--part FROM TO] [--without FILE]
Fine-tunes the reader on the CPU: one worker a core, the weights shared between them without locks (Hogwild).

FILE        JSON lines, gzipped or not: {"set", "question", "paragraph" or "paragraph_sha256", "answer": [start, end) in code
            points of the paragraph, or null}
--part      which part of the learning-rate schedule this run is, 0 to 1 (default: all of it), so that a run can be cut in pieces
--without   a JSON list of paragraphs to leave out, kept for calibrating or judging
--frozen    layers from the bottom that are not trained (default 6)
BASE (environment): the folder with e5-small-v2.onnx and e5-small-v2-tokenizer.json. LR: the peak learning rate."""

import argparse
import json
import os
import random
import time

import torch
import torch.multiprocessing as mp
import torch.nn.functional as F
from tokenizers import Tokenizer

from model import Reader, from_onnx
from pairs import read_pairs

BASE, RATE = os.environ['BASE'], float(os.environ.get('LR', '1e-4'))
BATCH, TOKENS, SEP = 16, 160, 102
# Pairs of each set in every 160; a set that is absent leaves its share to the others.
MIX = {'balanced': 104, 'squad': 18, 'paraphrase': 14, 'own': 10, 'mined': 6, 'contrast': 4, 'cross': 3, 'changed': 1}


def encode(pairs):
    """pairs -> (ids, types, start, end, answerable). Long paragraphs are cut to a random window that holds the answer."""
    tokenizer = Tokenizer.from_file(f'{BASE}/e5-small-v2-tokenizer.json')
    tokenizer.no_truncation()
    tokenizer.no_padding()
    rows = []
    for pair, e in zip(pairs, tokenizer.encode_batch([(p['question'], p['paragraph']) for p in pairs])):
        ids, types, offsets, start, end = e.ids, e.type_ids, e.offsets, 0, 0
        first = types.index(1)
        if pair['answer']:
            a, b = pair['answer']
            start = next((n for n in range(first, len(ids) - 1) if offsets[n][0] <= a < offsets[n][1]), None)
            end = next((n for n in range(len(ids) - 2, first - 1, -1) if offsets[n][0] < b <= offsets[n][1]), None)
            if start is None or end is None or end < start:
                continue
        if len(ids) > TOKENS:
            room = TOKENS - first - 1
            low, high = 0, len(ids) - 1 - first - room
            if pair['answer']:
                low, high = max(0, end - first - room + 1), min(high, start - first)
            if high < low or room < 20:
                continue
            cut = random.randint(low, high)
            ids = ids[:first] + ids[first + cut : first + cut + room] + [SEP]
            types = types[:first] + [1] * (room + 1)
            if pair['answer']:
                start, end = start - cut, end - cut
        rows.append((ids, types, start, end, float(bool(pair['answer']))))
    return rows


def batches(sets):
    def forever(rows):
        rows = list(rows)
        while True:
            random.shuffle(rows)
            yield from rows

    streams = {name: forever(rows) for name, rows in sets.items() if rows}
    while True:
        pool = [next(streams[name]) for name in streams for _ in range(MIX[name])]
        pool.sort(key=lambda row: len(row[0]) + random.random() * 6)
        parts = [pool[n : n + BATCH] for n in range(0, len(pool), BATCH)]
        random.shuffle(parts)
        yield from parts


def tensors(batch):
    width = max(len(row[0]) for row in batch)
    pad = lambda values: values + [0] * (width - len(values))
    ids, types = (torch.tensor([pad(row[n]) for row in batch]) for n in (0, 1))
    mask = torch.tensor([pad([1] * len(row[0])) for row in batch])
    return ids, mask, types, *(torch.tensor([row[n] for row in batch]) for n in (2, 3, 4))


def loss_of(model, batch):
    ids, mask, types, start, end, answerable = tensors(batch)
    span, relevance = model(ids, mask, types)
    allowed = (types == 1) & (mask == 1)
    allowed[:, 0] = True
    span = span.masked_fill(~allowed[:, :, None], -1e4)
    spans = (F.cross_entropy(span[:, :, 0], start) + F.cross_entropy(span[:, :, 1], end)) / 2
    return spans + 0.5 * F.binary_cross_entropy_with_logits(relevance.squeeze(-1), answerable)


def work(rank, model, sets, seen, began, seconds, part):
    torch.set_num_threads(1)
    random.seed(int(began) + rank)
    torch.manual_seed(int(began) + rank)
    named = [(n, p) for n, p in model.named_parameters() if p.requires_grad]
    groups = [
        dict(params=[p for _, p in named if p.ndim > 1], weight_decay=0.01),
        dict(params=[p for _, p in named if p.ndim <= 1], weight_decay=0),
    ]
    optimizer, smooth, told = torch.optim.AdamW(groups, lr=RATE, betas=(0.9, 0.98)), None, time.time()
    model.train()
    for step, batch in enumerate(batches(sets)):
        done = (time.time() - began) / seconds
        if done >= 1:
            break
        position = part[0] + (part[1] - part[0]) * done
        for group in optimizer.param_groups:
            group['lr'] = RATE * min(1, (step + 1) / 40) * max(0.02, 1 - position)
        loss = loss_of(model, batch)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_([p for _, p in named], 1.0)
        optimizer.step()
        seen[rank] += len(batch)
        smooth = loss.item() if smooth is None else 0.98 * smooth + 0.02 * loss.item()
        if rank == 0 and time.time() - told > 60:
            told = time.time()
            print(f'{told - began:.0f} s, {int(seen.sum())} pairs, loss {smooth:.3f}', flush=True)


if __name__ == '__main__':
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('minutes', type=float)
    parser.add_argument('out')
    parser.add_argument('--pairs', nargs='+', required=True)
    parser.add_argument('--init')
    parser.add_argument('--part', nargs=2, type=float, default=(0, 1))
    parser.add_argument('--without')
    parser.add_argument('--frozen', type=int, default=6)
    options = parser.parse_args()
    without = set(json.load(open(options.without))) if options.without else set()
    pairs = [pair for pair in read_pairs(options.pairs) if pair['paragraph'] not in without]
    sets = {name: encode([p for p in pairs if p['set'] == name]) for name in MIX}
    print({name: len(rows) for name, rows in sets.items()}, flush=True)
    if options.init:
        model = Reader()
        model.load_state_dict(torch.load(options.init))
    else:
        model = from_onnx(f'{BASE}/e5-small-v2.onnx')
    # The embeddings and the first layers keep what they know; leaving them out makes a step a quarter cheaper.
    for module in (model.w, model.p, model.t, model.ln, *model.layers[: options.frozen]):
        module.requires_grad_(False)
    workers = os.cpu_count()
    model.share_memory()
    seen, began = torch.zeros(workers, dtype=torch.long).share_memory_(), time.time()
    mp.start_processes(work, args=(model, sets, seen, began, options.minutes * 60, options.part), nprocs=workers, start_method='fork')
    torch.save(model.state_dict(), options.out)
    print('pairs seen', int(seen.sum()))
