"""More data sets, each a formula or a table, as those of `diagnosis.data`."""

import numpy as np
import sklearn.datasets

from benchmarks.diagnosis.data import Arrays, standard

_PASSENGERS = """
112 118 132 129 121 135 148 148 136 119 104 118
115 126 141 135 125 149 170 170 158 133 114 140
145 150 178 163 172 178 199 199 184 162 146 166
171 180 193 181 183 218 230 242 209 191 172 194
196 196 236 235 229 243 264 272 237 211 180 201
204 188 235 227 234 264 302 293 259 229 203 229
242 233 267 269 270 315 364 347 312 274 237 278
284 277 317 313 318 374 413 405 355 306 271 306
315 301 356 348 355 422 465 467 404 347 305 336
340 318 362 348 363 435 491 505 404 359 310 337
360 342 406 396 420 472 548 559 463 407 362 405
417 391 419 461 472 535 622 606 508 461 390 432
"""


def passengers(seed: int, window: int = 12) -> Arrays:
    """Air passengers of a year, in thousands, and those of the next month."""
    series = np.array(_PASSENGERS.split(), "float32")
    windows = np.lib.stride_tricks.sliding_window_view(series, window + 1)
    windows = np.random.default_rng(seed).permutation(windows)
    return windows[:, :-1, None].copy(), windows[:, -1].copy()


def houses(seed: int, size: int) -> Arrays:
    """Area, rooms, age, distance, year, income and loan; price in dollars."""
    rng = np.random.default_rng(seed)
    area = rng.uniform(40, 260, size)
    rooms = np.round(area / 30 + rng.normal(0, 0.7, size)).clip(1)
    age = rng.uniform(0, 90, size)
    distance = rng.exponential(8, size)
    income = rng.lognormal(10.8, 0.3, size)
    loan = rng.uniform(5e4, 4e5, size)
    price = 1500 * area + 9000 * rooms - 900 * age - 4000 * distance
    price = price + 2 * income + 8000 * rng.normal(size=size) + 50000
    x = np.stack([area, rooms, age, distance, 2024 - age, income, loan], 1)
    return x.astype("float32"), price.astype("float32")


def weather(seed: int, size: int, hours: int = 24) -> Arrays:
    """Hourly temperature in Celsius, pressure in hPa and humidity in percent.

    The target is the temperature six hours after the last one.
    """
    rng = np.random.default_rng(seed)
    hour = rng.uniform(0, 24, (size, 1)) + np.arange(hours + 6)
    front = rng.normal(0, 1, (size, 1))
    base = rng.normal(14, 5, (size, 1))
    drift = front * np.linspace(0, 4, hours + 6)
    heat = base + drift + 5 * np.sin(2 * np.pi * hour / 24)
    heat = heat + 0.4 * rng.normal(size=heat.shape)
    air = 1013 - 6 * front + rng.normal(0, 1, heat.shape)
    wet = (70 - 1.5 * (heat - 14) + rng.normal(0, 4, heat.shape)).clip(0, 100)
    x = np.stack([heat, air, wet], -1)[:, :hours]
    return x.astype("float32"), heat[:, -1].astype("float32")


def beats(seed: int, size: int, length: int = 80) -> Arrays:
    """Heart beats in millivolts; those of class 1 have a low, late wave."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, size)
    time = np.linspace(0, 1, length)[None]
    start = rng.uniform(0.25, 0.45, (size, 1))

    def wave(place: float | np.ndarray, width: float) -> np.ndarray:
        return np.exp(-(((time - start - place) / width) ** 2))

    late = np.where(y, 0.38, 0.28)[:, None]
    height = np.where(y, -0.15, 0.35)[:, None]
    x = 1.2 * wave(0, 0.02) - 0.3 * wave(0.04, 0.02) + height * wave(late, 0.05)
    x = x * rng.uniform(0.8, 1.2, (size, 1)) + 0.05 * rng.normal(size=x.shape)
    return x[..., None].astype("float32"), y


def motifs(seed: int, size: int, length: int = 40) -> Arrays:
    """One-hot sequences of four letters; those of class 1 have TATAAT."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, size)
    letters = rng.integers(0, 4, (size, length))
    for row in np.flatnonzero(y):
        place = rng.integers(0, length - 6)
        letters[row, place : place + 6] = (3, 0, 3, 0, 0, 3)
    return np.eye(4, dtype="float32")[letters], y


