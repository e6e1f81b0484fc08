#!/bin/sh
# Run the browser tests with the Python named first; without Chromium, or where its driver cannot be installed, say so.
# Where that is allowed, Chromium comes from Debian's packages and the driver from the package index.
set -eu
python=$1

have_chromium() {
    [ -n "${CHROMIUM:-}" ] || command -v chromium >/dev/null || command -v chromium-browser >/dev/null ||
        command -v google-chrome >/dev/null
}

skip() {
    echo "The browser tests were not run: $1" >&2
    exit 0
}

if ! have_chromium && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing Chromium with apt-get ..."
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends chromium; } \
        >/dev/null 2>&1 || true
fi
if ! command -v nginx >/dev/null && command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq -y --no-install-recommends nginx-light; } \
        >/dev/null 2>&1 || true
fi
have_chromium || skip "there is no Chromium. Install it (Debian: apt-get install chromium) or name it in CHROMIUM."
"$python" -c "import playwright, axe_playwright_python" 2>/dev/null ||
    "$python" -m pip --disable-pip-version-check install --quiet --editable '.[browser]' ||
    skip "Playwright cannot be installed. Try: pip install -e '.[browser]'"
exec "$python" -m pytest tests/browser
