"""The command line: the only place that prints, exits or reads the clock.

Each command imports what it needs when it runs, so that `attrib --help` answers at once.
"""

from typing import Any

import click

from attrib import __version__
from attrib.cli.annotate import annotate
from attrib.cli.doctor import doctor
from attrib.cli.evaluate import evaluate
from attrib.cli.export import export
from attrib.cli.importing import import_
from attrib.cli.invariance import invariance
from attrib.cli.inventory import models, schema, sources
from attrib.cli.load import load
from attrib.cli.news import news
from attrib.cli.publish import build, serve
from attrib.cli.review import review
from attrib.cli.watch import watch
from attrib.errors import AttribError


class Failure(click.ClickException):
    """A sentence on stderr and exit code 2."""

    exit_code = 2


class Commands(click.Group):
    """Turns the errors somebody can act on into a sentence."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what the library raises on purpose is shown without a traceback."""
        try:
            return super().invoke(ctx)
        except AttribError as error:
            raise Failure(str(error)) from error


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="attrib")
def main() -> None:
    """Who claims it, how, and is it confirmed or disputed? Statement by statement, in German and English news.

    \b
    Exit codes:
      0  everything went well
      1  interrupted
      2  wrong use, or an error that is told in a sentence
      3  some documents could not be annotated; the others were
    """


evaluate.add_command(invariance)
evaluate.add_command(news)
for command in (
    annotate,
    watch,
    load,
    build,
    serve,
    export,
    import_,
    review,
    evaluate,
    models,
    sources,
    schema,
    doctor,
):
    main.add_command(command)
