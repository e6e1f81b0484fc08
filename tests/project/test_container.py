"""The Containerfile does what it says, as far as that can be tried without a container engine.

What it copies is there, the packages it names are enough to serve, its own command and health check work.
"""

import json
import re
import subprocess
import sys
import tomllib
import urllib.request
from fnmatch import fnmatch
from pathlib import Path

import pytest

from attrib.publish.published import build
from attrib.store.write import open_database, write_annotation
from tests import articles

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "Containerfile").read_text(encoding="utf-8")
PAGES = ("", "article/doc-a", "statement/a-claim", "downloads", "quality", "pictures", "attrib/statements")
PACKAGES = re.findall(r"'([\w-]+[<>=][^']*)'", TEXT)

ONLY_THESE = """
import importlib.abc, importlib.metadata, importlib.util, re, socket, sys

def closure(names):
    found, waiting = set(), list(names)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            needed = importlib.metadata.requires(name) or []
        except importlib.metadata.PackageNotFoundError:
            continue
        found.add(name)
        waiting += [re.match(r"[\\w.-]+", each)[0] for each in needed if "extra ==" not in each]
    return found

allowed = closure(sys.argv[1].split()) | {"attrib"}
kept = {
    module
    for module, packages in importlib.metadata.packages_distributions().items()
    if {re.sub(r"[-_.]+", "-", package).lower() for package in packages} & allowed
}
others = set(importlib.metadata.packages_distributions()) - kept - set(sys.stdlib_module_names)

class Absent(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in others:
            raise ModuleNotFoundError(f"{name} is not in the image", name=name)

def is_there(name, package=None, ask=importlib.util.find_spec):
    return None if name.partition(".")[0] in others else ask(name, package)

def offline(*_):
    raise OSError("there is no network")

sys.meta_path.insert(0, Absent())
importlib.util.find_spec = is_there
socket.socket.connect = offline
from attrib.cli import main
main(sys.argv[2:])
"""
"""The program with the packages named and what they need, and nothing else that happens to be installed here."""


def instruction(name: str) -> str:
    """What stands behind an instruction that occurs once."""
    (found,) = re.findall(rf"^{name} (.+)$", TEXT, flags=re.MULTILINE)
    return str(found)


def test_what_is_copied_is_there() -> None:
    """In a fresh clone, and not held back by .dockerignore."""
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = [name for line in re.findall(r"^COPY (.+)$", TEXT, flags=re.MULTILINE) for name in line.split()[:-1]]
    assert copied
    for name in copied:
        assert (ROOT / name).exists(), name
        assert name in let_in, name
    held_back = [line for line in lines if line.startswith("attrib/")]
    licences = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["license-files"]
    for path in licences:
        assert path.partition("/")[0] in let_in, path
        assert not any(fnmatch(path, pattern) for pattern in held_back), path


def test_packages_are_those_of_the_project() -> None:
    """With the same bounds."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert PACKAGES
    assert set(PACKAGES) <= set(project["dependencies"])


def test_it_does_not_run_as_root() -> None:
    """From before its command on."""
    user = instruction("USER")
    assert user.isdigit()
    assert int(user) > 0
    assert TEXT.index("USER ") < TEXT.index("ENTRYPOINT ")


def test_command_serves_with_these_packages_alone(tmp_path: Path) -> None:
    """Offline; the health check finds it healthy, and unhealthy when it is gone."""
    db = open_database(tmp_path / "w.db", create=True)
    for annotation in articles.all_articles():
        write_annotation(db, annotation)
    db.close()
    build(tmp_path / "w.db", tmp_path / "dist")
    command = json.loads(instruction("ENTRYPOINT"))
    assert command[0] == "attrib"
    asked = ["127.0.0.1" if part == "0.0.0.0" else "0" if part == "8001" else part for part in command[1:]]
    names = " ".join(re.split(r"[<>=]", package)[0] for package in PACKAGES)
    program = [sys.executable, "-c", ONLY_THESE, names, *asked]
    health = json.loads(instruction("HEALTHCHECK").partition("CMD ")[2])[-1]
    with subprocess.Popen(
        program,
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)/", said)
        if found is None:
            process.kill()
            pytest.fail(said + process.stdout.read())
        check = [sys.executable, "-c", health.replace(":8001/", f":{found[1]}/")]
        healthy = subprocess.run(check, check=False, capture_output=True)
        for path in PAGES:
            with urllib.request.urlopen(f"{found[0]}{path}", timeout=20) as response:
                assert response.status == 200, path
        process.terminate()
    assert healthy.returncode == 0, healthy.stderr
    assert subprocess.run(check, check=False, capture_output=True).returncode != 0
