"""Documents the program writes about itself: as committed, whole, and nothing left unexplained."""

import pytest

from dashboard.domain.kamus.buku_kerja import LEMBAR
from dashboard.services import docs
from data_access.akun.tabel import METADATA_AKUN
from data_access.schema import METADATA, TABEL
from data_access.system_tables import JUDUL


@pytest.mark.parametrize("nama", docs.DOCS)
def test_a_document_written_by_the_program_is_as_committed(nama: str) -> None:
    assert docs.is_current(nama, docs.DOCS[nama]()), f"docs/{nama} is stale: python3 run.py docs writes it again"


def test_every_table_and_column_of_the_schema_stands_in_the_data_dictionary_once() -> None:
    sections = docs.data_dictionary().split("\n### ")[1:]
    written = {
        section.splitlines()[0]: [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
        for section in sections
    }
    tables = {**METADATA.tables, **METADATA_AKUN.tables}
    assert written == {nama: list(tabel.columns.keys()) for nama, tabel in tables.items()}


def test_every_column_says_what_it_means() -> None:
    assert [f"{isi.nama}.{k.nama}" for isi in LEMBAR for k in isi.kolom if not k.keterangan.endswith(".")] == []
    sistem = [tabel for nama, tabel in METADATA.tables.items() if nama not in TABEL]
    assert [
        f"{tabel.name}.{k.name}" for tabel in sistem for k in tabel.columns if not (k.doc or "").endswith(".")
    ] == []
    assert [tabel.name for tabel in sistem if not tabel.info[JUDUL].endswith(".")] == []


def test_a_stale_document_is_written_again_and_a_current_one_left_alone(tmp_path, monkeypatch) -> None:
    monkeypatch.setattr(docs, "FOLDER", tmp_path)
    assert [path.name for path in docs.write_docs()] == list(docs.DOCS)
    assert docs.write_docs() == []
    (tmp_path / "kamus-data.md").write_text("lama", encoding="utf-8")
    assert docs.write_docs() == [tmp_path / "kamus-data.md"]
