"""Who may import whom, beyond the contracts of import-linter in pyproject.toml."""

import ast
import sys
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.meta.berkas import ROOT, name, python_files, tree
from tests.meta.test_requirements import canonical, pins

MAY_IMPORT_STREAMLIT = (
    *("dashboard/app.py", "dashboard/caching.py", "dashboard/session.py"),
    *("dashboard/asgi.py", "dashboard/serving/start_page.py", "dashboard/serving/sessions.py"),
    "dashboard/serving/streamlit_words.py",  # they serve it
)
MAY_IMPORT_STREAMLIT_UNDER = ("dashboard/components/", "pages/")
OURS = {"dashboard", "data_access", "pages"}
ONLY_FOR_TYPES = {"_typeshed"}


def imported(path: Path) -> Iterator[str]:
    """Full names of the modules a file imports, wherever in the file it does."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            yield node.module


def top(module: str) -> str:
    return module.partition(".")[0]


def test_only_the_screen_knows_streamlit() -> None:
    knowing = [name(path) for path in python_files(*OURS) if "streamlit" in map(top, imported(path))]
    assert [
        path for path in knowing if path not in MAY_IMPORT_STREAMLIT and not path.startswith(MAY_IMPORT_STREAMLIT_UNDER)
    ] == []


def may_use_numpy(path: Path) -> bool:
    """Scoring works on whole columns; nothing else in the domain does."""
    return path.parent.name == "skp"


def test_the_domain_imports_only_the_standard_library_and_itself() -> None:
    outside = [
        f"{name(path)}: {module}"
        for path in python_files("dashboard")
        if path.is_relative_to(ROOT / "dashboard" / "domain")
        for module in imported(path)
        if top(module) not in sys.stdlib_module_names and not module.startswith("dashboard.domain")
        if not (top(module) == "numpy" and may_use_numpy(path))
    ]
    assert outside == []


def test_run_py_and_what_it_imports_of_ours_need_only_the_standard_library() -> None:
    keeper = ROOT / "dashboard" / "serving" / "keeper.py"
    outside = {m for path in (ROOT / "run.py", keeper) for m in imported(path) if top(m) not in sys.stdlib_module_names}
    assert outside == {"dashboard.serving.keeper"}
    assert [(folder / "__init__.py").read_text() for folder in (keeper.parent, keeper.parents[1])] == ["", ""]


def test_no_program_file_imports_the_tests() -> None:
    assert [name(path) for path in python_files(*OURS) if "tests" in map(top, imported(path))] == []


def test_no_module_of_dashboard_hides_one_of_the_standard_library() -> None:
    # Streamlit puts the folder of app.py on sys.path, so dashboard/calendar.py would be everybody's calendar.
    beside_app = [path for path in python_files("dashboard") if path.parent == ROOT / "dashboard"]
    assert [name(path) for path in beside_app if path.stem in sys.stdlib_module_names] == []


def test_every_package_the_program_imports_is_pinned_by_name() -> None:
    distributions = packages_distributions()
    imports = {
        top(module)
        for path in python_files(*OURS)
        for module in imported(path)
        if top(module) not in sys.stdlib_module_names and top(module) not in OURS
    }
    third_party = imports - ONLY_FOR_TYPES
    pinned = set(pins("requirements.txt"))
    unpinned = {
        module
        for module in third_party
        if not pinned & {canonical(distribution) for distribution in distributions.get(module, [])}
    }
    assert unpinned == set()
