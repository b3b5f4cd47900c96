"""One name, one thing; and no folder in which nobody finds anything."""

import ast
from collections import defaultdict
from pathlib import Path

from tests.meta.berkas import ROOT, name, own_files, python_files, tree

MOST_FILES_IN_A_FOLDER = 20
PICTURES = (".png", ".svg")


def test_a_class_name_means_one_thing_in_the_whole_project() -> None:
    places = defaultdict(list)
    for path in python_files("dashboard", "data_access", "pages"):
        for node in tree(path).body:
            if isinstance(node, ast.ClassDef):
                places[node.name].append(name(path))
    assert {kelas: files for kelas, files in places.items() if len(files) > 1} == {}


def test_no_folder_holds_more_files_than_one_can_look_over() -> None:
    counted: dict[str, int] = defaultdict(int)
    for path in own_files():
        if path.suffix not in PICTURES and path.name != "__init__.py":
            counted[str(path.parent.relative_to(ROOT))] += 1
    assert {folder: n for folder, n in counted.items() if n > MOST_FILES_IN_A_FOLDER} == {}


def test_unit_tests_stand_in_the_rooms_of_what_they_test() -> None:
    rooms = {path.parent.name for path in python_files("dashboard", "data_access", "sample_data")}
    tested = {
        path.relative_to(ROOT / "tests" / "unit").parts[0] for path in python_files("tests") if is_unit_test(path)
    }
    assert {room for room in tested if not room.endswith(".py")} - rooms == set()


def is_unit_test(path: Path) -> bool:
    return path.is_relative_to(ROOT / "tests" / "unit")
