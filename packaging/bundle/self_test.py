"""Shows that the bundle lacks nothing: imports every module of Untwin in it, and all that any of them ever imports.

Imports inside functions count, so a window or a command that is opened once a year is covered as well.
"""

import dis
import importlib
import importlib.util
import pkgutil
import sys
from collections.abc import Iterator
from types import CodeType

import untwin

# What is there on one system only, and asked for on no other.
OF_ONE_SYSTEM = {
    "win32": ("msvcrt", "keyring.backends.Windows"),
    "darwin": ("keyring.backends.macOS",),
    "linux": ("secretstorage", "jeepney", "keyring.backends.SecretService", "untwin.vault.secret_service"),
}
FEWEST = 500  # modules; a walk that finds fewer has not looked


def main() -> int:
    """0 when everything could be imported; else the names of what is missing."""
    modules = ["untwin", *(found.name for found in pkgutil.walk_packages(untwin.__path__, "untwin."))]
    wanted = sorted({*modules, *(name for module in modules for name in imported_by(module))} - {"untwin.__main__"})
    missing = {name: why for name in wanted if not _elsewhere(name) and (why := _missing(name))}
    for name, why in missing.items():
        print(f"missing: {name} ({why})")
    print(f"{len(modules)} modules of Untwin, {len(wanted)} with all that they import; missing: {len(missing)}")
    return 1 if missing or len(modules) < FEWEST else 0


def imported_by(module: str) -> Iterator[str]:
    """Every module that a module imports, wherever it stands in it."""
    spec = importlib.util.find_spec(module)
    code = spec.loader.get_code(module) if spec and spec.loader and hasattr(spec.loader, "get_code") else None
    if code is not None:
        for inner in _within(code):
            yield from _imports(inner)


def _imports(code: CodeType) -> Iterator[str]:
    """`import a.b` and `from a import b` in one piece of code; `b` only where it is a module."""
    name = ""
    for step in dis.get_instructions(code):
        if step.opname == "IMPORT_NAME":
            name = str(step.argval)
            yield name
        elif step.opname == "IMPORT_FROM" and name.startswith("untwin") and _is_package(name):
            inner = f"{name}.{step.argval}"
            if importlib.util.find_spec(inner) is not None:
                yield inner


def _within(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _within(constant)


def _is_package(name: str) -> bool:
    spec = importlib.util.find_spec(name)
    return spec is not None and spec.submodule_search_locations is not None


def _missing(name: str) -> str:
    try:
        importlib.import_module(name)
    except Exception as error:  # noqa: BLE001 - whatever it is, the bundle can't do what needs this module
        return f"{type(error).__name__}: {error}"
    return ""


def _elsewhere(name: str) -> bool:
    others = (names for system, names in OF_ONE_SYSTEM.items() if not sys.platform.startswith(system))
    return any(name == other or name.startswith(f"{other}.") for names in others for other in names)
