"""Copy a model layer by layer, with new activations at some places."""

import functools
import inspect
import types
from collections.abc import Callable, Iterable, Iterator
from typing import Any

import keras

from keras_activations import compat
from keras_activations.models.again import (
    layer_again,
    metric_again,
    operation_again,
    optimizer_again,
    seed_generator_again,
    variable_again,
    wrapper_again,
)
from keras_activations.models.anatomy import has_graph, is_own
from keras_activations.models.files import (
    refuse_files_of_what_holds_it,
    refuse_wrong_files,
)
from keras_activations.models.own_names import own_names
from keras_activations.models.places import Place, held


class Copies:
    """Copies of layers, models, tensors and so on, each made once.

    What several layers or models share, their copies share too.

    Args:
        places: The activations that are replaced.
        new_layer: Makes the new activations; takes base layer arguments.

    Attributes:
        made: Layers and models with their copies; what is inside comes first.
        activations: The places with their new activations.
    """

    def __init__(
        self, places: Iterable[Place], new_layer: Callable[..., keras.Layer]
    ) -> None:
        self.made: list[tuple[Any, Any]] = []
        self.activations: list[tuple[Place, Any]] = []
        self._new_layer = new_layer
        self._places = {each.key: each for each in places}
        # By the id of what they are copies of. Ids are safe: what is copied
        # belongs to the model and lives as long as it.
        self._copies: dict[int, Any] = {}
        self._results: set[int] = set()
        self._replaced: set[int] = set()

    def knows(self, value: Any) -> bool:
        """Whether it was copied or replaced."""
        return id(value) in self._copies or id(value) in self._replaced

    def has_made(self, value: Any) -> bool:
        """Whether it is a copy or a new activation."""
        return id(value) in self._results

    def pair(self, old: Any, new: Any) -> Any:
        """The copy of `old`, which is `new` if it has none yet."""
        copy = self._copies.setdefault(id(old), new)
        self._results.add(id(copy))
        return copy

    def model(self, model: keras.Model) -> keras.Model:
        """The copy of a functional or sequential model."""
        # `__init__` of its class is not repeated: it would make layers of its
        # own. What it has set besides is copied afterwards.
        new = keras.Model.__new__(type(model))
        if isinstance(model, keras.Sequential):
            layers = [self.layer(each) for each in compat.layer_list(model)]
            layers[0].output.name = model.inputs[0].name
            keras.Sequential.__init__(new, layers, name=model.name)
        else:
            self._call_all(model)
            inputs, outputs = keras.tree.map_structure(
                lambda tensor: self._copies[id(tensor)],
                (model.input, model.output),
            )
            functional = compat.functional_class()
            functional.__init__(new, inputs, outputs, name=model.name)
        compat.share_automatic_config(model, new)
        new.dtype_policy = model.dtype_policy
        return new

    def layer(self, layer: Any) -> Any:
        """The copy of a layer or operation, or the activation in its place."""
        if id(layer) in self._copies:
            return self._copies[id(layer)]
        new = self._activation(layer, None)
        if new is None:
            if has_graph(layer):
                new = self.model(layer)
            elif isinstance(layer, keras.layers.Layer):
                new = self._copy(layer)
            else:
                new = operation_again(layer)
            self.made.append((layer, new))
        return self.pair(layer, new)

    def value(self, value: Any, whose: str) -> Any:
        """The copy of what an attribute holds.

        What has nothing to do with the layers is not copied but shared.

        Raises:
            ValueError: It refers to a layer, a weight or a tensor of the old
                model in a way that cannot be seen through.
        """
        if id(value) in self._copies:
            return self._copies[id(value)]
        if isinstance(value, dict):
            return {key: self.value(each, whose) for key, each in value.items()}
        if isinstance(value, list | set):
            kind = list if isinstance(value, list) else type(value)
            return kind(self.value(each, whose) for each in value)
        if isinstance(value, tuple):
            return _tuple(value, [self.value(each, whose) for each in value])
        if isinstance(value, keras.Operation):
            return self.layer(value)
        if inspect.ismethod(value) and id(value.__self__) in self._copies:
            owner = self._copies[id(value.__self__)]
            return types.MethodType(value.__func__, owner)
        for kind, again in (
            (keras.metrics.Metric, metric_again),
            (keras.optimizers.Optimizer, optimizer_again),
            (keras.Variable, variable_again),
            (keras.random.SeedGenerator, seed_generator_again),
        ):
            if isinstance(value, kind):
                return self.pair(value, again(value))
        if _refers_to_layers(value):
            raise ValueError(
                f"`model` cannot be copied: {whose} refers to layers, weights "
                "or tensors of it. Swap first, then set it. "
                f"Received: {value!r}"
            )
        return value

    def parts(self, old: Any, new: Any) -> Iterator[tuple[Any, Any]]:
        """A layer and what is inside but was not copied for itself, in pairs.

        Raises:
            ValueError: The copy has other layers inside.
        """
        yield old, new
        mine, others = (
            [
                part
                for part in compat.layers_of(
                    layer, include_self=False, recursive=False
                )
                if not copied(part)
            ]
            for layer, copied in ((old, self.knows), (new, self.has_made))
        )
        if [type(part) for part in mine] != [type(part) for part in others]:
            raise ValueError(
                f"{named(old)} cannot be copied: its configuration does not "
                "give the layers inside it, or not that others have them too. "
                f"Received: {[part.name for part in mine]}, "
                f"copied: {[part.name for part in others]}"
            )
        for part, other in zip(mine, others, strict=True):
            yield from self.parts(part, other)

    def _call_all(self, model: keras.Model) -> None:
        """Call the copies of all layers as the layers were called."""
        for tensor in model.inputs:
            source, _ = compat.maker(tensor)
            copy = self.pair(tensor, self.layer(source).output)
            # Without a name given, it is not the one of the layer.
            copy.name = tensor.name
        for nodes in compat.calls_by_depth(model):
            for node in nodes:
                # Models that share layers may share their calls too.
                if all(id(tensor) in self._copies for tensor in node.outputs):
                    continue
                args, kwargs = node.arguments.fill_in(self._copies)
                call = compat.calls(node.operation).index(node)
                layer = self._activation(node.operation, call)
                if layer is None:
                    layer = self.layer(node.operation)
                outputs = keras.tree.flatten(layer(*args, **kwargs))
                for old, new in zip(node.outputs, outputs, strict=True):
                    self.pair(old, new)

    def _activation(self, layer: Any, call: int | None) -> Any:
        """The new layer for one that is an activation to be replaced."""
        place = self._places.get((id(layer), call))
        if place is None or place.activation is not layer:
            return None
        if isinstance(layer, keras.layers.Layer):
            base = {"dtype": _dtype(layer), "trainable": layer.trainable}
            if layer.activity_regularizer is not None:
                base["activity_regularizer"] = layer.activity_regularizer
        else:
            dtype = layer.output.dtype
            mixed = dtype in ("float16", "bfloat16")
            base = {"dtype": f"mixed_{dtype}" if mixed else dtype}
        new = self._new_layer(name=place.where.rpartition("/")[2], **base)
        if isinstance(layer, keras.layers.Layer):
            new.autocast = layer.autocast
        self._results.add(id(new))
        self._replaced.add(id(layer))
        self.activations.append((place, new))
        return new

    def _copy(self, layer: keras.layers.Layer) -> keras.layers.Layer:
        if isinstance(layer, keras.layers.Wrapper) and not isinstance(
            layer, keras.layers.Bidirectional
        ):
            return wrapper_again(layer, self.layer(layer.layer))
        if _holds_graphs(layer):
            return self._by_attributes(layer)
        place = self._places.get((id(layer), None))
        new = None if place is None else self._argument(layer)
        changes = {} if new is None else {"activation": new}
        try:
            copy = layer_again(layer, self.layer, changes)
        except ValueError as error:
            if not is_own(layer):
                raise
            try:
                return self._by_attributes(layer)
            except ValueError as another:
                raise another from error
        if place is not None:
            if type(copy.activation) is not type(new):
                # Its class does not take it, or makes something else of it.
                _set(copy, "activation", new)
                refuse_wrong_files(copy)
            self._note(place, copy.activation)
        return copy

    def _by_attributes(self, layer: keras.layers.Layer) -> keras.layers.Layer:
        """The copy of a user's layer, of what its attributes hold.

        Its class may not tell how to make it again, and would not take the
        copies of the models in it.
        """
        kind: Any = type(layer)
        new = self.pair(layer, kind.__new__(kind))
        base = keras.Model if isinstance(layer, keras.Model) else keras.Layer
        base.__init__(
            new,
            name=layer.name,
            dtype=layer.dtype_policy,
            trainable=layer.trainable,
        )
        compat.share_automatic_config(layer, new)
        before = len(self.activations)
        place = self._places.get((id(layer), None))
        for name, value in compat.attributes(layer).items():
            if name == "activation" and place is not None:
                new.activation = self._argument(layer)
                self._note(place, new.activation)
            elif name not in own_names():
                whose = f"the attribute `{name}` of {layer.name}"
                setattr(new, name, self.value(value, whose))
        if layer.built:
            compat.mark_built(layer, new)
        if len(self.activations) > before:
            refuse_wrong_files(new)
        return new

    def replace_inside(self) -> None:
        """Replace the activations inside the copies of a user's own layers.

        These have run, so that they hold all of their layers.
        """
        for old, new in list(self.made):
            if has_graph(old) or not isinstance(old, keras.layers.Layer):
                continue
            before = len(self.activations)
            for part, copy in list(self.parts(old, new)):
                self._replace_attributes(part, copy)
            if len(self.activations) > before:
                refuse_wrong_files(new)
            refuse_files_of_what_holds_it(new)

    def _replace_attributes(self, part: Any, copy: Any) -> None:
        """Replace the activations that the attributes of a copy hold."""
        for name, attribute in compat.attributes(part).items():
            if any(self._place(part, name, each) for each in held(attribute)):
                copied = getattr(copy, name)
                _set(copy, name, self._with_new(part, name, attribute, copied))
        place = self._places.get((id(part), None))
        if (
            place
            and place.inside
            and place.activation is not part
            and not self.has_made(copy.activation)
        ):
            made = self._argument(part)
            _set(copy, "activation", made)
            self._note(place, made)

    def _place(self, part: Any, name: str, value: Any) -> Place | None:
        """The place of an activation that an attribute holds."""
        place = self._places.get((id(value), None))
        if place is not None and place.activation is value:
            return place
        return self._places.get((id(part), name, id(value)))

    def _with_new(self, part: Any, name: str, mine: Any, copied: Any) -> Any:
        """The attribute of a copy, with new activations in it.

        Args:
            part: The layer itself.
            name: The attribute.
            mine: What the attribute of the layer itself holds, or a part.
            copied: What that of its copy holds.
        """
        if isinstance(mine, dict):
            return {
                key: self._with_new(part, name, mine[key], copied[key])
                for key in mine
            }
        if isinstance(mine, list | tuple):
            parts = [
                self._with_new(part, name, *pair)
                for pair in zip(mine, copied, strict=True)
            ]
            return parts if isinstance(mine, list) else _tuple(mine, parts)
        place = self._place(part, name, mine)
        if place is None:
            return copied
        if not place.attribute:
            return self.layer(mine)
        made = self._argument(part)
        self._note(place, made)
        return made

    def _argument(self, layer: keras.layers.Layer) -> Any:
        """A new activation to be the `activation` of the copy of a layer."""
        new = self._new_layer(dtype=_dtype(layer), trainable=layer.trainable)
        is_function = isinstance(new, keras.layers.Activation)
        return new.activation if is_function else new

    def _note(self, place: Place, new: Any) -> None:
        if isinstance(place.activation, keras.layers.Layer):
            self.pair(place.activation, new)
        self._results.add(id(new))
        self.activations.append((place, new))


