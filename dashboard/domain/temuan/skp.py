"""SKP: assessed without a result, a cost target or a score for leading where the position has neither.

Source: DOMAIN.md section 3. Findings point at positions, never at persons.
"""

from collections.abc import Iterable

from dashboard.domain.dasar.indikator import Jabatan
from dashboard.domain.dasar.tanggal import BULAN
from dashboard.domain.skp.janggal import KelompokSkp
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.teks import rapikan

JENIS = "SKP dan perilaku"
PIMPINAN = ("jpt", "administrator", "pengawas")
KATA_PIMPINAN = ("kepala", "sekretaris", "kabid", "kabag", "kasubag", "kasubbag", "kasubbid", "kasubid", "kasi")


def skp_tanpa_hasil(bahan: Bahan) -> Iterable[Bukti]:
    """A quantity of 0 whose quality, time or cost is reported."""
    for satu in bahan.skp.tanpa_hasil:
        yield _bukti(bahan, satu)


def biaya_bukan_pimpinan(bahan: Bahan) -> Iterable[Bukti]:
    """A cost target of a position that leads nothing."""
    for satu in bahan.skp.berbiaya:
        if not _memimpin(bahan, satu):
            yield _bukti(bahan, satu)


def memimpin_bukan_pimpinan(bahan: Bahan) -> Iterable[Bukti]:
    """A person of a position that leads nothing, marked as leading."""
    for satu in bahan.skp.memimpin:
        if not _memimpin(bahan, satu):
            yield _bukti(bahan, satu)


def kepemimpinan_bukan_pimpinan(bahan: Bahan) -> Iterable[Bukti]:
    """A person of such a position, assessed on leading although nothing says so."""
    for satu in bahan.skp.kepemimpinan:
        if not _memimpin(bahan, satu):
            yield _bukti(bahan, satu)


def _memimpin(bahan: Bahan, satu: KelompokSkp) -> bool:
    """Whether the position leads; one that nothing is known of is not accused."""
    jabatan = bahan.jabatan.get(satu.jabatan or "")
    return jabatan is None or _jabatan_memimpin(bahan, jabatan)


def _jabatan_memimpin(bahan: Bahan, jabatan: Jabatan) -> bool:
    """By its kind; where that says nothing, by its title and by who reports to it."""
    if jabatan.jenis in PIMPINAN or jabatan.jenis == "pelaksana":
        return jabatan.jenis in PIMPINAN
    if any(lain.atasan == jabatan.kode for lain in bahan.data.jabatan):
        return True
    return jabatan.jenis is None and rapikan(jabatan.nama).split()[:1] in [[kata] for kata in KATA_PIMPINAN]


def _bukti(bahan: Bahan, satu: KelompokSkp) -> Bukti:
    jabatan, unit = bahan.jabatan.get(satu.jabatan or ""), bahan.unit.get(satu.unit)
    objek = jabatan or unit
    kode, nama = (objek.kode, objek.nama) if objek else (satu.unit, satu.unit)
    bulan = sebut([BULAN[b - 1] if b else "setahun" for b in satu.bulan])
    return Bukti((kode,), {"nama": nama, "banyak": satu.banyak, "bulan": bulan})


S = Keparahan.SEDANG
ATURAN = (
    Aturan(
        "skp_tanpa_hasil",
        JENIS,
        S,
        "Dinilai padahal tidak ada hasil",
        "Pada SKP {nama}, {banyak} baris berkuantitas 0 tetapi mutu, waktu, atau biayanya terisi ({bulan}).",
        "Mutu, waktu, atau biaya dilaporkan untuk pekerjaan yang menurut kuantitasnya tidak dikerjakan; salah satunya "
        "keliru.",
        skp_tanpa_hasil,
    ),
    Aturan(
        "biaya_bukan_pimpinan",
        JENIS,
        S,
        "Target biaya pada jabatan yang tidak memimpin",
        "{banyak} baris SKP {nama} bertarget biaya ({bulan}), padahal jabatan itu tidak memimpin unit.",
        "Target biaya hanya ada pada pimpinan; aspek keempat mengubah nilai baris itu.",
        biaya_bukan_pimpinan,
    ),
    Aturan(
        "memimpin_bukan_pimpinan",
        JENIS,
        S,
        "Bukan pimpinan, ditandai memimpin",
        "{banyak} pegawai dengan jabatan {nama} ditandai memimpin, padahal jabatan itu tidak memimpin unit.",
        "Kepemimpinan ikut dinilai, sehingga nilai perilaku dirata-rata dari enam aspek, bukan lima.",
        memimpin_bukan_pimpinan,
    ),
    Aturan(
        "kepemimpinan_bukan_pimpinan",
        JENIS,
        S,
        "Bukan pimpinan, dinilai kepemimpinannya",
        "{banyak} pegawai dengan jabatan {nama} mempunyai nilai kepemimpinan, padahal jabatan itu tidak memimpin unit.",
        "Kolom memimpin yang kosong membuat nilai itu ikut dirata-rata sebagai aspek keenam.",
        kepemimpinan_bukan_pimpinan,
    ),
)
