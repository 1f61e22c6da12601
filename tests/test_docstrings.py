"""Every example in a docstring runs and prints what it says."""

import doctest
import importlib
import pkgutil

import keras
import numpy as np
import pytest

import keras_activations
import keras_activations.callbacks
import tensorboard_plugin_keras_activations as plugin


def modules():
    for package in (keras_activations, keras_activations.callbacks, plugin):
        yield package.__name__
        # An installed package holds its callbacks; a clone has them beside it.
        for module in pkgutil.walk_packages(
            package.__path__, package.__name__ + "."
        ):
            # Those for JAX: tests/on_jax.
            if not module.name.endswith(".jax"):
                yield module.name


EXAMPLES = [
    example
    for name in sorted(set(modules()))
    for example in doctest.DocTestFinder(exclude_empty=True).find(
        importlib.import_module(name)
    )
    if example.examples
]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.name)
def test_example(example, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    # What the reader of an example has imported.
    for module in (keras_activations.layers, keras_activations.training):
        example.globs.update(
            {name: getattr(module, name) for name in module.__all__}
        )
    example.globs.update(keras=keras, np=np, ka=keras_activations)
    runner = doctest.DocTestRunner(
        optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    )
    report = []
    runner.run(example, out=report.append)
    assert runner.failures == 0, "".join(report)
