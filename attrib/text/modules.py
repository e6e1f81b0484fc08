"""The modules of a language's folder, loaded by name: what one does not define is the plain language's."""

from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import TypeVar, cast

from attrib.errors import ResourceError

P = TypeVar("P")
MODULES = ("grammar", "content", "rules")
"""What a folder has to hold; each may be nearly empty."""


def language_module(package: str, name: str) -> ModuleType:
    """A module of a language's folder; raises ResourceError if there is none."""
    try:
        return import_module(f"{package}.{name}")
    except ModuleNotFoundError as error:
        if not f"{package}.{name}.".startswith(f"{error.name}."):
            raise  # the module is there, and imports another one that is not
        raise ResourceError(
            f"{package} has no module {name}.py; the folder of a language holds {', '.join(MODULES)} "
            "(docs/languages.md says what is in them).",
            seen=f"{package}.{name}",
            allowed=MODULES,
        ) from error


def implementation(module: ModuleType, interface: type, *, plain: P) -> P:
    """What a module of a language defines of an interface, and what it leaves to the plain language.

    Raises ResourceError for a function that nobody would ask for: misspelt, it would be passed over in silence.
    """
    asked = sorted(name for name in vars(interface) if not name.startswith("_"))
    wrong = sorted(set(_defined(module)) - set(asked))
    if wrong:
        raise ResourceError(
            f"{module.__name__}: {', '.join(wrong)} is nothing that a stage asks for (a name for the module's own use "
            f"begins with an underscore); these are asked for: {', '.join(asked)}.",
            seen=wrong,
            allowed=asked,
        )
    found = {name: getattr(module, name, getattr(plain, name)) for name in asked}
    return cast(P, SimpleNamespace(**found))


def _defined(module: ModuleType) -> list[str]:
    """The functions that a module defines itself and not for its own use."""
    own = (name for name, value in vars(module).items() if getattr(value, "__module__", "") == module.__name__)
    return [name for name in own if not name.startswith("_")]
