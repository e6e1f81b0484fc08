"""The system's Chromium: `CHROMIUM`, or whatever is found on the path."""

import os
import shutil

OPTIONS = str.split(
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync --disable-dev-shm-usage"
)


def chromium() -> str:
    """The browser's program; an error says what to do if there is none."""
    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, names)), None)
    if found is None:
        raise SystemExit("There is no Chromium. Install it (Debian: apt-get install chromium) or name it in CHROMIUM.")
    return found
