"""Datasets to take away: the published rows, and what was read from the texts, as files other programs load.

export(path, formats=("csv",), out=folder)     what `attrib export` does; path is a working database or a dist folder
write_formats(material, FORMATS, folder)       the same into a folder at hand, as `attrib build` does
"""

from attrib.export.formats import FORMATS, Format, write_formats
from attrib.export.material import Left, Material, Written

__all__ = ["FORMATS", "Format", "Left", "Material", "Written", "write_formats"]
