"""A line between two programs on which everything can be lost."""

import socket
import threading
from contextlib import suppress


class Perantara:
    """A line to the server on which everything can be lost while both ends believe it was received."""

    def __init__(self, tujuan: tuple[str, int]) -> None:
        self.hilang = threading.Event()
        self._tujuan = tujuan
        self._pintu = socket.create_server(("127.0.0.1", 0))
        self.port = self._pintu.getsockname()[1]
        threading.Thread(target=self._terima, daemon=True).start()

    def _terima(self) -> None:
        with suppress(OSError):
            while True:
                masuk, _ = self._pintu.accept()
                keluar = socket.create_connection(self._tujuan)
                for dari, ke in ((masuk, keluar), (keluar, masuk)):
                    threading.Thread(target=self._salin, args=(dari, ke), daemon=True).start()

    def _salin(self, dari: socket.socket, ke: socket.socket) -> None:
        with suppress(OSError):
            while isi := dari.recv(65536):
                if not self.hilang.is_set():
                    ke.sendall(isi)
            ke.shutdown(socket.SHUT_RDWR)

    def tutup(self) -> None:
        self._pintu.close()
