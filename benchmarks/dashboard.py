"""How long a browser takes to show the dashboard's overview of 3,000 tasks.

Run from the repository: ``python -m benchmarks.dashboard``. Needs Chromium and playwright.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from statistics import median

from benchmarks.generate import SIZES, generate
from benchmarks.page import machine, number

from kehoach_cli.drafting.dashboard.data import dashboard_data
from kehoach_cli.progress import evaluate
from kehoach_cli.workspace import load
from kehoach_cli.writers.site import ASSETS, write_site

ROUNDS = 5
AIM_MS = 1000
AIM_KB = 600
DAY = date(2027, 6, 30)

_WATCH = """
new MutationObserver((_, watch) => {
  if (!document.querySelector("main h1")) return;
  watch.disconnect();
  requestAnimationFrame(() => requestAnimationFrame(() => { window.shownAt = performance.now(); }));
}).observe(document, {childList: true, subtree: true});
"""
"""The first frame after the overview's heading is there, in ms from the start of the visit."""


def make(folder: Path, size: str = "province") -> dict[str, int]:
    """Write the site of a generated workspace there; the bytes of each of its files."""
    generate(folder / "workspace", SIZES[size])
    ws = load(folder / "workspace")
    files = write_site(dashboard_data(ws, evaluate(ws, DAY)))
    for name, content in files.items():
        (folder / name).write_bytes(content)
    return {name: len(content) for name, content in files.items()}


def visits(address: str) -> Iterator[float]:
    """Milliseconds until the overview is on the screen, visit by visit."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as started:
        browser = started.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for _ in range(ROUNDS):
            context = browser.new_context()
            page = context.new_page()
            page.add_init_script(_WATCH)
            page.goto(address)
            page.wait_for_function("window.shownAt")
            yield float(page.evaluate("window.shownAt"))
            context.close()
        browser.close()


def main() -> None:
    """Print the median and what the site weighs."""
    with tempfile.TemporaryDirectory() as folder:
        sizes = make(Path(folder))
        found = list(visits((Path(folder) / "index.html").as_uri()))
    page = sum(sizes[name] for name in (*ASSETS, "data.js")) / 1000
    print(
        f"Tổng quan của 3.000 nhiệm vụ hiện sau {number(median(found))} ms "
        f"(mục tiêu {AIM_MS} ms, trung vị {ROUNDS} lần); trang nặng {number(page)} kB "
        f"(mục tiêu {AIM_KB} kB), danh sách nhiệm vụ tải sau "
        f"{number(sizes['items.js'] / 1000)} kB. Máy đo: {machine()}."
    )


if __name__ == "__main__":
    main()
