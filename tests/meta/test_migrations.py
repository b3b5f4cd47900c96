"""Migrations form one line: two that were written beside each other meet here, before any database meets them."""

import re

from data_access.migrate import FOLDER

NOMOR = re.compile(r'^(revision|down_revision) = (?:"(\d{4})"|None)$', re.MULTILINE)


def test_each_migration_follows_the_one_numbered_before_it() -> None:
    berkas = sorted((FOLDER / "versions").glob("[0-9]*.py"))
    terbaca = [dict(NOMOR.findall(satu.read_text(encoding="utf-8"))) for satu in berkas]
    nomor = [satu.name[:4] for satu in berkas]
    assert nomor == [f"{i:04}" for i in range(1, len(berkas) + 1)]
    assert [satu["revision"] for satu in terbaca] == nomor
    assert [satu["down_revision"] for satu in terbaca] == ["", *nomor[:-1]]
