"""All checks over one agency's data, and what they find: a pure function, the same for any agency.

Each check is a small function beside its row of `ATURAN` in a module of its subject. A check knows no code of any
agency: what it names, it found.
"""

from dashboard.domain.temuan import (
    arah,
    formulasi,
    ganda,
    jabatan,
    kelas,
    lengkap,
    nama,
    nomor,
    pasangan,
    rumus,
    skp,
    tulisan,
    turunan,
)
from dashboard.domain.temuan.angka import bawahan, deret, jalur, jumlah, keluaran, laporan, satuan
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, Temuan

__all__ = ["SEMUA_ATURAN", "Bahan", "Keparahan", "Temuan", "periksa"]

SEMUA_ATURAN: tuple[Aturan, ...] = (
    *jumlah.ATURAN,
    *bawahan.ATURAN,
    *lengkap.ATURAN,
    *turunan.ATURAN,
    *nama.ATURAN,
    *jabatan.ATURAN,
    *pasangan.ATURAN,
    *tulisan.ATURAN,
    *nomor.ATURAN,
    *ganda.ATURAN,
    *formulasi.ATURAN,
    *rumus.ATURAN,
    *satuan.ATURAN,
    *keluaran.ATURAN,
    *kelas.ATURAN,
    *deret.ATURAN,
    *jalur.ATURAN,
    *arah.ATURAN,
    *laporan.ATURAN,
    *skp.ATURAN,
)
URUTAN = {keparahan: urut for urut, keparahan in enumerate(Keparahan)}


def periksa(bahan: Bahan) -> tuple[Temuan, ...]:
    """Every finding, gravest first, then in the order of the checks and of their keys."""
    semua = [_temuan(bahan, aturan, bukti) for aturan in SEMUA_ATURAN for bukti in aturan.cari(bahan)]
    urut = {aturan.kode: nomor for nomor, aturan in enumerate(SEMUA_ATURAN)}
    return tuple(sorted(semua, key=lambda t: (URUTAN[t.keparahan], urut[t.aturan or ""], t.kode)))


def _temuan(bahan: Bahan, aturan: Aturan, bukti: Bukti) -> Temuan:
    """The finding's code is made of what does not change when the data is read again."""
    dokumen, letak = _tempat(bahan, bukti)
    return Temuan(
        kode=f"{aturan.kode}:{bukti.kunci or bukti.objek[0]}",
        keparahan=aturan.keparahan,
        jenis=aturan.jenis,
        judul=aturan.judul,
        uraian=aturan.pola.format(**bukti.isi),
        akibat=aturan.akibat,
        objek=bukti.objek,
        kutipan=bukti.kutipan,
        dokumen=dokumen,
        letak=letak,
        aturan=aturan.kode,
    )


def _tempat(bahan: Bahan, bukti: Bukti) -> tuple[str | None, str | None]:
    """Document and place: the evidence's own, else those of the first indicator concerned."""
    if bukti.dokumen or bukti.letak:
        return bukti.dokumen, bukti.letak
    i = next((bahan.indikator[kode] for kode in bukti.objek if kode in bahan.indikator), None)
    return (i.dokumen, i.letak) if i else (None, None)
