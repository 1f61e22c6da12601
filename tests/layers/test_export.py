"""Export keeps the values, and the operations that converters know."""

import keras
import numpy as np
import pytest
import tensorflow as tf
from ai_edge_litert.interpreter import Interpreter
from common.activations import ROWS, by_name
from onnx.reference import ReferenceEvaluator

# Keras 3.15 and TensorFlow 2.21 on NumPy 2.
pytestmark = [
    pytest.mark.filterwarnings("ignore:__array__ implementation"),
    pytest.mark.filterwarnings("ignore::DeprecationWarning"),
    pytest.mark.filterwarnings("ignore:In the future `np.object`"),
]


def model_of(row):
    model = keras.Sequential(
        [keras.Input((4, 5, 3), batch_size=2), row.layer()]
    )
    for variable in model.trainable_variables:
        variable.assign_add(np.resize(np.arange(3), variable.shape) / 10)
    x = np.random.default_rng(0).normal(size=(2, 4, 5, 3)) * 2
    x = x.astype("float32")
    model(x)  # Keras exports to ONNX only what was called.
    return model, x


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_saved_model(row, tmp_path):
    model, x = model_of(row)
    model.export(tmp_path / "model", verbose=False)
    loaded = tf.saved_model.load(tmp_path / "model")
    np.testing.assert_allclose(loaded.serve(x), model(x), 1e-6, 1e-7)
    # What is served asks for no compiler; only saved gradients may.
    graph = loaded.signatures["serving_default"].graph.as_graph_def()
    served = [
        function
        for function in graph.library.function
        if "grad_fn" not in function.signature.name
    ]
    assert served
    assert "_XlaCompile" not in str(graph.node) + str(served)


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_litert(row, tmp_path):
    model, x = model_of(row)
    path = str(tmp_path / "model.tflite")
    if keras.__version__ < "3.13":
        pytest.skip(f"Keras {keras.__version__} does not export to LiteRT")
    model.export(path, format="litert", verbose=False)
    interpreter = Interpreter(path)
    number = interpreter.get_input_details()[0]["index"]
    interpreter.resize_tensor_input(number, x.shape)
    interpreter.allocate_tensors()
    names = {op["op_name"] for op in interpreter._get_ops_details()}
    assert names - {"DELEGATE"} == row.operations
    interpreter.set_tensor(number, x)
    interpreter.invoke()
    output = interpreter.get_output_details()[0]["index"]
    np.testing.assert_allclose(
        interpreter.get_tensor(output), model(x), 1e-5, 1e-6
    )


@pytest.mark.parametrize("row", ROWS, ids=by_name)
def test_onnx(row, tmp_path):
    model, x = model_of(row)
    path = str(tmp_path / "model.onnx")
    model.export(path, format="onnx", verbose=False)
    run = ReferenceEvaluator(path)
    (y,) = run.run(None, {run.input_names[0]: x})
    np.testing.assert_allclose(y, model(x), 1e-5, 1e-6)
