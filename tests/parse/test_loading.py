"""Loading reads the models, and nothing that only training needs."""

import subprocess
import sys

import pytest

LOAD = """
import sys
from attrib.parse.parser import Parser
Parser(threads=1).load()
assert "torch._dynamo" not in sys.modules
from stanza.models.common import utils
assert utils.dispatch_optimizer.__module__ == utils.__name__
"""


@pytest.mark.pipeline
def test_loading_imports_no_compiler() -> None:
    """PyTorch's compiler, which takes longer to import than all models to load, stays where it is; who trains in the
    same process gets his optimizers all the same."""
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", LOAD], check=False).returncode == 0
