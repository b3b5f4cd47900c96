"""The command line: siapkan, import, export, workbook, rebuild, hapus, docs.

Exit status 0 done, 1 refused with problems, 2 misuse.

run.py passes its commands on to `python -m dashboard.cli`. The commands stand in dashboard/commands by subject; the
services do the work, imported inside the commands, so that a wrong call is answered at once. Whatever goes wrong is
said here in one sentence.
"""

import errno
import io
import sys
from collections.abc import Sequence

from dashboard.commands.base import MISUSE, Misuse, say
from dashboard.commands.parser import make_parser
from dashboard.domain.dasar.hak import TidakBerwenang
from data_access.files.private import private_temporary_files

INTERRUPTED = 130
OS_SENTENCES = {
    errno.ENOSPC: "Disk penuh: {nama} tidak dapat ditulis. Kosongkan ruang pada disk itu, lalu ulangi.",
    errno.EDQUOT: "Jatah disk habis: {nama} tidak dapat ditulis. Kosongkan ruang, lalu ulangi.",
    errno.EROFS: "{nama} ada pada disk yang hanya boleh dibaca. Beri tempat lain.",
    errno.EACCES: "{nama} tidak boleh dibaca atau ditulis. Periksa hak aksesnya, atau tutup aplikasi yang membukanya.",
    errno.EPERM: "{nama} tidak boleh dibaca atau ditulis. Periksa hak aksesnya, atau tutup aplikasi yang membukanya.",
    errno.ENOENT: "{nama} tidak ditemukan. Periksa nama berkas dan foldernya.",
    errno.ENAMETOOLONG: "Nama {nama} terlalu panjang. Beri nama yang lebih pendek.",
    errno.EISDIR: "{nama} adalah folder, bukan berkas. Beri nama berkas.",
    errno.ENOTDIR: "Sebagian jalur {nama} adalah berkas, bukan folder. Periksa namanya.",
    errno.EIO: "Disk tempat {nama} gagal dibaca atau ditulis. Periksa disk itu, lalu ulangi.",
}


def main(argv: Sequence[str] | None = None) -> int:
    for aliran in (sys.stdout, sys.stderr):
        if isinstance(aliran, io.TextIOWrapper):  # Windows would write its own code page into a pipe
            aliran.reconfigure(encoding="utf-8", errors="backslashreplace")
    from sqlalchemy.exc import SQLAlchemyError

    from data_access.database_state import DatabaseUnusable

    args = make_parser().parse_args(argv)
    try:
        return int(args.run_command(args))
    except BrokenPipeError:  # whoever read us has enough
        return MISUSE
    except KeyboardInterrupt:
        say("\nDihentikan. Yang belum selesai tidak disimpan.", sys.stderr)
        return INTERRUPTED
    except (Misuse, TidakBerwenang, DatabaseUnusable, SQLAlchemyError, OSError) as error:
        say(sentence(error), sys.stderr)
    return MISUSE


def sentence(error: BaseException) -> str:
    """What went wrong and what to do."""
    from sqlalchemy.exc import SQLAlchemyError

    from data_access.database_state import DatabaseUnusable, explain
    from data_access.engine import make_engine

    if isinstance(error, Misuse | TidakBerwenang | DatabaseUnusable):
        return str(error)
    if isinstance(error, OSError):
        nama = error.filename2 or error.filename or "Berkas"
        kalimat = OS_SENTENCES.get(error.errno or 0, "{nama} tidak dapat dibaca atau ditulis ({sebab}).")
        return kalimat.format(nama=nama, sebab=error.strerror or type(error).__name__)
    if isinstance(error, SQLAlchemyError):
        return explain(error, make_engine().url)
    return (
        f"Perintah ini gagal karena kesalahan program ({type(error).__name__}: {str(error)[:200]}). Tidak ada yang "
        "disimpan sebagian. Beri tahu pengelola, dengan perintah yang Anda ketik."
    )


def last_word(_: type[BaseException], error: BaseException, __: object) -> None:
    """sys.excepthook of the command line: nobody at a keyboard is shown a traceback."""
    say(sentence(error), sys.stderr)


if __name__ == "__main__":
    sys.excepthook = last_word
    with private_temporary_files():
        sys.exit(main())
