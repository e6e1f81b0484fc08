"""Datasets to take away: the published rows, and what was read from the texts, as files other programs load.

target.export(path, formats=["csv"], out=folder)    what `attrib export` does, with a working database or a dist folder
write_formats(material, writable(), folder)         the same into a folder at hand, as `attrib build` does
"""

from attrib.publish.export.formats import FORMATS, Format, writable, write_formats
from attrib.publish.export.material import Left, Material, Written

__all__ = ["FORMATS", "Format", "Left", "Material", "Written", "writable", "write_formats"]
