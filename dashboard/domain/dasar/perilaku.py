"""Which behaviour over periods an indicator has, and what was assumed where print is silent.

Source: DOMAIN.md section 2, "Behaviour over periods".
"""

from dashboard.domain.dasar.indikator import Indikator, Penyajian, Perilaku

SATUAN_PERSEN = frozenset({"%", "persen", "persentase", "presentase", "prosen"})
SATUAN_CACAH = frozenset(
    {"orang", "pegawai", "asn", "dokumen", "data", "laporan", "kali", "paket", "unit", "lembar", "jenis", "sk"}
    | {"sk/spt", "kasus", "izin", "eksemplar", "lembaga", "pengajuan", "rekening", "fasilitasi", "pelaksanaan"}
    | {"layanan", "berita", "unit/paket", "laporan/layanan"}
)

CATATAN_PROGRESS = "Perilaku tidak tercetak; dianggap progress (tingkat pada tanggal itu)."
CATATAN_AKUMULASI = "Perilaku tidak tercetak; satuan cacah dianggap akumulasi."


def persen(satuan: str | None) -> bool:
    return (satuan or "").strip().lower() in SATUAN_PERSEN


def dicacah(satuan: str | None) -> bool:
    """Whether a unit is counted whole: "4.230" is then four thousand two hundred and thirty."""
    kata = (satuan or "").strip().lower().split()
    return bool(kata) and kata[0].rstrip(",;") in SATUAN_CACAH


def perilaku_dari(indikator: Indikator) -> tuple[Perilaku, str | None]:
    """The behaviour and, where it had to be assumed, the sentence that says so."""
    if indikator.perilaku is not None:
        return indikator.perilaku, None
    if dicacah(indikator.satuan):
        return Perilaku.AKUMULASI, CATATAN_AKUMULASI
    return Perilaku.PROGRESS, CATATAN_PROGRESS


def penyajian_dari(indikator: Indikator) -> Penyajian:
    """Period figures are increments unless the workbook says running totals."""
    return indikator.penyajian or Penyajian.TAMBAHAN
