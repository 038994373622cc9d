# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lets a text model write: python3 sample.py --length 400 --temperature 0.8 --start "The " --seed 0"""
import argparse
import pathlib

import torch

import model as network_module


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--length", type=int, default=400, help="characters to write")
    parser.add_argument("--temperature", type=float, default=1.0, help="scores are divided by it; 0 takes the likeliest")
    parser.add_argument("--start", default="\n", help="what the network reads first")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--weights", type=pathlib.Path, default=network_module.FOLDER / "weights.safetensors")
    return parser.parse_args()


def main():
    arguments = parse_arguments()
    config = network_module.load_config()
    preparation = config["preparation"]
    if not preparation or not preparation.get("text"):
        raise SystemExit("error: this network is none of text: it cannot write")
    characters = preparation["classes"]
    unknown = sorted(set(arguments.start) - set(characters[:-1]))
    if unknown or not arguments.start:
        raise SystemExit(f"error: the start needs characters that the network has read; it does not know {unknown}")
    network = network_module.load_network(config, arguments.weights).eval()
    generator = torch.Generator().manual_seed(arguments.seed)
    numbers = [characters.index(character) for character in arguments.start]
    window = preparation["data_options"]["window"]  # what lies more than four of them back is left out
    with torch.no_grad():
        for _ in range(arguments.length):
            scores = network(torch.tensor([numbers[-4 * window:]]))[0][:-1]  # without "other"
            if arguments.temperature == 0:
                numbers.append(int(scores.argmax()))
            else:
                chances = torch.softmax(scores.double() / arguments.temperature, 0)
                numbers.append(int(torch.multinomial(chances, 1, generator=generator)))
    print("".join(characters[number] for number in numbers))


if __name__ == "__main__":
    main()
