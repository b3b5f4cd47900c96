"""A place in the cascade that is missing: main indicators nothing feeds, boxes that hang on nothing or hold nothing."""

from collections.abc import Iterable

from dashboard.domain.dasar.indikator import Indikator, Rumus
from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.lengkap import JENIS, TANPA_ARAH
from dashboard.domain.temuan.teks import keserupaan, kutip

NAMA_SAMA = 0.88


def _pemasok(bahan: Bahan, kode: str, sudah: frozenset[str] = frozenset()) -> set[str]:
    naik = (k for k in bahan.komponen.get(kode, ()) if k.sifat not in TANPA_ARAH)
    langsung = {k.komponen for k in naik if k.komponen in bahan.indikator} - sudah
    return langsung.union(*(_pemasok(bahan, k, sudah | langsung) for k in langsung))


def iku_tanpa_turunan(bahan: Bahan) -> Iterable[Bukti]:
    """A main indicator that nothing below feeds; where no main indicator is cascaded, all of them once."""
    turunan = {}
    for i in bahan.utama:
        bukan_diri = {k for k in _pemasok(bahan, i.kode) if keserupaan(bahan.indikator[k].nama, i.nama) < NAMA_SAMA}
        turunan[i.kode] = bukan_diri
    if not any(turunan.values()) and turunan:
        yield Bukti(tuple(turunan), {"kode": sebut(turunan)}, kutip(*(i.nama for i in bahan.utama[:2])), kunci="semua")
        return
    for i in bahan.utama:
        if not turunan[i.kode] and not _berhitung(bahan, i):
            yield Bukti((i.kode, *_pemasok(bahan, i.kode)), {"kode": i.kode}, kutip(i.nama))


def _berhitung(bahan: Bahan, i: Indikator) -> bool:
    """Whether a formula of its own makes it of something, be it no indicator."""
    return bool({k.sifat for k in bahan.komponen.get(i.kode, ())} - {*TANPA_ARAH}) and i.rumus is not Rumus.JUMLAH


def yatim(bahan: Bahan) -> Iterable[Bukti]:
    """A box below the outcomes that hangs on nothing."""
    jenjang = {s.jenjang for s in bahan.data.simpul}
    akar = {"tujuan"} if "tujuan" in jenjang else {"sasaran"} if "sasaran" in jenjang else jenjang
    lepas = [s for s in bahan.data.simpul if s.induk is None and s.jenjang not in akar]
    for s in lepas:
        indikator = tuple(i.kode for i in bahan.data.indikator if i.simpul == s.kode)
        yield Bukti((s.kode, *indikator), {"kode": s.kode, "jenjang": s.jenjang.replace("_", " ")}, kutip(s.sasaran))


def simpul_kosong(bahan: Bahan) -> Iterable[Bukti]:
    """A box at the foot of the tree without an indicator."""
    berisi = {i.simpul for i in bahan.data.indikator} | {s.induk for s in bahan.data.simpul}
    for s in bahan.data.simpul:
        if s.kode not in berisi:
            yield Bukti((s.kode,), {"kode": s.kode}, kutip(s.sasaran))


T, S = Keparahan.TINGGI, Keparahan.SEDANG
ATURAN = (
    Aturan(
        "iku_tanpa_turunan",
        JENIS,
        T,
        "Indikator utama tanpa turunan",
        "{kode} tidak dipasok oleh satu indikator pun di bawahnya.",
        "Tidak ada bidang yang pekerjaannya terbaca menggerakkan angka ini.",
        iku_tanpa_turunan,
    ),
    Aturan(
        "yatim",
        JENIS,
        T,
        "Kotak tanpa induk",
        "{kode} ({jenjang}) tidak bergantung pada sasaran mana pun.",
        "Pekerjaan ini tidak terbaca mendukung tujuan instansi.",
        yatim,
    ),
    Aturan(
        "simpul_kosong",
        JENIS,
        S,
        "Kotak tanpa indikator",
        "{kode} tidak mempunyai indikator maupun turunan.",
        "Keberhasilannya tidak dapat diukur.",
        simpul_kosong,
    ),
)
