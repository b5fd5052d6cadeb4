"""The rules of the house as functions: each takes one parsed file and tells what in it breaks the rule."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "desktop" / "untwin"
LONGEST_FUNCTION = 40
LONGEST_FILE = 300

# What a rule is given: the path from the repository's root, the text, the parsed module.
Rule = Callable[[str, str, ast.Module], Iterator[str]]

# Files longer than that, each with the reason why it is better in one piece.
LONG_FILES: dict[str, str] = {
    "tests/verdicts/alike.py": "one short builder after the other, one a relation; halves would only be numbered",
}

VAGUE_FILES = {"utils.py", "util.py", "helpers.py", "helper.py", "common.py", "misc.py", "managers.py"}
VAGUE_CLASS = re.compile(r"Manager|Handler|Helper|Util")

# Pure means: the same answer for the same question. None of these can ask a clock, a disk or a network.
PURE = {
    *(
        "__future__",
        "abc",
        "bisect",
        "collections",
        "contextlib",
        "dataclasses",
        "datetime",
        "decimal",
        "difflib",
    ),
    *("fractions", "functools", "hashlib", "heapq", "itertools", "json", "math", "operator", "re", "string"),
    *("textwrap", "types", "typing", "enum", "unicodedata", "untwin"),
}
IMPURE_CALLS = {"open", "input", "print", "exec", "eval", "__import__"}
IMPURE_METHODS = {"now", "today", "utcnow"}
THREADS = {"threading", "_thread", "concurrent", "multiprocessing", "QThread", "QThreadPool", "QRunnable"}
# Which room may see which library: a library seen in one room is a library that can be replaced.
# The walkthrough is the person at the source's own page, so it has a browser's two libraries.
LIBRARIES: dict[str, set[str]] = {
    "PySide6": {"ui", "app", "reports"},
    "shiboken6": {"ui", "app"},
    "requests": {"quickbooks", "sources", "walkthrough"},
    "urllib3": {"quickbooks", "sources"},
    "quickbooks": {"quickbooks"},
    "intuitlib": {"quickbooks"},
    "keyring": {"vault"},
    "secretstorage": {"vault"},
    "jeepney": {"vault"},
    "sqlite3": {"store", "sample"},
    "openpyxl": {"reports", "intake"},
    "msgspec": {"store", "quickbooks", "sources", "sample"},
    "lxml": {"intake", "quickbooks", "walkthrough"},
    "charset_normalizer": {"intake"},
    "starlette": {"sample"},
    "uvicorn": {"sample"},
    "platformdirs": {"app"},
}
# python-quickbooks' ways to write to a company's books. One call of the first is the whole of what Untwin writes.
THE_WRITE = "update_object"
OTHER_WRITES = {"create_object", "delete_object", "batch_operation", "misc_operation", "save", "void", "delete", "send"}
# QuickBooks takes many queries at once by the same door as many changes; this file sends queries.
READS_IN_BATCHES = "desktop/untwin/quickbooks/queries.py"
# Written so that this file does not break its own rule. Every machine has its own index and its own folders, and a
# program one reader has on his desk is no part of Untwin.
ELSEWHERE = re.compile(
    r"py[p]i\.org|python[h]osted|n[p]mjs|deb\.d[e]bian|[/]work/\w|/o[p]t/(wheels|py)|[/]root/\.\w"
    r"|\bcl[a]ude|anthr[o]pic|chat[g]pt|co[p]ilot",
    re.IGNORECASE,
)


def functions_are_short(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """A function fits on a screen."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if lines > LONGEST_FUNCTION:
                yield f"{path}:{node.lineno} {node.name} has {lines} lines"


