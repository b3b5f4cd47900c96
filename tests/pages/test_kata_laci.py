"""Words for a Bupati: no drawer of the sample agencies speaks in jargon, in codes of inputs, or against itself."""

import re
from html import unescape

import pytest
from markupsafe import Markup

from dashboard import session
from dashboard.components.pohon.rincian import kepala_simpul_html, rincian_hubungan_html
from dashboard.domain.dasar.periode import SampaiDengan
from dashboard.services.kinerja import hitung_kinerja
from dashboard.services.pohon import PohonKinerja, pohon_kinerja
from tests.pages.alat import isi_html, isi_teks
from tests.pages.conftest import PembukaHalaman
from tests.unit.bangun_pohon import TAHUN_CONTOH, contoh

JARGON = re.compile(
    r"\bsuku\b|hubungan (?:dugaan|tertulis)|penempatan saja|pasti, dapat|sumber nilai: |\b(?!NSPK)[A-Z]{3,}_[A-Z_]{3,}"
)
PASER = {"instansi": "PASER", "tahun": 2023, "triwulan": 4}
BANTEN = {"instansi": "BANTEN", "tahun": 2023}


@pytest.fixture
def tanpa_kerangka(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "address", lambda url_path, **_: url_path)


def pohon_pada(kode: str, triwulan: int) -> PohonKinerja:
    data = contoh(kode)
    return pohon_kinerja(hitung_kinerja(data, SampaiDengan(data.tahun, triwulan)))


def teks(html: Markup) -> str:
    return unescape(" ".join(re.sub(r"<[^>]+>", " ", html).split()))


@pytest.mark.usefixtures("tanpa_kerangka")
@pytest.mark.parametrize("kode", TAHUN_CONTOH)
@pytest.mark.parametrize("triwulan", [3, 4])
def test_no_drawer_speaks_in_jargon_or_names_an_input_by_its_code(kode: str, triwulan: int) -> None:
    p = pohon_pada(kode, triwulan)
    laci = {h: teks(rincian_hubungan_html(p, h, str)) for h in p.k.hasil.indikator}
    laci |= {s: teks(kepala_simpul_html(p, s, str)) for s in p.pohon.simpul}
    assert {k: m[0] for k, isi in laci.items() if (m := JARGON.search(isi))} == {}


@pytest.mark.usefixtures("tanpa_kerangka")
@pytest.mark.parametrize("kode", TAHUN_CONTOH)
def test_the_long_title_of_a_document_stands_once_in_a_drawer(kode: str) -> None:
    p = pohon_pada(kode, 3)
    judul = {d.kode: " ".join(d.judul.split()) for d in p.k.data.dokumen}
    for h in p.k.hasil.indikator.values():
        if h.indikator.dokumen:
            isi = teks(rincian_hubungan_html(p, h.kode, str))
            assert isi.count(judul[h.indikator.dokumen]) == 1, h.kode


@pytest.mark.usefixtures("tanpa_kerangka")
def test_a_target_that_was_taken_over_is_not_called_printed_on_its_own_indicator() -> None:
    isi = teks(rincian_hubungan_html(pohon_pada("PASER", 4), "IKU-02", str))
    assert "target IKI-01-002, tercetak “125”" in isi
    assert "indikator ini tidak mencetak target" in isi


def test_a_merit_index_that_names_no_instrument_has_no_category(buka_halaman: PembukaHalaman) -> None:
    for halaman in ("sistem_merit.py", "capaian_iku.py"):
        assert "Buruk" not in isi_teks(buka_halaman(halaman, **PASER))
    isi = isi_teks(buka_halaman("sistem_merit.py", **PASER))
    assert "Instrumen indeks ini tidak disebut, sehingga kategorinya tidak dibaca." in isi
    assert "Banten" not in isi
    rincian = isi_teks(buka_halaman("capaian_iku.py", **PASER, indikator="IKU-02"))
    assert "Kategori sistem merit tidak dibaca: tidak tercatat dengan instrumen mana dinilai" in rincian


def test_the_own_regulation_of_a_region_is_no_reference_there(buka_halaman: PembukaHalaman) -> None:
    isi = isi_teks(buka_halaman("sistem_merit.py", **BANTEN, triwulan=4))
    assert "Dasar: Keputusan IKU Banten" in isi
    assert "acuan" not in isi


def test_no_category_is_shown_before_the_quarter_in_which_the_index_is_scored(buka_halaman: PembukaHalaman) -> None:
    tahun = '<th scope="row">2023</th>'
    awal, akhir = (isi_html(buka_halaman("sistem_merit.py", **BANTEN, triwulan=tw)) for tw in (1, 4))
    assert "Sangat Baik" not in awal.split(tahun)[1].split("</tr>")[0]
    assert "Sangat Baik" in akhir.split(tahun)[1].split("</tr>")[0]


def test_a_predikat_beside_a_status_names_its_scale(buka_halaman: PembukaHalaman) -> None:
    isi = isi_teks(buka_halaman("capaian_iku.py", **PASER))
    assert "Tinggi (skala Permendagri 86/2017)" in isi


def test_both_appraisals_are_named_where_they_differ_and_limits_stand_beside_their_flags(
    buka_halaman: PembukaHalaman,
) -> None:
    isi = isi_teks(buka_halaman("distribusi_skp.py", **PASER))
    assert re.search(
        r"Dua penilaian dipakai di halaman ini: \d+ dari \d+ pegawai Baik ke atas menurut predikat "
        r"\(PermenPANRB 6/2022\), \d+ dari \d+ pegawai menurut nilai angka skala lama \(acuan Pergub Banten 5/2017",
        isi,
    )
    assert "Batasnya: jarak tertinggi dan terendah paling banyak 0,5 poin pada 5 orang atau lebih." in isi
    assert "Batasnya: rata-rata 91 ke atas, capaian unit di bawah 95 %." in isi
