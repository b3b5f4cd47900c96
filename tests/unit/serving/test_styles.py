"""Style files beside components reach the start page by being there."""

from pathlib import Path

from dashboard.serving.styles import AKAR, style_files, styles
from tests.meta.berkas import ROOT, name, python_files


def letakkan(berkas: Path, isi: str) -> None:
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_text(isi, encoding="utf-8")


def test_a_file_in_a_room_is_found_after_what_all_pages_share(tmp_path: Path) -> None:
    letakkan(tmp_path / "bidang" / "gaya.css", ".b { top: 0; }\n")
    letakkan(tmp_path / "umum" / "batang.css", ".a { top: 0; }\n")
    letakkan(tmp_path / "umum" / "gaya.css", ".u { top: 0; }\n")
    letakkan(tmp_path / "bidang" / "baru.css", ".c { top: 0; }\n")
    assert [berkas.name for berkas in style_files(tmp_path)] == ["gaya.css", "batang.css", "gaya.css", "baru.css"]
    isi = styles(tmp_path)
    assert isi.index(".u") < isi.index(".a") < isi.index(".b") < isi.index(".c")


def test_what_a_component_draws_in_its_own_shadow_root_stays_out(tmp_path: Path) -> None:
    letakkan(tmp_path / "pohon" / "peramban" / "pohon.css", ".p { top: 0; }\n")
    assert style_files(tmp_path) == []


def test_remarks_are_for_us_and_not_sent(tmp_path: Path) -> None:
    letakkan(tmp_path / "umum" / "gaya.css", "/* why */\n.u { top: 0; } /* and\nmore */ .v { top: 1px; }\n")
    assert styles(tmp_path) == "<style>\n.u { top: 0; } .v { top: 1px; }\n</style>\n"


def test_every_style_is_a_file_and_none_a_string_in_python() -> None:
    terkumpul = styles(AKAR)
    assert terkumpul.count("<style>") == len(list(AKAR.glob("*/*.css"))) > 5
    memuat = [name(b) for b in python_files("dashboard", "pages") if "<style" in b.read_text(encoding="utf-8")]
    assert memuat == [name(ROOT / "dashboard" / "serving" / "styles.py")]
