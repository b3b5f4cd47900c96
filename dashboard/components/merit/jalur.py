"""The cheapest way to a goal as a list of work with owners, and what a total effort buys."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import partial

import streamlit as st
from markupsafe import Markup

from dashboard import caching
from dashboard.charts.waterfall_merit import nama_pendek
from dashboard.components.simulasi.papan import Papan
from dashboard.components.umum.polos import polos
from dashboard.components.umum.tata import catatan, subjudul, tolakan
from dashboard.domain.dasar.angka import Ambigu, NumberError, baca_angka, tulis_terbaca
from dashboard.domain.merit.indeks import PetaMerit, kategori
from dashboard.domain.merit.jalur_termurah import Jalur, Termurah
from dashboard.domain.skenario.dasar import Ubahan
from dashboard.formatting import angka
from dashboard.services import merit
from dashboard.services.simulasi import Simulasi
from dashboard.templates import Fragments

_HTML = Fragments(__file__)
TERLIHAT = 6
DARI_NILAI, DARI_TARGET = "Nilai sekarang", "Target tercetak"
LAIN, UPAYA = "Nilai lain", "Sebanyak mungkin dengan upaya"
KETERANGAN = (
    "Himpunan sub item dengan jumlah upaya terkecil yang mencapai tujuan bila dinaikkan sampai penuh; "
    "dihitung persis, semua pilihan yang sama murahnya disebut."
)


@dataclass(frozen=True, slots=True)
class _Tanya:
    """The question: from these changes and the index they give."""

    s: Simulasi
    peta: PetaMerit
    papan: Papan
    awal: Ubahan
    nilai: Decimal


@st.fragment
def panel_jalur(s: Simulasi, peta: PetaMerit, papan: Papan) -> None:
    """Draw the question, the work list and its alternatives."""
    subjudul("Jalan termurah", KETERANGAN)
    kolom = st.columns([2, 3, 2], vertical_alignment="bottom")
    pilihan = (DARI_NILAI, DARI_TARGET) if peta.indeks.hasil.nilai is not None else (DARI_TARGET,)
    mulai = kolom[0].selectbox("Mulai dari", pilihan, key=f"{papan.awalan}-mulai", required=True)
    awal = merit.ubahan_ke_target(peta) if mulai == DARI_TARGET else {}
    nilai = caching.compute_once("merit-nilai-awal", partial(merit.nilai_awal, s, peta, awal), mulai)
    if nilai is None:
        catatan("Belum ada nilai dan belum ada target sub item untuk memulai.")
        return
    tujuan = dict(merit.tujuan_terpilih(peta, nilai))
    bawaan = 0 if len(tujuan) > 1 else len(tujuan)  # with only the maximum left, a nearer goal is the better question
    pilih = (
        kolom[1].selectbox(
            "Menuju",
            [*tujuan, LAIN, UPAYA],
            index=bawaan,
            key=f"{papan.awalan}-menuju-{mulai}",
            required=True,
            format_func=lambda nama: f"{nama} ({angka(tujuan[nama], rapikan=True)})" if nama in tujuan else nama,
        )
        or LAIN
    )
    batas = tujuan.get(pilih)
    if batas is None:
        contoh = Decimal(6) if pilih == UPAYA else nilai + 5
        batas = _ketikan(kolom[2], papan, pilih, contoh)
    if batas is None:
        return
    tanya = _Tanya(s, peta, papan, awal, nilai)
    if pilih == UPAYA:
        jalur = caching.compute_once("merit-belanja", partial(merit.belanja, s, peta, awal, batas), mulai, batas)
        _jawab(tanya, (jalur,), f"Upaya {angka(batas, rapikan=True)} membeli paling banyak")
        return
    _draw(tanya, caching.compute_once("merit-jalur", partial(merit.jalur, s, peta, awal, batas), mulai, batas), batas)


def _ketikan(kolom: "st.delta_generator.DeltaGenerator", papan: Papan, pilih: str, contoh: Decimal) -> Decimal | None:
    teks = kolom.text_input(
        "Total upaya" if pilih == UPAYA else "Nilai tujuan", tulis_terbaca(contoh), key=f"{papan.awalan}-{pilih}"
    )
    nilai = baca_angka(teks)
    if isinstance(nilai, Ambigu | NumberError):
        tolakan(f"“{teks}” {nilai.salah}. {nilai.benar}")
        return None
    return nilai


def _draw(tanya: _Tanya, jawab: Termurah, batas: Decimal) -> None:
    if jawab.perlu <= 0:
        lebih = angka(-jawab.perlu, rapikan=True)
        catatan(f"Sudah tercapai dengan kelonggaran {lebih} poin.")
        return
    if not jawab.jalur:
        terbanyak, akhir, tujuan = (
            angka(n, rapikan=True) for n in (jawab.terbanyak, tanya.nilai + jawab.terbanyak, batas)
        )
        catatan(
            f"Tidak mungkin tercapai: semua sub item penuh pun hanya menambah {terbanyak} poin, menjadi {akhir}; "
            f"tujuan {tujuan}."
        )
        return
    _jawab(tanya, jawab.jalur, f"Perlu {angka(jawab.perlu, rapikan=True)} poin; termurah", jawab.terpotong)


def _jawab(tanya: _Tanya, semua: Sequence[Jalur], kata: str, terpotong: bool = False) -> None:
    papan = tanya.papan
    jalur = semua[0]
    if len(semua) > 1:
        tanda = " atau lebih" if terpotong else ""
        nomor = st.segmented_control(
            polos(f"{len(semua)}{tanda} pilihan sama murahnya"),
            range(len(semua)),
            default=0,
            required=True,
            format_func=lambda i: polos(f"Pilihan {i + 1}"),
            key=f"{papan.awalan}-pilihan-{kata}-{tanya.nilai}",
        )
        jalur = semua[nomor or 0]
    st.html(kerja_html(tanya.s, tanya.peta, jalur, tanya.nilai, kata))
    if jalur.pekerjaan:
        isi = merit.ubahan_jalur(tanya.s, tanya.awal, jalur.pekerjaan)
        kunci = f"{papan.awalan}-pakai-jalur"
        if st.button("Pakai pada papan geser", key=kunci, on_click=_pakai, args=(papan, isi)):
            st.rerun()  # the sliders are a fragment of their own


def kerja_html(s: Simulasi, peta: PetaMerit, jalur: Jalur, nilai: Decimal, kata: str) -> Markup:
    """The list of work: what, whose, how many points, how much effort."""
    akhir = nilai + jalur.tambah
    kelas = kategori(akhir, peta.kelas)
    kepala = (
        f"{kata}: {len(jalur.pekerjaan)} pekerjaan, upaya {angka(jalur.upaya, rapikan=True)}, tambah "
        f"{angka(jalur.tambah, rapikan=True)} poin: {angka(nilai, rapikan=True)} menjadi {angka(akhir, rapikan=True)}"
    )
    kepala += f" ({kelas.nama})." if kelas else "."
    unsur = merit.unsur_per_kode(peta)
    baris = [
        {
            "kode": p.kode,
            "nama": unsur[p.kode][0].hasil.indikator.nama,
            "asumsi": "poin asumsi" if unsur[p.kode][0].hasil.indikator.poin_asumsi else "",
            "kriteria": nama_pendek(unsur[p.kode][1]),
            "pemilik": s.kinerja.pemilik(p.kode),
            "tambah": angka(p.tambah, rapikan=True),
            "upaya": angka(p.upaya, rapikan=True),
        }
        for p in sorted(jalur.pekerjaan, key=lambda p: (p.upaya / p.tambah, p.kode))
    ]
    return _HTML("kerja", kepala, baris, TERLIHAT)


def _pakai(papan: Papan, isi: Ubahan) -> None:
    papan.ganti(isi)
    st.session_state[f"{papan.awalan}-mode"] = "Sub item"
