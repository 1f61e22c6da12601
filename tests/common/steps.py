"""Training steps as people write them, small: several networks and optimizers.

Each function takes a base class, `keras.Model` or one of this package with the
same interface, and returns a compiled model and what `fit` takes.
"""

import keras
import numpy as np
import tensorflow as tf

import keras_activations as ka

UNITS = 4


def _net(inputs, outputs, name):
    return keras.Sequential(
        [
            keras.Input((inputs,)),
            keras.layers.Dense(5, name=f"{name}_hidden"),
            ka.layers.PReLU(name=f"{name}_act"),
            keras.layers.Dense(outputs, name=f"{name}_out"),
        ],
        name=name,
    )


def _data():
    rng = np.random.default_rng(0)
    x = rng.normal(size=(24, UNITS)).astype("float32")
    return x, x[:, :1] - x[:, 1:2]


def gan(base):
    class GAN(base):
        def __init__(self):
            super().__init__()
            self.generator = _net(2, UNITS, "generator")
            self.critic = _net(UNITS, 1, "critic")
            self.seed = keras.random.SeedGenerator(1)
            self.critic_loss = keras.metrics.Mean("critic_loss")

        def compile(self, critic_optimizer, generator_optimizer):
            super().compile(jit_compile=False)
            self.critic_optimizer = critic_optimizer
            self.generator_optimizer = generator_optimizer

        @property
        def metrics(self):
            return [self.critic_loss]

        def train_step(self, data):
            n = tf.shape(data)[0]
            loss = keras.losses.BinaryCrossentropy(from_logits=True)
            fake = self.generator(keras.random.normal((n, 2), seed=self.seed))
            labels = tf.concat([tf.ones((n, 1)), tf.zeros((n, 1))], 0)
            with tf.GradientTape() as tape:
                told = self.critic(tf.concat([fake, data], 0), training=True)
                critic_loss = loss(labels, told)
            weights = self.critic.trainable_weights
            gradients = tape.gradient(critic_loss, weights)
            self.critic_optimizer.apply(gradients, weights)
            noise = keras.random.normal((n, 2), seed=self.seed)
            with tf.GradientTape() as tape:
                told = self.critic(self.generator(noise, training=True))
                generator_loss = loss(tf.zeros((n, 1)), told)
            weights = self.generator.trainable_weights
            gradients = tape.gradient(generator_loss, weights)
            self.generator_optimizer.apply_gradients(
                zip(gradients, weights, strict=True)
            )
            self.critic_loss.update_state(critic_loss)
            return {"critic_loss": self.critic_loss.result()}

    model = GAN()
    model.compile(keras.optimizers.Adam(), keras.optimizers.RMSprop())
    return model, (_data()[0],)


def wgan_gp(base):
    class WGAN(base):
        def __init__(self):
            super().__init__()
            self.generator = _net(2, UNITS, "generator")
            self.critic = _net(UNITS, 1, "critic")
            self.seed = keras.random.SeedGenerator(1)
            # Found nowhere but in a dict.
            self.by_name = {
                "critic": keras.optimizers.Adam(),
                "generator": keras.optimizers.Adam(),
            }

        def train_step(self, data):
            n = tf.shape(data)[0]
            for _ in range(2):
                noise = keras.random.normal((n, 2), seed=self.seed)
                share = keras.random.uniform((n, 1), seed=self.seed)
                with tf.GradientTape() as tape:
                    fake = self.generator(noise)
                    between = share * data + (1.0 - share) * fake
                    with tf.GradientTape() as inner:
                        inner.watch(between)
                        told = self.critic(between, training=True)
                    slope = inner.gradient(told, [between])[0]
                    norm = tf.sqrt(tf.reduce_sum(slope**2, 1) + 1e-8)
                    loss = tf.reduce_mean(self.critic(fake))
                    loss -= tf.reduce_mean(self.critic(data))
                    loss += 10.0 * tf.reduce_mean((norm - 1.0) ** 2)
                weights = self.critic.trainable_variables
                gradients = tape.gradient(loss, weights)
                self.by_name["critic"].apply_gradients(
                    zip(gradients, weights, strict=True)
                )
            with tf.GradientTape() as tape:
                noise = keras.random.normal((n, 2), seed=self.seed)
                cost = -tf.reduce_mean(self.critic(self.generator(noise)))
            weights = self.generator.trainable_variables
            gradients = tape.gradient(cost, weights)
            self.by_name["generator"].apply_gradients(
                zip(gradients, weights, strict=True)
            )
            return {"critic": loss, "generator": cost}

    model = WGAN()
    model.compile(jit_compile=False)
    return model, (_data()[0],)


class Sampling(keras.layers.Layer):
    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        self.seed = keras.random.SeedGenerator(5)

    def call(self, inputs):
        mean, log_variance = inputs
        noise = keras.random.normal(tf.shape(mean), seed=self.seed)
        return mean + tf.exp(0.5 * log_variance) * noise


