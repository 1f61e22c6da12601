import keras
import pytest

from keras_activations.comparison.direction import direction


@pytest.mark.parametrize(
    "metric",
    [
        *("MSE", "mse", "bce", "BCE", "val_loss", "mean_squared_error"),
        *("KLDivergence", "kl_divergence", "FalseNegatives", "Huber"),
        keras.metrics.RootMeanSquaredError(name="distance"),
        keras.metrics.FalsePositives(),
        keras.losses.log_cosh,
        keras.losses.cosine_similarity,
    ],
)
def test_the_least_is_the_best_of_losses_and_errors(metric):
    assert direction(metric) == "min"


@pytest.mark.parametrize(
    "metric",
    [
        *("accuracy", "acc", "AUC", "f1_score", "MeanIoU", "top_5_accuracy"),
        keras.metrics.CosineSimilarity(),
        keras.metrics.MeanMetricWrapper(print, name="my_accuracy"),
    ],
)
def test_the_greatest_is_the_best_of_accuracies(metric):
    assert direction(metric) == "max"


@pytest.mark.parametrize(
    "metric", ["perplexity", "false_negative_rate", keras.metrics.Mean(), max]
)
def test_of_what_has_another_name_nothing_is_known(metric):
    assert direction(metric) is None


def test_every_metric_of_keras_is_known():
    names = [
        name
        for name, each in vars(keras.metrics).items()
        if isinstance(each, type) and issubclass(each, keras.metrics.Metric)
    ]
    unknown = {name for name in names if direction(name) is None}
    assert unknown == {"Mean", "MeanMetricWrapper", "Metric", "Sum"}
