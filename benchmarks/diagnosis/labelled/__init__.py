"""Training programs whose faults are known, and as many healthy ones.

A diagnosis of sick trainings is measured against them: how many causes it
finds, and how many of those that it names are right. Each program has a set
of causes, empty for a healthy one, and belongs to the half on which rules are
designed or to the half that stays unseen until they are frozen. A healthy one
resembles a fault; many pairs of both halves share that resemblance, but not
data and model.

The causes are symmetric_units, input_scale, target_scale, born_dead,
saturated_at_birth, exploding_at_birth, vanishing_signal, rate_too_high,
rate_too_low, diverged, over_regularised, output_loss_mismatch,
train_validation_gap, dying_units, constant_units and not_learning, the last of
which says that nothing in the program but its data is at fault.

To add a program, decorate what makes its training in the module of its kind:

    @add("wine_mlp_slow", DESIGN, "rate_too_low", "SGD with a rate of 1e-6.")
    def _(seed: int) -> Training:
        ...

Then train it with several seeds, to see that its label is true:

    python -m benchmarks.diagnosis.check labelled wine_mlp_slow --seed 2
"""