def vae(base):
    class VAE(base):
        def __init__(self):
            super().__init__()
            self.hidden = _net(UNITS, 5, "encoder")
            self.mean = keras.layers.Dense(2)
            self.log_variance = keras.layers.Dense(2)
            self.sampling = Sampling()
            self.decoder = _net(2, UNITS, "decoder")
            self.total = keras.metrics.Mean("loss")

        @property
        def metrics(self):
            return [self.total]

        def train_step(self, data):
            with tf.GradientTape() as tape:
                hidden = self.hidden(data)
                mean, spread = self.mean(hidden), self.log_variance(hidden)
                again = self.decoder(self.sampling([mean, spread]))
                loss = tf.reduce_mean((again - data) ** 2)
                loss -= 0.05 * tf.reduce_mean(
                    1.0 + spread - mean**2 - tf.exp(spread)
                )
            weights = self.trainable_weights
            gradients = tape.gradient(loss, weights)
            self.optimizer.apply_gradients(zip(gradients, weights, strict=True))
            self.total.update_state(loss)
            return {"loss": self.total.result()}

    model = VAE()
    model.compile(keras.optimizers.Adam(), jit_compile=False)
    return model, (_data()[0],)


def siamese(base):
    class Siamese(base):
        def __init__(self):
            super().__init__()
            self.network = _net(UNITS, 3, "embedding")
            self.total = keras.metrics.Mean("loss")

        @property
        def metrics(self):
            return [self.total]

        def train_step(self, data):
            anchor, positive, negative = data
            with tf.GradientTape() as tape:
                near = tf.reduce_sum(
                    (self.network(anchor) - self.network(positive)) ** 2, 1
                )
                far = tf.reduce_sum(
                    (self.network(anchor) - self.network(negative)) ** 2, 1
                )
                loss = tf.reduce_mean(tf.nn.relu(near - far + 0.5))
            weights = self.network.trainable_weights
            self.optimizer.apply_gradients(
                zip(tape.gradient(loss, weights), weights, strict=True)
            )
            self.total.update_state(loss)
            return {"loss": self.total.result()}

    x, _ = _data()
    model = Siamese()
    model.compile(keras.optimizers.Adam(), jit_compile=False)
    return model, (x, x + 0.1, x[::-1].copy())


def distillation(base):
    class Distiller(base):
        def __init__(self):
            super().__init__()
            self.student = _net(UNITS, 2, "student")
            self.teacher = _net(UNITS, 2, "teacher")
            self.teacher.trainable = False

        def compute_loss(
            self,
            x=None,
            y=None,
            y_pred=None,
            sample_weight=None,
            training=True,
        ):
            taught = tf.nn.softmax(self.teacher(x, training=False) / 3.0)
            told = tf.nn.log_softmax(y_pred / 3.0)
            own = super().compute_loss(x, y, y_pred, sample_weight)
            return 0.3 * own - 0.7 * tf.reduce_mean(taught * told)

        def call(self, inputs):
            return self.student(inputs)

    x, y = _data()
    model = Distiller()
    model.compile(
        keras.optimizers.Adam(),
        keras.losses.SparseCategoricalCrossentropy(from_logits=True),
        jit_compile=False,
    )
    return model, (x, (y > 0).astype("int64"))


def mixup(base):
    class Mixup(base):
        def __init__(self):
            super().__init__()
            self.network = _net(UNITS, 1, "network")
            self.seed = keras.random.SeedGenerator(2)

        def call(self, inputs):
            return self.network(inputs)

        def train_step(self, data):
            x, y = data
            share = keras.random.beta(
                (tf.shape(x)[0], 1), 0.4, 0.4, seed=self.seed
            )
            x = share * x + (1.0 - share) * x[::-1]
            y = share * y + (1.0 - share) * y[::-1]
            return super().train_step((x, y))

    model = Mixup()
    model.compile(keras.optimizers.Adam(), "mse", jit_compile=False)
    return model, _data()


def accumulation(base):
    class Accumulation(base):
        def __init__(self):
            super().__init__()
            self.network = _net(UNITS, 1, "network")
            self.sums = [
                tf.Variable(tf.zeros(w.shape), trainable=False)
                for w in self.network.trainable_weights
            ]
            self.count = tf.Variable(0, trainable=False)

        def call(self, inputs):
            return self.network(inputs)

        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean((self(x, training=True) - y) ** 2)
            weights = self.network.trainable_weights
            for total, gradient in zip(
                self.sums, tape.gradient(loss, weights), strict=True
            ):
                total.assign_add(gradient)
            self.count.assign_add(1)

            def update():
                self.optimizer.apply(
                    [total / 2.0 for total in self.sums], weights
                )
                for total in self.sums:
                    total.assign(tf.zeros_like(total))
                return tf.constant(0)

            self.optimizer.build(weights)
            tf.cond(self.count % 2 == 0, update, lambda: tf.constant(0))
            return {"loss": loss}

    model = Accumulation()
    model.compile(keras.optimizers.Adam(), jit_compile=False)
    return model, _data()


def decorated(base):
    class Decorated(base):
        def __init__(self):
            super().__init__()
            self.network = _net(UNITS, 1, "network")

        def call(self, inputs):
            return self.network(inputs)

        @tf.function
        def train_step(self, data):
            x, y = data
            with tf.GradientTape() as tape:
                loss = tf.reduce_mean((self(x, training=True) - y) ** 2)
            weights = self.trainable_weights
            self.optimizer.apply(tape.gradient(loss, weights), weights)
            return {"loss": loss}

    model = Decorated()
    model.compile(keras.optimizers.Adam(), jit_compile=False)
    return model, _data()


STEPS = {
    made.__name__: made
    for made in (
        gan,
        wgan_gp,
        vae,
        siamese,
        distillation,
        mixup,
        accumulation,
        decorated,
    )
}
