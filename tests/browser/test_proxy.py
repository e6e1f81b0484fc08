"""The site below a path of another site, behind nginx, as a browser sees it. Skipped where there is no nginx."""

import shutil
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

CONFIGURATION = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{
        listen 127.0.0.1:{port};
        location /attrib/ {{
            proxy_pass {site};
            proxy_set_header X-Forwarded-For $remote_addr;
            proxy_set_header X-Forwarded-Proto $scheme;
        }}
    }}
}}
"""
BASE = "/attrib/"


@pytest.fixture
def proxied(tmp_path: Path, served: Callable[..., str], free_port: Callable[[], int]) -> Iterator[str]:
    """The address of the site behind nginx."""
    nginx = shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin")
    if nginx is None:
        pytest.skip("there is no nginx (Debian: apt-get install nginx-light)")
    port = free_port()
    public = f"http://127.0.0.1:{port}"
    site = served(public_url=public, base_path=BASE)
    configuration = tmp_path / "nginx.conf"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path, port=port, site=site))
    process = subprocess.Popen([nginx, "-p", str(tmp_path), "-c", str(configuration)], stderr=subprocess.DEVNULL)
    _wait_for(f"{public}{BASE}robots.txt")
    yield f"{public}{BASE}"
    process.terminate()
    process.wait(10)


def _wait_for(address: str) -> None:
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except urllib.error.URLError:
            time.sleep(0.1)
    raise AssertionError(address)


def test_a_reader_goes_through_the_site(browser: Browser, proxied: str) -> None:
    """Home, search, filter, sort, statement, source, language: nothing is missing, every address is below the path."""
    context = browser.new_context(locale="en-GB")
    page = context.new_page()
    complaints: list[Any] = []
    page.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    page.on("response", lambda answer: complaints.append(answer.url) if answer.status >= 400 else None)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(proxied)
    page.fill("main input[name=_search]", "Soldaten")
    page.press("main input[name=_search]", "Enter")
    page.wait_for_url("**/attrib/attrib/statements?*_search=Soldaten*")
    page.goto(f"{proxied}attrib/statements")
    page.click("a[href*='status=']")
    page.click("thead a")
    page.goto(f"{proxied}statement/a-claim")
    assert f"{proxied}statement/a-claim" in page.inner_text(".citation")
    page.click("a.language")
    page.wait_for_url("**/attrib/statement/a-claim?_lang=de")
    page.click("a[href*='/source/']")
    page.go_back()
    page.click("header a.brand")
    page.wait_for_url(f"{proxied}?_lang=de")
    background = page.evaluate("getComputedStyle(document.querySelector('header.top')).backgroundColor")
    assert background != "rgba(0, 0, 0, 0)"
    assert complaints == []
    assert [url for url in asked if not url.startswith((proxied, "data:"))] == []
    context.close()


def test_redirects_and_files_go_through_nginx(proxied: str) -> None:
    """Datasette's address of a row, a path without its last slash, the middle of a file."""
    for path, expected in (("attrib/statements/2000001", "statement/"), ("attrib/statements/", "attrib/statements")):
        with urllib.request.urlopen(f"{proxied}{path}", timeout=30) as answer:
            assert answer.url.startswith(f"{proxied}{expected}")
    request = urllib.request.Request(f"{proxied}attrib.db", headers={"Range": "bytes=0-15"})
    with urllib.request.urlopen(request, timeout=30) as answer:
        assert (answer.status, answer.read()) == (206, b"SQLite format 3\0")
