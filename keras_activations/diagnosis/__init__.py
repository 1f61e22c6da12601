"""From what a monitor has measured to what is wrong and what to change."""

from keras_activations.diagnosis.diagnose import diagnose_record
from keras_activations.diagnosis.finding import (
    CAUSES,
    Diagnosis,
    Evidence,
    Finding,
    Remedy,
)
from keras_activations.diagnosis.record import Record

__all__ = [
    "CAUSES",
    "Diagnosis",
    "Evidence",
    "Finding",
    "Record",
    "Remedy",
    "diagnose_record",
]
