"""A real OpenID Connect provider on this machine (oidc-provider-mock), which a test may make tell lies."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import oidc_provider_mock
import requests
from joserfc import jwt
from joserfc.jwk import KeySet, RSAKey
from werkzeug.serving import make_server
from werkzeug.wrappers import Response

KLIEN = "dasbor-uji"
EMAIL = "budi@uji.go.id"
ORANG: dict[str, dict[str, object]] = {
    "p-1": {"email": EMAIL, "email_verified": True, "preferred_username": "budi.s"},
    "p-2": {"email": "asing@uji.go.id", "email_verified": True, "role": "admin"},
    "p-3": {"email": EMAIL, "email_verified": False},
    "p-4": {"email": EMAIL, "email_verified": True},
}
Ubah = Callable[[dict[str, Any]], dict[str, Any]]


@dataclass
class Penyedia:
    """`ubah` changes the claims before they are signed, `kunci` signs them, `terbit` is the key that is published."""

    ubah: Ubah | None = None
    algoritma: str = "RS256"
    terbit: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "a"}))
    kunci: Any = None
    diminta: list[dict[str, str]] = field(default_factory=list)
    penerbit: str = ""
    _dalam: Any = None

    def __post_init__(self) -> None:
        orang = [oidc_provider_mock.User(sub=kode, claims=klaim) for kode, klaim in ORANG.items()]
        self._dalam = oidc_provider_mock.app(user_claims=orang)

    def __call__(self, environ: dict[str, Any], mulai: Any) -> Any:
        jalur = environ["PATH_INFO"]
        if jalur == "/oauth2/token":
            isi = environ["wsgi.input"].read(int(environ.get("CONTENT_LENGTH") or 0))
            self.diminta.append(dict(parse_qsl(isi.decode())))
            environ["wsgi.input"] = BytesIO(isi)
            return self._tanda_tangani(Response.from_app(self._dalam, environ))(environ, mulai)
        if jalur == "/jwks" and self.ubah is not None:
            return Response(json.dumps(KeySet([self.terbit]).as_dict(private=False)))(environ, mulai)
        return self._dalam(environ, mulai)

    def _tanda_tangani(self, jawaban: Response) -> Response:
        if self.ubah is None or jawaban.status_code != 200:
            return jawaban
        token = json.loads(jawaban.get_data())
        klaim = self.ubah(_isi(token["id_token"]))
        kepala = {"alg": self.algoritma, "kid": "a"}
        token["id_token"] = jwt.encode(kepala, klaim, self.kunci or self.terbit, algorithms=[self.algoritma])
        return Response(json.dumps(token), content_type="application/json")

    def setujui(self, alamat: str, orang: str = "p-1") -> str:
        """The person agrees at that address of the provider; where the browser is sent to."""
        jawaban = requests.post(alamat, {"sub": orang}, timeout=10, allow_redirects=False)
        return jawaban.headers["location"]


def _isi(token: str) -> dict[str, Any]:
    import base64

    isi = token.split(".")[1]
    klaim: dict[str, Any] = json.loads(base64.urlsafe_b64decode(isi + "=" * (-len(isi) % 4)))
    return klaim


def tanya(alamat: str) -> dict[str, str]:
    """The query of an address."""
    return {nama: nilai[0] for nama, nilai in parse_qs(urlsplit(alamat).query).items()}


@contextmanager
def penyedia_berjalan() -> Iterator[Penyedia]:
    """The provider on a free port of this machine."""
    penyedia = Penyedia()
    server = make_server("127.0.0.1", 0, penyedia, threaded=True)
    utas = Thread(target=server.serve_forever, args=(0.05,))
    utas.start()
    penyedia.penerbit = f"http://127.0.0.1:{server.server_port}"
    try:
        yield penyedia
    finally:
        server.shutdown()
        utas.join(5)
        server.server_close()
