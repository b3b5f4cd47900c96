"""An IKU and the IKI that feeds it: other names, other sources of data, another sasaran."""

from collections.abc import Iterable

from dashboard.domain.temuan.bahan import Aturan, Bahan, Bukti, Keparahan, sebut
from dashboard.domain.temuan.nama import JENIS
from dashboard.domain.temuan.teks import beda_kata, keserupaan, kutip, rapikan

NAMA_SERUPA = 0.88
KATA_BEDA = 2


def nama_hampir_sama(bahan: Bahan) -> Iterable[Bukti]:
    """An IKU and an IKI with names a word apart, where neither has a partner of exactly the same name."""
    sama = {i.kode for pasangan in bahan.kembaran for i in pasangan}
    iku = [i for i in bahan.data.indikator if i.jenis == "IKU" and i.kode not in sama]
    iki = [i for i in bahan.data.indikator if i.jenis == "IKI" and i.kode not in sama]
    for satu in iku:
        for lain in iki:
            kiri, kanan = beda_kata(satu.nama, lain.nama)
            dekat = len(kiri) <= KATA_BEDA >= len(kanan) and keserupaan(satu.nama, lain.nama) >= NAMA_SERUPA
            if dekat and len(rapikan(satu.nama).split()) > 2 * max(len(kiri), len(kanan)):
                isi = {"iki": lain.kode, "kiri": " ".join(kiri) or "-", "kanan": " ".join(kanan) or "-"}
                yield Bukti((satu.kode, lain.kode), isi, kutip(satu.nama, lain.nama))


def sumber_berbeda(bahan: Bahan) -> Iterable[Bukti]:
    """One indicator in two tables, each with another source of data."""
    beda = [(a, b) for a, b in bahan.kembaran if a.sumber_data and b.sumber_data and a.sumber_data != b.sumber_data]
    if beda:
        objek = dict.fromkeys(kode for a, b in beda for kode in (b.kode, a.kode))
        contoh = kutip(beda[0][0].sumber_data, beda[0][1].sumber_data)
        yield Bukti(tuple(objek), {"kode": sebut([a.kode for a, _ in beda])}, contoh, kunci="IKU-IKI")


def sasaran_berbeda(bahan: Bahan) -> Iterable[Bukti]:
    """An IKU and the IKI that feeds it under another name or not, placed under different sasaran."""
    serupa = [(bahan.indikator[b.objek[0]], bahan.indikator[b.objek[1]]) for b in nama_hampir_sama(bahan)]
    for iku, iki in (*bahan.kembaran, *serupa):
        kiri, kanan = bahan.sasaran[iku.kode], bahan.sasaran[iki.kode]
        if rapikan(kiri) != rapikan(kanan):
            yield Bukti((iki.kode, iku.kode), {"iku": iku.kode, "iki": iki.kode}, kutip(kiri, kanan))


T = Keparahan.TINGGI
ATURAN = (
    Aturan(
        "nama_hampir_sama",
        JENIS,
        T,
        "Nama IKU dan IKI berbeda sedikit",
        'Nama indikator ini dan {iki} hanya berbeda pada "{kiri}" dan "{kanan}".',
        "Pencocokan nama yang persis gagal, sehingga target dan realisasinya tidak bertemu.",
        nama_hampir_sama,
    ),
    Aturan(
        "sumber_berbeda",
        JENIS,
        T,
        "Satu indikator dengan dua sumber data",
        "Tabel IKU dan tabel IKI memberi sumber data yang berbeda untuk {kode}.",
        "Tidak jelas siapa yang memberi angkanya.",
        sumber_berbeda,
    ),
    Aturan(
        "sasaran_berbeda",
        JENIS,
        T,
        "Satu indikator di bawah dua sasaran",
        "{iku} dan {iki} adalah indikator yang sama, tetapi berada di bawah sasaran yang berbeda.",
        "Capaian sasaran dihitung dari indikator yang bukan miliknya.",
        sasaran_berbeda,
    ),
)
