"""One name, one thing; and no folder in which nobody finds anything."""

import ast
from collections import defaultdict

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
