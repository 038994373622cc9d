# SPDX-FileCopyrightText: 2026 The GateScope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the ONNX models that compare.py lets ONNX Runtime run: stacked GRU nodes with random weights and a head."""
import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

INPUTS = 3


def write(path, layers, hidden):
    random = numpy.random.default_rng(1)
    weights, nodes, inputs = [], [], [helper.make_tensor_value_info("x", TensorProto.FLOAT, ["T", "B", INPUTS])]

    def weight(name, *shape):
        values = random.uniform(-1, 1, shape) / hidden**0.5
        weights.append(numpy_helper.from_array(values.astype(numpy.float32), name))
        return name

    source = "x"
    for k in range(layers):
        inputs.append(helper.make_tensor_value_info(f"h{k}", TensorProto.FLOAT, [1, "B", hidden]))
        size = INPUTS if k == 0 else hidden
        nodes.append(helper.make_node(
            "GRU", [source, weight(f"W{k}", 1, 3 * hidden, size), weight(f"R{k}", 1, 3 * hidden, hidden),
                    weight(f"B{k}", 1, 6 * hidden), "", f"h{k}"],
            [f"Y{k}", f"last{k}"], hidden_size=hidden, linear_before_reset=1))
        weights.append(numpy_helper.from_array(numpy.array([1]), f"axes{k}"))
        nodes.append(helper.make_node("Squeeze", [f"Y{k}", f"axes{k}"], [f"sequence{k}"]))
        source = f"sequence{k}"
    nodes.append(helper.make_node("Squeeze", [f"last{layers - 1}"], ["state"], name="drop_direction"))
    weights.append(numpy_helper.from_array(numpy.array([0]), "axes"))
    nodes[-1].input.append("axes")
    nodes.append(helper.make_node("Gemm", ["state", weight("V", 1, hidden), weight("c", 1)], ["y"], transB=1))
    outputs = [helper.make_tensor_value_info("y", TensorProto.FLOAT, ["B", 1]),
               helper.make_tensor_value_info(f"last{layers - 1}", TensorProto.FLOAT, [1, "B", hidden])]
    graph = helper.make_graph(nodes, "gru", inputs, outputs, weights)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 14)])
    model.ir_version = 7
    onnx.checker.check_model(model)
    path.parent.mkdir(parents=True, exist_ok=True)
    onnx.save(model, str(path))
