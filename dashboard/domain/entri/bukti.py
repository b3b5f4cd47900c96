"""Evidence for a reported value: a link, a remark, or a file handed in; what a file may be."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

MAKS_BYTE = 10 * 1024 * 1024
PANJANG_NAMA = 120
AWALAN = "berkas:"
TANDA: Mapping[str, tuple[bytes, ...]] = {
    "pdf": (b"%PDF-",),
    "png": (b"\x89PNG\r\n\x1a\n",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "xlsx": (b"PK\x03\x04",),
    "docx": (b"PK\x03\x04",),
}
"""Kinds of files that are taken, each with how its content begins; a name alone proves nothing."""

_TAUTAN = re.compile(r"https?://[^\s<>\"']+", re.IGNORECASE)
_BERKAS = re.compile(AWALAN + r"([0-9a-f]{64})\.(" + "|".join(TANDA) + ")")
_TAK_AMAN = re.compile(r"[^\w.,() -]+")


class BuktiDitolak(Exception):
    """A file that is not taken; says why in Indonesian."""


@dataclass(frozen=True, slots=True)
class BerkasBukti:
    """One file: kept as `sha256`.`akhiran`, `nama` as given; `waktu` is UTC."""

    sha256: str
    nama: str
    akhiran: str
    ukuran: int
    waktu: str
    pelaku: str

    @property
    def acuan(self) -> str:
        """What stands in the column bukti."""
        return f"{AWALAN}{self.sha256}.{self.akhiran}"


def periksa_berkas(nama: str, isi: bytes, waktu: str, pelaku: str) -> BerkasBukti:
    """What is known of a file handed in. Raises BuktiDitolak for a wrong kind, size or content."""
    dasar = re.split(r"[/\\]", nama)[-1]
    akhiran = dasar.rpartition(".")[2].lower()
    if akhiran not in TANDA:
        raise BuktiDitolak(f"Berkas {dasar[:40]} tidak diterima. Pilih berkas {', '.join(TANDA)}.")
    if not isi or len(isi) > MAKS_BYTE:
        raise BuktiDitolak(f"Berkas harus berisi dan paling besar {MAKS_BYTE // 1024 // 1024} MB.")
    if not isi.startswith(TANDA[akhiran]):
        raise BuktiDitolak(f"Isi berkas bukan {akhiran.upper()}; simpan ulang dari aplikasinya.")
    bersih = _TAK_AMAN.sub("_", dasar)[-PANJANG_NAMA:]
    return BerkasBukti(hashlib.sha256(isi).hexdigest(), bersih, akhiran, len(isi), waktu, pelaku)


def tautan(bukti: str | None) -> str | None:
    """The address, when the evidence is a link to the web and nothing else."""
    return bukti if bukti and _TAUTAN.fullmatch(bukti) else None


def file_hash(bukti: str | None) -> str | None:
    """The hash, when the evidence is a file that was handed in."""
    cocok = _BERKAS.fullmatch(bukti or "")
    return cocok[1] if cocok else None