def files_are_short(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """A long file has a reason."""
    lines = text.count("\n")
    if lines > LONGEST_FILE and path not in LONG_FILES:
        yield f"{path} has {lines} lines and no reason in LONG_FILES"


def modules_say_what_they_are_for(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """Every module opens with a sentence; a test's name says enough."""
    if not path.startswith("tests/") and not ast.get_docstring(module):
        yield f"{path} has no docstring"


def names_say_what_things_are(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """No class or file named after nothing in particular."""
    if Path(path).name in VAGUE_FILES:
        yield f"{path} could hold anything"
    for node in ast.walk(module):
        if isinstance(node, ast.ClassDef) and VAGUE_CLASS.search(node.name):
            yield f"{path}:{node.lineno} {node.name} could do anything"


def domain_has_no_float(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """Money never passes through a float: the domain does not know the word."""
    if room(path) == "domain":
        for node in ast.walk(module):
            if isinstance(node, ast.Name) and node.id == "float":
                yield f"{path}:{node.lineno} float"


def domain_is_pure(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """The domain asks no clock, disk, network or log."""
    if room(path) != "domain":
        return
    for node, name in imported(module):
        if name.split(".")[0] not in PURE and not name.startswith("urllib.parse."):
            yield f"{path}:{node.lineno} imports {name}"
    for call in calls(module):
        if isinstance(call.func, ast.Name) and call.func.id in IMPURE_CALLS:
            yield f"{path}:{call.lineno} calls {call.func.id}"
        if isinstance(call.func, ast.Attribute) and call.func.attr in IMPURE_METHODS:
            yield f"{path}:{call.lineno} asks the clock"


def threads_live_in_jobs(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """One file answers for what runs where."""
    if room(path) in {"jobs", ""}:
        return
    for node, name in imported(module):
        if THREADS & set(name.split(".")):
            yield f"{path}:{node.lineno} imports {name}"


def libraries_stay_in_their_room(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """A library is used where it is adapted and nowhere else; a type's name alone is no use."""
    if not room(path):
        return
    for node, name in imported(module):
        allowed = LIBRARIES.get(name.split(".")[0])
        if allowed is not None and room(path) not in allowed and node not in only_for_types(module):
            yield f"{path}:{node.lineno} imports {name}, which only {' and '.join(sorted(allowed))} may"


def main_knows_little(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """The entry hands over to app or cli, in the domain's words, and knows nothing else."""
    if path == "desktop/untwin/__main__.py":
        for node, name in imported(module):
            if name.startswith("untwin") and not re.match(r"untwin\.(app|cli|domain)(\.|$)", name):
                yield f"{path}:{node.lineno} imports {name}"


def walkthrough_sees_expectations_only(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """The walkthrough knows what the sample firms expect, and not how they are made."""
    if room(path) == "walkthrough":
        for node, name in imported(module):
            if name.startswith("untwin.sample") and not name.startswith("untwin.sample.expect"):
                yield f"{path}:{node.lineno} imports {name}"


def no_lambda_on_a_signal(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """A lambda on a sender born in a worker thread runs in that thread, whatever it touches."""
    if room(path) != "ui":
        return
    for call in calls(module):
        connects = isinstance(call.func, ast.Attribute) and call.func.attr == "connect"
        if connects and any(isinstance(each, ast.Lambda) for each in call.args):
            yield f"{path}:{call.lineno} connects a lambda"


def nothing_else_writes(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """Beside the number writer nothing could change a company's books even by mistake."""
    if room(path) != "quickbooks":
        return
    forbidden = OTHER_WRITES - ({"batch_operation"} if path == READS_IN_BATCHES else set())
    for call in calls(module):
        if isinstance(call.func, ast.Attribute) and call.func.attr in forbidden:
            yield f"{path}:{call.lineno} calls {call.func.attr}"


def writes(path: str, text: str, module: ast.Module) -> Iterator[str]:
    """Every place that calls the one write; the whole package may have one, the sample's own books aside."""
    if room(path) not in {"sample", ""}:
        for call in calls(module):
            called = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if called == THE_WRITE:
                yield f"{path}:{call.lineno}"


def room(path: str) -> str:
    """The room of the house a file is in: `ui` for desktop/untwin/ui/..., `jobs` for desktop/untwin/jobs.py."""
    parts = Path(path).with_suffix("").parts
    return parts[2] if parts[:2] == ("desktop", "untwin") and len(parts) > 2 else ""


def imported(module: ast.Module) -> Iterator[tuple[ast.stmt, str]]:
    """Every imported name with its module, those inside functions too."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from ((node, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from ((node, f"{node.module}.{alias.name}") for alias in node.names)


def only_for_types(module: ast.Module) -> set[ast.AST]:
    """What stands under `if TYPE_CHECKING:` and never runs."""
    choices = (node for node in ast.walk(module) if isinstance(node, ast.If))
    blocks = [choice.body for choice in choices if "TYPE_CHECKING" in ast.unparse(choice.test)]
    return {inner for block in blocks for statement in block for inner in ast.walk(statement)}


def calls(module: ast.Module) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(module) if isinstance(node, ast.Call))


def foreign_words(name: str, text: str) -> list[str]:
    """What in a tracked file speaks of something that is not there for its reader."""
    return [f"{name}: {found.group()}" for found in ELSEWHERE.finditer(text)]
