"""The address of a view, for a link to the Activations tab."""

from urllib.parse import quote

from tensorboard_plugin_keras_activations.schema import PLUGIN


def link(server: str, **choices: str) -> str:
    """Return the address that opens the tab at a view.

    Args:
        server: Address of TensorBoard, such as `"http://localhost:6006"`.
        choices: What to choose: `run`, its path as TensorBoard shows it, such
            as `"relu/health"`, or a longer one that ends with it; `view`
            ("overview", "layers", "units", "compare" or "details"), `layer`,
            `measure`, ...

    Returns:
        The address.

    Example:
        >>> link("http://localhost:6006", run="relu/health", view="units")
        'http://localhost:6006/#keras_activations&p.keras_activations.run=relu%2Fhealth&p.keras_activations.view=units'
    """
    parameters = "".join(
        f"&p.{PLUGIN}.{name}={quote(value, safe='')}"
        for name, value in choices.items()
    )
    return f"{server.rstrip('/')}/#{PLUGIN}{parameters}"
