"""python export.py CHECKPOINT.pt... OUT.onnx: the mean of the checkpoints -> int8 ONNX, weights by channel, activations at run time."""

import os
import sys
import tempfile

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from model import Reader


class Outputs(torch.nn.Module):
    def __init__(self, model):
        super().__init__()
        self.model = model

    def forward(self, input_ids, attention_mask, token_type_ids):
        span, relevance = self.model(input_ids, attention_mask.float(), token_type_ids)
        return span[:, :, 0], span[:, :, 1], relevance[:, 0]


def export(model, out):
    x = torch.ones(2, 9, dtype=torch.long)
    inputs = ['input_ids', 'attention_mask', 'token_type_ids']
    axes = {name: {0: 'pair', 1: 'token'} for name in (*inputs, 'start', 'end')} | {'relevance': {0: 'pair'}}
    with tempfile.TemporaryDirectory() as folder:
        whole = os.path.join(folder, 'fp32.onnx')
        torch.onnx.export(
            Outputs(model.eval()), (x, x, torch.zeros_like(x)), whole, input_names=inputs,
            output_names=['start', 'end', 'relevance'], dynamic_axes=axes, opset_version=17, dynamo=False,
        )
        # 7 bits: without VNNI, processors add products of 8-bit numbers in 16 bits, which overflow.
        quantize_dynamic(whole, out, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


if __name__ == '__main__':
    *checkpoints, out = sys.argv[1:]
    weights = [torch.load(checkpoint) for checkpoint in checkpoints]
    model = Reader()
    model.load_state_dict({name: sum(each[name] for each in weights) / len(weights) for name in weights[0]})
    export(model, out)
    print(f'{os.path.getsize(out) / 1e6:.1f} MB')
