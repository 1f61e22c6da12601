"""Whether the lowest or the highest value of a metric is the best."""

from typing import Any

import keras

# Names of Keras's metrics and losses, without capitals and underscores. A name
# that only ends in such a word is known too: "top_5_accuracy".
_LEAST = (
    *("error", "loss", "crossentropy", "divergence", "hinge", "huber"),
    *("logcosh", "poisson"),
)
_LEAST_ALONE = {
    *("bce", "mae", "mape", "mse", "msle", "rmse", "kld"),
    *("falsepositives", "falsenegatives"),
}
_GREATEST = ("accuracy",)
_GREATEST_ALONE = {
    *("acc", "auc", "precision", "precisionatrecall", "recall"),
    *("recallatprecision", "sensitivityatspecificity"),
    *("specificityatsensitivity", "truepositives", "truenegatives"),
    *("f1score", "fbetascore", "r2score", "cosinesimilarity"),
    *("concordancecorrelation", "pearsoncorrelation"),
    *("iou", "binaryiou", "meaniou", "onehotiou", "onehotmeaniou"),
}


def direction(metric: Any) -> str | None:
    """`"min"`, `"max"`, or None if the names of the metric do not tell.

    Args:
        metric: A name, a metric, or a function.

    Example:

    >>> direction("MSE"), direction(keras.metrics.AUC(name="area"))
    ('min', 'max')
    >>> direction("perplexity") is None
    True
    """
    if metric in vars(keras.losses).values():
        return "min"  # also the cosine similarity, which is negative there
    for name in _names(metric):
        plain = name.lower().replace("_", "")
        if plain in _LEAST_ALONE or plain.endswith(_LEAST):
            return "min"
        if plain in _GREATEST_ALONE or plain.endswith(_GREATEST):
            return "max"
    return None


def _names(metric: Any) -> list[str]:
    if isinstance(metric, str):
        return [metric]
    if isinstance(metric, keras.metrics.Metric):
        return [type(metric).__name__, metric.name]
    return [getattr(metric, "__name__", "")]
