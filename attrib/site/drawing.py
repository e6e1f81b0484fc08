"""How pages are drawn: in one go where all that they show is at hand.

Datasette draws so that a template may call what has to be waited for, which takes half as long again. A page whose
context says that it is complete is drawn without.
"""

from typing import Any

from jinja2 import Environment, Template

COMPLETE = "is_complete"
"""The name in a context by which nothing that its template calls has to be waited for."""


class _Drawn(Template):
    """A template of Datasette's environment."""

    async def render_async(self, *args: Any, **context: Any) -> str:
        """The page."""
        known = dict(*args, **context)
        if not known.get(COMPLETE):
            return await super().render_async(known)
        page = _plain(self.environment).get_template(str(self.name)).render(known)
        return str(self.environment.finalize(page) if self.environment.finalize else page)


def draw_at_once(environment: Environment) -> None:
    """Let complete pages be drawn without waiting."""
    environment.template_class = _Drawn


def _plain(environment: Environment) -> Environment:
    """The same environment without waiting, made when it is first needed: plugins have put all they have into it.

    What is done to each value that a page shows is done to the page.
    """
    known: Environment | None = getattr(environment, "plain", None)
    if known is None:
        known = environment.overlay(enable_async=False)
        known.template_class = Template
        known.finalize = None
        environment.plain = known  # type: ignore[attr-defined]
    return known
