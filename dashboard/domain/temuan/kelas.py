"""Classes, years, settings: bounds that overlap or leave a gap, another year in a heading, values nobody can read."""

import re
from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from itertools import pairwise

from dashboard.domain.aturan.pengaturan import baca_pengaturan
from dashboard.domain.dasar.periode import akhir_tahun
from dashboard.domain.dasar.setelan import setelan_pada
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut, tulis
from dashboard.domain.temuan.teks import kutip, tanpa_catatan

JENIS = "Kelas dan tahun"
KELAS_TERCETAK = re.compile(r"([A-Z]{1,2})\s*[=:]\s*(\d+(?:,\d+)?)\s*[-–]\s*(\d+(?:,\d+)?)")
TAHUN_JUDUL = re.compile(r"\btahun\s+(20\d\d)(?:\s*[-–]\s*(20\d\d))?", re.I)
KELAS_TERSEDIKIT = 3
CELAH = Decimal(1)


def kelas_tercetak(bahan: Bahan) -> Iterable[Bukti]:
    """Class bounds printed in a formula or a definition: one value in two classes, or in none."""
    for i in bahan.data.indikator:
        for teks in (i.formulasi, tanpa_catatan(i.definisi)):
            kelas = [(h, _angka(a), _angka(b)) for h, a, b in KELAS_TERCETAK.findall(teks or "")]
            if len(kelas) < KELAS_TERSEDIKIT:
                continue
            urut = sorted(kelas, key=lambda k: k[1])
            tumpuk = [b for (_, b, _), (_, _, a) in ((kini, lalu) for lalu, kini in pairwise(urut)) if a >= b]
            celah = [f"{tulis(a)}-{tulis(b)}" for (_, _, a), (_, b, _) in pairwise(urut) if b - a >= CELAH]
            masalah = [f"bertumpang tindih pada {sebut([tulis(n) for n in tumpuk])}"] if tumpuk else []
            masalah += [f"berlubang pada {sebut(celah)}"] if celah else []
            if masalah:
                yield Bukti((i.kode,), {"masalah": " dan ".join(masalah)}, kutip(teks))
                break


def _angka(teks: str) -> Decimal:
    return Decimal(teks.replace(",", "."))


def kelas_aturan(bahan: Bahan) -> Iterable[Bukti]:
    """Class rows in force that share a bound, or a scale whose lowest class leaves values out."""
    for nama, kelas in bahan.aturan.kelas.items():
        batas = [(k.batas, k.inklusif) for k in kelas]
        ganda = [k.nama for n, k in enumerate(kelas) if batas.index(batas[n]) < n]
        masalah = [f"batas kelas {sebut(ganda)} sudah dipakai kelas lain"] if ganda else []
        masalah += [] if any(b is None for b, _ in batas) else ["nilai di bawah kelas terendah tidak berkelas"]
        if masalah:
            milik = tuple(i.kode for i in bahan.data.indikator if nama in (i.skala, i.instrumen))
            yield Bukti((nama, *milik), {"skala": nama, "masalah": " dan ".join(masalah)}, kunci=nama)


def tahun_judul(bahan: Bahan) -> Iterable[Bukti]:
    """A document whose heading, or whose date, lies outside the years it is used for."""
    for d in bahan.data.dokumen:
        mulai, selesai = bahan.tahun_dokumen.get(d.kode, (None, None))
        if mulai is None or selesai is None:
            continue
        judul = [(int(a), int(b or a)) for a, b in TAHUN_JUDUL.findall(d.judul)]
        lain = next(((a, b) for a, b in judul if b < mulai or a > selesai), None)
        if lain is not None:
            tahun = f"{lain[0]}" if lain[0] == lain[1] else f"{lain[0]}-{lain[1]}"
            cakupan = f"{mulai}" if mulai == selesai else f"{mulai}-{selesai}"
            yield Bukti((d.kode,), {"judul": tahun, "cakupan": cakupan}, kutip(d.judul), dokumen=d.kode)


def tahun_target(bahan: Bahan) -> Iterable[Bukti]:
    """Targets of a year that their document does not cover."""
    luar: defaultdict[str, list[str]] = defaultdict(list)
    for t in bahan.target_tercetak.values():
        mulai, selesai = bahan.tahun_dokumen.get(t.dokumen or "", (None, None))
        if mulai is not None and selesai is not None and not mulai <= t.tahun <= selesai:
            luar[t.dokumen or ""].append(t.indikator)
    for dokumen, kode in luar.items():
        isi = {"n": len(kode), "tahun": bahan.data.tahun, "dokumen": dokumen}
        yield Bukti((dokumen, *kode), isi, dokumen=dokumen)


def pengaturan_tak_terbaca(bahan: Bahan) -> Iterable[Bukti]:
    """An unknown key, or a value that its key cannot have: the default holds in its place."""
    setelan = setelan_pada(bahan.data.pengaturan, akhir_tahun(bahan.data.tahun))
    for satu in baca_pengaturan(setelan, bahan.aturan).ditolak:
        isi = {"kunci": satu.kunci, "nilai": satu.nilai, "salah": satu.error.salah, "benar": satu.error.benar}
        yield Bukti((satu.kunci,), isi, satu.nilai)


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "kelas_tercetak",
        JENIS,
        T,
        "Batas kelas bertumpang tindih atau berlubang",
        "Kelas yang tercetak {masalah}.",
        "Satu nilai masuk dua kelas, atau tidak masuk kelas mana pun.",
        kelas_tercetak,
    ),
    Aturan(
        "kelas_aturan",
        JENIS,
        T,
        "Kelas pada aturan bertumpang tindih atau berlubang",
        "Skala {skala}: {masalah}.",
        "Predikat yang tampil bergantung pada urutan baris aturan.",
        kelas_aturan,
    ),
    Aturan(
        "tahun_judul",
        JENIS,
        T,
        "Tahun pada judul berbeda dari tahun data",
        "Judul menyebut tahun {judul}, sedangkan datanya tahun {cakupan}.",
        "Sumbu tahun pada dasbor tidak pasti.",
        tahun_judul,
    ),
    Aturan(
        "tahun_target",
        JENIS,
        S,
        "Target di luar tahun dokumennya",
        "{n} target tahun {tahun} bersumber pada {dokumen}, yang tidak mencakup tahun itu.",
        "Target mungkin dipasang pada tahun yang salah.",
        tahun_target,
    ),
    Aturan(
        "pengaturan_tak_terbaca",
        "Pengaturan",
        Keparahan.SEDANG,
        "Pengaturan tidak dapat dibaca",
        "Pengaturan {kunci} berisi “{nilai}”, {salah}. {benar}",
        "Pengaturan ini diabaikan; yang berlaku adalah bawaannya.",
        pengaturan_tak_terbaca,
    ),
)
