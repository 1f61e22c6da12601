"""Make the picture of README.md: what TensorBoard shows after the demo.

python docs/pictures.py        needs Chromium and the extra [test]
"""

import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

from keras_activations.recording import tensorboard_link

IMAGES = Path(__file__).resolve().parent / "images"
CHROMIUM = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def main() -> None:
    with tempfile.TemporaryDirectory() as logs:
        subprocess.run(
            ["keras-activations", "demo", "--log-dir", logs], check=True
        )
        (run,) = Path(logs).iterdir()
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "tensorboard.main", "--logdir", str(run)]
            + ["--port", str(port)],
            stderr=subprocess.DEVNULL,
        )
        try:
            wait_for_runs(port, 18)
            take(tensorboard_link(port=port), IMAGES / "demo.png")
        finally:
            server.terminate()
            server.wait()


def wait_for_runs(port: int, number: int) -> None:
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        time.sleep(1)
        try:
            url = f"http://127.0.0.1:{port}/data/runs"
            if urllib.request.urlopen(url).read().count(b",") == number - 1:
                return
        except OSError:
            continue
    raise TimeoutError(f"TensorBoard did not show {number} runs")


def take(url: str, path: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=CHROMIUM
        )
        page = browser.new_page(viewport={"width": 1400, "height": 780})
        page.goto(url)
        page.get_by_role("button", name="Settings").last.click()
        page.get_by_text("health/dead_ratio_worst").first.wait_for()
        page.wait_for_timeout(6000)  # its lines are drawn by a worker
        page.screenshot(path=path)
        browser.close()


if __name__ == "__main__":
    main()
