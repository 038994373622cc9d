# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes on training where GateScope stopped.

    python3 train.py --data DATA.csv                                    one process
    torchrun --nproc_per_node 4 train.py --data DATA.csv                several, with DistributedDataParallel

Options left out are those the network was trained with. The weights of the best epoch are written to --out, which
GateScope reads back (import).
"""
import argparse
import math
import os
import pathlib

import numpy as np
import torch
from torch.utils.data import DataLoader, TensorDataset
from torch.utils.data.distributed import DistributedSampler

import data
import model as network_module


def parse_arguments(settings, config):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", default=config["data_source"], help="CSV, or NPZ with x and y")
    parser.add_argument("--epochs", type=int, default=int(settings["epochs"]))
    parser.add_argument("--batch", type=int, default=int(settings["batch"]), help="sequences a step, of all processes together")
    parser.add_argument("--lr", type=float, help="learning rate; left out, the one in force when training stopped")
    parser.add_argument("--seed", type=int, default=int(settings["seed"]))
    parser.add_argument("--out", type=pathlib.Path, default=network_module.FOLDER / "trained.safetensors")
    return parser.parse_args()


def make_loss(settings):
    return {"mse": torch.nn.MSELoss, "mae": torch.nn.L1Loss, "cross-entropy": torch.nn.CrossEntropyLoss,
            "huber": lambda: torch.nn.HuberLoss(delta=float(settings["huber-delta"]))}[settings["loss"]]()


def asked_loss(loss, outputs, y):
    """The mean over every step that has a target, and how many that are; classes without one are -100, values NaN."""
    if not y.is_floating_point():
        return loss(outputs.reshape(-1, outputs.shape[-1]), y.reshape(-1)), int((y != -100).sum())
    known = ~torch.isnan(y)
    return loss(outputs[known], y[known]), int(known.sum())


def class_weights(settings, y, classes):
    """N / (C n_c) of every class, where each is to count the same; else None. Losses that are told stay plain."""
    if settings["loss"] != "cross-entropy" or settings.get("class-weights", "equal") == "equal":
        return None
    counts = np.bincount(y[y >= 0].ravel(), minlength=classes)
    return torch.from_numpy(np.where(counts > 0, counts.sum() / (classes * np.maximum(counts, 1)), 1.0))


def weighed_loss(weights, outputs, y):
    """The mean of weight times cross-entropy over every step that has a target."""
    outputs, y = outputs.reshape(-1, outputs.shape[-1]), y.reshape(-1)
    outputs, y = outputs[y != -100], y[y != -100]
    losses = torch.nn.functional.cross_entropy(outputs, y, reduction="none")
    return (losses * weights.to(losses)[y]).mean()


def steps_of(y):
    """How many steps of a window are asked: y is (N, K, O), for classes (N, K), or without K where it is the last."""
    return y.shape[1] if y.ndim == (3 if y.is_floating_point() else 2) else 1


def make_optimizer(settings, parameters, rate):
    decay = float(settings["weight-decay"])
    name = settings["optimizer"]
    if name in ("adam", "adamw"):
        kind = torch.optim.Adam if name == "adam" else torch.optim.AdamW
        return kind(parameters, lr=rate, betas=(float(settings["beta1"]), float(settings["beta2"])),
                    eps=float(settings["epsilon"]), weight_decay=decay)
    if name == "sgd":
        return torch.optim.SGD(parameters, lr=rate, momentum=float(settings["momentum"]), weight_decay=decay)
    return torch.optim.RMSprop(parameters, lr=rate, alpha=float(settings["smoothing"]), eps=float(settings["epsilon"]),
                               momentum=float(settings["momentum"]), weight_decay=decay)


def make_schedule(settings, optimizer, epochs):
    period, factor = int(settings["schedule-period"]), float(settings["schedule-factor"])
    lowest = float(settings["minimum-lr"])
    schedules = torch.optim.lr_scheduler
    return {"constant": lambda: None, "step": lambda: schedules.StepLR(optimizer, period, factor),
            "cosine": lambda: schedules.CosineAnnealingLR(optimizer, epochs, lowest),
            "plateau": lambda: schedules.ReduceLROnPlateau(optimizer, factor=factor, patience=period, min_lr=lowest),
            }[settings["schedule"]]()


def saved_state():
    """The optimizer's state beside the weights: step, rate in force, and the moments, each one flat vector."""
    tensors, _ = network_module.read_safetensors(network_module.FOLDER / "weights.safetensors")
    if "training.counters" not in tensors:
        return None
    none = np.empty(0)
    return {"step": float(tensors["training.counters"][3]), "rate": float(tensors["training.numbers"][1]),
            "first": tensors.get("training.first_moment", none), "second": tensors.get("training.second_moment", none)}


def restore_moments(optimizer, network, settings, state):
    """Hands every parameter its part of the moments, under the names of PyTorch's optimizers."""
    fields = {"adam": {"exp_avg": "first", "exp_avg_sq": "second"}, "adamw": {"exp_avg": "first", "exp_avg_sq": "second"},
              "sgd": {"momentum_buffer": "first"}, "rmsprop": {"square_avg": "second", "momentum_buffer": "first"}}
    fields = {name: state[key] for name, key in fields[settings["optimizer"]].items() if len(state[key])}
    position = 0
    for parameter in network.parameters():
        part = slice(position, position + parameter.numel())
        position += parameter.numel()
        own = {name: torch.from_numpy(moment[part].copy()).view_as(parameter).to(parameter)
               for name, moment in fields.items()}
        if settings["optimizer"] != "sgd":
            own["step"] = torch.tensor(state["step"]) if settings["optimizer"] != "rmsprop" else int(state["step"])
        optimizer.state[parameter] = own


