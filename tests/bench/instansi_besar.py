"""A made-up agency of 2.000 indicators in 20 bidang as a workbook folder: what a page must bear without growing dear.

Each bidang has one IKU, made of 3 program, made of 12 kegiatan, made of 84 sub kegiatan, all with targets and with
reports of three quarters; the last bidang's IKU is a merit index with criteria and sub items. With it come 60
findings, the SKP of two people a bidang, and a second workbook that corrects some values, so that there is a history.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from dashboard.domain.dasar.hak import Pelaku, Peran
from dashboard.services.data.impor import ambil_alih
from data_access.engine import make_engine
from data_access.migrate import migrate

KODE, TAHUN = "BESAR", 2023
BIDANG, PROGRAM, KEGIATAN, SUB = 20, 3, 4, 7
JUMLAH_INDIKATOR = BIDANG * (1 + PROGRAM * (1 + KEGIATAN * (1 + SUB)))
TEMUAN = 60
JENJANG = ("sasaran", "program", "kegiatan", "sub_kegiatan")
JENIS = ("IKU", "program", "kegiatan", "sub_kegiatan")
JENIS_MERIT = ("IKU", "kriteria", "sub_item", "IKI")
KATA = (
    "Meningkatnya mutu layanan kepegawaian yang tepat waktu dan dapat dipertanggungjawabkan pada",
    "Jumlah usulan dan berkas kepegawaian yang diselesaikan sesuai dengan ketentuan dan standar pelayanan pada",
    "Jumlah dokumen penataan, pembinaan, dan pengembangan aparatur yang diselesaikan tepat waktu pada",
    "Jumlah laporan hasil pelaksanaan kegiatan dan pendampingan perangkat daerah yang disusun lengkap oleh",
)
BULAN = range(1, 10)
Baris = Mapping[str, object]


def basis_data_besar(folder: Path) -> str:
    """A database that holds this agency alone; returns its address."""
    alamat = f"sqlite:///{(folder / 'besar.db').as_posix()}"
    engine = make_engine(alamat)
    migrate(engine)
    for nomor, lembar in enumerate((lembar_besar(), lembar_koreksi())):
        buku = folder / f"buku_besar_{nomor}"
        tulis_buku(buku, lembar)
        laporan = ambil_alih(engine, buku, pelaku=Pelaku("Penguji", Peran.PERENCANA))
        assert laporan.diambil, laporan
    engine.dispose()
    return alamat


def tulis_buku(folder: Path, lembar: Mapping[str, Sequence[Baris]]) -> None:
    folder.mkdir()
    for nama, baris in lembar.items():
        with (folder / f"{nama}.csv").open("w", encoding="utf-8", newline="") as berkas:
            penulis = csv.DictWriter(berkas, list(baris[0]))
            penulis.writeheader()
            penulis.writerows(baris)


def lembar_besar() -> dict[str, list[Baris]]:
    """All sheets by name."""
    simpul = list(_simpul())
    semua: list[Baris] = [*simpul]
    ukuran = [satu for satu in simpul if satu["jenjang"] != "tujuan"]
    return {
        "instansi": [{"kode": KODE, "nama": "Badan Kepegawaian Provinsi Besar", "jenis": "provinsi"}],
        "unit": list(_unit()),
        "jabatan": list(_jabatan()),
        "simpul": semua,
        "indikator": [_indikator(satu) for satu in ukuran],
        "komponen": list(_komponen(ukuran)),
        "target": [_target(satu) for satu in ukuran],
        "realisasi": list(_realisasi(ukuran)),
        "temuan": [_temuan(nomor) for nomor in range(TEMUAN)],
        "pegawai": list(_pegawai()),
        "skp": list(_skp()),
        "perilaku": list(_perilaku()),
    }


def lembar_koreksi() -> dict[str, list[Baris]]:
    """Other values for every fifth sub kegiatan of the second quarter."""
    daun = [satu for satu in _simpul() if satu["jenjang"] == "sub_kegiatan"]
    instansi: list[Baris] = [{"kode": KODE, "nama": "Badan Kepegawaian Provinsi Besar", "jenis": "provinsi"}]
    return {"instansi": instansi, "realisasi": [_laporan(f"{satu['kode']}.1", 2, 9) for satu in daun[::5]]}


def _unit() -> Iterator[Baris]:
    yield {"kode": "BADAN", "nama": "Badan Kepegawaian Provinsi Besar", "induk": "", "jenis": "badan"}
    for b in range(1, BIDANG + 1):
        nama = f"Bidang Penataan dan Pengembangan Aparatur {b}"
        yield {"kode": f"BID-{b:02}", "nama": nama, "induk": "BADAN", "jenis": "bidang"}


def _jabatan() -> Iterator[Baris]:
    yield {"kode": "KABAN", "nama": "Kepala Badan", "unit": "BADAN", "jenis": "jpt", "atasan": ""}
    for b in range(1, BIDANG + 1):
        kepala = {"kode": f"KABID-{b:02}", "unit": f"BID-{b:02}", "jenis": "administrator", "atasan": "KABAN"}
        yield {**kepala, "nama": f"Kepala Bidang Penataan dan Pengembangan Aparatur {b}"}
        for n in range(1, KEGIATAN + 1):
            staf = {"kode": f"STAF-{b:02}-{n}", "unit": f"BID-{b:02}", "jenis": "pelaksana", "atasan": f"KABID-{b:02}"}
            yield {**staf, "nama": f"Analis Kinerja Aparatur {n} Bidang {b}"}


def _simpul() -> Iterator[dict[str, str]]:
    yield {"kode": "TUJ", "jenjang": "tujuan", "sasaran": "Aparatur yang profesional", "induk": "", "jabatan": "KABAN"}
    for b in range(1, BIDANG + 1):
        yield from _cabang(f"S{b:02}", "TUJ", b, 0)


def _cabang(kode: str, induk: str, b: int, dalam: int) -> Iterator[dict[str, str]]:
    pemilik = f"KABID-{b:02}" if dalam < 2 else f"STAF-{b:02}-{int(kode.split('.')[2])}"
    sasaran = f"{KATA[dalam]} urusan {kode}"
    yield {"kode": kode, "jenjang": JENJANG[dalam], "sasaran": sasaran, "induk": induk, "jabatan": pemilik}
    if dalam < len(JENJANG) - 1:
        for n in range(1, (PROGRAM, KEGIATAN, SUB)[dalam] + 1):
            yield from _cabang(f"{kode}.{n}", kode, b, dalam + 1)


def _dalam(simpul: Mapping[str, str]) -> int:
    return JENJANG.index(simpul["jenjang"])


def _merit(simpul: Mapping[str, str]) -> bool:
    return simpul["kode"].startswith(f"S{BIDANG:02}")


def _indikator(simpul: Mapping[str, str]) -> Baris:
    dalam, merit = _dalam(simpul), _merit(simpul)
    daun = dalam == len(JENJANG) - 1 or (merit and dalam == len(JENJANG) - 2)
    return {
        "kode": f"{simpul['kode']}.1",
        "simpul": simpul["kode"],
        "nama": simpul["sasaran"].replace("Meningkatnya mutu", "Jumlah"),
        "jenis": (JENIS_MERIT if merit else JENIS)[dalam],
        "satuan": "poin" if merit and dalam < 3 else "dokumen",
        "polaritas": "positif",
        "perilaku": "progress" if merit and dalam < 3 else "akumulasi",
        "penyajian": "" if merit and dalam < 3 else "sd_periode",
        "maks": _banyak(dalam) if merit and dalam < 3 else "",
        "instrumen": "MERIT" if merit and dalam == 0 else "",
        "rumus": "nilai" if daun else "jumlah",
        "upaya": 1 + len(simpul["sasaran"]) % 4 if merit and dalam == 2 else "",
        "pemilik": simpul["jabatan"],
    }


def _banyak(dalam: int) -> int:
    """The annual target: 20 a leaf, added up."""
    return 20 * (1 if dalam == 3 else SUB * (1, KEGIATAN, PROGRAM * KEGIATAN)[2 - dalam])


def _komponen(ukuran: Sequence[Mapping[str, str]]) -> Iterator[Baris]:
    for satu in ukuran:
        if satu["induk"] != "TUJ" and not (_merit(satu) and _dalam(satu) == 3):
            induk, kode = f"{satu['induk']}.1", f"{satu['kode']}.1"
            yield {"indikator": induk, "komponen": kode, "peran": "suku", "bobot": 1, "sifat": "tertulis", "arah": "+"}


def _target(simpul: Mapping[str, str]) -> Baris:
    return {"indikator": f"{simpul['kode']}.1", "tahun": TAHUN, "periode": "TAHUN", "nilai": _banyak(_dalam(simpul))}


def _realisasi(ukuran: Sequence[Mapping[str, str]]) -> Iterator[Baris]:
    """Leaves report three quarters, one in twelve leaves out the last; sub items of merit have the year's score."""
    for nomor, satu in enumerate(ukuran):
        kode = f"{satu['kode']}.1"
        if _dalam(satu) == 3:
            for tw in (1, 2, 3) if nomor % 12 else (1, 2):
                yield _laporan(kode, tw, tw * (3 + nomor % 4))
        elif _merit(satu) and _dalam(satu) == 2:
            yield {"indikator": kode, "tahun": TAHUN, "periode": "TAHUN", "nilai": 90, "sumber_nilai": "simulasi"}


