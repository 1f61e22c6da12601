"""What depends on what, from the source, and what an import brings along."""

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import keras_activations

ROOT = Path(keras_activations.__file__).parent
PACKAGE = "keras_activations"

# What every part may import: they know nothing of activations.
COMMON = {
    "backends",
    "checks",
    "compat",
    "drawing",
    "figure",
    "frames",
    "notebook",
    "replacing",
}

# What each part may import besides.
ALLOWED = {
    "activations": set(),
    "layers": {"activations"},
    "models": {"activations", "layers"},
    "training": set(),
    "statistics": {"activations"},
    "instrumentation": {"activations", "models", "statistics"},
    "diagnosis": set(),
    "recording": {"diagnosis", "version"},
    "recycling": {"instrumentation", "models", "statistics"},
    "version": set(),
    "callbacks": {
        "diagnosis",
        "instrumentation",
        "recording",
        "recycling",
        "statistics",
        "training",
    },
    "checks": set(),
    "backends": set(),
    "compat": {"replacing"},
    "drawing": {"figure"},
    "figure": set(),
    "frames": set(),
    "notebook": set(),
    "replacing": set(),
    "datasets": set(),
    "comparison": {
        "activations",
        "callbacks",
        "instrumentation",
        "layers",
        "models",
        "recording",
        "training",
    },
}


def files_of(part):
    if part == "callbacks":
        import keras_activations.callbacks

        return list(
            Path(keras_activations.callbacks.__file__).parent.glob("*.py")
        )
    folder = ROOT / part
    return (
        list(folder.rglob("*.py")) if folder.is_dir() else [ROOT / f"{part}.py"]
    )


def imported_parts(path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} has a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        for name in names:
            parts = name.split(".")
            if parts[0] == PACKAGE:
                # The package itself imports all of its parts.
                yield parts[1] if len(parts) > 1 else PACKAGE


@pytest.mark.parametrize("part", ALLOWED)
def test_a_part_imports_only_what_lies_below_it(part):
    for path in files_of(part):
        common = set() if part in COMMON else COMMON
        wrong = set(imported_parts(path)) - ALLOWED[part] - common - {part}
        assert not wrong, f"{path.name} in {part} imports {wrong}"


def public_names(path):
    """Functions with their arguments, classes, and what has another name."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.Assign):
            for target in node.targets:
                yield target.id, None  # a function of the backend
        elif isinstance(node, ast.ImportFrom):
            for alias in node.names:
                if alias.asname:
                    yield alias.asname, None
        elif isinstance(node, ast.FunctionDef):
            yield node.name, arguments_of(node)
        elif isinstance(node, ast.ClassDef):
            yield node.name, {}  # its methods may be given what a backend has


def is_constant(name, shape):
    """Whether it is a number or a type, which one of them may need alone."""
    return shape is None and name[0].isupper()


def arguments_of(function):
    return [argument.arg for argument in function.args.args]


def test_modules_of_the_backends_have_the_same_names():
    pairs = [path for path in ROOT.rglob("jax.py")]
    assert pairs
    for on_jax in pairs:
        here, there = (
            {
                name: shape
                for name, shape in public_names(path)
                if name[0] != "_" and not is_constant(name, shape)
            }
            for path in (on_jax, on_jax.with_name("tensorflow.py"))
        )
        # What only one of them has is for other modules of that backend.
        classes = {name for name in here if isinstance(here[name], dict)}
        assert here.keys() - there.keys() <= classes, on_jax
        assert there.keys() <= here.keys(), on_jax
        for name in there:
            if None not in (here[name], there[name]):
                assert here[name] == there[name], (on_jax, name)


def test_only_one_place_asks_for_the_backend():
    asking = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "backend.backend(" in path.read_text(encoding="utf-8")
    }
    assert asking == {"backends.py"}


def test_every_part_is_in_the_table():
    parts = {
        path.stem
        for path in ROOT.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").is_file()
    }
    assert parts - {"__init__"} <= set(ALLOWED)


TREE = Path(__file__).resolve().parent.parent


def test_readme_installs_all_but_tensorflow():
    settings = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
    project = settings["project"]
    extras = project["optional-dependencies"]
    needed = {*project["dependencies"], *extras["jax"]}
    readme = (TREE / "README.md").read_text("utf-8")
    _, _, lines = readme.partition("pip install --no-deps .")
    given = set(re.findall("'(.+?)'", lines.partition("```")[0]))
    assert given == needed - {*project["optional-dependencies"]["tensorflow"]}


def test_every_package_is_distributed():
    settings = tomllib.loads((TREE / "pyproject.toml").read_text("utf-8"))
    packages = {
        ".".join(path.parent.relative_to(ROOT.parent).parts)
        for path in ROOT.rglob("__init__.py")
    }
    assert packages <= set(settings["tool"]["setuptools"]["packages"])


def test_recording_does_not_know_tensorflow():
    for path in files_of("recording"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", [])]
            module = getattr(node, "module", None) or ""
            for name in [module, *map(str, names)]:
                assert name.split(".")[0] not in ("tensorflow", "keras"), path


def test_importing_the_package_in_a_clone():
    """It brings the callbacks beside it, and nothing that few need."""
    tree = Path(__file__).resolve().parent.parent
    probe = """
import json, pickle, sys
from importlib.util import find_spec
import keras, tensorflow  # Keras loads some of them too
before = set(sys.modules)
import keras_activations as ka
added = {name.partition(".")[0] for name in set(sys.modules) - before}
from keras_activations.callbacks import ActivationMonitor
assert pickle.loads(pickle.dumps(ActivationMonitor)) is ActivationMonitor
print(json.dumps({
    "files": [ka.__file__, ka.callbacks.__file__],
    "added": sorted(
        added & {"sklearn", "scipy", "rich", "matplotlib", "pandas"}
    ),
    "beside": [name for name in (
        "tests", "docs", "keras_activations",
    ) if find_spec(f"keras_activations.{name}")],
    "later": ka.compare_activations.__module__,
}))
"""
    result = json.loads(
        subprocess.run(
            [sys.executable, "-c", probe],
            cwd=tree,
            stdout=subprocess.PIPE,
            check=True,
        ).stdout
    )
    assert result == {
        "files": [
            str(tree / "keras_activations/__init__.py"),
            str(tree / "callbacks/__init__.py"),
        ],
        "added": [],
        "beside": [],
        "later": "keras_activations.comparison.compare",
    }
