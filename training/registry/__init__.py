"""The generated part of the registry, made from open lists: `python -m training.registry --data DIR`."""
