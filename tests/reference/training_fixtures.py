# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Losses, optimizers, schedules and clipping as PyTorch computes them; called by make_fixtures.py."""
import torch

import tensor_writer

PARAMETERS, UPDATES = 37, 12  # an odd number, so that vector loops have a tail

# Name of the case -> (class, its options, the same in GateScope's option names)
OPTIMIZERS = {
    "adam": ("adam", dict(lr=0.01), dict(lr=0.01)),
    "adam_decay": ("adam", dict(lr=0.01, weight_decay=0.1), {"lr": 0.01, "weight-decay": 0.1}),
    "adam_betas": ("adam", dict(lr=0.02, betas=(0.8, 0.95), eps=1e-4),
                   {"lr": 0.02, "beta1": 0.8, "beta2": 0.95, "epsilon": 1e-4}),
    "adamw": ("adamw", dict(lr=0.01, weight_decay=0.1), {"lr": 0.01, "weight-decay": 0.1}),
    "sgd": ("sgd", dict(lr=0.05), dict(lr=0.05)),
    "sgd_decay": ("sgd", dict(lr=0.05, weight_decay=0.1), {"lr": 0.05, "weight-decay": 0.1}),
    "sgd_momentum": ("sgd", dict(lr=0.05, momentum=0.9), dict(lr=0.05, momentum=0.9)),
    "sgd_momentum_decay": ("sgd", dict(lr=0.05, momentum=0.9, weight_decay=0.1),
                           {"lr": 0.05, "momentum": 0.9, "weight-decay": 0.1}),
    "rmsprop": ("rmsprop", dict(lr=0.01), dict(lr=0.01)),
    "rmsprop_decay": ("rmsprop", dict(lr=0.01, alpha=0.9, weight_decay=0.1),
                      {"lr": 0.01, "smoothing": 0.9, "weight-decay": 0.1}),
    "rmsprop_momentum": ("rmsprop", dict(lr=0.01, momentum=0.9), dict(lr=0.01, momentum=0.9)),
}
CLASSES = {"adam": torch.optim.Adam, "adamw": torch.optim.AdamW, "sgd": torch.optim.SGD, "rmsprop": torch.optim.RMSprop}


def numpy_of(tensors):
    return {name: value.detach().numpy() for name, value in tensors.items()}


def optimizers(path, dtype):
    start = torch.randn(PARAMETERS, dtype=torch.float64).to(dtype)
    sizes = 10 ** (torch.rand(PARAMETERS, dtype=torch.float64) * 6 - 5)  # gradients from 1e-5 to 10
    gradients = (torch.randn(UPDATES, PARAMETERS, dtype=torch.float64) * sizes).to(dtype)
    gradients[3] = 0
    tensors, metadata = {"parameters": start, "gradients": gradients}, {}
    for name, (kind, options, ours) in OPTIMIZERS.items():
        theta = torch.nn.Parameter(start.clone())
        optimizer = CLASSES[kind]([theta], **options)
        trajectory = []
        for gradient in gradients:
            theta.grad = gradient.clone()
            optimizer.step()
            trajectory.append(theta.detach().clone())
        tensors[f"trajectory.{name}"] = torch.stack(trajectory)
        metadata[name] = " ".join(f"{key}={value}" for key, value in {"optimizer": kind, **ours}.items())
    tensor_writer.write(path, numpy_of(tensors), metadata)


def rates(make, losses=None, changed=None, epochs=25):
    """The learning rate of every epoch, the first before any step; changed: (epoch, rate) set by hand."""
    optimizer = torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=0.1)
    schedule = make(optimizer)
    found = [0.1]
    for epoch in range(epochs):
        if changed and changed[0] == epoch:
            optimizer.param_groups[0]["lr"] = changed[1]
        optimizer.step()
        schedule.step(*([] if losses is None else [losses[epoch].item()]))
        found.append(optimizer.param_groups[0]["lr"])
    return torch.tensor(found, dtype=torch.float64)


