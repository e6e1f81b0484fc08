"""`python -m attrib` is the command line."""

from attrib.cli import main

main(prog_name="attrib")
