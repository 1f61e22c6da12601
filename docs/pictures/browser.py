"""Shows logs with TensorBoard and takes pictures of its pages."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

Look = Callable[[Page], None]


@contextmanager
def pictures_of(
    log_dir: str | Path, runs: int, width: int, height: int
) -> Iterator[Callable[..., None]]:
    """Starts TensorBoard on some logs, and Chromium.

    Args:
        log_dir: The logs.
        runs: How many runs there are; TensorBoard loads one after another.
        width: Of a picture, in pixels.
        height: Of a picture, in pixels.

    Yields:
        A function `save(path, address, look)` that opens the address, which
        it gets from the port of TensorBoard, calls `look` with the page,
        waits until nothing in it moves any more, and saves a picture.
    """
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = ["-m", "tensorboard.main", "--logdir", str(log_dir)]
    server = subprocess.Popen(
        [sys.executable, *command, "--port", str(port)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # it starts a process of its own
    )
    try:
        _wait_for_runs(port, runs)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=shutil.which("chromium"),
                args=["--no-sandbox", "--disable-gpu"],
            )

            def save(
                path: Path, address: Callable[[int], str], look: Look | None
            ) -> None:
                page = browser.new_page(
                    viewport={"width": width, "height": height}
                )
                page.goto(address(port))
                page.wait_for_load_state("networkidle")
                if look is not None:
                    look(page)
                path.write_bytes(_when_drawn(page))
                page.close()
                print(path, flush=True)

            yield save
            browser.close()
    finally:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait()


def whole_lines(page: Page) -> None:
    """On the Time Series page, shows whole lines and hides the settings."""
    page.get_by_text("Ignore outliers in chart scaling").click()
    page.get_by_role("button", name="Settings").last.click()


def _wait_for_runs(port: int, runs: int) -> None:
    found: list[str] = []
    deadline = time.monotonic() + 120
    while time.monotonic() < deadline:
        try:
            url = f"http://127.0.0.1:{port}/data/runs"
            with urllib.request.urlopen(url) as answer:
                found = json.load(answer)
        except OSError:
            pass  # not there yet
        if len(found) == runs:
            time.sleep(3)  # the last epochs of the last run
            return
        time.sleep(0.5)
    raise TimeoutError(f"TensorBoard shows {found} instead of {runs} runs")


def _when_drawn(page: Page) -> bytes:
    """The picture of the page once it has not changed for three seconds."""
    before = b""
    for _ in range(20):
        page.wait_for_timeout(3000)
        now = page.screenshot()
        if now == before:
            return now
        before = now
    raise TimeoutError(f"{page.url} does not come to rest")
