"""The agenda: the worst first, each with obstacle, promise and question; overdue promises; what changed."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dashboard.charts.kalimat_agenda import (
    judul_janji,
    judul_perubahan,
    kalimat_celah,
    kalimat_sejak,
    pertanyaan,
    temuan_ringkasan,
)
from dashboard.components.ringkasan.agenda import agenda_html
from dashboard.domain.dasar.indikator import Komponen, Perilaku, Polaritas, Rumus, Sifat, Simpul
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.domain.dasar.skala import Status
from dashboard.domain.entri.agenda import Prioritas
from dashboard.domain.entri.aturan import Entri
from dashboard.domain.entri.janji import KeadaanJanji, janji_sampai, lewat_batas
from dashboard.services.agenda import Agenda, susun_agenda
from dashboard.services.kinerja import Kinerja
from dashboard.services.ringkasan import ringkasan
from tests.unit.services.bangun import TAHUN, iku, lapor, susun

HARI = date(2024, 8, 1)


def janji(kode: str, periode: str, batas: date | None = date(2024, 7, 31), **lain: str) -> Entri:
    isi = {"tindak_lanjut": "Membagi tugas.", "status_entri": "disetujui", "pic": "Bendahara"} | lain
    return Entri(indikator=kode, tahun=TAHUN, periode=periode, batas_waktu=batas, **isi)  # type: ignore[arg-type]


def kendala(kode: str, isi: str) -> Entri:
    """The entry of a report of the second quarter, with its obstacle and no promise."""
    return Entri(indikator=kode, tahun=TAHUN, periode="TW2", kendala=isi, status_entri="disetujui")


def susun_pada(k: Kinerja, *entri: Entri) -> Agenda:
    return susun_agenda(k, {satu.kunci: satu for satu in entri}, HARI)


def satu(k: Kinerja, *entri: Entri) -> Prioritas:
    (prioritas,) = susun_pada(k, *entri).prioritas
    return prioritas


def test_the_worst_iku_comes_first_then_unreported_ones_then_the_rest() -> None:
    semua = (iku("A"), iku("B"), iku("C"), iku("P", jenis="program"))
    k = susun(semua, (lapor("A", "TW2", 80), lapor("B", "TW2", 50), lapor("P", "TW2", 10)))
    assert [p.hasil.kode for p in susun_pada(k).prioritas] == ["B", "A", "C", "P"]


def test_a_priority_says_its_obstacle_its_owner_and_its_promise() -> None:
    p = satu(susun((iku("A"),), (lapor("A", "TW2", 60),)), janji("A", "TW1"), janji("A", "TW2", kendala="Server mati."))
    assert p.janji is not None
    assert (p.kendala, p.pemilik, p.janji.periode) == ("Server mati.", "Kepala Bidang Data", "TW II 2024")


def test_an_iku_that_repeats_an_iki_takes_its_obstacle_and_names_it() -> None:
    k = susun(
        (iku("A", rumus=Rumus.JUMLAH), iku("IKI-1", jenis="IKI")),
        (lapor("IKI-1", "TW2", 70),),
        komponen=(Komponen("A", "IKI-1", Sifat.DUGAAN),),
    )
    p = satu(k, janji("IKI-1", "TW2", kendala="Anggaran terlambat."))
    assert (p.hasil.kode, p.asal, p.kendala) == ("A", "IKI-1", "Anggaran terlambat.")
    assert p.janji is not None


def test_an_indicator_without_an_obstacle_of_its_own_shows_that_of_the_leaf_behind_it() -> None:
    bawah = Simpul("D", "program", "Dasar data", induk="S")
    laporan = (lapor("A", "TW2", 60), lapor("D1", "TW2", 40))
    k = susun((iku("A"), iku("D1", jenis="program", simpul="D")), laporan, simpul=(bawah,))
    assert next((p.asal, p.kendala) for p in susun_pada(k, kendala("D1", "Berkas hilang.")).prioritas) == (
        "D1",
        "Berkas hilang.",
    )


def test_of_what_one_may_not_read_nothing_is_said_to_be_missing() -> None:
    k = susun((iku("A"), iku("B")), (lapor("A", "TW2", 60), lapor("B", "TW2", 50)))
    a = susun_agenda(k, {}, HARI, frozenset({"A"}))
    assert {p.hasil.kode: p.tersembunyi for p in a.prioritas} == {"A": False, "B": True}
    assert a.sebagian
    html = agenda_html(k, a.prioritas, lambda url_path, **_record: url_path, HARI)
    assert html.count("belum dijelaskan") == html.count("tidak terbuka bagi peran Anda") == 1
    assert not any(p.tersembunyi for p in susun_pada(k).prioritas)


# since when


def test_below_target_counts_from_the_first_quarter_of_the_unbroken_run() -> None:
    laporan = (lapor("A", "TW1", 60), lapor("A", "TW2", 100), lapor("A", "TW3", 60), lapor("A", "TW4", 50))
    assert kalimat_sejak(satu(susun((iku("A"),), laporan, triwulan=4)).sejak) == "sejak TW III"


def test_a_missing_report_counts_from_the_first_missed_quarter_not_from_the_first_low_one() -> None:
    laporan = (lapor("A", "TW1", 60), lapor("A", "TW2", 60), lapor("A", "TW3", 60))
    assert kalimat_sejak(satu(susun((iku("A"),), laporan, triwulan=4)).sejak) == "sejak TW IV"


# words


@pytest.mark.parametrize(
    ("lain", "nilai", "kalimat"),
    [
        ({"satuan": "orang", "perilaku": Perilaku.PROGRESS}, 78, "Kurang 22 orang dari target 100 orang; capaian 78 %"),
        ({"satuan": "Persen"}, 78, "Kurang 22 poin dari target 100 %; capaian 78 %"),
        ({"satuan": "nilai"}, 78, "Kurang 22 poin dari target 100; capaian 78 %"),
        (
            {"satuan": "hari", "polaritas": Polaritas.NEGATIF},
            103,
            "Melewati batas 100 hari sebanyak 3 hari; capaian 97 %",
        ),
    ],
)
def test_the_gap_is_said_in_the_units_own_words(lain: dict[str, Any], nilai: int, kalimat: str) -> None:
    k = susun((iku("A", **lain),), (lapor("A", "TW2", nilai),))
    assert kalimat_celah(satu(k), k.sd) == kalimat


def test_a_missing_report_says_what_was_known_last() -> None:
    k = susun((iku("A"),), (lapor("A", "TW1", 60),))
    assert kalimat_celah(satu(k), k.sd) == ("Realisasi TW II belum dilaporkan; s.d. TW I 60 %, target sekarang 100 %")


def test_an_earlier_quarter_that_is_missing_is_the_one_that_is_named() -> None:
    k = susun((iku("A", satuan="orang"),), (lapor("A", "TW2", 60),))
    p = satu(k)
    assert kalimat_celah(p, k.sd) == "Realisasi TW I belum dilaporkan; target 50 orang"
    assert pertanyaan(p, k.sd, HARI) == "Kapan realisasi TW I dilaporkan, dan apa yang menahannya?"


def test_a_computed_value_names_what_it_waits_for() -> None:
    bagian = tuple(f"B{n}" for n in range(5))
    k = susun(
        (iku("A", rumus=Rumus.JUMLAH), *(iku(b, jenis="program") for b in bagian)),
        (),
        komponen=tuple(Komponen("A", b, Sifat.TERTULIS) for b in bagian),
    )
    prioritas = susun_pada(k).prioritas[0]
    assert pertanyaan(prioritas, k.sd, HARI) == "Kapan B0, B1, B2 dan 2 lainnya dilaporkan, dan apa yang menahannya?"


@pytest.mark.parametrize(
    ("entri", "tanya"),
    [
        ({}, "Batas 31 Juli 2024 sudah lewat: apa yang belum selesai, dan kapan batas barunya?"),
        ({"batas": HARI}, "Sampai di mana, dan apakah selesai sebelum 1 Agustus 2024?"),
        ({"batas": None}, "Sampai di mana, dan kapan selesai?"),
        (
            {"status_tindak_lanjut": "selesai"},
            "Tindak lanjut sudah selesai tetapi target belum tercapai: apa langkah berikutnya?",
        ),
        (
            {"status_tindak_lanjut": "batal"},
            "Tindak lanjut dibatalkan: apa gantinya, siapa yang mengerjakannya, dan kapan selesai?",
        ),
    ],
)
def test_the_question_follows_how_the_promise_stands(entri: dict[str, object], tanya: str) -> None:
    k = susun((iku("A"),), (lapor("A", "TW2", 60),))
    assert pertanyaan(satu(k, janji("A", "TW2", **entri)), k.sd, HARI) == tanya  # type: ignore[arg-type]


def test_without_a_promise_it_is_asked_for_and_without_an_obstacle_that() -> None:
    k = susun((iku("A"),), (lapor("A", "TW2", 60),))
    assert pertanyaan(satu(k, kendala("A", "Server mati.")), k.sd, HARI).startswith("Apa yang akan dilakukan")
    assert pertanyaan(satu(k), k.sd, HARI).startswith("Apa kendalanya")


def test_the_head_says_what_is_unreported_before_it_judges() -> None:
    k = susun((iku("A"), iku("B"), iku("P", jenis="program")), (lapor("A", "TW2", 80), lapor("B", "TW2", 100)))
    r = ringkasan(k)
    assert temuan_ringkasan(r.semua, r.utama) == "1 dari 3 indikator belum dilaporkan; 1 dari 2 IKU di bawah target"
    menunggu = tuple(replace(h, status=Status.MENUNGGU_PENILAIAN) for h in r.utama)
    assert temuan_ringkasan(r.semua, menunggu).endswith("belum dilaporkan; seluruh 2 IKU menunggu penilaian")
    lengkap = ringkasan(susun((iku("A"),), (lapor("A", "TW2", 100),)))
    assert temuan_ringkasan(lengkap.semua, lengkap.utama) == "1 dari 1 IKU mencapai target"


# promises


def test_overdue_promises_are_open_past_their_day_and_the_longest_overdue_comes_first() -> None:
    semua = (
        janji("A", "TW1", date(2024, 5, 2)),
        janji("B", "TW1", date(2024, 5, 1), status_tindak_lanjut="berjalan"),
        janji("C", "TW1", date(2024, 5, 1), status_tindak_lanjut="selesai"),
        janji("D", "TW1", HARI),
        janji("E", "TW1", None),
    )
    lewat = lewat_batas(janji_sampai(semua, SampaiDengan(TAHUN, 2)), HARI)
    assert [j.entri.indikator for j in lewat] == ["B", "A"]
    assert {j.keadaan(HARI) for j in lewat} == {KeadaanJanji.LEWAT}


def test_a_promise_counts_once_it_is_handed_in_and_not_before_its_position() -> None:
    semua = (janji("A", "TW1", status_entri="draf"), janji("B", "TW2"), janji("C", "TW3"))
    assert [j.entri.indikator for j in janji_sampai(semua, SampaiDengan(TAHUN, 2))] == ["B"]


def test_the_heading_counts_older_promises_apart_from_those_of_the_quarter() -> None:
    sd = SampaiDengan(TAHUN, 2)
    lewat = janji_sampai((janji("A", "TW1"), janji("B", "TW1"), janji("C", "TW2")), sd)
    assert judul_janji(lewat, sd) == (
        "3 janji lewat batas waktu",
        "2 dari laporan sebelum TW II, 1 dari laporan TW II; yang terlama di atas.",
    )


# what changed


def test_what_got_worse_better_new_and_lost_since_last_quarter_is_told_apart() -> None:
    nilai = {"A": (100, 90), "B": (70, 80), "C": (None, 100), "D": (90, None), "E": (90, 95)}
    laporan = tuple(
        lapor(kode, tw, n) for kode, dua in nilai.items() for tw, n in zip(("TW1", "TW2"), dua, strict=True) if n
    )
    k = susun(tuple(iku(kode) for kode in nilai), laporan)
    banding = susun_pada(k).banding
    assert banding is not None
    assert ([p.kini.kode for p in banding.memburuk], [p.kini.kode for p in banding.membaik]) == (["A"], ["B"])
    assert judul_perubahan(banding) == (
        "Sejak TW I: 1 memburuk, 1 membaik",
        "1 baru dinilai, 1 tidak lagi bernilai karena laporannya belum masuk.",
    )
    assert banding.memburuk[0].lalu.persen == Decimal(100)


def test_a_first_quarter_has_nothing_before_it() -> None:
    assert susun_pada(susun((iku("A"),), (lapor("A", "TW1", 90),), triwulan=1)).banding is None