def mean_loss(network, loss, part, device):
    """Over a whole part, in evaluation mode."""
    x, y = part
    network.eval()
    total, terms = 0.0, 0
    with torch.no_grad():
        for begin in range(0, len(x), 1024):
            truth = torch.from_numpy(y[begin:begin + 1024]).to(device)
            outputs = network(torch.from_numpy(x[begin:begin + 1024]).to(device), steps_of(truth))
            value, count = asked_loss(loss, outputs, truth)
            total, terms = total + value.item() * count, terms + count
    network.train()
    return total / terms


def save(path, network, config):
    """Bare weights with what GateScope needs to know of them."""
    tensors = {name: value.detach().cpu().numpy() for name, value in network.state_dict().items()}
    network_module.write_safetensors(path, network_module.all_rows(tensors, config["network"]), config["public_metadata"])


class Training:
    def __init__(self, config, settings, arguments):
        self.settings, self.arguments, self.config = settings, arguments, config
        self.processes = int(os.environ.get("WORLD_SIZE", "1"))
        self.rank = int(os.environ.get("RANK", "0"))
        self.device = torch.device("cpu")
        if torch.cuda.is_available():
            self.device = torch.device("cuda", int(os.environ.get("LOCAL_RANK", "0")))
        if self.processes > 1:
            torch.distributed.init_process_group("nccl" if self.device.type == "cuda" else "gloo")
        torch.manual_seed(arguments.seed)
        self.network = network_module.load_network(config).to(self.device)
        state = saved_state()
        self.resumed = state is not None
        rate = arguments.lr or (state["rate"] if state else float(settings["lr"]))
        self.optimizer = make_optimizer(settings, self.network.parameters(), rate)
        if state:
            restore_moments(self.optimizer, self.network, settings, state)
        self.schedule = make_schedule(settings, self.optimizer, arguments.epochs)
        self.loss = make_loss(settings)
        self.wrapped = self.network
        if self.processes > 1:
            self.wrapped = torch.nn.parallel.DistributedDataParallel(self.network)

    def loader(self, part):
        dataset = TensorDataset(*map(torch.from_numpy, part))
        shuffle = self.settings["shuffle"] == "on"
        size = max(1, self.arguments.batch // self.processes)
        if self.processes == 1:
            return DataLoader(dataset, size, shuffle=shuffle), None
        sampler = DistributedSampler(dataset, shuffle=shuffle, seed=self.arguments.seed)
        return DataLoader(dataset, size, sampler=sampler), sampler

    def step(self, x, y):
        self.optimizer.zero_grad(set_to_none=True)
        y = y.to(self.device)
        outputs = self.wrapped(x.to(self.device), steps_of(y))
        loss, _ = asked_loss(self.loss, outputs, y)
        (loss if self.weights is None else weighed_loss(self.weights, outputs, y)).backward()
        if float(self.settings["clip-norm"]) > 0:
            torch.nn.utils.clip_grad_norm_(self.network.parameters(), float(self.settings["clip-norm"]))
        if float(self.settings["clip-value"]) > 0:
            torch.nn.utils.clip_grad_value_(self.network.parameters(), float(self.settings["clip-value"]))
        self.optimizer.step()
        return loss.item()

    def shared_mean(self, value):
        if self.processes == 1:
            return value
        total = torch.tensor(value, dtype=torch.float64, device=self.device)
        torch.distributed.all_reduce(total)
        return total.item() / self.processes

    def run(self, parts):
        if self.rank == 0:
            print("Optimizer goes on from its moments" if self.resumed else "Optimizer starts anew", flush=True)
        self.weights = class_weights(self.settings, parts["train"][1], self.network.fc.out_features)
        loader, sampler = self.loader(parts["train"])
        has_validation = len(parts["validation"][0]) > 0
        best, worse, patience = math.inf, 0, int(self.settings["early-stop"])
        for epoch in range(1, self.arguments.epochs + 1):
            if sampler:
                sampler.set_epoch(epoch)
            training = self.shared_mean(float(np.mean([self.step(x, y) for x, y in loader])))
            validation = mean_loss(self.network, self.loss, parts["validation"], self.device) if has_validation else None
            judged = training if validation is None else validation
            if self.rank == 0:
                tail = "" if validation is None else f", Validation loss: {validation:.6f}"
                print(f"Epoch {epoch}/{self.arguments.epochs}, Loss: {training:.6f}{tail}", flush=True)
            worse = 0 if judged < best else worse + 1
            if judged < best:
                best = judged
                if self.rank == 0:
                    save(self.arguments.out, self.network, self.config)
            if self.schedule is not None:
                self.schedule.step(*([judged] if self.settings["schedule"] == "plateau" else []))
            if patience and worse >= patience:
                break
        if self.processes > 1:
            torch.distributed.destroy_process_group()


def main():
    config = network_module.load_config()
    settings = config["settings"]
    arguments = parse_arguments(settings, config)
    if not arguments.data or not pathlib.Path(arguments.data).is_file():
        raise SystemExit(f"error: {arguments.data!r} is not there; name the data with --data")
    parts = data.prepare(arguments.data, config)
    if not len(parts["train"][0]):
        raise SystemExit("error: there is no window to train on")
    Training(config, settings, arguments).run(parts)


if __name__ == "__main__":
    main()
