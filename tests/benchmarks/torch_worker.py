# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""PyTorch's side of compare.py; the requests and answers of worker.cpp. usage: torch_worker.py THREADS

As fast as PyTorch goes without changing what is computed: time-major batches made beforehand, gradients set to None,
no copies of the loss out of the tensor.
"""
import sys
import time

import torch

BATCH, INPUTS, CHARACTERS = 64, 3, 70


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
    return trained(model, optimizer, batches, lambda x, y: criterion(model(x), y), seconds)


def train_every(steps, hidden, seconds):
    """A loss at every step."""
    model = Model(hidden, 2)
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = torch.nn.MSELoss()
    batches = [(torch.randn(steps, BATCH, INPUTS), torch.randn(steps, BATCH, 1)) for _ in range(16)]
    return trained(model, optimizer, batches, lambda x, y: criterion(model.fc(model.gru(x)[0]), y), seconds)


def train_text(steps, hidden, seconds):
    """Characters, one-hot made beforehand, cross-entropy at every step."""
    gru, fc = torch.nn.GRU(CHARACTERS, hidden, 2), torch.nn.Linear(hidden, CHARACTERS)
    model = torch.nn.ModuleList([gru, fc])
    optimizer = torch.optim.Adam(model.parameters(), lr=1e-3)
    criterion = torch.nn.CrossEntropyLoss()
    batches = []
    for _ in range(16):
        text = torch.randint(0, CHARACTERS, (steps + 1, BATCH))
        batches.append((torch.nn.functional.one_hot(text[:-1], CHARACTERS).float(), text[1:].reshape(-1)))
    return trained(model, optimizer, batches, lambda x, y: criterion(fc(gru(x)[0]).reshape(-1, CHARACTERS), y), seconds)


def trained(model, optimizer, batches, loss_of, seconds):
    turn = 0

    def step():
        nonlocal turn
        x, y = batches[turn % len(batches)]
        turn += 1
        optimizer.zero_grad(set_to_none=True)
        loss_of(x, y).backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1e9)
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
    return {"train": train, "every": train_every, "text": train_text, "infer": infer, "stream": stream}[verb](*map(int, sizes), float(seconds))


def main():
    torch.set_num_threads(int(sys.argv[1]))
    for request in sys.stdin:
        print(answer(request), flush=True)


if __name__ == "__main__":
    main()