def _holds_graphs(layer: Any) -> bool:
    """Whether it is a user's model, or a layer with models inside."""
    return is_own(layer) and (
        isinstance(layer, keras.Model)
        or any(map(has_graph, compat.layers_of(layer)))
    )


def _tuple(like: tuple[Any, ...], parts: list[Any]) -> tuple[Any, ...]:
    """A tuple, of the same class if its parts have names."""
    return type(like)(*parts) if hasattr(like, "_fields") else tuple(parts)


def _set(layer: Any, name: str, value: Any) -> None:
    """Set an attribute in which activations of a built layer were replaced."""
    with compat.unlocked(layer) as tracker:
        before = held(getattr(layer, name))
        setattr(layer, name, value)
        kept = {id(each) for each in held(value)}
        for each in before:
            if isinstance(each, keras.layers.Layer) and id(each) not in kept:
                tracker.untrack(each)


def named(layer: Any) -> str:
    """A layer in an error."""
    return f"the layer {layer.name} of class {type(layer).__name__}"


def _refers_to_layers(value: Any, deep: int = 2) -> bool:
    """Whether a function or an object holds parts of a model."""
    kinds = (keras.Operation, keras.Variable, keras.KerasTensor)
    for part in keras.tree.flatten(_held_by(value)):
        if isinstance(part, kinds):
            return True
        if deep and _refers_to_layers(part, deep - 1):
            return True
    return False


def _held_by(value: Any) -> list[Any]:
    """What a function or an object refers to, but for what is global."""
    if inspect.ismethod(value):
        return [value.__self__]
    if inspect.isfunction(value):
        return list(inspect.getclosurevars(value).nonlocals.values())
    if isinstance(value, functools.partial):
        return [value.func, value.args, value.keywords]
    if isinstance(value, type | types.ModuleType):
        return []
    return list(getattr(value, "__dict__", {}).values())


def _dtype(layer: keras.layers.Layer) -> Any:
    """The dtype policy, by its name if that says all."""
    policy = layer.dtype_policy
    # Keras makes configurations of its own for layers with plain arguments.
    return policy.name if type(policy) is keras.DTypePolicy else policy