def ratings(seed: int, size: int) -> tuple[list[np.ndarray], np.ndarray]:
    """Of 40 users for 30 films, with mean 0: taste times kind, and noise."""
    rng = np.random.default_rng(seed)
    taste, kind = rng.normal(size=(40, 3)), rng.normal(size=(30, 3))
    user, film = rng.integers(0, 40, size), rng.integers(0, 30, size)
    y = (taste[user] * kind[film]).sum(1) + 0.2 * rng.normal(size=size)
    return [user, film], y.astype("float32")


def reviews(seed: int, size: int, length: int = 20) -> Arrays:
    """Of different lengths, with zeros after the end; 1: more good words.

    Words 1 to 9 are good, 10 to 19 are bad, those up to 99 say nothing.
    """
    rng = np.random.default_rng(seed)
    x = rng.integers(20, 100, (size, length))
    y = rng.integers(0, 2, size)
    word = np.where(
        (rng.uniform(size=x.shape) < 0.85) == (y[:, None] == 1),
        rng.integers(1, 10, x.shape),
        rng.integers(10, 20, x.shape),
    )
    x = np.where(rng.uniform(size=x.shape) < 0.4, word, x)
    ends = rng.integers(length // 2, length + 1, (size, 1))
    return np.where(np.arange(length) < ends, x, 0), y


def counts(seed: int, size: int) -> Arrays:
    """Visits of a shop on a day: Poisson, from four features."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=(size, 4))
    mean = np.exp(1 + 0.7 * x[:, 0] - 0.5 * x[:, 1] + 0.4 * x[:, 2])
    return x.astype("float32"), rng.poisson(mean).astype("float32")


def fraud(seed: int, size: int) -> Arrays:
    """Payments, of which one in twenty-five is a fraud."""
    x, y = sklearn.datasets.make_classification(
        size, 12, n_informative=6, n_redundant=2, weights=[0.96], flip_y=0,
        class_sep=1.8, random_state=seed,
    )  # fmt: skip
    return standard(x), y


def circles(seed: int, size: int) -> Arrays:
    """A circle within another."""
    x, y = sklearn.datasets.make_circles(
        size, noise=0.08, factor=0.5, random_state=seed
    )
    return standard(x), y


def xor(seed: int, size: int) -> Arrays:
    """Four clouds at the corners of a square; opposite ones are of a class."""
    rng = np.random.default_rng(seed)
    corners = rng.integers(0, 2, (size, 2))
    x = corners * 2 - 1 + rng.normal(0, 0.2, (size, 2))
    return x.astype("float32"), corners.sum(1) % 2


def blobs(seed: int, size: int, centers: int = 6) -> Arrays:
    """Clouds in eight dimensions."""
    x, y = sklearn.datasets.make_blobs(
        size, 8, centers=centers, cluster_std=3.0, random_state=seed
    )
    return standard(x), y


def colours(seed: int, size: int, side: int = 14) -> Arrays:
    """Pictures of 0 to 255 of a disc, a square or a cross in any colour."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 3, size)
    x = rng.uniform(0, 90, (size, side, side, 3))
    rows, columns = np.mgrid[:side, :side]
    for image, kind in zip(x, y, strict=True):
        down = abs(rows - rng.integers(4, side - 4))
        right = abs(columns - rng.integers(4, side - 4))
        disc = down**2 + right**2 <= 8
        square = (np.maximum(down, right) <= 3) & (np.maximum(down, right) > 1)
        cross = (np.minimum(down, right) == 0) & (down + right <= 4)
        image[(disc, square, cross)[kind]] = rng.uniform(120, 255, 3)
    return np.round(x).astype("float32"), y


def openings(seed: int, size: int, length: int) -> Arrays:
    """Noise whose first value tells the class."""
    rng = np.random.default_rng(seed)
    y = rng.integers(0, 2, size)
    x = rng.normal(size=(size, length, 1))
    x[:, 0, 0] = 2 * y - 1
    return x.astype("float32"), y


def walks(seed: int, size: int, length: int = 20) -> Arrays:
    """Returns of a share, and whether it rises on the next day."""
    rng = np.random.default_rng(seed)
    steps = rng.normal(size=size + length)
    windows = np.lib.stride_tricks.sliding_window_view(steps, length + 1)[:size]
    return windows[:, :-1, None].astype("float32"), (windows[:, -1] > 0) * 1
