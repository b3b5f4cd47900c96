"""Streamlit's scripts are served with Indonesian words, and a Streamlit that changed is noticed at start-up."""

import asyncio
import csv
import re
from pathlib import Path

import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Message

from dashboard.serving import streamlit_words
from dashboard.serving.streamlit_words import TranslatedStatics, translated_scripts

TABEL = Path(streamlit_words.__file__).with_suffix(".csv")


def baris() -> list[dict[str, str]]:
    with TABEL.open(encoding="utf-8", newline="") as isi:
        return list(csv.DictReader(isi))


def test_no_text_of_the_table_is_left_in_the_scripts_that_are_served() -> None:
    isi = {nama: teks.decode() for nama, teks in translated_scripts().items()}
    for satu in baris():
        tersisa = [n for n, t in isi.items() if n.split(".")[0] == satu["berkas"] and satu["menjadi"] in t]
        assert tersisa, satu["menjadi"]
        assert not any(satu["semula"] in isi[n] for n in tersisa if satu["semula"] not in satu["menjadi"])


def test_what_is_put_in_place_keeps_the_holes_of_the_text(subtests: pytest.Subtests) -> None:
    """Every value a sentence is filled with is one it was filled with before: nothing is undefined in the browser."""
    for satu in baris():
        with subtests.test(satu["semula"]):
            assert _nama(satu["menjadi"]) <= _nama(satu["semula"])


def _nama(potongan: str) -> set[str]:
    """The variables of the places that are filled: one or two letters in a script made small."""
    return {n for isi in re.findall(r"\$\{[^}]*", potongan) for n in re.findall(r"(?<![\w.`])[a-zA-Z]{1,2}\b", isi)}


def test_a_text_that_streamlit_no_longer_holds_stops_the_start_with_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "streamlit_words.csv").write_text("berkas,semula,menjadi\nindex,`No such text`,`Tidak ada`\n")
    monkeypatch.setattr(streamlit_words, "__file__", str(tmp_path / "streamlit_words.py"))
    with pytest.raises(LookupError, match="No such text"):
        translated_scripts.__wrapped__()


def minta(app: TranslatedStatics, nama: str, **kepala: str) -> tuple[int, dict[str, str], bytes]:
    pesan: list[Message] = []

    async def kirim(satu: Message) -> None:
        pesan.append(satu)

    async def terima() -> Message:
        return {"type": "http.request"}

    isi = [(n.replace("_", "-").encode(), nilai.encode()) for n, nilai in kepala.items()]
    scope = {"type": "http", "method": "GET", "path": f"/static/js/{nama}", "headers": isi}
    asyncio.run(app(scope, terima, kirim))
    jawab = {n.decode(): nilai.decode() for n, nilai in pesan[0]["headers"]}
    return pesan[0]["status"], jawab, b"".join(satu.get("body", b"") for satu in pesan[1:])


def test_a_script_is_asked_about_again_and_sent_only_when_it_changed() -> None:
    app = TranslatedStatics(PlainTextResponse("from Streamlit"), {"a.js": b"kata kita"})
    status, kepala, isi = minta(app, "a.js")
    assert (status, isi, kepala["cache-control"]) == (200, b"kata kita", "no-cache")
    assert minta(app, "a.js", if_none_match=kepala["etag"])[::2] == (304, b"")
    assert minta(app, "a.js", if_none_match='W/"lama"')[::2] == (200, b"kata kita")
    assert minta(app, "b.js")[2] == b"from Streamlit"