def schedules(path):
    torch_schedules = torch.optim.lr_scheduler
    losses = torch.cat([torch.linspace(1, 0.5, 8), torch.full((9,), 0.49999), torch.linspace(0.49, 0.48, 8)]).double()
    step = lambda o: torch_schedules.StepLR(o, step_size=4, gamma=0.3)
    cosine = lambda o: torch_schedules.CosineAnnealingLR(o, T_max=10, eta_min=1e-4)
    plateau = lambda o: torch_schedules.ReduceLROnPlateau(o, factor=0.3, patience=2, min_lr=2e-3)
    tensors = {
        "losses": losses,
        "step": rates(step),
        "step_changed": rates(step, changed=(6, 0.02)),
        "cosine": rates(cosine),
        "cosine_changed": rates(cosine, changed=(4, 0.02)),
        "plateau": rates(plateau, losses),
        "plateau_changed": rates(plateau, losses, changed=(12, 0.5)),
    }
    settings = {
        "step": "schedule=step schedule-period=4 schedule-factor=0.3",
        "cosine": "schedule=cosine epochs=10 minimum-lr=1e-4",
        "plateau": "schedule=plateau schedule-period=2 schedule-factor=0.3 minimum-lr=2e-3",
    }
    metadata = {name: settings[name.split("_")[0]] for name in tensors if name != "losses"}
    changes = {"step_changed": "6 0.02", "cosine_changed": "4 0.02", "plateau_changed": "12 0.5"}
    metadata.update({f"change.{name}": text for name, text in changes.items()})
    tensor_writer.write(path, numpy_of(tensors), metadata)


def clipping(path, dtype):
    gradient = (torch.randn(101, dtype=torch.float64) * 3).to(dtype)
    tensors = {"gradient": gradient, "maximum_norm": torch.tensor([0.5, 10.0, 1000.0], dtype=dtype),
               "maximum_value": torch.tensor([1.5], dtype=dtype)}
    norms = []
    for i, maximum in enumerate(tensors["maximum_norm"].tolist()):
        theta = torch.nn.Parameter(torch.zeros_like(gradient))
        theta.grad = gradient.clone()
        norms.append(torch.nn.utils.clip_grad_norm_([theta], maximum).reshape(1))
        tensors[f"by_norm.{i}"] = theta.grad
    tensors["norm"] = torch.cat(norms)
    theta.grad = gradient.clone()
    torch.nn.utils.clip_grad_value_([theta], 1.5)
    tensors["by_value"] = theta.grad
    tensor_writer.write(path, numpy_of(tensors), {})


def losses(path, dtype):
    functional = torch.nn.functional
    output = (torch.randn(6, 3, dtype=torch.float64) * 2).to(dtype)
    target = torch.randn(6, 3, dtype=torch.float64).to(dtype)
    target[0] = output[0]  # no error at all
    target[1] = output[1] + torch.tensor([0.5, -0.5, 3.0])  # on Huber's bend, and far beyond it
    logits = output.clone()
    logits[2] = torch.tensor([300.0, -300.0, 0.0])  # exp(300) does not fit into float32
    classes = torch.tensor([0, 1, 2, 2, 1, 0])
    tensors = {"output": output, "target": target, "logits": logits, "classes": classes.to(dtype).reshape(-1, 1)}
    rules = {
        "mse": (output, lambda y: functional.mse_loss(y, target)),
        "mae": (output, lambda y: functional.l1_loss(y, target)),
        "huber": (output, lambda y: functional.huber_loss(y, target, delta=0.5)),
        "cross-entropy": (logits, lambda y: functional.cross_entropy(y, classes)),
    }
    for name, (start, rule) in rules.items():
        y = start.clone().requires_grad_()
        value = rule(y)
        value.backward()
        tensors[f"value.{name}"], tensors[f"gradient.{name}"] = value.reshape(1), y.grad
    tensor_writer.write(path, numpy_of(tensors), {"huber_delta": 0.5})


def write_all(folder):
    schedules(folder / "schedules.safetensors")
    for dtype in (torch.float64, torch.float32):
        name = str(dtype)[6:]
        optimizers(folder / f"optimizers_{name}.safetensors", dtype)
        clipping(folder / f"clipping_{name}.safetensors", dtype)
        losses(folder / f"losses_{name}.safetensors", dtype)
