"""Sessions whose visitor has gone keep what was typed for two minutes, and nothing of the operating system's.

Streamlit gives every session an event loop of its own, which is three open files, and keeps it with the session for a
reconnection. Nobody runs it here, and at some eighty visitors of a morning a limit of 256 files was reached.
"""

import asyncio
import sys
from typing import Any, cast

import streamlit as st
from streamlit.runtime import Runtime
from streamlit.runtime.memory_session_storage import MemorySessionStorage
from streamlit.runtime.session_manager import SessionInfo

FILES_WANTED = 4096


class ThriftySessions(MemorySessionStorage):
    """Closes the loop of a session that is put away, and gives it a new one when its visitor comes back."""

    def save(self, session_info: SessionInfo) -> None:
        super().save(session_info)
        loop = cast(Any, session_info.session)._script_event_loop
        if not loop.is_running():
            loop.close()

    def get(self, session_id: str) -> SessionInfo | None:
        info = super().get(session_id)
        if info is not None and (session := cast(Any, info.session))._script_event_loop.is_closed():
            session._script_event_loop = asyncio.new_event_loop()
        return info


class ThriftyApp(st.App):
    """Streamlit's app with such sessions."""

    def _create_runtime(self) -> Runtime:
        runtime = super()._create_runtime()
        seconds = cast(int, st.get_option("server.disconnectedSessionTTL"))
        cast(Any, runtime)._session_mgr._session_storage = ThriftySessions(ttl_seconds=seconds)
        return runtime


def allow_many_files() -> None:
    """Raise this process's own limit of open files where the system lets it: macOS begins at 256."""
    if sys.platform == "win32":
        return
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = FILES_WANTED if hard == resource.RLIM_INFINITY else min(FILES_WANTED, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
