"""The process that reads files: what it is told on its input it reads, and hands back what came of it.

`python -m data_access.workbook.berkas.proses`. Each line of the input is the path of a file as JSON; each answer is its
length and a pickle of the workbook, or of the OSError. A file that asks for more memory than the limit ends this
process, not the server.
"""

import json
import os
import pickle
import struct
import sys
from pathlib import Path

from data_access.workbook.berkas.baca import baca_di_sini

PANJANG = struct.Struct(">Q")
MAKS_MEMORI = 1 << 30
"""Address space on top of what the process has at its start."""


def batasi_memori() -> None:
    """Where the system has such a limit; Windows has none, there the budget of cells alone holds."""
    if sys.platform == "win32":
        return
    import resource

    _, keras = resource.getrlimit(resource.RLIMIT_AS)
    halaman = Path("/proc/self/statm")
    terpakai = (
        int(halaman.read_text(encoding="ascii").split()[0]) * os.sysconf("SC_PAGE_SIZE") if halaman.exists() else 0
    )
    batas = terpakai + MAKS_MEMORI
    resource.setrlimit(resource.RLIMIT_AS, (batas if keras == resource.RLIM_INFINITY else min(batas, keras), keras))


def layani() -> None:
    """Answer until the input ends."""
    keluar = sys.stdout.buffer
    sys.stdout = sys.stderr  # what anything prints must not get between the answers
    batasi_memori()
    for baris in sys.stdin.buffer:
        try:
            hasil: object = baca_di_sini(Path(json.loads(baris)))
        except OSError as error:
            hasil = error
        isi = pickle.dumps(hasil, pickle.HIGHEST_PROTOCOL)
        keluar.write(PANJANG.pack(len(isi)))
        keluar.write(isi)
        keluar.flush()


if __name__ == "__main__":
    layani()
