"""The address of a view: what a link to the Activations tab says."""

from urllib.parse import quote

from tensorboard_plugin_keras_activations.loader import PLUGIN_NAME


def link(server: str, run: str, **choices: str) -> str:
    """Return the address that opens the tab at a run.

    Args:
        server: Address of TensorBoard, such as `"http://localhost:6006"`.
        run: Name of the run as TensorBoard shows it: its path below the log
            directory, such as `"relu/health"`.
        choices: What else to choose: `view` ("overview", "layers", "units",
            "compare" or "details"), `layer`, `measure`, `runs`, ...

    Returns:
        The address.

    Example:
        >>> link("http://localhost:6006", "relu/health", view="units")
        'http://localhost:6006/#keras_activations&p.keras_activations.run=relu%2Fhealth&p.keras_activations.view=units'
    """
    parameters = "".join(
        f"&p.{PLUGIN_NAME}.{name}={quote(value, safe='')}"
        for name, value in {"run": run, **choices}.items()
    )
    return f"{server.rstrip('/')}/#{PLUGIN_NAME}{parameters}"
