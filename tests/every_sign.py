"""Gathers all the named signs of the package, wherever they stand."""

import importlib
import pkgutil
from collections.abc import Iterator

import untwin.intake
from untwin.intake.judging.sign import Sign, Signs


def every_sign() -> Iterator[Sign]:
    """Each sign once, in the order of the modules."""
    met: set[int] = set()
    for module in pkgutil.walk_packages(untwin.intake.__path__, "untwin.intake."):
        for value in vars(importlib.import_module(module.name)).values():
            for sign in value.each if isinstance(value, Signs) else [value] if isinstance(value, Sign) else []:
                if id(sign) not in met:
                    met.add(id(sign))
                    yield sign
