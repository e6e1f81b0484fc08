"""The exports have moved to `attrib.publish.export`; `attrib.export.target` works for one more release and warns."""
