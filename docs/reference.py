"""Make docs/reference.md from the docstrings of the public names.

python docs/reference.py           write it
python docs/reference.py --check   is it the one that would be written?
"""

import inspect
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

import keras_activations as ka
import keras_activations.callbacks
import keras_activations.comparison
import keras_activations.diagnosis
import keras_activations.recycling

PAGE = Path(__file__).resolve().with_suffix(".md")
MODULES = {
    "ka": ka,
    "ka.layers": ka.layers,
    "ka.activations": ka.activations,
    "ka.models": ka.models,
    "ka.training": ka.training,
    "keras_activations.callbacks": keras_activations.callbacks,
    "keras_activations.comparison": keras_activations.comparison,
    "keras_activations.diagnosis": keras_activations.diagnosis,
    "keras_activations.recycling": keras_activations.recycling,
}
HEAD = """# Reference

The docstrings of all public names, collected by `python docs/reference.py`.
`ka` stands for `import keras_activations as ka`.
"""
SECTION = re.compile(r"(Args|Attributes|Returns|Raises|Yields):")
ITEM = re.compile(r"([*\w](?:[\w.*, ]*\w)?): ?(.*)")


def main() -> int:
    page = "\n".join([HEAD, *index(), *body()])
    if "--check" not in sys.argv[1:]:
        PAGE.write_text(page, encoding="utf-8")
        return 0
    if PAGE.is_file() and PAGE.read_text(encoding="utf-8") == page:
        return 0
    print("docs/reference.md is old: python docs/reference.py")
    return 1


def public() -> Iterator[tuple[str, Any]]:
    """Each public class and function, under the name that users know."""
    seen = []
    for shown, module in MODULES.items():
        for name in module.__all__:
            member = getattr(module, name)
            if callable(member) and member not in seen:
                seen.append(member)
                yield f"{shown}.{name}", member


def index() -> Iterator[str]:
    yield "| Name | What it does |\n|---|---|"
    for name, member in public():
        summary = inspect.getdoc(member).split("\n\n")[0].replace("\n", " ")
        anchor = re.sub(r"[^\w]", "", name.lower())  # as GitHub makes it
        yield f"| [`{name}`](#{anchor}) | {summary} |"
    yield ""


def body() -> Iterator[str]:
    for name, member in public():
        yield from described("##", name, member)
        if inspect.isclass(member):
            for method, value in methods(member):
                yield from described("###", f"{name}.{method}", value)


def methods(cls: type) -> Iterator[tuple[str, Any]]:
    """What a class has of its own, not what Keras calls in every layer."""
    keras = [b for b in cls.__mro__ if b.__module__.startswith("keras.")]
    known = [getattr(m, name) for m in MODULES.values() for name in m.__all__]
    # A base that is not public is a part of the class, or of a public base.
    public = [b for b in cls.__mro__[1:] if any(b is each for each in known)]
    own = [
        base
        for base in cls.__mro__
        if base.__module__.startswith("keras_activations.")
        and not any(issubclass(each, base) for each in public)
    ]
    members = {n: v for base in reversed(own) for n, v in vars(base).items()}
    for name, value in members.items():
        function = getattr(value, "__func__", value)
        if (
            not name.startswith("_")
            and (inspect.isfunction(function) or isinstance(value, property))
            and value.__doc__
            and not any(hasattr(base, name) for base in keras)
        ):
            yield name, value


def described(heading: str, name: str, member: Any) -> Iterator[str]:
    yield f"{heading} `{name}`\n"
    if not isinstance(member, property):
        function = getattr(member, "__func__", member)
        yield f"```python\n{call(name.rpartition('.')[2], function)}\n```\n"
    yield from markdown(inspect.getdoc(member))
    yield ""


def call(name: str, function: Any) -> str:
    """How a function is called, on one line or one for each argument."""
    arguments = [
        re.sub(r"\b[a-z_]+(\.\w+)*\.(?=[A-Z])", "", str(argument))
        for argument in inspect.signature(function).parameters.values()
        if argument.name != "self"
    ]
    line = f"{name}({', '.join(arguments)})"
    if len(line) <= 80:
        return line
    return "\n".join([f"{name}(", *(f"    {a}," for a in arguments), ")"])


def markdown(docstring: str) -> Iterator[str]:
    """Sections as lists and examples as code; the rest is Markdown already."""
    lines = [*docstring.splitlines(), ""]
    section, example = "", False
    for line in lines:
        if example and not line:
            yield "```"
            example = False
        if SECTION.fullmatch(line):
            section = line
            yield f"**{line}**\n"
        elif section and line.startswith("    "):
            item = ITEM.fullmatch(line[4:])
            if section == "Returns:":
                yield line[4:]
            else:
                yield f"- `{item[1]}`: {item[2]}" if item else line[6:]
        elif line.startswith(">>>") and not example:
            section, example = "", True
            yield f"```python\n{line}"
        else:
            section = section if not line else ""
            yield line


if __name__ == "__main__":
    sys.exit(main())
