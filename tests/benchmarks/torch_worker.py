# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's side of compare.py; the requests and answers of worker.cpp. usage: torch_worker.py THREADS

As fast as PyTorch goes without changing what is computed: time-major batches made beforehand, gradients set to None,
no copies of the loss out of the tensor.
"""
import sys
import time

import torch

BATCH, INPUTS = 64, 3


class Model(torch.nn.Module):
    def __init__(self, hidden, layers):
        super().__init__()
        self.gru = torch.nn.GRU(INPUTS, hidden, layers)
        self.fc = torch.nn.Linear(hidden, 1)

    def forward(self, x):
        sequence, _ = self.gru(x)
        return self.fc(sequence[-1])


def calls_per_second(seconds, work):
    work()
    start = time.perf_counter()
    calls = elapsed = 0
    while elapsed < seconds:
        work()
        calls += 1
        elapsed = time.perf_counter() - start
    return calls / elapsed


def train(steps, hidden, seconds):
    model = Model(hidden, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = torch.nn.MSELoss()
    batches = [(torch.randn(steps, BATCH, INPUTS), torch.randn(BATCH, 1)) for _ in range(16)]
    turn = 0

    def step():
        nonlocal turn
        x, y = batches[turn % len(batches)]
        turn += 1
        optimizer.zero_grad(set_to_none=True)
        loss = criterion(model(x), y)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1e9)  # for the norm, which GateScope has too
        optimizer.step()

    return calls_per_second(seconds, step) * BATCH


def infer(steps, hidden, seconds):
    model, x = Model(hidden, 2).eval(), torch.randn(steps, BATCH, INPUTS)
    with torch.inference_mode():
        return calls_per_second(seconds, lambda: model(x)) * BATCH


def stream(hidden, seconds):
    gru, x, state = torch.nn.GRU(INPUTS, hidden).eval(), torch.randn(1, 1, INPUTS), torch.zeros(1, 1, hidden)
    with torch.inference_mode():
        return calls_per_second(seconds, lambda: gru(x, state))


def answer(request):
    verb, *numbers = request.split()
    *sizes, seconds = numbers
    return {"train": train, "infer": infer, "stream": stream}[verb](*map(int, sizes), float(seconds))


def main():
    torch.set_num_threads(int(sys.argv[1]))
    for request in sys.stdin:
        print(answer(request), flush=True)


if __name__ == "__main__":
    main()
