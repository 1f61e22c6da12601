"""What a notebook shows of results: nothing in it is taken for HTML."""

import math
from html.parser import HTMLParser

import numpy as np
import pytest

from keras_activations import notebook
from keras_activations.comparison import Comparison
from keras_activations.diagnosis import Diagnosis, Evidence, Finding, Remedy
from keras_activations.training.tracing.step_trace import (
    LayerTrace,
    ParameterTrace,
    StepTrace,
)

EVIL = "<script>alert(1)</script>&\x1b[31m"


class Reader(HTMLParser):
    """Tags that were opened and not closed, and the text between them."""

    def __init__(self, page):
        super().__init__()
        self.open, self.seen, self.words = [], set(), ""
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        self.open.append(tag)
        self.seen.add(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words += data


def finding():
    return Finding(
        "born_dead",
        (EVIL,),
        "birth",
        (Evidence(EVIL, 0.9, 0.5),),
        f"Dead: {EVIL}",
        (Remedy(f"Change {EVIL}", f"x = '{EVIL}'\ny = 1"),),
    )


def trace():
    one = np.array([[1.0]])
    return StepTrace(
        x=one,
        y=one,
        sample_weight=None,
        x_gradient=one,
        prediction=one,
        losses=(0.25,),
        layers=(LayerTrace(EVIL, "Dense", one, None, ()),),
        parameters=(ParameterTrace("w", one, one, one * 2),),
        hidden=("inner",),
    )


def comparison():
    run = {
        "activation": EVIL,
        "learning_rate": 0.1,
        "seed": 0,
        "status": "finished",
        "error": EVIL,
        "loss": 1.0,
        "val_accuracy": 0.75,
        "seconds": 1.0,
        "dead_ratio_worst": 0.5,
        "bias_shift": 0.1,
        "born_dead": 1.0,
        "died": 0.0,
        "revived": 0.0,
        "findings": [{"cause": "born_dead", "sentence": EVIL, "remedy": ""}],
    }
    setup = {
        "score": "val_accuracy",
        "mode": "max",
        "activations": [EVIL],
        "learning_rates": [0.1],
        "seeds": [0],
        "epochs": 1,
        "batch_size": 32,
        "samples": [100, 20],
    }
    return Comparison([run], setup)


@pytest.mark.parametrize(
    ("result", "said"),
    [
        (finding(), ["born_dead (since birth)", "0.9 (>= 0.5)", "y = 1"]),
        (
            Diagnosis([finding()], "all", {"diverged": EVIL}),
            ["1 finding: born_dead.", "Not checked", "diverged: "],
        ),
        (Diagnosis([], "2 epochs"), ["No finding in 2 epochs."]),
        (trace(), ["[[1]]", "inner", "Loss: 0.25", "does not depend on it"]),
        (comparison(), ["0.7500", "100 training and 20 validation", "1 seed"]),
    ],
    ids=["finding", "diagnosis", "healthy", "trace", "comparison"],
)
def test_pages(result, said):
    reader = Reader(result._repr_html_())
    assert reader.open == [] and "script" not in reader.seen
    assert "style" in reader.seen and "\x1b" not in reader.words
    for words in said:
        assert words in reader.words
    if "healthy" not in str(said) and not isinstance(result, Diagnosis):
        assert "<script>" in reader.words  # as text


def test_bars_are_shares():
    page = notebook.table(
        ["a"], [["x"]] * 5, {"a": [0.25, None, math.nan, 7.0, -1.0]}
    )
    assert page.count("--share") == 2
    assert "--share:25.0%" in page and "--share:100.0%" in page
