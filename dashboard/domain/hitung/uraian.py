"""The explanation of a result in the order a reader asks: formula, inputs, steps, basis, certainty."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from dashboard.domain.dasar.indikator import Komponen, Rumus
from dashboard.domain.dasar.penjelasan import Kepastian, Langkah, MasukanRumus, Penjelasan, Rujukan
from dashboard.domain.dasar.periode import nama_periode
from dashboard.domain.hitung.capaian import NilaiTarget
from dashboard.domain.hitung.hasil import HasilIndikator, HasilTahun
from dashboard.domain.hitung.posisi_realisasi import nilai_laporan
from dashboard.domain.hitung.rumus import KEPASTIAN_SIFAT

SUSUNAN_KOMPONEN = "Susunan komponen menurut dokumen indikator"


def jelaskan(hasil_tahun: HasilTahun, kode: str) -> Penjelasan:
    """Explain the capaian (and the realisation behind it) of one indicator. Raises KeyError on an unknown code."""
    hasil = hasil_tahun.indikator[kode]
    bagian = hasil_tahun.graph.bagian.get(kode, ())
    capaian = hasil.capaian
    return Penjelasan(
        rumus=capaian.rumus if capaian else "belum dapat dihitung",
        masukan=(*_masukan_utama(hasil, hasil_tahun), *_masukan_komponen(hasil, bagian, hasil_tahun)),
        langkah=(*_langkah_realisasi(hasil), *(capaian.langkah if capaian else ())),
        rujukan=tuple(rujukan(hasil)),
        susunan="" if capaian else SUSUNAN_KOMPONEN,
        kepastian=hasil.kepastian,
        catatan=tuple(_catatan(hasil, bagian, hasil_tahun)),
    )


def rujukan(hasil: HasilIndikator) -> Iterator[Rujukan]:
    """The rows of the formula, of the status and of the class word."""
    for ketentuan in hasil.capaian.ketentuan if hasil.capaian else ():
        yield Rujukan("Rumus capaian", ketentuan)
    if hasil.kelas_status is not None:
        yield Rujukan(f"Status {hasil.kelas_status.nama}", hasil.kelas_status.ketentuan)
    if hasil.kelas_predikat is not None:
        yield Rujukan(f"Predikat {hasil.kelas_predikat.nama}", hasil.kelas_predikat.ketentuan)


def _masukan_utama(hasil: HasilIndikator, tahun: HasilTahun) -> Iterator[MasukanRumus]:
    indikator, target = hasil.indikator, hasil.target
    asal = target.baris[-1] if target.baris else None
    letak = (asal.letak if asal else None) or indikator.letak
    dokumen = (asal.dokumen if asal else None) or indikator.dokumen
    if target.sampai is not None:
        teks = f"tercetak “{target.sampai.teks}”" if target.sampai.teks else None
        if hasil.target_dari:
            teks = ", ".join(satu for satu in (f"target {' + '.join(hasil.target_dari)}", teks) if satu)
        nama = "Target" if target.sampai.rentang else "Target s.d. periode"
        for satu, angka in _sebagai_masukan(nama, target.sampai):
            yield MasukanRumus(satu, angka, indikator.satuan, dokumen, letak, teks)
    if target.tahunan is not None and not _sama(target.tahunan, target.sampai):
        for satu, angka in _sebagai_masukan("Target tahunan", target.tahunan):
            yield MasukanRumus(satu, angka, indikator.satuan, dokumen, letak)
    if not hasil.realisasi.baris:
        yield MasukanRumus("Realisasi", hasil.nilai, indikator.satuan, keterangan=_asal_hitungan(hasil, tahun))
    for baris in hasil.realisasi.baris:
        nama = f"Realisasi {nama_periode(baris.periode)}"
        yield MasukanRumus(
            nama,
            nilai_laporan(hasil.perilaku, baris),
            indikator.satuan,
            keterangan=baris.keterangan_sumber,
            sumber=baris.sumber_nilai,
        )


def _sebagai_masukan(nama: str, target: NilaiTarget) -> Iterator[tuple[str, Decimal | None]]:
    """A target by name: one number, or the two bounds of a range."""
    if target.rentang:
        yield f"{nama} (batas bawah)", target.nilai_min
        yield f"{nama} (batas atas)", target.nilai_maks
    else:
        yield nama, target.acuan


def _sama(satu: NilaiTarget, lain: NilaiTarget | None) -> bool:
    ujung = (satu.acuan, satu.nilai_maks if satu.rentang else None)
    return lain is not None and ujung == (lain.acuan, lain.nilai_maks if lain.rentang else None)


def _asal_hitungan(hasil: HasilIndikator, tahun: HasilTahun) -> str:
    if hasil.nilai is not None:
        return "dihitung dari komponen"
    if hasil.simpul.kurang:
        return "komponen belum lengkap: " + ", ".join(map(tahun.sebut, hasil.simpul.kurang))
    return "belum dilaporkan"


def _masukan_komponen(hasil: HasilIndikator, bagian: tuple[Komponen, ...], tahun: HasilTahun) -> Iterator[MasukanRumus]:
    if hasil.realisasi.nilai is not None and not hasil.simpul.langkah:
        return
    for k in bagian:
        simpul = tahun.indikator[k.komponen].simpul if k.komponen in tahun.indikator else tahun.variabel[k.komponen]
        satuan = tahun.indikator[k.komponen].indikator.satuan if k.komponen in tahun.indikator else None
        yield MasukanRumus(tahun.sebut(k.komponen), simpul.nilai, satuan, hubungan=(k.peran, k.sifat))


def _langkah_realisasi(hasil: HasilIndikator) -> Iterator[Langkah]:
    pola = "{} ÷ {} × 100" if hasil.perilaku.persen else "{} ÷ {}"
    for baris in hasil.realisasi.baris:
        if baris.pembilang is not None and baris.penyebut:
            rasio = nilai_laporan(hasil.perilaku, replace(baris, nilai=None))
            yield Langkah(f"{nama_periode(baris.periode)}: {pola}", (baris.pembilang, baris.penyebut), rasio)
    if hasil.realisasi.nilai is not None and len(hasil.realisasi.baris) > 1:
        yield Langkah(f"Realisasi s.d. periode: {hasil.realisasi.pola}", (), hasil.realisasi.nilai)
    if hasil.realisasi.nilai is None:
        yield from hasil.simpul.langkah
    simpul = hasil.simpul
    if simpul.selisih is not None and simpul.nilai is not None and simpul.terhitung is not None:
        yield Langkah("Dilaporkan {} − hasil hitung komponen {}", (simpul.nilai, simpul.terhitung), simpul.selisih)


def _catatan(hasil: HasilIndikator, bagian: tuple[Komponen, ...], tahun: HasilTahun) -> Iterator[str]:
    yield from hasil.catatan
    if hasil.capaian:
        yield from hasil.capaian.catatan
    if hasil.simpul.selisih is not None:
        yield "Nilai yang dilaporkan berbeda dari hasil hitung komponen; nilai yang dilaporkan yang berlaku."
    if hasil.simpul.kurang:
        yield "Belum ada nilai: " + ", ".join(map(tahun.sebut, hasil.simpul.kurang)) + "."
    bersandar = hasil.simpul.langkah or hasil.target_dari
    if bersandar and any(KEPASTIAN_SIFAT[k.sifat] is Kepastian.DIHITUNG_DENGAN_ASUMSI for k in bagian):
        yield "Sebagian rumusnya perkiraan; belum dikonfirmasi pemilik indikator."
    if hasil.indikator.rumus is Rumus.EKSTERNAL:
        yield "Dinilai pihak luar; dasbor tidak menghitung nilai ini dari program di bawahnya."