def _laporan(kode: str, triwulan: int, nilai: int) -> Baris:
    return {"indikator": kode, "tahun": TAHUN, "periode": f"TW{triwulan}", "nilai": nilai, "sumber_nilai": "simulasi"}


def _temuan(nomor: int) -> Baris:
    return {
        "kode": f"T{nomor:03}",
        "keparahan": ("tinggi", "sedang", "rendah")[nomor % 3],
        "objek": f"S{nomor % BIDANG + 1:02}.1.1",
        "uraian": f"Angka pada lampiran dan pada batang tubuh dokumen berbeda untuk urusan ke-{nomor}.",
        "status": "terbuka",
    }


def _nip() -> Iterator[tuple[str, int]]:
    for b in range(1, BIDANG + 1):
        for n in range(2):
            yield f"99990000000202{b:02}{n:02}", b


def _pegawai() -> Iterator[Baris]:
    for nip, b in _nip():
        nama = f"Pegawai {nip[-4:]}"
        yield {"nip": nip, "nama": nama, "jabatan": f"STAF-{b:02}-1", "unit": f"BID-{b:02}", "memimpin": "tidak"}


def _skp() -> Iterator[Baris]:
    for nip, b in _nip():
        for bulan in BULAN:
            for no in (1, 2):
                yield {
                    "nip": nip,
                    "tahun": TAHUN,
                    "bulan": bulan,
                    "no": no,
                    "kegiatan": f"Menyusun laporan {no}",
                    "satuan_kuantitas": "dokumen",
                    "target_kuantitas": 10,
                    "realisasi_kuantitas": 8 + (b + no) % 3,
                    "target_kualitas": 100,
                    "realisasi_kualitas": 85 + b % 10,
                    "satuan_waktu": "hari",
                    "target_waktu": 22,
                    "realisasi_waktu": 20,
                }


def _perilaku() -> Iterator[Baris]:
    aspek = ("orientasi_pelayanan", "integritas", "komitmen", "disiplin", "kerjasama")
    for nip, b in _nip():
        for bulan in BULAN:
            yield {"nip": nip, "tahun": TAHUN, "bulan": bulan, **dict.fromkeys(aspek, 80 + (b + bulan) % 15)}
