"""Loading reads the models, and nothing that only training needs."""

import subprocess
import sys

import pytest

LOAD = """
import sys
from attrib.parse.parser import Parser
Parser(threads=1).load()
from stanza.models.common import utils
from torch import ones
assert utils.dispatch_optimizer("sgd", [ones(1).requires_grad_()], None, lr=1) is not None
"""


@pytest.mark.pipeline
def test_loading_imports_no_compiler() -> None:
    """PyTorch's compiler, which takes longer to import than all models to load, stays where it is; who trains in the
    same process gets his optimizers all the same."""
    code = LOAD.replace("from stanza", "assert 'torch._dynamo' not in sys.modules\nfrom stanza")
    assert subprocess.run([sys.executable, "-W", "ignore", "-c", code], check=False).returncode == 0
