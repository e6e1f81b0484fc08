"""`python -m training.registry --data DIR`: make the generated registry anew from the lists in DIR.

`--by-hand` keeps nothing but the entries made by hand anew, in the form in which they are read quickly; that needs no
lists.
"""

from argparse import ArgumentParser
from pathlib import Path

from attrib.registry.by_hand import compile_lists
from training.registry.build import TARGET, build
from training.registry.files import Data
from training.registry.given_names import write_given_names


def main() -> None:
    """Make the file and say how many entries each list gave."""
    parser = ArgumentParser(prog="python -m training.registry", description=__doc__)
    parser.add_argument("--data", type=Path, help="Folder that holds registry/ and names/.")
    parser.add_argument("--by-hand", action="store_true", help="Only the entries made by hand.")
    parser.add_argument("--to", type=Path, default=TARGET, help="The file to write.")
    options = parser.parse_args()
    compile_lists(TARGET.parents[1])
    if options.by_hand:
        return
    if options.data is None:
        parser.error("name the folder of the lists with --data, or say --by-hand")
    print(f"{write_given_names(Data(options.data)):>6}  given names")
    for origin, number in sorted(build(Data(options.data), to=options.to).items()):
        print(f"{number:>6}  {origin}")
    print(f"{options.to}: {options.to.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
