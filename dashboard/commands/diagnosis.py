"""The command that says what is wrong, and writes a file that may be sent to whoever helps."""

import argparse
import json
from datetime import datetime
from pathlib import Path

from dashboard.commands.base import REFUSED, say


def run_diagnosa(args: argparse.Namespace) -> int:
    """Print every check; the exit status says whether all is well."""
    from dashboard.services.rumah.diagnosa import isi_kiriman, periksa_semua
    from data_access.engine import make_engine

    kini = datetime.now().astimezone()
    hasil = periksa_semua(make_engine(), kini)
    for satu in hasil:
        say(f"{'baik    ' if satu.baik else 'PERIKSA '} {satu.kalimat}")
    tujuan: Path = args.berkas or Path(f"dasbor-diagnosa-{kini:%Y%m%d-%H%M%S}.json")
    tujuan.write_text(json.dumps(isi_kiriman(hasil, kini), indent=1) + "\n", encoding="utf-8")
    say(f"\nUntuk dikirim kepada yang membantu: {tujuan}")
    say("Berkas itu hanya memuat jumlah dan versi; tidak ada nama, NIP, isian, atau alamat berkas di dalamnya.")
    return 0 if all(satu.baik for satu in hasil) else REFUSED
